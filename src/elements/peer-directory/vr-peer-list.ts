import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import type { MatchReason, Peer } from '../../model/peer.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { VrPeerSelectEvent, VrPeersMoreEvent } from './events.ts';
import { renderPeerCard } from './peer-card.ts';
import { listStyles } from './vr-peer-list.styles.ts';

/** People drawn and dropped together; full rows of one to four columns. */
const CHUNK = 12;
/** Height of a chunk that was never drawn, in CSS pixels. */
const GUESS = 900;
const FIRST: ReadonlySet<number> = new Set([0, 1]);

/**
 * People as cards or as a compact list. However many there are, only the part around the reader is drawn; printing draws
 * all.
 *
 * @summary Lists people; a view without data access of its own.
 * @status stable
 * @since 0.3
 *
 * @fires {VrPeerSelectEvent} vr-peer-select - a person was chosen, or is to be asked for contact
 * @fires {VrPeersMoreEvent} vr-peers-more - the reader wants people after the last
 *
 * @csspart more - the button that shows more
 */
export class VrPeerList extends StyledElement {
  static override styles = [host, controls, listStyles];

  @property({ attribute: false }) peers: readonly Peer[] = [];
  /** `cards` or `list`. */
  @property({ attribute: false }) view: 'cards' | 'list' = 'cards';
  /** People shown before "Mehr anzeigen"; each use of it adds as many again. */
  @property({ attribute: false }) limit = 24;
  /** There are people after the last one given. */
  @property({ attribute: false }) more = false;
  /** Those are on their way. */
  @property({ attribute: false }) busy = false;
  /** Level of the names as headings, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  /** Folded words that were searched for. */
  @property({ attribute: false }) marked: readonly string[] = [];
  /** Why people fit the reader, by their ids. */
  @property({ attribute: false }) reasons: ReadonlyMap<string, readonly MatchReason[]> = new Map();
  /** Draws the whole list at once, for paper. */
  @property({ attribute: false }) complete = false;
  /** Changes when another list stands here: the reader begins at its top. */
  @property({ attribute: false }) of: unknown = undefined;
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: PeerDirectoryMessages = de;

  @state() private shown = 24;
  /** Chunks that the reader is near to. */
  @state() private near = FIRST;

  #chunks: (readonly Peer[])[] = [];
  #heights = new Map<number, number>();
  #observer: IntersectionObserver | undefined;
  /** Place in the list of the person who gets the focus as soon as they are drawn. */
  #focusAt: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** Puts the focus on a person's name; false where the person is not in the list. */
  focusPeer(id: string): boolean {
    const at = this.peers.findIndex((peer) => peer.id === id);
    if (at < 0) return false;
    this.#focusAt = at;
    this.near = new Set([...this.near, Math.floor(at / CHUNK)]);
    this.requestUpdate();
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('limit') || changed.has('of')) {
      this.shown = this.limit;
      this.near = FIRST;
      this.#heights.clear();
    }
    if (changed.has('view')) this.#heights.clear();
    const items = this.complete ? this.peers : this.peers.slice(0, this.shown);
    this.#chunks = [];
    for (let at = 0; at < items.length; at += CHUNK) this.#chunks.push(items.slice(at, at + CHUNK));
  }

  protected override updated(): void {
    this.#focusOnWanted();
    if (this.#chunks.length <= FIRST.size) return;
    this.#observer ??= new IntersectionObserver((entries) => this.#onIntersect(entries), { rootMargin: '600px 0px' });
    this.renderRoot.querySelectorAll<HTMLElement>('.chunk').forEach((chunk, index) => {
      this.#observer?.observe(chunk);
      if (chunk.firstElementChild) chunk.style.removeProperty('block-size');
      else chunk.style.setProperty('block-size', `${this.#heights.get(index) ?? GUESS}px`);
    });
  }

  protected override render(): TemplateResult {
    return html`
      <div class=${this.view} role="list" @click=${this.#onClick}>
        ${this.#chunks.map(
          (chunk, index) =>
            html`<div class="chunk" role="presentation" data-chunk=${index}>
              ${this.complete || this.near.has(index) ? chunk.map((peer, at) => this.#renderPeer(peer, index * CHUNK + at)) : nothing}
            </div>`,
        )}
      </div>
      ${
        !this.complete && (this.more || this.shown < this.peers.length)
          ? html`<button type="button" part="more" class="button" aria-disabled=${this.busy} @click=${this.#onMore}>
              ${this.busy ? this.words.status.loading : this.words.common.showMore}
            </button>`
          : nothing
      }
    `;
  }

  #renderPeer(peer: Peer, at: number): TemplateResult {
    const size = this.more ? -1 : this.peers.length;
    return html`<div
      class="peer"
      role="listitem"
      data-peer=${peer.id}
      aria-posinset=${at + 1}
      aria-setsize=${size}
    >
      ${renderPeerCard(peer, this)}
    </div>`;
  }

  /** A click that the browser has another answer to (a new tab) is left to it. */
  #onClick(event: MouseEvent): void {
    const target = (event.target as Element).closest<HTMLElement>('[data-open], [data-contact]');
    const { open, contact } = target?.dataset ?? {};
    const id = open ?? contact;
    if (!id || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new VrPeerSelectEvent(id, contact !== undefined));
  }

  #onMore(): void {
    if (this.busy) return;
    const first = Math.min(this.shown, this.peers.length);
    this.shown = first + this.limit;
    if (this.shown > this.peers.length && this.more) this.dispatchEvent(new VrPeersMoreEvent());
    this.near = new Set([...this.near, Math.floor(first / CHUNK)]);
    this.#focusAt = first;
  }

  /** The focus goes on at the first new person, else keyboard users stand behind what they asked for. */
  #focusOnWanted(): void {
    if (this.#focusAt === undefined || this.#focusAt >= this.peers.length) return;
    if (this.#focusAt >= this.shown) {
      this.shown = this.#focusAt + this.limit;
      return;
    }
    const chunk = this.renderRoot.querySelector(`[data-chunk="${Math.floor(this.#focusAt / CHUNK)}"]`);
    const name = chunk?.querySelectorAll<HTMLElement>('[data-open]')[this.#focusAt % CHUNK];
    if (!name) return;
    name.focus();
    this.#focusAt = undefined;
  }

  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    // Behind an opened person the list has no size: what was drawn stays, so that the reader comes back to the same place.
    if (!this.checkVisibility()) return;
    const near = new Set(this.near);
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const index = Number((target as HTMLElement).dataset['chunk']);
      if (isIntersecting) near.add(index);
      else if (near.has(index) && !target.contains(this.shadowRoot?.activeElement ?? null)) {
        this.#heights.set(index, boundingClientRect.height);
        near.delete(index);
      }
    }
    if (near.size !== this.near.size || [...near].some((index) => !this.near.has(index))) this.near = near;
  }
}
