import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort } from '../../../backend/ports.ts';
import type { PostsPort } from '../../../backend/posts-port.ts';
import type { PostPageMessages } from '../../../i18n/de/post-page.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { postPageWords } from '../../../i18n/post-page-words.ts';
import { NO_IMAGES, type AllowsImage } from '../../../internal/image-policy.ts';
import { DataBlockController } from '../../../internal/data-block-controller.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { postLink } from '../../../internal/post-link.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import { htmlToText } from '../../../model/html-text.ts';
import { postJsonLd } from '../../../model/post-json-ld.ts';
import type { Post } from '../../../model/post.ts';
import type { SectionedText } from '../../../model/report-sections.ts';
import { shareServices } from '../../../model/share-links.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { Copied } from '../../shared/copy-field.ts';
import { VrPostEditEvent } from '../post-desk/events.ts';
import { below, foreignLang, titleOf, webAddress, type PageContext } from './page-context.ts';
import { renderCitation, renderFacts, renderOrigin } from './page-foot.ts';
import { renderHead, renderPicture, renderPictures } from './page-head.ts';
import { renderContents, renderNoText, renderText, sectionsOf } from './page-text.ts';
import { postPageStyles } from './vr-post-page.styles.ts';

/**
 * One post to be read: an experience report by its chapters, any other post as its text. It draws what it is given and
 * asks nobody; only pictures that may be loaded are.
 *
 * @summary The page of one post.
 * @documentation docs/blog-feed.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrPostCloseEvent} vr-post-close - the reader leaves the post
 * @fires {VrPostEditEvent} vr-post-edit - the reader wants to change the post
 * @fires {VrShareEvent} vr-share - the reader hands the post on; `preventDefault()` leaves it to the page
 */
export class VrPostPage extends StyledElement {
  static override styles = [host, controls, fields, postPageStyles];

  /** The post, as far as it has come. */
  @property({ attribute: false }) post: Post | undefined;
  /** Its text is on its way. */
  @property({ attribute: false }) partial = false;
  /** Why its text did not come, in words; empty when it has. */
  @property({ attribute: false }) problem = '';
  /** It is shown while it is written: without ways to hand it on. */
  @property({ attribute: false }) preview = false;
  /** The reader may change it: offered by `vr-post-edit`. */
  @property({ attribute: false }) editable = false;
  @property({ attribute: false }) port: PostsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title as a heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Which pictures may be loaded. */
  @property({ attribute: false }) allowsImage: AllowsImage = NO_IMAGES;
  /** Ways to hand it on, parted by blanks; none by default. */
  @property({ attribute: false }) share: string | undefined;
  /** Page where ideas are opened; without it this page, if a board is there. */
  @property({ attribute: false }) ideaUrl: string | undefined;

  @state() private cited: Copied = 'no';

  readonly #localize = new LocalizeController<PostPageMessages>(this, postPageWords);
  readonly #sharing = new LazyPart(this, () => import('../post-share/vr-post-share.define.ts'));
  readonly #data = new DataBlockController(this);

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('post') && changed.get('post')?.id !== this.post?.id) this.cited = 'no';
  }

  protected override updated(): void {
    const { post } = this;
    this.#data.tell(post, () => (post && !this.preview && !this.partial ? postJsonLd(post, this.#address(post)) : ''));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { post } = this;
    if (!post) return nothing;
    const { words, locale } = this.#localize;
    const { timeZone, headingLevel, allowsImage, ideaUrl } = this;
    const context: PageContext = { post, words, locale, timeZone, headingLevel, allowsImage, ideaUrl };
    const text = sectionsOf(post, words);
    const contents = renderContents(text, context, (at) => this.#goTo(at));
    const facts = renderFacts(context);
    const aside =
      facts === nothing && contents === nothing ? nothing : html`<div class="aside">${facts}${contents}</div>`;
    const inside = html`${this.#renderTeaser(text, context)}
      <div class=${aside === nothing ? 'body' : 'body two'}>${aside}${this.#renderBody(text, context)}</div>`;
    return html`<article class="base" aria-busy=${this.partial}>
      ${renderHead(context)}
      ${
        post.warning === undefined
          ? html`<div class="inside">${inside}</div>`
          : html`<details class="warned">
              <summary dir="auto">${words.post.warning(post.warning)}</summary>
              <div class="inside">${inside}</div>
            </details>`
      }
      <p class="visually-hidden" role="status">${this.partial ? words.page.loading : nothing}</p>
      ${renderOrigin(context)} ${this.preview ? nothing : this.#renderWays(context)}
      <p class="paper">${words.page.printedFrom(this.#address(post))}</p>
    </article>`;
  }

  /** What the post is about in short; not where its text begins with the same words. */
  #renderTeaser(text: SectionedText, { post, locale }: PageContext): TemplateResult | typeof nothing {
    if (!post.teaser || (hasWords(text) && startsWith(post, text))) return nothing;
    return html`<p class="teaser" lang=${foreignLang(post, locale) ?? nothing} dir="auto">${post.teaser}</p>`;
  }

  #renderBody(text: SectionedText, context: PageContext): TemplateResult {
    const hasText = hasWords(text);
    return html`<div class="story">
      ${renderPicture(context)} ${hasText ? renderText(text, context) : renderNoText(context, this.partial, this.problem)}
      ${hasText && this.problem ? html`<p class="quiet" role="status">${this.problem}</p>` : nothing}
      ${renderPictures(context)}
    </div>`;
  }

  /** What the reader can do with the post: change it, cite it, hand it on. */
  #renderWays(context: PageContext): TemplateResult {
    const { post, words } = context;
    const address = webAddress(post.url) ?? this.#address(post);
    const isPublic = post.state === undefined || post.state === 'published';
    return html`<div class="ways">
      ${
        this.editable
          ? html`<div>
              <button type="button" class="button" @click=${() => this.dispatchEvent(new VrPostEditEvent(post.id))}>
                ${words.page.edit}
              </button>
            </div>`
          : nothing
      }
      ${
        isPublic && shareServices(this.share).length > 0 && this.#sharing.get()
          ? html`<vr-post-share
              .postId=${post.id}
              .shared=${{ title: titleOf(post, words), url: address }}
              .services=${this.share}
              .storage=${this.storage}
              .locale=${this.locale}
              .headingLevel=${below(this.headingLevel)}
            ></vr-post-share>`
          : nothing
      }
      ${isPublic ? renderCitation(context, address, this.cited, (state) => (this.cited = state)) : nothing}
    </div>`;
  }

  /** Address of this page with the post opened. */
  #address({ id }: Post): string {
    return postLink(id);
  }

  #goTo(at: number): void {
    const title = this.renderRoot.querySelector<HTMLElement>(`#chapter-${at}`);
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'start' });
  }
}

const hasWords = ({ lead, sections }: SectionedText): boolean => lead !== '' || sections.length > 0;

/** The text begins with the teaser. */
function startsWith(post: Post, { lead, sections }: SectionedText): boolean {
  const plain = (text: string): string =>
    htmlToText(text)
      .replace(/[\s…]+/g, ' ')
      .trim();
  const begin = plain(post.teaser).slice(0, 60);
  // Teasers that programs cut from a text hold its headings too.
  return [true, false].some((headed) => {
    const text = [lead, ...sections.map(({ title, text }) => (headed ? `${title} ${text}` : text))].join(' ');
    return plain(text.slice(0, 2000)).startsWith(begin);
  });
}
