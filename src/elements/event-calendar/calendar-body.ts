import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { VrDaySelectEvent, VrEventSelectEvent } from './events.ts';

/** What the calendar's views draw, and whom they tell what the reader does. */
export interface BodyContext {
  readonly words: CalendarMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly title: string;
  readonly headingLevel: number;
  readonly today: PlainDate;
  readonly date: PlainDate;
  /** First day that is shown. */
  readonly from: PlainDate;
  readonly firstDay: number;
  readonly placed: readonly PlacedEvent[];
  /** Events in a list before "Mehr anzeigen". */
  readonly limit: number;
  /** The whole list at once, for paper. */
  readonly complete: boolean;
  readonly onSelect: (event: VrEventSelectEvent) => void;
  readonly onDay: (event: VrDaySelectEvent) => void;
  /** Looks further ahead; absent where there is nothing to look for. */
  readonly onMore: (() => void) | undefined;
}

/** The month; in a narrow column with the chosen day's events below its dots. */
export function renderMonth(context: BodyContext, day: TemplateResult | undefined): TemplateResult {
  return html`<vr-event-month
      .date=${context.date}
      .today=${context.today}
      .placed=${context.placed}
      .firstDay=${context.firstDay}
      .label=${context.title}
      .locale=${context.locale}
      .words=${context.words}
      @vr-event-select=${context.onSelect}
      @vr-day-select=${context.onDay}
    ></vr-event-month>
    ${day ? html`<div class="day">${day}</div>` : nothing}`;
}

/** Where a list will stand. */
export const renderSkeleton = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
