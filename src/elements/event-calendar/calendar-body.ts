import { html, nothing, type TemplateResult } from 'lit';
import type { EventsPort, EventsQuery } from '../../backend/ports.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { LazyPart } from '../../internal/lazy-part.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import type { CalendarPeriod } from '../../model/calendar-period.ts';
import type { PlacedEvent } from '../../model/event-days.ts';
import type { EventSources } from '../../model/event-sources.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { CALENDAR_VIEWS, type CalendarView } from './calendar-place.ts';
import type { CalendarReader } from './calendar-reader.ts';
import type { CalendarSource } from './calendar-source.ts';
import type { CalendarStatusContext } from './calendar-status.ts';
import type { VrEventChangedEvent } from './event-page/events.ts';
import type { VrDaySelectEvent, VrEventSelectEvent } from './events.ts';
import { inDays } from './placed-events.ts';

/** What the calendar's views draw, and whom they tell what the reader does. */
export interface BodyContext {
  readonly words: CalendarMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly title: string;
  readonly headingLevel: number;
  readonly view: CalendarView;
  readonly narrow: boolean;
  readonly today: PlainDate;
  readonly date: PlainDate;
  readonly shown: CalendarPeriod;
  /** First day of a list, also where it was grown backwards. */
  readonly from: PlainDate;
  readonly firstDay: number;
  readonly query: CalendarSource['query'];
  /** Everything the source answered, also beyond what is shown. */
  readonly placed: readonly PlacedEvent[];
  /** Marks of the sources, where there are several. */
  readonly sources: EventSources | undefined;
  /** Events in a list before "Mehr anzeigen". */
  readonly limit: number;
  /** The whole list at once, for paper. */
  readonly complete: boolean;
  /** The list goes on through the months. */
  readonly endless: boolean;
  readonly port: EventsPort | undefined;
  /** What the page narrows the events to. */
  readonly fixed: Pick<EventsQuery, 'kind' | 'topic' | 'org'>;
  readonly reader: CalendarReader | undefined;
  readonly storage: string;
  readonly ideaUrl: string | undefined;
  /** Key of the camp that the reader chose. */
  readonly camp: string | undefined;
  readonly onCamp: (event: CalendarEvent) => void;
  readonly onSelect: (event: VrEventSelectEvent) => void;
  readonly onDay: (event: VrDaySelectEvent) => void;
  /** Looks further ahead or back; absent where there is nothing to look for. */
  readonly onLater: (() => void) | undefined;
  readonly onEarlier: (() => void) | undefined;
  readonly onChanged: (event: VrEventChangedEvent) => void;
}

type Render<More extends unknown[] = []> = (context: BodyContext, ...more: More) => TemplateResult | typeof nothing;

/** What only some views need. */
export interface BodyParts {
  readonly list: LazyPart<{ readonly renderList: Render; readonly renderDay: Render; readonly renderDays: Render }>;
  readonly week: LazyPart<{ readonly renderWeek: Render }>;
  readonly program: LazyPart<{
    readonly renderProgram: Render;
    readonly campTitle: (context: BodyContext) => string | undefined;
  }>;
  readonly status: LazyPart<{ readonly renderStatus: (context: CalendarStatusContext) => TemplateResult }>;
}

/** Events of what is shown. */
const shownCount = ({ view, placed, shown }: BodyContext): number =>
  view === 'program'
    ? placed.filter(({ event }) => event.programme ?? event.sessions?.length).length
    : inDays(placed, shown).length;

/** Views to choose between: the programme where a camp has one, or the page wants it. */
export function viewsOf({ query, view }: BodyContext, first: string): readonly CalendarView[] {
  const hasProgram =
    view === 'program' ||
    first === 'program' ||
    query.value?.items.some(({ programme, sessions }) => programme ?? sessions?.length);
  return hasProgram ? CALENDAR_VIEWS : CALENDAR_VIEWS.slice(0, -1);
}

/** What is shown; of a programme the camp that it belongs to. */
export const titleOf = (context: BodyContext, { program }: BodyParts): string =>
  (context.view === 'program' && context.query.value && program.get()?.campTitle(context)) || context.title;

/** Where there is nothing, months and weeks still stand; of lists the status tells. */
export const isBare = (context: BodyContext): boolean =>
  context.query.value
    ? context.view !== 'month' && (context.view !== 'week' || context.narrow) && shownCount(context) === 0
    : context.query.state === 'failed';

/** The events in the view that was chosen. */
export function renderBody(context: BodyContext, parts: BodyParts): TemplateResult | typeof nothing {
  const { view, narrow, complete, query, placed } = context;
  const skeleton = renderSkeleton();
  if (view === 'program') return (query.value && parts.program.get()?.renderProgram(context)) || skeleton;
  const list = (view === 'month' && !complete && !narrow) || !query.value ? undefined : parts.list.get();
  // Paper has no "+2": there month and week, too, are whole lists, if their file has come.
  if (view === 'month' && !(complete && list)) {
    return renderMonth(context, narrow && placed.length > 0 ? list?.renderDay(context) : undefined);
  }
  if (view === 'week' && !narrow && !(complete && list)) return parts.week.get()?.renderWeek(context) ?? skeleton;
  if (view === 'agenda') return list?.renderList(context) ?? skeleton;
  return list?.renderDays(context) ?? skeleton;
}

/** The month; in a narrow column with the chosen day's events below its dots. */
function renderMonth(context: BodyContext, day: TemplateResult | typeof nothing | undefined): TemplateResult {
  return html`<vr-event-month
      .date=${context.date}
      .today=${context.today}
      .placed=${context.placed}
      .sources=${context.sources}
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
const renderSkeleton = (): TemplateResult => html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;

/** How it stands with the events: what can be said in a word at once, the rest with a file of its own. */
export function renderState(
  context: BodyContext,
  part: BodyParts['status'],
  more: Pick<CalendarStatusContext, 'filtered' | 'onRetry' | 'onLater'>,
): TemplateResult {
  const { words, query } = context;
  const { state, value, slow, error } = query;
  const count = shownCount(context);
  const calm =
    (state === 'loading' || state === 'ready') && !slow && !(value && count === 0) && !value?.problems.length;
  const status = calm ? undefined : part.get();
  const plain =
    state === 'failed' ? words.failure[error?.kind ?? 'unknown'] : state === 'loading' ? words.status.loading : '';
  return html`<div role="status">
    ${
      status
        ? status.renderStatus({ ...context, ...more, count })
        : html`<p class=${state === 'loading' ? 'visually-hidden' : ''}>${plain}</p>`
    }
  </div>`;
}
