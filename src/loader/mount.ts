/** Of the attributes, those that every element has and that change nothing but language and direction. */
const GLOBAL = ['lang', 'dir'];

/**
 * Makes a widget's element and hands it its attributes. Only those go through that the element itself observes: who may
 * write `data-*` into a page, but no scripts, must not come to handlers this way.
 */
export function createWidget(
  document: Document,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): HTMLElement {
  const observed = (customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined)
    ?.observedAttributes;
  const allowed = new Set([...(observed ?? []), ...GLOBAL]);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (allowed.has(name)) element.setAttribute(name, value);
  return element;
}

/** `data-vr-<attribute>` of a mount or a link, without what is meant for the loader. */
export function mountAttributes(from: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, value } of from.attributes) {
    const [, attribute] = /^data-vr-(.+)$/.exec(name) ?? [];
    if (attribute && attribute !== 'widget' && attribute !== 'mounted') attributes[attribute] = value;
  }
  return attributes;
}

/** Puts the widget into its `div`; what was in there becomes what stands in the tag. */
export function fillMount(mount: Element, widget: HTMLElement): void {
  widget.append(...mount.childNodes);
  mount.append(widget);
}

/** Puts the widget in the place of its link; the link stays inside it. */
export function wrapLink(link: Element, widget: HTMLElement): void {
  link.replaceWith(widget);
  widget.append(link);
}
