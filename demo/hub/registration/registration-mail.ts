import { DAY_MS } from '../../../src/model/plain-date.ts';
import { oneLine, plainText, shorten } from '../http/characters.ts';
import type { Hub } from '../hub.ts';
import type { Mail } from '../mail/mail.ts';
import { contentOf, type StoredEvent } from '../events/event-rows.ts';
import { expand } from '../events/occurrences.ts';
import { changeLines, placeWords, timeWords } from './date-words.ts';
import { changedParts, dateView, type ChangedPart, type DateTimes, type DateView } from './date-view.ts';
import { eventUrl, registrationCalendar, type CalendarDate } from './registration-calendar.ts';
import { REGISTRATION_WORDS, type PlaceNews, type RegistrationWords } from './registration-words.ts';

/** What one person is told about one date. */
export interface PlaceItem {
  readonly kind: PlaceNews;
  /** As it is now. */
  readonly event: StoredEvent;
  readonly date: DateTimes;
  /** What the registration is kept under, where `date` is one of a whole series. */
  readonly wholeSeries?: boolean;
  /** The person waits, and has nothing of it in the calendar. */
  readonly isWaiting?: boolean;
  readonly position?: number;
  readonly before?: { readonly view: DateView; readonly parts: readonly ChangedPart[] };
  /** The date as calendars know it, where it has become another date of the series. */
  readonly formerDate?: DateTimes;
  /** What the organisers say about it. */
  readonly message?: string | undefined;
}

/** Who is told. */
export interface Receiver {
  readonly accountId: string;
  readonly displayName: string;
  readonly locale: 'de' | 'en';
}

const MOST = 20;
const SUBJECT = 150;
/** How far ahead and how many dates of a series are listed. */
const SERIES_MS = 366 * DAY_MS;
const SERIES_DATES = 12;

/** Whether it takes place no more, or not for the reader. */
export const isGone = ({ kind }: Pick<PlaceItem, 'kind'>): boolean =>
  kind === 'cancelled' || kind === 'removed' || kind === 'unregistered';

/** What has changed, in words: for the mail, and for the news in the page. */
export function itemChanges(item: PlaceItem, words: RegistrationWords, hubZone: string): string[] {
  const { before, event, date } = item;
  return before ? changeLines(before.view, dateView(event, date), before.parts, words, hubZone) : [];
}

/** When a registration for a whole series is for: its dates to come, a line each. */
function datesOfSeries({ event }: PlaceItem, words: RegistrationWords, hubZone: string, now: number): string[] {
  const window = { from: now, to: now + SERIES_MS };
  const { items } = expand(event.document, event.series, event.overrides, window, hubZone);
  const coming = items.filter((date) => dateView(event, date).status !== 'cancelled');
  const lines = coming.slice(0, SERIES_DATES).map((date) => `- ${timeWords(dateView(event, date), words, hubZone)}`);
  if (coming.length > SERIES_DATES) lines.push(words.more(coming.length - SERIES_DATES));
  return lines.length > 0 ? [words.allDates, ...lines] : [];
}

function paragraphOf(item: PlaceItem, words: RegistrationWords, config: Hub['config'], now: number): string {
  const { event, date, kind, position, isWaiting } = item;
  const view = dateView(event, date);
  const override = event.overrides.find(({ recurrenceId }) => recurrenceId === date.recurrenceKey);
  const { organiser } = contentOf(event.document, override);
  const gone = isGone(item);
  const isSeries = item.wholeSeries === true && date.recurrenceKey === '';
  const changes = kind === 'changed' ? itemChanges(item, words, config.timeZone) : [];
  return [
    words.sentence[kind],
    '',
    oneLine(view.title),
    ...(isSeries && !gone ? datesOfSeries(item, words, config.timeZone, now) : []),
    ...(isSeries ? [] : [timeWords(view, words, config.timeZone)]),
    ...(view.place && !gone ? [words.place(placeWords(view.place))] : []),
    ...(view.onlineUrl && !gone && !isWaiting ? [words.online(view.onlineUrl)] : []),
    ...(organiser && !gone ? [words.organiser(oneLine(organiser.name))] : []),
    ...(config.publicUrl ? [words.look(eventUrl(config.publicUrl, event, date.recurrenceKey))] : []),
    ...(changes.length > 0 ? ['', words.changes, ...changes.map((line) => `- ${line}`)] : []),
    ...(kind === 'waiting' && position !== undefined ? ['', words.waitingPosition(position)] : []),
    ...(kind === 'changed' && isWaiting ? ['', words.stillWaiting] : []),
  ].join('\n');
}

/** The dates of the file: what somebody only waits for is in no calendar yet. */
function calendarDates(items: readonly PlaceItem[]): CalendarDate[] {
  return items.flatMap((item): CalendarDate[] => {
    const { event, date, wholeSeries, formerDate, isWaiting } = item;
    if (isWaiting || item.kind === 'waiting' || item.kind === 'message') return [];
    const key = wholeSeries ? { recurrenceKey: '', start: event.document.start, end: event.document.end } : date;
    // One date less of a series that goes on is a change of the series.
    const gone = isGone(item) && !(wholeSeries && date.recurrenceKey !== '');
    return [
      { event, date: key, gone },
      ...(formerDate && formerDate.recurrenceKey !== key.recurrenceKey
        ? [{ event, date: formerDate, gone: true }]
        : []),
    ];
  });
}

/** What has happened to one person's places, as one mail. At least one item; all of one event. */
export function registrationMail(
  hub: Pick<Hub, 'directory' | 'config'>,
  { accountId, displayName, locale }: Receiver,
  items: readonly [PlaceItem, ...PlaceItem[]],
  now: number,
): Mail {
  const { config } = hub;
  const words = REGISTRATION_WORDS[locale];
  const [first] = items;
  const title = oneLine(dateView(first.event, first.date).title);
  const kinds = new Set(items.map(({ kind }) => kind));
  const subject = kinds.size === 1 ? words.subject[first.kind](title) : words.subjectOfMany(title, items.length);
  const calendar = registrationCalendar(hub, calendarDates(items), now);
  const message = items.find((item) => item.message)?.message;
  const paragraphs = items.slice(0, MOST).map((item) => paragraphOf(item, words, config, now));
  const comes = items.some((item) => !isGone(item));
  const text = [
    words.greeting(oneLine(displayName)),
    ...paragraphs,
    ...(items.length > MOST ? [words.more(items.length - MOST)] : []),
    ...(message ? [words.message(plainText(message))] : []),
    ...(calendar ? [calendar.method === 'CANCEL' ? words.fileOfCancelled : words.fileOfDate] : []),
    ...(comes ? [words.giveBack] : []),
    words.why,
  ].join('\n\n');
  return {
    to: { accountId },
    subject: shorten(subject, SUBJECT),
    text: `${text.slice(0, 19_900)}\n`,
    ...(calendar && { calendar }),
  };
}

/** An item about a change, or none where nothing changed that matters. */
export function changeItem(
  item: Omit<PlaceItem, 'kind' | 'before'>,
  before: DateView,
  more: readonly ChangedPart[] = [],
): PlaceItem | undefined {
  const after = dateView(item.event, item.date);
  // Whoever waits is not told where it meets online: of a circle that is for its members.
  const known = changedParts(before, after).filter((part) => part !== 'online' || !item.isWaiting);
  const parts = [...known, ...more];
  if (parts.length === 0 && !item.message) return undefined;
  const cancelled = after.status === 'cancelled' && before.status !== 'cancelled';
  if (parts.length === 0) return { ...item, kind: 'message' };
  return { ...item, kind: cancelled ? 'cancelled' : 'changed', before: { view: before, parts } };
}
