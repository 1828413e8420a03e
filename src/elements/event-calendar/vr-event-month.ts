import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type CalendarMessages } from '../../i18n/de/calendar.ts';
import { clockTime, longDay, weekdayName } from '../../i18n/date-words.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import { monthGrid, type MonthGrid } from '../../model/month-grid.ts';
import { addDays, addMonths, startOfWeek, toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import { weekLanes, type WeekSegment } from '../../model/week-lanes.ts';
import type { EventSources } from '../../model/event-sources.ts';
import { host } from '../../styles/host.styles.ts';
import { sourceMarks } from '../../styles/source-marks.styles.ts';
import { renderEventStatus } from './event-status.ts';
import { VrDaySelectEvent, VrEventSelectEvent } from './events.ts';
import { monthStyles } from './vr-event-month.styles.ts';

/** Lines of events a day shows before "+2". */
const MAX_LANES = 3;

/**
 * A month as a grid with one tab stop (ARIA Authoring Practices, grid pattern): arrows go by day and week, Home and End
 * to the ends of the week, Page Up and Page Down by month, with Shift by year, Enter opens the day.
 *
 * @summary Draws one month of events; a view without data access of its own.
 * @status stable
 * @since 0.1
 *
 * @fires {VrEventSelectEvent} vr-event-select - an event was chosen
 * @fires {VrDaySelectEvent} vr-day-select - another day was chosen
 *
 * @csspart grid - the grid of weeks
 */
export class VrEventMonth extends StyledElement {
  static override styles = [host, sourceMarks, monthStyles];

  /** Day the reader stands on; its month is shown. */
  @property({ attribute: false }) date: PlainDate = '1970-01-01';
  /** Today in the widget's zone. */
  @property({ attribute: false }) today: PlainDate = '';
  /** Events of the month, as `placeEvents` gives them. */
  @property({ attribute: false }) placed: readonly PlacedEvent[] = [];
  /** Sources and their marks, where there are several. */
  @property({ attribute: false }) sources: EventSources | undefined;
  /** First day of the week as ISO weekday, 1 Monday to 7 Sunday. */
  @property({ attribute: false }) firstDay = 1;
  /** Name of the grid for screen readers. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: CalendarMessages = de;

  #grid: MonthGrid = monthGrid('1970-01-01');
  #focusWanted = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('date') || changed.has('firstDay')) this.#grid = monthGrid(this.date, this.firstDay);
  }

  protected override updated(): void {
    if (!this.#focusWanted) return;
    this.#focusWanted = false;
    this.focus();
  }

  protected override render(): TemplateResult {
    const { weeks } = this.#grid;
    return html`
      <div
        part="grid"
        class="grid"
        role="grid"
        aria-label=${this.label}
        @keydown=${this.#onKeydown}
        @click=${this.#onClick}
      >
        <div class="week head" role="row">
          ${weeks[0]?.map(
            (day) => html`<div class="name" role="columnheader" aria-label=${weekdayName(this.locale, day, 'long')}>
              ${weekdayName(this.locale, day, 'short')}
            </div>`,
          )}
        </div>
        ${weeks.map((week) => this.#renderWeek(week))}
      </div>
    `;
  }

  #renderWeek(week: readonly PlainDate[]): TemplateResult {
    const first = toEpochDay(week[0] ?? this.date);
    const { lanes, hidden, counts } = weekLanes(this.placed, first, MAX_LANES);
    return html`<div class="week" role="row">
      ${week.map((day, column) => this.#renderDay(day, column, counts[column] ?? 0, hidden[column] ?? 0, lanes))}
    </div>`;
  }

  #renderDay(
    day: PlainDate,
    column: number,
    count: number,
    hidden: number,
    lanes: readonly (readonly (WeekSegment | undefined)[])[],
  ): TemplateResult {
    const parts: TemplateResult[] = [];
    let next = 0;
    let plain = true;
    lanes.forEach((lane, index) => {
      const segment = lane[column];
      if (!segment) return;
      parts.push(this.#renderEvent(segment, index - next));
      next = index + 1;
      plain &&= segment.span === 1 && !segment.continues && !segment.placed.event.allDay;
    });
    // Where no bar passes by and few events stand, their titles may take more lines.
    const room = plain && parts.length === count && count > 0 && count < MAX_LANES ? MAX_LANES + 1 - count : 1;
    const active = day === this.date;
    const other = day.slice(0, 7) !== this.date.slice(0, 7);
    const today = day === this.today;
    const name = longDay(this.locale, day);
    return html`<div
      class="day${other ? ' other' : ''}${today ? ' today' : ''}"
      role="gridcell"
      tabindex=${active ? 0 : -1}
      aria-selected=${active}
      aria-current=${today ? 'date' : nothing}
      data-day=${day}
      data-count=${Math.min(count, 3)}
      data-dots=${this.#dots(day, count)}
      data-room=${room}
    >
      <span class="visually-hidden">${this.words.calendar.dayLabel(name, count, today)}</span>
      <span class="number" aria-hidden="true">${Number(day.slice(8))}</span>
      ${parts}
      ${
        hidden > 0
          ? html`<button
            type="button"
            class="more"
            tabindex="-1"
            data-skip=${lanes.length - next}
            aria-label=${this.words.calendar.moreLabel(hidden, name)}
          >
            ${this.words.calendar.more(hidden)}
          </button>`
          : nothing
      }
    </div>`;
  }

  #renderEvent({ placed, span, continues, continued }: WeekSegment, skip: number): TemplateResult {
    const { event } = placed;
    const bar = event.allDay || span > 1 || continues || continued;
    return html`<button
      type="button"
      class="event ${bar ? 'bar' : 'timed'}${continues ? ' continues' : ''}${continued ? ' continued' : ''}"
      tabindex="-1"
      data-span=${span}
      data-skip=${skip}
      data-status=${event.status ?? nothing}
      data-mark=${this.#mark(placed)}
      .placed=${placed}
    >
      ${placed.minute < 0 || continues ? nothing : html`<span class="time">${clockTime(placed.minute)}</span>`}
      ${renderEventStatus(event, this.words, 'short')} <span class="title">${event.title}</span>
    </button>`;
  }

  #mark({ event }: PlacedEvent): string | typeof nothing {
    return this.sources?.get(event.source?.id ?? '')?.mark ?? nothing;
  }

  /** What a day shows in a narrow column: a dot an event, up to three; of several sources the shape of each. */
  #dots(day: PlainDate, count: number): string {
    if (!this.sources) return '•••'.slice(0, count);
    const at = toEpochDay(day);
    const marks = new Set<string>();
    for (const item of this.placed) {
      if (item.firstDay <= at && item.lastDay >= at) marks.add(String(this.#mark(item)));
    }
    return [...marks].slice(0, 3).join('');
  }

  /** Puts the focus on the day that the reader stands on. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
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
    this.#focusWanted = true;
    this.dispatchEvent(new VrDaySelectEvent(day, true));
    this.requestUpdate();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if ((event.target as Element).closest('button')) return;
      event.preventDefault();
      this.dispatchEvent(new VrDaySelectEvent(this.date, true));
      return;
    }
    const date = this.#dayFor(event.key, event.shiftKey);
    if (!date) return;
    event.preventDefault();
    event.stopPropagation();
    this.#focusWanted = true;
    this.dispatchEvent(new VrDaySelectEvent(date, false));
    this.requestUpdate();
  }

  #dayFor(key: string, shift: boolean): PlainDate | undefined {
    const forward = this.matches(':dir(rtl)') ? -1 : 1;
    const weekStart = startOfWeek(this.date, this.firstDay);
    switch (key) {
      case 'ArrowRight':
        return addDays(this.date, forward);
      case 'ArrowLeft':
        return addDays(this.date, -forward);
      case 'ArrowDown':
        return addDays(this.date, 7);
      case 'ArrowUp':
        return addDays(this.date, -7);
      case 'Home':
        return weekStart;
      case 'End':
        return addDays(weekStart, 6);
      case 'PageUp':
        return addMonths(this.date, shift ? -12 : -1);
      case 'PageDown':
        return addMonths(this.date, shift ? 12 : 1);
      default:
        return undefined;
    }
  }
}
