import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { setCleanHtml } from '../../internal/sanitize-html.ts';
import type { UntrustedHtml } from '../../model/common.ts';
import { textParagraphs } from '../../model/text-links.ts';
import { host } from '../../styles/host.styles.ts';
import { richTextStyles } from './vr-rich-text.styles.ts';

const LOOKS_LIKE_HTML = /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i;

/**
 * Shows text of a foreign source, plain or HTML. This is the one place where foreign HTML reaches the page, and it is
 * cleaned on the way. Plain text keeps its paragraphs and line breaks; addresses in it become links.
 *
 * @summary The one cleaning sink for foreign text.
 * @status stable
 * @since 0.1
 */
export class VrRichText extends StyledElement {
  static override styles = [host, richTextStyles];

  /** Text or HTML as the source gave it. */
  @property({ attribute: false }) content: UntrustedHtml | undefined;
  /** Address that relative links resolve against. */
  @property({ attribute: false }) base: string | undefined;

  protected override render(): TemplateResult {
    const content = this.content ?? '';
    if (LOOKS_LIKE_HTML.test(content)) return html`<div class="text" data-html></div>`;
    return html`<div class="text">
      ${textParagraphs(content).map(
        (lines) =>
          html`<p>
            ${lines.map(
              (parts, line) =>
                html`${line > 0 ? html`<br />` : ''}${parts.map(({ text, href }) =>
                  href ? html`<a href=${href} rel="noopener noreferrer nofollow ugc">${text}</a>` : text,
                )}`,
            )}
          </p>`,
      )}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('content') && !changed.has('base')) return;
    const target = this.renderRoot.querySelector('[data-html]');
    if (target) void setCleanHtml(target, this.content ?? '', this.base);
  }
}
