import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { calendarExtrasWords } from '../../i18n/calendar-extras-words.ts';
import { clockTime, longDay, weekdayName } from '../../i18n/date-words.ts';
import { de, type CalendarMessages } from '../../i18n/de/calendar.ts';
import type { CalendarExtrasMessages } from '../../i18n/de/calendar-extras.ts';
import { LocalizeController } from '../../i18n/localize-controller.ts';
import { StyledElement } from '../../internal/styled-element.ts';
import {
  daySegments,
  isAboveHours,
  packDay,
  weekNumber,
  type PackedDay,
  type PackedSegment,
} from '../../model/day-columns.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import type { EventSources } from '../../model/event-sources.ts';
import { DAY_MS, fromEpochDay, startOfWeek, toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import { toWallTime } from '../../model/time-zone.ts';
import { weekLanes, type WeekSegment } from '../../model/week-lanes.ts';
import { host } from '../../styles/host.styles.ts';
import { sourceMarks } from '../../styles/source-marks.styles.ts';
import { VrDaySelectEvent, VrEventSelectEvent } from './events.ts';
import { weekStyles } from './vr-event-week.styles.ts';
import { dayForKey } from './week-keys.ts';
import { renderBar, renderMore, renderTimed, type WeekContext } from './week-blocks.ts';

/** Lines of the bars above the hours before "+2". */
const MAX_LANES = 4;
const HOURS: readonly number[] = [...new Array(24).keys()];
/** Hours that are in sight at first: 7 to 20, from 5 on where something begins so early. */
const FIRST_HOUR = 7;
const EARLIEST_HOUR = 5;
/** Pixels above the first hour, which its figures reach into. */
const ABOVE_HOUR = 14;
const MINUTE = 60_000;

interface Day {
  readonly date: PlainDate;
  readonly count: number;
  readonly packed: PackedDay;
}

/**
 * A week by the hour, as a grid with one tab stop (ARIA Authoring Practices, grid pattern): left and right go by day, up
 * and down through the events of the day, Home and End to the ends of the week, Page Up and Page Down by week, with Shift
 * by month. Enter opens.
 *
 * @summary Draws one week of events by day and hour; a view without data access of its own.
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventSelectEvent} vr-event-select - an event was chosen
 * @fires {VrDaySelectEvent} vr-day-select - another day was chosen
 *
 * @csspart grid - the grid of days and hours
 */
export class VrEventWeek extends StyledElement {
  static override styles = [host, sourceMarks, weekStyles];

  /** Day the reader stands on; its week is shown. */
  @property({ attribute: false }) date: PlainDate = '1970-01-01';
  @property({ attribute: false }) today: PlainDate = '';
  /** Events, as `placeEvents` gives them; those of other weeks are left out. */
  @property({ attribute: false }) placed: readonly PlacedEvent[] = [];
  /** Sources and their marks, where there are several. */
  @property({ attribute: false }) sources: EventSources | undefined;
  /** First day of the week as ISO weekday. */
  @property({ attribute: false }) firstDay = 1;
  /** Name of the grid for screen readers. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: CalendarMessages = de;

  /** The event that has the tab stop, as its place in its day; without it the day has it. */
  @state() private active: number | undefined;

  readonly #localize = new LocalizeController<CalendarExtrasMessages>(this, calendarExtrasWords);
  #days: readonly Day[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The focus is wanted on the day, or on its event nearest to this minute. */
  #wanted: { readonly near?: number } | undefined;
  #scrolled = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('date')) this.active = undefined;
    if (['date', 'firstDay', 'placed', 'timeZone'].some((name) => changed.has(name))) {
      const first = toEpochDay(startOfWeek(this.date, this.firstDay));
      const inWeek = this.placed.filter((item) => item.firstDay <= first + 6 && item.lastDay >= first);
      this.#days = [0, 1, 2, 3, 4, 5, 6].map((column) => {
        const day = first + column;
        return {
          date: fromEpochDay(day),
          count: inWeek.filter((item) => item.firstDay <= day && item.lastDay >= day).length,
          packed: packDay(daySegments(inWeek, day, this.timeZone)),
        };
      });
    }
  }

  protected override updated(): void {
    for (const button of this.renderRoot.querySelectorAll<HTMLElement & { segment?: PackedSegment }>('.timed')) {
      const { segment } = button;
      if (!segment) continue;
      const { start, end, column, span, columns } = segment;
      // Through the object model: a page may forbid inline styles.
      button.style.setProperty('--_at', String(start / 60));
      button.style.setProperty('--_for', String((end - start) / 60));
      button.style.setProperty('--_column', String(column / columns));
      button.style.setProperty('--_width', String(span / columns));
    }
    const now = this.renderRoot.querySelector<HTMLElement>('.now');
    now?.style.setProperty('--_at', String(this.#minute() / 60));
    this.#scrollToDay();
    if (!this.#wanted) return;
    const { near } = this.#wanted;
    this.#wanted = undefined;
    // The focus takes the tab stop along, which is drawn in a turn of its own.
    void this.updateComplete.then(() => this.#focusNear(near));
  }

  protected override render(): TemplateResult {
    const { extras } = this.#localize.words;
    const first = toEpochDay(this.#days[0]?.date ?? this.date);
    const above = weekLanes(this.placed.filter(isAboveHours), first, MAX_LANES);
    const week = weekNumber(first);
    return html`<div
      part="grid"
      class="grid"
      role="grid"
      aria-label=${this.label}
      @keydown=${this.#onKeydown}
      @click=${this.#onClick}
      @focusin=${this.#onFocus}
    >
      <div class="top" role="rowgroup">
        <div class="row" role="row">
          <div class="gutter" role="columnheader" aria-label=${extras.weekNumberLabel(week)}>${extras.weekNumber(week)}</div>
          ${this.#days.map(({ date }) => this.#renderName(date))}
        </div>
        <div class="row above" role="row">
          <div class="gutter" role="rowheader">${extras.allDay}</div>
          ${this.#days.map(({ date }, column) => this.#renderAbove(date, column, above.lanes, above.hidden[column] ?? 0))}
        </div>
      </div>
      <div class="body" role="rowgroup">
        <div class="row hours" role="row">
          <div class="gutter times" role="rowheader">
            <i class="visually-hidden">${this.words.calendar.when}</i>
            ${HOURS.map((hour) => html`<span aria-hidden="true">${hour === 0 ? '' : clockTime(60 * hour)}</span>`)}
          </div>
          ${this.#days.map((day, column) => this.#renderDay(day, above.counts[column] ?? 0))}
        </div>
      </div>
    </div>`;
  }

  #renderName(date: PlainDate): TemplateResult {
    const today = date === this.today;
    return html`<div
      class="name${today ? ' today' : ''}"
      role="columnheader"
      aria-label=${longDay(this.locale, date)}
    >
      ${weekdayName(this.locale, date, 'short')} <b>${Number(date.slice(8))}</b>
    </div>`;
  }

  #renderAbove(
    date: PlainDate,
    column: number,
    lanes: readonly (readonly (WeekSegment | undefined)[])[],
    hidden: number,
  ): TemplateResult {
    let next = 0;
    const bars = lanes.flatMap((lane, index) => {
      const segment = lane[column];
      if (!segment) return [];
      const skip = index - next;
      next = index + 1;
      return [renderBar(segment, date, skip, this.#context)];
    });
    return html`<div class="cell" role="gridcell" data-day=${date}>
      ${bars} ${hidden > 0 ? renderMore(date, hidden, this.#context) : nothing}
    </div>`;
  }

  #renderDay({ date, count, packed }: Day, above: number): TemplateResult {
    const today = date === this.today;
    const active = date === this.date;
    return html`<div
      class="cell day${today ? ' today' : ''}"
      role="gridcell"
      tabindex=${active && this.active === undefined ? 0 : -1}
      aria-selected=${active}
      aria-current=${today ? 'date' : nothing}
      data-day=${date}
      data-above=${above}
    >
      <span class="visually-hidden">${this.words.calendar.dayLabel(longDay(this.locale, date), count, today)}</span>
      ${today ? html`<i class="now"></i>` : nothing} ${packed.segments.map((segment) => renderTimed(segment, date, this.#context))}
      ${packed.hidden > 0 ? renderMore(date, packed.hidden, this.#context) : nothing}
    </div>`;
  }

  get #context(): WeekContext {
    const { timeZone, locale, words, sources } = this;
    const tabStop = (date: PlainDate, placed: PlacedEvent): 0 | -1 => this.#tabStop(date, placed);
    return { timeZone, locale, words, sources, extras: this.#localize.words, tabStop };
  }

  #tabStop(date: PlainDate, placed: PlacedEvent): 0 | -1 {
    if (date !== this.date || this.active === undefined) return -1;
    const button = this.#eventsOf(date)[this.active];
    return button?.placed === placed ? 0 : -1;
  }

  /** What can have the focus on a day, from the top. */
  #eventsOf(date: PlainDate): readonly (HTMLElement & { placed?: PlacedEvent; segment?: PackedSegment })[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(`[data-day="${date}"] button`)];
  }

  /** Minute of today's clock. */
  #minute(): number {
    return Math.floor((toWallTime(this.timeZone, Date.now()) - toEpochDay(this.today) * DAY_MS) / MINUTE);
  }

  /** The line of now goes on with the minutes. */
  #tick(): void {
    this.#timer = setTimeout(
      () => {
        this.requestUpdate();
        this.#tick();
      },
      MINUTE - (Date.now() % MINUTE),
    );
  }

  #scrollToDay(): void {
    if (this.#scrolled) return;
    const body = this.renderRoot.querySelector<HTMLElement>('.body');
    if (!body) return;
    const starts = this.#days.flatMap(({ packed }) => packed.segments.map(({ start }) => Math.floor(start / 60)));
    const hour = Math.min(FIRST_HOUR, ...starts.filter((start) => start >= EARLIEST_HOUR));
    body.scrollTop = (hour / 24) * body.scrollHeight - ABOVE_HOUR;
    // Events may still be on their way; where they begin decides.
    this.#scrolled = this.placed.length > 0;
  }

  /** Puts the focus on the day that the reader stands on. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(`.day[data-day="${this.date}"]`)?.focus(options);
  }

  #focusNear(minute: number | undefined): void {
    const buttons = this.#eventsOf(this.date);
    if (minute === undefined || buttons.length === 0) {
      this.focus({ preventScroll: true });
      return;
    }
    const far = (button: (typeof buttons)[number]): number => Math.abs((button.segment?.start ?? 0) - minute);
    buttons.reduce((best, button) => (far(button) < far(best) ? button : best)).focus();
  }

  #onFocus(event: FocusEvent): void {
    const target = event.target as HTMLElement;
    const day = target.closest<HTMLElement>('[data-day]')?.dataset['day'];
    const at = day === undefined ? -1 : this.#eventsOf(day).indexOf(target);
    if (day !== undefined && day !== this.date) {
      // By pointer: the day follows, and what has the focus keeps it.
      this.dispatchEvent(new VrDaySelectEvent(day, false));
      if (at >= 0) void this.updateComplete.then(() => (this.active = at));
      return;
    }
    this.active = at < 0 ? undefined : at;
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const chip = target.closest<HTMLElement & { placed?: PlacedEvent }>('.event');
    if (chip?.placed) {
      this.dispatchEvent(new VrEventSelectEvent(chip.placed.event));
      return;
    }
    const day = target.closest<HTMLElement>('[data-day]')?.dataset['day'];
    if (!day) return;
    this.#go(day, undefined, true);
  }

  #go(date: PlainDate, near?: number, open = false): void {
    this.#wanted = near === undefined ? {} : { near };
    this.dispatchEvent(new VrDaySelectEvent(date, open));
    this.requestUpdate();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement & { segment?: PackedSegment };
    const onEvent = target.localName === 'button';
    if (event.key === 'Enter' || event.key === ' ') {
      if (onEvent) return;
      this.dispatchEvent(new VrDaySelectEvent(this.date, true));
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#goThroughDay(target, event.key);
    else {
      const date = dayForKey(event.key, event.shiftKey, this.date, this.firstDay, this.matches(':dir(rtl)') ? -1 : 1);
      if (!date) return;
      this.#go(date, onEvent ? (target.segment?.start ?? 0) : undefined);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the next or previous event of the day; the day itself stands above them. Where there is none, by an hour. */
  #goThroughDay(target: HTMLElement, key: 'ArrowDown' | 'ArrowUp'): void {
    const buttons = this.#eventsOf(this.date);
    const at = buttons.indexOf(target) + (key === 'ArrowDown' ? 1 : -1);
    const next = buttons[at];
    if (next) next.focus();
    else if (at === -1 && target.localName === 'button') this.focus({ preventScroll: true });
    else {
      const body = this.renderRoot.querySelector('.body');
      body?.scrollBy({ top: ((key === 'ArrowDown' ? 1 : -1) * body.scrollHeight) / 24 });
    }
  }
}
