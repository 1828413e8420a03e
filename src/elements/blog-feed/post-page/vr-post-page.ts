import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort } from '../../../backend/ports.ts';
import type { PostsPort } from '../../../backend/posts-port.ts';
import type { PostPageMessages } from '../../../i18n/de/post-page.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { postPageWords } from '../../../i18n/post-page-words.ts';
import { NO_IMAGES, type AllowsImage } from '../../../internal/image-policy.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { Post } from '../../../model/post.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

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
  static override styles = [host, controls];

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

  readonly #localize = new LocalizeController<PostPageMessages>(this, postPageWords);

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { post } = this;
    if (!post) return nothing;
    return html`<div role="heading" aria-level=${this.headingLevel}>${post.title}</div>`;
  }
}
