import { html, LitElement, type TemplateResult } from 'lit';
import { host } from '../../src/styles/host.styles.ts';
import { tokens } from '../../src/styles/tokens.styles.ts';

/** Stands in for the widget around a view: gives it tokens, font and size. */
export class StoryFrame extends LitElement {
  static override styles = [host, tokens];

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

if (!customElements.get('vr-story-frame')) customElements.define('vr-story-frame', StoryFrame);

/** A view as it stands inside its widget. */
export const framed = (view: TemplateResult): TemplateResult => html`<vr-story-frame>${view}</vr-story-frame>`;
