import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, PostsPort } from '../../../backend/ports.ts';
import type { PostEditorMessages } from '../../../i18n/de/post-editor.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { postEditorWords } from '../../../i18n/post-editor-words.ts';
import { Deeds } from '../../../internal/deeds.ts';
import { PageLane } from '../../../internal/page-lane.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { Post } from '../../../model/post.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { VrForm } from '../../shared/form/vr-form.ts';
import { VrPostSavedEvent } from '../post-editor/events.ts';
import { renderPosts, type DeskContext } from './desk-list.ts';
import { VrPostEditEvent, VrPostReadEvent } from './events.ts';
import { deskStyles } from './vr-post-desk.styles.ts';

const PAGE = 20;

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
 */
export class VrPostDesk extends StyledElement {
  static override styles = [host, controls, deskStyles];

  @property({ attribute: false }) port: PostsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;

  /** The post that is asked about before it is deleted. */
  @state() private doomed: Post | undefined;
  @state() private gone: ReadonlySet<string> = new Set();

  readonly #localize = new LocalizeController<PostEditorMessages>(this, postEditorWords);
  readonly #deeds = new Deeds(this);
  #mine = this.#lane('mine');
  #queue = this.#lane('queue');
  #port: PostsPort | undefined;
  #user: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#mine.stop();
    this.#queue.stop();
    this.#port = undefined;
  }

  /** Puts the focus on the title. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus(options);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const { port, me } = this;
    const user = me?.person?.id;
    if (!this.isConnected || !port || (port === this.#port && user === this.#user)) return;
    this.#port = port;
    this.#user = user;
    this.#deeds.reset();
    this.gone = new Set();
    this.#mine.stop();
    this.#queue.stop();
    this.#mine = this.#lane('mine');
    this.#queue = this.#lane('queue');
    if (me?.anonymous) return;
    this.#mine.more();
    if (this.#moderates) this.#queue.more();
  }

  protected override render(): TemplateResult {
    const { words } = this.#localize;
    const { desk, editor } = words;
    const { port, me, account } = this;
    return html`<div class="base">
      <div class="head">
        <div>
          <div class="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${desk.title}</div>
          <p class="quiet">${desk.lead}</p>
        </div>
        ${
          port?.create && !me?.anonymous
            ? html`<button type="button" class="button primary" @click=${() => this.dispatchEvent(new VrPostEditEvent())}>
                ${desk.write}
              </button>`
            : nothing
        }
      </div>
      <div role="status">${this.#deeds.said ? html`<p class="done">${this.#deeds.said}</p>` : nothing}</div>
      ${
        me?.anonymous
          ? html`<p>${desk.signInHint}</p>
              ${
                account?.signIn
                  ? html`<div class="row">
                      <button type="button" class="button primary" @click=${() => void account.signIn?.().catch(() => undefined)}>
                        ${editor.signIn}
                      </button>
                    </div>`
                  : nothing
              }`
          : port
            ? this.#renderLists(port)
            : nothing
      }
    </div>`;
  }

  #renderLists(port: PostsPort): TemplateResult {
    const { desk } = this.#localize.words;
    if (!port.create) return html`<p>${desk.unsupported}</p>`;
    const context = this.#context(port);
    const level = this.#level(1);
    return html`${
      this.#moderates
        ? html`<section aria-labelledby="queue">
            <div class="part" id="queue" role="heading" aria-level=${level}>${desk.queue}</div>
            ${renderPosts(this.#queue, desk.queueEmpty, context, true)}
          </section>`
        : nothing
    }
      <section aria-labelledby="mine">
        <div class="part" id="mine" role="heading" aria-level=${level}>${desk.mine}</div>
        ${renderPosts(this.#mine, desk.mineEmpty, context, false)}
      </section>`;
  }

  #context(port: PostsPort): DeskContext {
    const { words } = this.#localize;
    const { locale, timeZone, gone } = this;
    return {
      words,
      locale,
      timeZone,
      port,
      gone,
      headingLevel: this.#level(2),
      asking: (post) => (this.doomed?.id === post.id ? this.#renderAsk(post) : nothing),
      onEdit: (id) => this.dispatchEvent(new VrPostEditEvent(id)),
      onRead: (id) => this.dispatchEvent(new VrPostReadEvent(id)),
      onDelete: (post) => this.#ask(this.doomed?.id === post.id ? undefined : post),
    };
  }

  #renderAsk(post: Post): TemplateResult {
    const { words } = this.#localize;
    const { forms: says } = words.editor;
    return html`<vr-form
      class="ask"
      .spec=${{
        key: `delete ${post.id}`,
        intro: says.deleteIntro(post.title.trim() || words.desk.untitled),
        submit: says.deleteSend,
        cancel: says.keep,
        grave: true,
        fields: [],
      }}
      .busy=${this.#deeds.isBusy(post.id)}
      .failure=${this.#deeds.failureOf(post.id)}
      .words=${words}
      @vr-form-submit=${() => void this.#delete(post)}
      @vr-form-cancel=${() => this.#ask(undefined)}
    ></vr-form>`;
  }

  get #moderates(): boolean {
    return (this.me?.memberships ?? []).some(({ roles }) =>
      roles.some((role) => role === 'moderator' || role === 'admin'),
    );
  }

  #level(deeper: number): number {
    return Math.min(6, this.headingLevel + deeper);
  }

  #lane(which: 'mine' | 'queue'): PageLane<Post> {
    return new PageLane<Post>(this, (cursor, signal) => {
      const query = { limit: PAGE, ...(cursor && { cursor }) };
      const { port } = this;
      if (!port) return Promise.resolve({ items: [], problems: [] });
      return port.list(which === 'mine' ? { ...query, mine: true } : { ...query, queue: true }, {
        signal,
        fresh: true,
      });
    });
  }

  #ask(post: Post | undefined): void {
    const before = this.doomed;
    this.doomed = post;
    if (before) this.#deeds.forgive(before.id);
    void this.updateComplete.then(async () => {
      const form = this.renderRoot.querySelector<VrForm>('vr-form');
      await form?.updateComplete;
      if (form) form.focus();
      else if (before) this.renderRoot.querySelector<HTMLElement>(`[data-delete="${CSS.escape(before.id)}"]`)?.focus();
    });
  }

  async #delete(post: Post): Promise<void> {
    const { port } = this;
    const { words } = this.#localize;
    const done = await this.#deeds.run(post.id, post.id, (options) =>
      port?.remove?.(post.id, { ...options, ...(post.etag && { ifMatch: post.etag }) }).then(() => true),
    );
    if (!done) return;
    this.gone = new Set([...this.gone, post.id]);
    this.doomed = undefined;
    this.#deeds.say(words.desk.deleted(post.title.trim() || words.desk.untitled));
    this.dispatchEvent(new VrPostSavedEvent(post.id, undefined));
    void this.updateComplete.then(() => this.focus());
  }
}
