import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import { longDay, monthName, spanOfDays } from '../../i18n/date-words.ts';
import {
  agendaPeriod,
  campsPeriod,
  daysPeriod,
  monthPeriod,
  weekPeriod,
  type CalendarPeriod,
} from '../../model/calendar-period.ts';
import { addDays, addMonths, startOfMonth, type PlainDate } from '../../model/plain-date.ts';

export const CALENDAR_VIEWS = ['month', 'week', 'day', 'agenda', 'program'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** Months that the list looks ahead, and further with each "Mehr anzeigen" behind its last event. */
const AGENDA_MONTHS = 3;
const LAST_MONTHS = 18;

/** Where in time the reader is, and how it is looked at. */
export class CalendarPlace {
  view: CalendarView = 'month';
  date: PlainDate = '';
  /** First day of the week as ISO weekday. */
  firstDay = 1;
  today: PlainDate = '';
  /** Months of the list, ahead and back from where the reader began it. */
  #ahead = AGENDA_MONTHS;
  #back = 0;

  /** What is shown. A list that was grown backwards keeps where it began. */
  get shown(): CalendarPeriod {
    const { view, date, today, firstDay } = this;
    if (view === 'week') return weekPeriod(date, firstDay);
    if (view === 'day') return daysPeriod(date, 1);
    if (view === 'agenda') return agendaPeriod(date, today, this.#ahead);
    return view === 'month' ? monthPeriod(date, firstDay) : campsPeriod(date);
  }

  /** What the source is asked for: weeks and days come with their whole month, so that going on costs nothing. */
  get asked(): { readonly from: PlainDate; readonly to: PlainDate } {
    if (this.view === 'week' || this.view === 'day') return monthPeriod(this.date, this.firstDay);
    const { from, to } = this.shown;
    return { from: this.view === 'agenda' ? addMonths(from, -this.#back) : from, to };
  }

  get hasLater(): boolean {
    return this.#ahead < LAST_MONTHS;
  }

  get hasEarlier(): boolean {
    return this.#back < LAST_MONTHS;
  }

  /** Another place; true where something else is shown there. */
  go(date: PlainDate, view = this.view): boolean {
    const before = this.shown.from;
    const other = view !== this.view;
    this.view = view;
    this.date = date;
    this.#ahead = AGENDA_MONTHS;
    this.#back = 0;
    return other || view === 'agenda' || this.shown.from !== before;
  }

  later(months = this.#ahead + AGENDA_MONTHS): void {
    this.#ahead = months;
  }

  /** As far ahead as a list looks. */
  latest(): void {
    this.#ahead = LAST_MONTHS;
  }

  earlier(): void {
    this.#back += AGENDA_MONTHS;
  }

  /** The day to go to for what comes before or after. */
  step(direction: 1 | -1): PlainDate {
    if (this.view === 'week') return addDays(this.date, 7 * direction);
    if (this.view === 'day') return addDays(this.date, direction);
    return addMonths(startOfMonth(this.date), direction);
  }

  title(locale: string, { calendar }: CalendarMessages): string {
    const { from, to, upcoming } = this.shown;
    if (this.view === 'week') return spanOfDays(locale, from, addDays(to, -1));
    if (this.view === 'day') return longDay(locale, from);
    if (this.view === 'program') return calendar.views.program;
    return upcoming ? calendar.upcoming : monthName(locale, this.date);
  }
}
