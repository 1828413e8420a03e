import { LitElement, type CSSResultOrNative } from 'lit';

/**
 * An element that keeps its styles in whatever document it stands. Constructed style sheets belong to the document that
 * they were made in: an element that is moved into a frame loses them, and one that is drawn there may not take ours.
 */
export abstract class StyledElement extends LitElement {
  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#dress(this.shadowRoot);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document) return super.createRenderRoot();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#dress(root);
    return root;
  }

  #dress(root: ShadowRoot): void {
    const view = this.ownerDocument.defaultView;
    if (!view) return;
    const { elementStyles } = this.constructor as typeof LitElement;
    root.adoptedStyleSheets = elementStyles.map((style) => sheetFor(view, style));
  }
}

function sheetFor(view: Window & typeof globalThis, style: CSSResultOrNative): CSSStyleSheet {
  if (style instanceof CSSStyleSheet) return style;
  if (view === window && style.styleSheet) return style.styleSheet;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(style.cssText);
  return sheet;
}
