import { html, nothing, type TemplateResult } from 'lit';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { whenWords } from '../../../i18n/when-words.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';

export interface FactsContext {
  readonly words: EventPageMessages;
  readonly locale: string;
  readonly timeZone: string;
}

/** A moment in words: Do., 12. März 2026, 14:00 Uhr. */
export const momentWords = (instant: string, { words, locale, timeZone }: FactsContext): string =>
  whenWords({ uid: '', title: '', start: instant, end: instant, allDay: false }, timeZone, locale, words);

/** How many places there are and until when; empty once nobody can register any more. */
export function placesLine(event: CalendarEvent, context: FactsContext): string {
  const { register } = context.words;
  const { capacity, registered, waiting = 0, closesAt } = event.registration ?? {};
  const free = capacity === undefined ? undefined : Math.max(0, capacity - (registered ?? 0));
  return [
    free === undefined || capacity === undefined
      ? registered
        ? register.coming(registered)
        : ''
      : free > 0
        ? register.places(free, capacity)
        : '',
    free === 0 || waiting > 0 ? register.waiting(waiting) : '',
    closesAt ? register.until(momentWords(closesAt, context)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What one registration is for, where that is not plain. */
export function scopeLine(event: CalendarEvent, context: FactsContext): TemplateResult | typeof nothing {
  const { register } = context.words;
  const { words, timeZone, locale } = context;
  if (event.registration?.scope === 'series') {
    return html`<p class="text">${event.kind === 'learning-circle' ? register.forCircle : register.forSeries}</p>`;
  }
  return event.recurrenceId
    ? html`<p class="text">${register.forDate(whenWords(event, timeZone, locale, words))}</p>`
    : nothing;
}
