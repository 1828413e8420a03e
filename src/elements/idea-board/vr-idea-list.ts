import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import type { Idea } from '../../model/idea.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { stageStyles } from '../shared/idea-stage.ts';
import { VrIdeasMoreEvent } from './events.ts';
import { openOnClick, renderIdeaCard } from './idea-card.ts';
import { cardStyles } from './idea-card.styles.ts';
import { listStyles } from './vr-idea-list.styles.ts';

/** Ideas drawn and dropped together. */
const CHUNK = 10;
/** Height of a chunk that was never drawn, in CSS pixels. */
const GUESS = 1500;
const FIRST: ReadonlySet<number> = new Set([0, 1]);

/**
 * Ideas as a list. However long it is, only the part around the reader is drawn; printing draws all.
 *
 * @summary Lists ideas; a view without data access of its own.
 * @status stable
 * @since 0.2
 *
 * @fires {VrIdeaSelectEvent} vr-idea-select - an idea was chosen
 * @fires {VrIdeasMoreEvent} vr-ideas-more - the reader wants ideas after the last
 *
 * @csspart more - the button that shows more
 */
export class VrIdeaList extends StyledElement {
  static override styles = [host, controls, stageStyles, cardStyles, listStyles];

  @property({ attribute: false }) ideas: readonly Idea[] = [];
  /** Ideas shown before "Mehr anzeigen"; each use of it adds as many again. */
  @property({ attribute: false }) limit = 50;
  /** There are ideas after the last one given. */
  @property({ attribute: false }) more = false;
  /** Those are on their way. */
  @property({ attribute: false }) busy = false;
  /** Level of the titles as headings, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  /** Folded words that were searched for. */
  @property({ attribute: false }) marked: readonly string[] = [];
  /** What waits for moderators. */
  @property({ attribute: false }) queue = false;
  /** Draws the whole list at once, for paper. */
  @property({ attribute: false }) complete = false;
  /** Changes when another list stands here: the reader begins at its top. */
  @property({ attribute: false }) of: unknown = undefined;
  @property({ attribute: false }) words: IdeaBoardMessages = de;

  @state() private shown = 50;
  /** Chunks that the reader is near to. */
  @state() private near = FIRST;

  #chunks: (readonly Idea[])[] = [];
  #heights = new Map<number, number>();
  #observer: IntersectionObserver | undefined;
  /** Place in the list of the idea that gets the focus as soon as it is drawn. */
  #focusAt: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** Puts the focus on an idea's title; false where the idea is not in the list. */
  focusIdea(id: string): boolean {
    const at = this.ideas.findIndex((idea) => idea.id === id);
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
    const items = this.complete ? this.ideas : this.ideas.slice(0, this.shown);
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
      <div role="list" @click=${(event: MouseEvent) => openOnClick(event, this)}>
        ${this.#chunks.map(
          (chunk, index) =>
            html`<div class="chunk" role="presentation" data-chunk=${index}>
              ${this.complete || this.near.has(index) ? chunk.map((idea, at) => this.#renderIdea(idea, index * CHUNK + at)) : nothing}
            </div>`,
        )}
      </div>
      ${
        !this.complete && (this.more || this.shown < this.ideas.length)
          ? html`<button type="button" part="more" class="button" aria-disabled=${this.busy} @click=${this.#onMore}>
              ${this.busy ? this.words.status.loading : this.words.common.showMore}
            </button>`
          : nothing
      }
    `;
  }

  #renderIdea(idea: Idea, at: number): TemplateResult {
    const size = this.more ? -1 : this.ideas.length;
    return html`<div
      class="idea"
      role="listitem"
      data-idea=${idea.id}
      aria-posinset=${at + 1}
      aria-setsize=${size}
    >
      ${renderIdeaCard(idea, this)}
    </div>`;
  }

  #onMore(): void {
    if (this.busy) return;
    const first = Math.min(this.shown, this.ideas.length);
    this.shown = first + this.limit;
    if (this.shown > this.ideas.length && this.more) this.dispatchEvent(new VrIdeasMoreEvent());
    this.near = new Set([...this.near, Math.floor(first / CHUNK)]);
    this.#focusAt = first;
  }

  /** The focus goes on at the first new idea, else keyboard users stand behind what they asked for. */
  #focusOnWanted(): void {
    if (this.#focusAt === undefined || this.#focusAt >= this.ideas.length) return;
    if (this.#focusAt >= this.shown) {
      this.shown = this.#focusAt + this.limit;
      return;
    }
    const chunk = this.renderRoot.querySelector(`[data-chunk="${Math.floor(this.#focusAt / CHUNK)}"]`);
    const title = chunk?.querySelectorAll<HTMLElement>('[data-open]')[this.#focusAt % CHUNK];
    if (!title) return;
    title.focus();
    this.#focusAt = undefined;
  }

  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    // Behind an opened idea the list has no size: what was drawn stays, so that the reader comes back to the same place.
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
