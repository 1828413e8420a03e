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
 * What the reader has written, whatever its state, and what waits for a moderator.
 *
 * @summary One's own posts and the queue of moderation.
 * @documentation docs/post-editor.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrPostEditEvent} vr-post-edit - the reader wants to write, to change or to examine a post
 * @fires {VrPostReadEvent} vr-post-read - the reader wants to see a published post
 * @fires {VrPostSavedEvent} vr-post-saved - a post was deleted
 * @fires {VrPostDeskCloseEvent} vr-post-desk-close - the reader is done with the desk
 */
export class VrPostDesk extends StyledElement {
  static override styles = [host, controls];

  @property({ attribute: false }) port: PostsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;

  readonly #localize = new LocalizeController<PostEditorMessages>(this, postEditorWords);

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { desk } = this.#localize.words;
    return html`<div class="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${desk.title}</div>`;
  }
}
