import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import type { AllowsImage } from '../../internal/image-policy.ts';
import { setCleanHtml } from '../../internal/sanitize-html.ts';
import type { UntrustedHtml } from '../../model/common.ts';
import { textParagraphs } from '../../model/text-links.ts';
import { host } from '../../styles/host.styles.ts';
import { richTextStyles } from './vr-rich-text.styles.ts';

const LOOKS_LIKE_HTML = /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i;

/** What the cleaned text is made of. */
const PROPERTIES = ['content', 'base', 'allowsImage', 'headingLevel'] as const;

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
  /** Which pictures may be loaded; none without it. */
  @property({ attribute: false }) allowsImage: AllowsImage | undefined;
  /** Level that the highest heading of the text gets, 1 to 6; without it headings keep theirs. */
  @property({ attribute: false }) headingLevel: number | undefined;

  protected override render(): TemplateResult {
    const content = this.content ?? '';
    const shape = this.headingLevel ? 'text article' : 'text';
    if (LOOKS_LIKE_HTML.test(content)) return html`<div class=${shape} dir="auto" data-html></div>`;
    return html`<div class=${shape} dir="auto">
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
    const { content = '', base, allowsImage, headingLevel } = this;
    if (!PROPERTIES.some((name) => changed.has(name))) return;
    const target = this.renderRoot.querySelector('[data-html]');
    if (target) void setCleanHtml(target, content, { base, allowsImage, headingLevel });
  }
}
