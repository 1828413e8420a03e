import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type CalendarMessages } from '../../i18n/de/calendar.ts';
import { longDay, monthOnly, weekdayName } from '../../i18n/date-words.ts';
import { agendaChunks, type AgendaChunk, type AgendaDay } from '../../model/agenda-chunks.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import { groupByDay, type PlacedEvent } from '../../model/event-days.ts';
import { fromEpochDay, type PlainDate } from '../../model/plain-date.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { renderEventRow } from './event-row.ts';
import { VrEventSelectEvent, VrEventsMoreEvent } from './events.ts';
import { agendaStyles } from './vr-event-agenda.styles.ts';

/** Events drawn and dropped together. */
const CHUNK = 20;

/**
 * Events as a list grouped by day. However long it is, only the part around the reader is drawn; printing draws all.
 *
 * @summary Lists events by day; a view without data access of its own.
 * @status stable
 * @since 0.1
 *
 * @fires {VrEventSelectEvent} vr-event-select - an event was chosen
 * @fires {VrEventsMoreEvent} vr-events-more - the reader wants events after the last
 *
 * @csspart more - the button that shows more
 */
export class VrEventAgenda extends StyledElement {
  static override styles = [host, controls, agendaStyles];

  /** Events, as `placeEvents` gives them. */
  @property({ attribute: false }) placed: readonly PlacedEvent[] = [];
  /** First day of the list as a day count; events that began before stand under it. */
  @property({ attribute: false }) from = 0;
  /** Events shown before "Mehr anzeigen"; each use of it adds as many again. */
  @property({ attribute: false }) limit = 60;
  /** There may be events after the last one given. */
  @property({ attribute: false }) more = false;
  /** Level of the headings of days, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) today: PlainDate = '';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: CalendarMessages = de;

  /** Draws the whole list at once, for paper. */
  @property({ attribute: false }) complete = false;

  @state() private shown = 60;
  /** Chunks that the reader is near to. */
  @state() private near: ReadonlySet<number> = new Set([0, 1, 2]);

  #chunks: AgendaChunk[] = [];
  #heights = new Map<number, number>();
  #observer: IntersectionObserver | undefined;
  /** Place in the list of the event that gets the focus as soon as it is drawn. */
  #focusAt: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('limit')) this.shown = this.limit;
    if (changed.has('from')) {
      this.shown = this.limit;
      this.near = new Set([0, 1, 2]);
    }
    if (changed.has('placed') || changed.has('from') || changed.has('shown') || changed.has('complete')) {
      const items = this.complete ? this.placed : this.placed.slice(0, this.shown);
      this.#chunks = agendaChunks(groupByDay(items, this.from), CHUNK);
    }
  }

  protected override updated(): void {
    this.#focusOnNew();
    if (this.#chunks.length <= 3) return;
    this.#observer ??= new IntersectionObserver((entries) => this.#onIntersect(entries), { rootMargin: '600px 0px' });
    this.renderRoot.querySelectorAll<HTMLElement>('.chunk').forEach((chunk, index) => {
      this.#observer?.observe(chunk);
      if (chunk.firstElementChild) chunk.style.removeProperty('block-size');
      else chunk.style.setProperty('block-size', `${this.#heights.get(index) ?? 1400}px`);
    });
  }

  protected override render(): TemplateResult {
    return html`
      <div class="list" @click=${this.#onClick}>
        ${this.#chunks.map(
          (chunk, index) =>
            html`<div class="chunk" data-chunk=${index}>
              ${this.complete || this.near.has(index) ? chunk.map((day) => this.#renderDay(day)) : nothing}
            </div>`,
        )}
      </div>
      ${
        !this.complete && (this.more || this.shown < this.placed.length)
          ? html`<button type="button" part="more" class="button" @click=${this.#onMore}>
            ${this.words.common.showMore}
          </button>`
          : nothing
      }
    `;
  }

  #renderDay({ day, continued, items }: AgendaDay): TemplateResult {
    const date = fromEpochDay(day);
    const today = date === this.today;
    return html`<section class="day${today ? ' today' : ''}">
      ${
        continued
          ? nothing
          : html`<div class="date" role="heading" aria-level=${this.headingLevel}>
            <span aria-hidden="true"
              ><b>${Number(date.slice(8))}</b>
              <i>${weekdayName(this.locale, date, 'short')}<span>${monthOnly(this.locale, date, 'short')}</span></i>
            </span>
            <span class="visually-hidden">${longDay(this.locale, date)}${today ? `, ${this.words.calendar.today}` : ''}</span>
          </div>`
      }
      <ul role="list">
        ${items.map((item) => renderEventRow(item, day, this))}
      </ul>
    </section>`;
  }

  #onClick(event: MouseEvent): void {
    const title = (event.target as Element).closest<HTMLElement & { event?: CalendarEvent }>('button.title');
    if (title?.event) this.dispatchEvent(new VrEventSelectEvent(title.event));
  }

  #onMore(): void {
    const first = Math.min(this.shown, this.placed.length);
    if (this.shown >= this.placed.length) this.dispatchEvent(new VrEventsMoreEvent());
    this.shown += this.limit;
    this.near = new Set([...this.near, Math.floor(first / CHUNK)]);
    this.#focusAt = first;
  }

  /** The focus goes on at the first new event, else keyboard users stand behind what they asked for. */
  #focusOnNew(): void {
    if (this.#focusAt === undefined || this.#focusAt >= this.placed.length) return;
    const chunk = this.renderRoot.querySelector(`[data-chunk="${Math.floor(this.#focusAt / CHUNK)}"]`);
    chunk?.querySelectorAll<HTMLElement>('button.title')[this.#focusAt % CHUNK]?.focus({ preventScroll: true });
    this.#focusAt = undefined;
  }

  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
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
