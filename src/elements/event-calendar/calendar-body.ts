import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/de/words.ts';
import { eventsOfDay, type PlacedEvent } from '../../model/event-days.ts';
import { toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import type { VrDaySelectEvent, VrEventSelectEvent } from './events.ts';
import { lazyView } from './lazy-views.ts';

/** What the calendar's views draw, and whom they tell what the reader does. */
export interface BodyContext {
  readonly words: Messages;
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
  /** A month shows dots, and the chosen day's events below. */
  readonly narrow: boolean;
  readonly onSelect: (event: VrEventSelectEvent) => void;
  readonly onDay: (event: VrDaySelectEvent) => void;
  /** Looks further ahead; absent where there is nothing to look for. */
  readonly onMore: (() => void) | undefined;
}

export function renderMonth(context: BodyContext): TemplateResult {
  const { words, locale, date, placed, narrow } = context;
  return html`<vr-event-month
      .date=${date}
      .today=${context.today}
      .placed=${placed}
      .firstDay=${context.firstDay}
      .label=${context.title}
      .locale=${locale}
      .words=${words}
      @vr-event-select=${context.onSelect}
      @vr-day-select=${context.onDay}
    ></vr-event-month>
    ${narrow ? html`<div class="day">${renderDay(context)}</div>` : nothing}`;
}

function renderDay(context: BodyContext): TemplateResult {
  const placed = eventsOfDay(context.placed, toEpochDay(context.date));
  if (placed.length === 0) return html`<p class="quiet">${context.words.calendar.dayEmpty}</p>`;
  return renderList({ ...context, placed, from: context.date, onMore: undefined });
}

export function renderList(context: BodyContext): TemplateResult {
  lazyView('agenda');
  return html`<vr-event-agenda
    .placed=${context.placed}
    .from=${toEpochDay(context.from)}
    .limit=${context.limit}
    .complete=${context.complete}
    .more=${context.onMore !== undefined}
    .headingLevel=${context.headingLevel}
    .today=${context.today}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .words=${context.words}
    @vr-event-select=${context.onSelect}
    @vr-events-more=${context.onMore}
  ></vr-event-agenda>`;
}

/** Where a list will stand. */
export const renderSkeleton = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
