import '../shared/vr-status.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { monthName } from '../../i18n/date-words.ts';
import { sinceWords } from '../../i18n/when-words.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { BackendError } from '../../backend/backend-error.ts';
import type { Page } from '../../model/page.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { CalendarView } from './calendar-place.ts';

export interface CalendarStatusContext {
  readonly words: CalendarMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly view: CalendarView;
  readonly date: PlainDate;
  /** Events that are shown. */
  readonly count: number;
  readonly filtered: boolean;
  /** What the answer to the last question was, and how the present one stands. */
  readonly query: {
    readonly state: 'waiting' | 'loading' | 'ready' | 'empty' | 'failed';
    readonly error: BackendError | undefined;
    readonly value: Page<unknown> | undefined;
    readonly since: Date | undefined;
    readonly slow: boolean;
  };
  readonly onRetry: () => void;
  /** Looks further ahead; absent where that was done. */
  readonly onLater: (() => void) | undefined;
}

/** How it stands with the calendar's events, in words. */
export function renderStatus(context: CalendarStatusContext): TemplateResult {
  const { words, locale, timeZone, view, count, filtered, query, onLater } = context;
  const { state, error, value, since, slow } = query;
  const bare = value !== undefined && count === 0;
  // What an adapter kept for such times is older than the answer it stands in.
  const kept = value?.problems.find(({ code }) => code === 'stale')?.since;
  const age = kept ? Date.parse(kept) : since?.getTime();
  return html`<vr-status
    .state=${state === 'ready' && bare ? 'empty' : state}
    .error=${error}
    .problems=${value?.problems ?? []}
    .slow=${slow}
    .overContent=${value !== undefined}
    .since=${age === undefined ? '' : sinceWords(age, Date.now(), timeZone, locale, words)}
    .emptyText=${emptyText(context)}
    .words=${words}
    @vr-status-retry=${context.onRetry}
  >
    ${
      bare && view === 'agenda' && !filtered && onLater
        ? html`<button type="button" class="button" @click=${onLater}>${words.calendar.later}</button>`
        : nothing
    }
  </vr-status>`;
}

function emptyText({ words: { calendar }, locale, view, date, filtered }: CalendarStatusContext): string {
  if (filtered) return calendar.filterEmpty;
  if (view === 'month') return calendar.monthEmpty(monthName(locale, date));
  return {
    week: calendar.weekEmpty,
    day: calendar.dayEmpty,
    agenda: calendar.agendaEmpty,
    program: calendar.programEmpty,
  }[view];
}
