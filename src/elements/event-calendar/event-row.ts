import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../../i18n/date-words.ts';
import { timeRange } from '../../i18n/when-words.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import { sourceIdOf, type EventSources } from '../../model/event-sources.ts';
import { fromEpochDay } from '../../model/plain-date.ts';
import { icon } from '../shared/icons.ts';
import { EVENT_KIND_ICONS } from './event-kind-icons.ts';
import { renderEventStatus } from './event-status.ts';

export interface EventRowContext {
  readonly timeZone: string;
  readonly locale: string;
  readonly words: CalendarMessages;
  /** Sources and their marks, where there are several. */
  readonly sources?: EventSources;
}

/** One event in a list: what it is, its title as the way to more, when and where. */
export function renderEventRow(
  { event, firstDay, lastDay }: PlacedEvent,
  day: number,
  context: EventRowContext,
): TemplateResult {
  const { timeZone, locale, words } = context;
  const { calendar } = words;
  const kind = event.kind ?? 'other';
  const source = context.sources?.get(sourceIdOf(event));
  const when = [
    firstDay < day ? calendar.since(shortDay(locale, fromEpochDay(firstDay))) : timeRange(event, timeZone, words),
    lastDay > firstDay && lastDay > day
      ? calendar.until(shortDay(locale, fromEpochDay(lastDay)))
      : event.allDay && firstDay === lastDay
        ? calendar.allDay
        : '',
  ].filter(Boolean);
  const where = event.place?.name ?? (event.attendance ? calendar.attendance[event.attendance] : '');
  const meta = [when.join(' '), where, event.organiser?.name].filter(Boolean);
  return html`<li class="event" data-status=${event.status ?? nothing}>
    <p class="kind">
      ${icon(EVENT_KIND_ICONS[kind])} ${calendar.kinds[kind]}${
        source?.label ? html` · <span data-mark=${source.mark}>${source.label}</span>` : nothing
      }${renderEventStatus(event, words, 'full')}
    </p>
    <button type="button" class="title" .event=${event}>${event.title}</button>
    <p class="meta">${meta.join(' · ')}</p>
  </li>`;
}
