import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type CalendarMessages } from '../../i18n/de/calendar.ts';
import { longDay, monthName, monthOnly, weekdayName } from '../../i18n/date-words.ts';
import { agendaMonths, type AgendaDay, type AgendaMonth } from '../../model/agenda-chunks.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import { groupByDay, type PlacedEvent } from '../../model/event-days.ts';
import type { EventSources } from '../../model/event-sources.ts';
import { fromEpochDay, type PlainDate } from '../../model/plain-date.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { sourceMarks } from '../../styles/source-marks.styles.ts';
import { renderEventRow } from './event-row.ts';
import { VrEventSelectEvent } from './events.ts';
import { VrEventsMoreEvent } from './more-event.ts';
import { agendaStyles } from './vr-event-agenda.styles.ts';

/** Events drawn and dropped together. */
const CHUNK = 20;
/** Chunks drawn at first, from where the list starts. */
const FIRST_CHUNKS: ReadonlySet<number> = new Set([0, 1, 2]);

/**
 * Events as a list grouped by day, and by month where it goes on through the year. However long it is, only the part
 * around the reader is drawn; printing draws all. Once the reader has asked for more, more comes by scrolling close to
 * the end: not before, since what stands below a list must be reachable.
 *
 * @summary Lists events by day; a view without data access of its own.
 * @status stable
 * @since 0.1
 *
 * @fires {VrEventSelectEvent} vr-event-select - an event was chosen
 * @fires {VrEventsMoreEvent} vr-events-more - the reader wants events after the last, or before the first
 *
 * @csspart more - the buttons that show more
 */
export class VrEventAgenda extends StyledElement {
  static override styles = [host, controls, sourceMarks, agendaStyles];

  /** Events, as `placeEvents` gives them. */
  @property({ attribute: false }) placed: readonly PlacedEvent[] = [];
  /** First day of the list as a day count; events that began before stand under it. */
  @property({ attribute: false }) from = 0;
  /** Day that the list was begun at, where it was grown backwards since; `limit` counts from there. */
  @property({ attribute: false }) start: number | undefined;
  /** Events shown before "Mehr anzeigen"; each use of it adds as many again. */
  @property({ attribute: false }) limit = 60;
  /** There may be events after the last one given. */
  @property({ attribute: false }) more = false;
  /** There may be events before the first one given. */
  @property({ attribute: false }) earlier = false;
  /** Months have headings, above those of days. */
  @property({ attribute: false }) months = false;
  /** Level of the headings, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) today: PlainDate = '';
  /** Sources and their marks, where there are several. */
  @property({ attribute: false }) sources: EventSources | undefined;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: CalendarMessages = de;

  /** Draws the whole list at once, for paper. */
  @property({ attribute: false }) complete = false;

  @state() private shown = 60;
  /** Chunks that the reader is near to, counted from the start of the list; those before it are negative. */
  @state() private near: ReadonlySet<number> = FIRST_CHUNKS;

  #months: readonly AgendaMonth[] = [];
  /** Events in the list, and how many of them stand before its start. */
  #count = 0;
  #before = 0;
  #heights = new Map<number, number>();
  #observer: IntersectionObserver | undefined;
  #endObserver: IntersectionObserver | undefined;
  /** The reader asked for more: from now on it comes by scrolling. */
  #goesOn = false;
  /** Event that gets the focus as soon as it is drawn: counted from the start, or the last of those before. */
  #focusAt: number | 'before' | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#endObserver?.disconnect();
    this.#observer = this.#endObserver = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const start = this.start ?? this.from;
    if (changed.has('limit')) this.shown = this.limit;
    if (changed.has('start') || (changed.has('from') && this.start === undefined)) {
      this.shown = this.limit;
      this.near = FIRST_CHUNKS;
      this.#heights.clear();
      this.#goesOn = false;
    }
    if (['placed', 'from', 'start', 'shown', 'complete', 'months'].some((name) => changed.has(name))) {
      const at = this.placed.findIndex((item) => Math.max(item.firstDay, this.from) >= start);
      const before = at < 0 ? this.placed : this.placed.slice(0, at);
      const after = this.placed.slice(before.length, this.complete ? undefined : before.length + this.shown);
      // Earlier events came: the nearest of them are drawn, and the reader goes on there.
      if (this.#focusAt === 'before' && before.length > this.#before) this.near = new Set([...this.near, -1]);
      this.#before = before.length;
      this.#count = before.length + after.length;
      this.#months = agendaMonths(groupByDay(before, this.from), groupByDay(after, start), CHUNK, this.months);
    }
    const chunk = this.#next()?.chunk;
    if (chunk !== undefined && !this.near.has(chunk)) this.near = new Set([...this.near, chunk]);
  }

  protected override updated(): void {
    this.#focusOnNew();
    this.#watchEnd();
    const chunks = this.renderRoot.querySelectorAll<Chunk>('.chunk');
    if (chunks.length <= 3) return;
    this.#observer ??= new IntersectionObserver((entries) => this.#onIntersect(entries), { rootMargin: '600px 0px' });
    for (const chunk of chunks) {
      this.#observer.observe(chunk);
      if (chunk.firstElementChild) chunk.style.removeProperty('block-size');
      else chunk.style.setProperty('block-size', `${this.#heights.get(indexOf(chunk)) ?? guessedHeight(chunk)}px`);
    }
  }

  protected override render(): TemplateResult {
    const { calendar, common } = this.words;
    const isMore = this.more || this.#count < this.placed.length;
    return html`
      ${
        this.earlier && !this.complete
          ? html`<button type="button" part="more" class="button earlier" @click=${this.#onEarlier}>
              ${calendar.earlier}
            </button>`
          : nothing
      }
      <div class="list" @click=${this.#onClick}>${this.#months.map((month) => this.#renderMonth(month))}</div>
      ${
        !this.complete && isMore
          ? html`<button type="button" part="more" class="button more" @click=${() => this.#onMore(true)}>
              ${common.showMore}
            </button>`
          : nothing
      }
    `;
  }

  #renderMonth({ month, chunks }: AgendaMonth): TemplateResult {
    const parts = chunks.map(
      ({ index, days }) =>
        html`<div class="chunk" data-chunk=${index} .days=${days}>
          ${this.complete || this.near.has(index) ? days.map((day) => this.#renderDay(day)) : nothing}
        </div>`,
    );
    if (!this.months) return html`${parts}`;
    return html`<section class="month">
      <div class="name" role="heading" aria-level=${this.headingLevel}>
        ${monthName(this.locale, fromEpochDay(month))}
      </div>
      ${parts}
    </section>`;
  }

  #renderDay({ day, continued, items }: AgendaDay): TemplateResult {
    const date = fromEpochDay(day);
    const today = date === this.today;
    const level = Math.min(6, this.headingLevel + (this.months ? 1 : 0));
    return html`<section class="day${today ? ' today' : ''}">
      ${
        continued
          ? nothing
          : html`<div class="date" role="heading" aria-level=${level}>
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

  #onEarlier(): void {
    this.#focusAt = 'before';
    this.dispatchEvent(new VrEventsMoreEvent(true));
  }

  /** @param asked by the button: the focus goes on at the first new event */
  #onMore(asked: boolean): void {
    const first = this.#count - this.#before;
    if (this.#count >= this.placed.length) this.dispatchEvent(new VrEventsMoreEvent());
    this.shown += this.limit;
    if (!asked) return;
    this.#goesOn = true;
    this.#focusAt = first;
  }

  /** Close to the end more comes by itself, once the reader wanted more. A column beside the contents waits for the button. */
  #watchEnd(): void {
    const button = this.#goesOn && this.months ? this.renderRoot.querySelector('.more') : null;
    this.#endObserver ??= new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#onMore(false);
      },
      { rootMargin: '200px 0px' },
    );
    // Anew after each turn: a button that stays in sight is told of again.
    this.#endObserver.disconnect();
    if (button && this.#count < this.placed.length) this.#endObserver.observe(button);
  }

  /** The event that gets the focus, and the chunk it stands in; nothing while it is still to come. */
  #next(): { readonly item: PlacedEvent; readonly chunk: number } | undefined {
    const at = this.#focusAt;
    if (at === undefined) return undefined;
    const index = at === 'before' ? this.#before - 1 : this.#before + at;
    const item = this.placed[index];
    if (!item || index >= this.#count || (at === 'before' && !this.near.has(-1))) return undefined;
    const chunk = this.#months
      .flatMap(({ chunks }) => chunks)
      .find(({ days }) => days.some(({ items }) => items.includes(item)));
    return chunk && { item, chunk: chunk.index };
  }

  /** The focus goes on at the first new event, else keyboard users stand behind what they asked for. */
  #focusOnNew(): void {
    const next = this.#next();
    if (!next) return;
    const isBefore = this.#focusAt === 'before';
    this.#focusAt = undefined;
    const titles = this.renderRoot.querySelectorAll<HTMLElement & { event?: CalendarEvent }>(
      `[data-chunk="${next.chunk}"] button.title`,
    );
    const title = [...titles].find(({ event }) => event === next.item.event);
    // Of what came above nobody sees anything unless it is scrolled to.
    title?.focus({ preventScroll: !isBefore });
  }

  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    const near = new Set(this.near);
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const index = indexOf(target as HTMLElement);
      if (isIntersecting) near.add(index);
      else if (near.has(index) && !target.contains(this.shadowRoot?.activeElement ?? null)) {
        this.#heights.set(index, boundingClientRect.height);
        near.delete(index);
      }
    }
    if (near.size !== this.near.size || [...near].some((index) => !this.near.has(index))) this.near = near;
  }
}

type Chunk = HTMLElement & { readonly days?: readonly AgendaDay[] };

/** Height of a chunk that was never drawn, in pixels: a row takes about 70, the space around a day 25. */
const guessedHeight = ({ days = [] }: Chunk): number =>
  days.reduce((height, { items }) => height + 70 * items.length + 25, 0);

const indexOf = (chunk: HTMLElement): number => Number(chunk.dataset['chunk']);
