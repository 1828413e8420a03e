import { html, nothing, type TemplateResult } from 'lit';
import { clockTime, longDay } from '../../i18n/date-words.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { CalendarExtrasMessages } from '../../i18n/de/calendar-extras.ts';
import type { PackedSegment } from '../../model/day-columns.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import { sourceIdOf, type EventSources } from '../../model/event-sources.ts';
import { DAY_MS, type PlainDate } from '../../model/plain-date.ts';
import { fromInstantString, toWallTime } from '../../model/time-zone.ts';
import type { WeekSegment } from '../../model/week-lanes.ts';
import { renderEventStatus } from './event-status.ts';

const MINUTE = 60_000;

/** What an event of the week needs to be drawn. */
export interface WeekContext {
  readonly timeZone: string;
  readonly locale: string;
  readonly words: CalendarMessages;
  readonly extras: CalendarExtrasMessages;
  readonly sources: EventSources | undefined;
  readonly tabStop: (date: PlainDate, placed: PlacedEvent) => 0 | -1;
}

export function renderBar(
  { placed, span, continues, continued }: WeekSegment,
  date: PlainDate,
  skip: number,
  context: WeekContext,
): TemplateResult {
  const { event, minute } = placed;
  return html`<button
      type="button"
      class="event bar${continues ? ' continues' : ''}${continued ? ' continued' : ''}"
      tabindex=${context.tabStop(date, placed)}
      data-span=${span}
      data-skip=${skip}
      data-status=${event.status ?? nothing}
      data-mark=${markOf(placed, context)}
      .placed=${placed}
    >
      ${minute < 0 || continues ? nothing : html`<span class="time">${clockTime(minute)}</span>`}
      ${renderEventStatus(event, context.words, 'short')} <span class="title">${event.title}</span>${sourceName(placed, context)}
    </button>`;
}

export function renderTimed(segment: PackedSegment, date: PlainDate, context: WeekContext): TemplateResult {
  const { placed, continues, continued, start, end, span, columns } = segment;
  const { event, minute } = placed;
  const { extras } = context.extras;
  return html`<button
      type="button"
      class="event timed${end - start < 55 ? ' short' : ''}${2 * span <= columns ? ' slim' : ''}${5 * span < 2 * columns ? ' tiny' : ''}${continues ? ' continues' : ''}${continued ? ' continued' : ''}"
      tabindex=${context.tabStop(date, placed)}
      data-status=${event.status ?? nothing}
      data-mark=${markOf(placed, context)}
      .placed=${placed}
      .segment=${segment}
    >
      <span class="text" data-mark=${markOf(placed, context)}
        ><span class="time">${clockTime(minute)}<span class="end">–${endOf(placed, context.timeZone)}</span></span>
        ${renderEventStatus(event, context.words, 'short')} <span class="title">${event.title}</span>
        ${event.place ? html`<span class="where">${event.place.name}</span>` : nothing}
      ${
        continues || continued
          ? html`<span class="visually-hidden">${continues ? extras.previousDay : extras.nextDay}</span>`
          : nothing
      }${sourceName(placed, context)}</span>
    </button>`;
}

export function renderMore(date: PlainDate, hidden: number, context: WeekContext): TemplateResult {
  const { calendar } = context.words;
  return html`<button
      type="button"
      class="more"
      tabindex="-1"
      aria-label=${calendar.moreLabel(hidden, longDay(context.locale, date))}
    >
      ${calendar.more(hidden)}
    </button>`;
}

function markOf({ event }: PlacedEvent, { sources }: WeekContext): string | typeof nothing {
  return sources?.get(sourceIdOf(event))?.mark ?? nothing;
}

function sourceName({ event }: PlacedEvent, { sources }: WeekContext): TemplateResult | typeof nothing {
  const label = sources?.get(sourceIdOf(event))?.label;
  return label ? html`<span class="visually-hidden">, ${label}</span>` : nothing;
}

function endOf({ event }: PlacedEvent, timeZone: string): string {
  const wall = toWallTime(timeZone, fromInstantString(event.end));
  const minute = Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE);
  return clockTime(minute === 0 && event.end > event.start ? 1440 : minute);
}
