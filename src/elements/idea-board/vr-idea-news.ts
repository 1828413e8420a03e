import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BackendError } from '../../backend/backend-error.ts';
import type { AccountPort } from '../../backend/ports.ts';
import { dateFormat } from '../../i18n/intl-cache.ts';
import { LocalizeController } from '../../i18n/localize-controller.ts';
import { ideaNewsWords } from '../../i18n/idea-news-words.ts';
import { PageLane } from '../../internal/page-lane.ts';
import { StyledElement } from '../../internal/styled-element.ts';
import {
  DIGESTS,
  NOTIFICATION_KINDS,
  type AccountSettings,
  type Digest,
  type Notification,
} from '../../model/account.ts';
import type { Page } from '../../model/page.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { eventLink, offersLink } from '../../internal/event-link.ts';
import { contactLink, peerOffersLink, profileLink } from '../../internal/peer-link.ts';
import { postLink } from '../../internal/post-link.ts';
import { VrIdeaSelectEvent, VrNewsLeaveEvent, VrNewsReadEvent } from './events.ts';
import { newsStyles } from './vr-idea-news.styles.ts';

/**
 * What happened that concerns the reader, each piece as the way to what it is about, and of what the reader wants to
 * hear.
 *
 * @summary A reader's news about ideas, events and people, and their settings.
 * @status stable
 * @since 0.2
 *
 * @fires {VrIdeaSelectEvent} vr-idea-select - an idea was chosen
 * @fires {VrNewsReadEvent} vr-news-read - something was marked as read
 * @fires {VrNewsLeaveEvent} vr-news-leave - a link to an event, an offer, a request or the own entry was followed
 */
export class VrIdeaNews extends StyledElement {
  static override styles = [host, controls, newsStyles];

  @property({ attribute: false }) port: AccountPort | undefined;
  /** The newest, first of all pages. */
  @property({ attribute: false }) page: Page<Notification> | undefined;
  @property({ attribute: false }) headingLevel = 2;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  /** Address of the page with the reports; default: this page. */
  @property({ attribute: false }) feedUrl: string | undefined;

  @state() private settings: AccountSettings | undefined;
  @state() private saved = false;
  @state() private failure: BackendError | undefined;

  readonly #localize = new LocalizeController(this, ideaNewsWords);
  readonly #lane = new PageLane<Notification>(this, async (cursor, signal) => {
    const { port } = this;
    return port?.notifications ? port.notifications({ limit: 50, ...(cursor && { cursor }) }, { signal }) : NOTHING;
  });
  /** What was read here; the list itself is not asked for anew meanwhile. */
  readonly #read = new Set<string>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lane.stop();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('page') && this.page) this.#lane.start(this.page);
  }

  protected override render(): TemplateResult {
    const { news, common, status, failure } = this.#localize.words;
    const { items, hasMore, busy } = this.#lane;
    const unread = items.filter((item) => this.#isUnread(item)).length;
    return html`
      <div class="heading" role="heading" aria-level=${this.headingLevel}>${news.title}</div>
      ${
        unread > 0 && this.port?.markRead
          ? html`<p class="line">
              <span>${news.unread(unread)}</span>
              <button type="button" class="link" @click=${() => this.#markRead()}>${news.markAll}</button>
            </p>`
          : nothing
      }
      ${
        this.page && items.length === 0
          ? html`<p class="quiet">${news.empty}</p>`
          : html`<ul role="list" @click=${this.#onClick}>
              ${items.map((item) => this.#renderItem(item))}
            </ul>`
      }
      ${
        this.page && hasMore
          ? html`<button type="button" class="button" aria-disabled=${busy} @click=${() => this.#lane.more()}>
              ${busy ? status.loading : common.showMore}
            </button>`
          : nothing
      }
      <div role="status">${this.saved ? html`<p class="done">${news.saved}</p>` : nothing}</div>
      ${this.failure ? html`<p class="wrong" role="alert">${failure[this.failure.kind]}</p>` : nothing}
      ${this.#renderSettings()}
    `;
  }

  #renderItem(item: Notification): TemplateResult {
    const { news } = this.#localize.words;
    const { idea, event, impulse, contact, post, by, kind, at, text } = item;
    const title = (idea ?? event ?? impulse ?? contact ?? post)?.title ?? '';
    const href = wayTo(item, this.feedUrl);
    const sentences: Readonly<Record<string, (by: string, title: string) => string>> = news.sentences;
    const said = Object.hasOwn(sentences, kind) ? sentences[kind] : undefined;
    const sentence = said?.(by?.displayName ?? news.somebody, title) ?? news.unknown(title);
    const unread = this.#isUnread(item);
    return html`<li class=${unread ? 'unread' : ''}>
      ${unread ? html`<span class="new">${news.isNew}</span>` : nothing}
      ${
        idea
          ? html`<button type="button" class="item" data-idea=${idea.id} data-news=${item.id}>${sentence}</button>`
          : href
            ? html`<a class="item" href=${href} data-news=${item.id}>${sentence}</a>`
            : html`<span>${sentence}</span>`
      }
      ${text ? html`<p class="text">${text}</p>` : nothing}
      <p class="at"><time datetime=${at}>${this.#when(at)}</time></p>
    </li>`;
  }

  #renderSettings(): TemplateResult | typeof nothing {
    const { port, settings } = this;
    const { news, status } = this.#localize.words;
    if (!port?.settings || !port.saveSettings) return nothing;
    return html`<details @toggle=${this.#onToggle}>
      <summary>${news.settings}</summary>
      ${
        settings
          ? html`<fieldset>
                <legend>${news.digest}</legend>
                ${DIGESTS.map(
                  (digest) =>
                    html`<label class="option">
                      <input
                        type="radio"
                        name="digest"
                        .checked=${settings.digest === digest}
                        @change=${() => this.#saveDigest(digest)}
                      />
                      <span>${news.digests[digest]}</span>
                    </label>`,
                )}
              </fieldset>
              <fieldset>
                <legend>${news.kinds}</legend>
                <div class="kinds">
                  ${NOTIFICATION_KINDS.map(
                    (kind) =>
                      html`<label class="option">
                        <input
                          type="checkbox"
                          name="kind"
                          value=${kind}
                          .checked=${!settings.muted.includes(kind)}
                          @change=${(event: Event) => this.#saveKind(kind, (event.target as HTMLInputElement).checked)}
                        />
                        <span>${news.names[kind]}</span>
                      </label>`,
                  )}
                </div>
              </fieldset>`
          : html`<p class="quiet">${this.failure ? nothing : status.loading}</p>`
      }
    </details>`;
  }

  #isUnread({ id, read }: Notification): boolean {
    return !read && !this.#read.has(id);
  }

  #when(at: string): string {
    const format = dateFormat(this.#localize.locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: this.timeZone,
    });
    const time = Date.parse(at);
    return Number.isNaN(time) ? '' : format.format(time);
  }

  #onClick(event: MouseEvent): void {
    const { idea, news } = (event.target as Element).closest<HTMLElement>('[data-news]')?.dataset ?? {};
    if (!news) return;
    this.#markRead([news]);
    this.dispatchEvent(idea ? new VrIdeaSelectEvent(idea) : new VrNewsLeaveEvent());
  }

  /** Without ids: all. */
  #markRead(ids?: readonly string[]): void {
    const { items } = this.#lane;
    const marked = items.filter((item) => this.#isUnread(item) && (!ids || ids.includes(item.id)));
    if (marked.length === 0) return;
    for (const { id } of marked) this.#read.add(id);
    this.requestUpdate();
    this.#try(async () => {
      try {
        await this.port?.markRead?.(ids);
        this.dispatchEvent(new VrNewsReadEvent());
      } catch (error) {
        for (const { id } of marked) this.#read.delete(id);
        this.requestUpdate();
        throw error;
      }
    });
  }

  #onToggle(event: Event): void {
    if (!(event.target as HTMLDetailsElement).open || this.settings) return;
    this.#try(async () => {
      this.settings = await this.port?.settings?.();
    });
  }

  #saveDigest(digest: Digest): void {
    if (this.settings) this.#save({ ...this.settings, digest });
  }

  #saveKind(kind: string, on: boolean): void {
    if (!this.settings) return;
    const others = this.settings.muted.filter((each) => each !== kind);
    this.#save({ ...this.settings, muted: on ? others : [...others, kind] });
  }

  /** What is switched is saved; where that fails, the switch goes back. */
  #save(settings: AccountSettings): void {
    const before = this.settings;
    this.settings = settings;
    this.saved = false;
    this.#try(async () => {
      try {
        const now = await this.port?.saveSettings?.(settings, settings.etag ? { ifMatch: settings.etag } : {});
        if (now && this.settings === settings) this.settings = now;
        this.saved = true;
      } catch (error) {
        if (this.settings === settings) this.settings = before;
        throw error;
      }
    });
  }

  #try(act: () => Promise<void>): void {
    this.failure = undefined;
    act().catch((error: unknown) => {
      this.failure = error as BackendError;
    });
  }
}

/** Where a piece of news leads to that is about no idea; undefined where there is nothing to see. */
function wayTo({ event, impulse, contact, post, kind }: Notification, feedUrl: string | undefined): string | undefined {
  if (event) return eventLink(event.id);
  if (impulse) return offersLink();
  if (contact) return contactLink(contact.id);
  if (post) return postLink(post.id, feedUrl);
  if (kind === 'profile-expiring' || kind === 'profile-expired') return profileLink();
  return kind === 'offer-expiring' ? peerOffersLink() : undefined;
}

const NOTHING: Page<Notification> = { items: [], problems: [] };
