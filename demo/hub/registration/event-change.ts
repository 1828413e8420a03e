import { sql } from 'kysely';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import type { HubTransaction } from '../database/database.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { expand } from '../events/occurrences.ts';
import { FieldCheck } from '../http/characters.ts';
import type { Hub } from '../hub.ts';
import { dateView, headDate, type DateTimes } from './date-view.ts';
import { movedDates } from './moved-dates.ts';
import { fillPlaces } from './places.ts';
import { hubRegistration, isWholeSeries } from './registration-date.ts';
import { changeItem, type PlaceItem } from './registration-mail.ts';
import { RegistrationNews } from './registration-news.ts';

/** An event that was just written, in the transaction that did it. */
export interface EventChange {
  readonly before: StoredEvent;
  readonly after: StoredEvent;
  /** The date of a series that was changed; without one the event itself, or the whole series. */
  readonly recurrenceId?: string | undefined;
  /** Id of the person who does it. */
  readonly by: string | null;
  /** A word of the organisers to those who come. */
  readonly message?: string | undefined;
  /** Epoch ms. */
  readonly now: number;
}

interface Row {
  readonly id: string;
  readonly recurrenceKey: string;
  readonly personId: string;
  readonly state: string;
}

/** How far around the dates that people come to a series is looked at. */
const AROUND_MS = 400 * DAY_MS;

/** The dates of an event around those that people are registered for, by their keys. */
function datesAround(
  event: StoredEvent,
  keys: readonly string[],
  hubZone: string,
  now: number,
): Map<string, DateTimes> {
  if (!event.series) return new Map([['', headDate(event)]]);
  const times = [
    now,
    boundToInstant(event.document.start, hubZone),
    ...keys.map((key) => boundToInstant(key, hubZone)),
  ];
  const known = times.filter((time) => Number.isFinite(time));
  const window = { from: Math.min(...known) - AROUND_MS, to: Math.max(...known) + AROUND_MS };
  const { items } = expand(event.document, event.series, event.overrides, window, hubZone);
  return new Map(items.map((date) => [date.recurrenceKey, date]));
}

/** What people are registered for before and after: '' for all dates at once. */
const isByDate = (event: StoredEvent): boolean =>
  event.series !== null && event.document.registration?.scope !== 'series';

/** Whom a change concerns, and what becomes of their places: one for each key. */
class ChangedPlaces {
  readonly #hub: Hub;
  readonly #transaction: HubTransaction;
  readonly #change: EventChange;
  readonly #news: RegistrationNews;
  readonly #check = new FieldCheck();

  constructor(hub: Hub, transaction: HubTransaction, change: EventChange) {
    this.#hub = hub;
    this.#transaction = transaction;
    this.#change = change;
    this.#news = new RegistrationNews(hub, transaction, change);
  }

  async settle(): Promise<void> {
    const { before, after, recurrenceId } = this.#change;
    const rows = await this.#rows();
    if (rows.length === 0) return;
    if (before.series && after.series && isByDate(before) !== isByDate(after)) {
      this.#check.wrong('registration.scope', 'not-allowed', 'people are registered already');
      this.#check.done();
    }
    const keys = [...new Set(rows.map(({ recurrenceKey }) => recurrenceKey))];
    const { timeZone } = this.#hub.config;
    const { now } = this.#change;
    const was = datesAround(before, keys, timeZone, now);
    const is = datesAround(after, keys, timeZone, now);
    // What is over is left as it was.
    const isOver = (key: string): boolean => {
      const end = was.get(key)?.end ?? (key === '' ? undefined : key);
      return key !== '' && end !== undefined && boundToInstant(end, timeZone) <= now;
    };
    const concerned = keys.filter((key) => !isOver(key));
    const moved = this.#movedKeys(concerned, was, is);
    await this.#moveRows(moved);
    for (const key of concerned) {
      const people = rows.filter((row) => row.recurrenceKey === key);
      const target = moved.get(key);
      if (target === undefined)
        await this.#callOff(people, was.get(key) ?? { recurrenceKey: key, start: key, end: key });
      else await this.#keep(people, key, target, was, is, recurrenceId);
    }
    this.#check.done();
    await this.#news.send();
  }

  async #rows(): Promise<Row[]> {
    const { after, recurrenceId } = this.#change;
    let query = this.#transaction
      .selectFrom('eventRegistration')
      .select(['id', 'recurrenceKey', 'personId', 'state'])
      .where('eventId', '=', after.id)
      .where('state', '!=', 'cancelled')
      .orderBy('queue');
    if (recurrenceId !== undefined) query = query.where('recurrenceKey', '=', isByDate(after) ? recurrenceId : '');
    return query.execute();
  }

  /** Where each key goes; a key without an entry is no date any more. */
  #movedKeys(
    keys: readonly string[],
    was: ReadonlyMap<string, DateTimes>,
    is: ReadonlyMap<string, DateTimes>,
  ): ReadonlyMap<string, string> {
    const { before, after } = this.#change;
    if (isByDate(before) && isByDate(after)) {
      const zone = after.document.timeZone ?? this.#hub.config.timeZone;
      return movedDates(keys, [...was.keys()], [...is.keys()], zone);
    }
    if (!isByDate(before) && !isByDate(after)) return new Map(keys.map((key) => [key, key]));
    // A single event becomes the first of a series, and the first of a series stays what is left of it.
    if (isByDate(after)) {
      const first = is.has(before.document.start) ? before.document.start : [...is.keys()][0];
      return new Map(first === undefined ? [] : keys.map((key) => [key, first]));
    }
    const zone = after.document.timeZone ?? this.#hub.config.timeZone;
    const [[only] = []] = movedDates(keys, [...was.keys()], [after.document.start], zone);
    return new Map(only === undefined ? [] : [[only, '']]);
  }

  async #moveRows(moved: ReadonlyMap<string, string>): Promise<void> {
    const pairs = [...moved].filter(([from, to]) => from !== to);
    if (pairs.length === 0) return;
    const { id } = this.#change.after;
    const from = pairs.map(([key]) => key);
    const to = pairs.map(([, key]) => key);
    // Whoever has cancelled stands in nobody's way.
    await this.#transaction
      .deleteFrom('eventRegistration')
      .where('eventId', '=', id)
      .where('state', '=', 'cancelled')
      .where('recurrenceKey', '=', sql<string>`any(${[...from, ...to]}::text[])`)
      .execute();
    // By a name in between: one date may take the place that another leaves.
    await sql`update event_registration r set recurrence_key = '>' || m.target
      from unnest(${from}::text[], ${to}::text[]) as m (source, target)
      where r.event_id = ${id} and r.recurrence_key = m.source`.execute(this.#transaction);
    await sql`update event_registration set recurrence_key = substr(recurrence_key, 2)
      where event_id = ${id} and recurrence_key like '>%'`.execute(this.#transaction);
  }

  /** The date is none any more. */
  async #callOff(people: readonly Row[], date: DateTimes): Promise<void> {
    const { after, message, now } = this.#change;
    await this.#transaction
      .updateTable('eventRegistration')
      .set({ state: 'cancelled', note: null, needs: null, updatedAt: new Date(now) })
      .where('id', '=', sql<string>`any(${people.map(({ id }) => id)}::text[])`)
      .execute();
    for (const { personId, state } of people) {
      this.#news.add(personId, { kind: 'cancelled', event: after, date, message, isWaiting: state === 'waiting' });
    }
  }

  async #keep(
    people: readonly Row[],
    from: string,
    to: string,
    was: ReadonlyMap<string, DateTimes>,
    is: ReadonlyMap<string, DateTimes>,
    recurrenceId: string | undefined,
  ): Promise<void> {
    const { before, after, message, now } = this.#change;
    const whole = isWholeSeries(after, to);
    const first = headDate(after);
    const date = (whole && recurrenceId !== undefined ? is.get(recurrenceId) : is.get(to)) ?? first;
    const former = (whole && recurrenceId !== undefined ? was.get(recurrenceId) : was.get(from)) ?? headDate(before);
    this.#checkPlaces(people, from, to);
    const promoted = new Set<string>();
    if (this.#placesDiffer(from, to)) {
      const places = { event: after, date: whole ? first : date, recurrenceKey: to };
      for (const personId of await fillPlaces(this.#transaction, places, this.#news, now)) promoted.add(personId);
    }
    const seriesDiffers =
      whole && recurrenceId === undefined && JSON.stringify(before.series) !== JSON.stringify(after.series);
    for (const { personId, state } of people) {
      // Who gets a place is told everything with it.
      if (promoted.has(personId)) continue;
      const item: Omit<PlaceItem, 'kind' | 'before'> = {
        event: after,
        date,
        wholeSeries: whole,
        isWaiting: state === 'waiting',
        message,
        ...(!whole && from !== to && { formerDate: former }),
      };
      const told = changeItem(item, dateView(before, former), seriesDiffers ? ['dates'] : []);
      if (told) this.#news.add(personId, told);
    }
  }

  #placesDiffer(from: string, to: string): boolean {
    const { before, after } = this.#change;
    return hubRegistration(before, from)?.capacity !== hubRegistration(after, to)?.capacity;
  }

  #checkPlaces(people: readonly Row[], from: string, to: string): void {
    const { before, after } = this.#change;
    const registration = hubRegistration(after, to);
    if (!registration) {
      if (hubRegistration(before, from))
        this.#check.wrong('registration.mode', 'not-allowed', 'people are registered already; set closesAt instead');
      return;
    }
    const count = people.filter(({ state }) => state === 'registered').length;
    const { capacity } = registration;
    if (capacity !== undefined && capacity < count && this.#placesDiffer(from, to))
      this.#check.wrong('registration.capacity', 'below-registered', `must be at least ${count}`, count);
  }
}

/**
 * Keeps registrations right when an event has changed, and tells people what matters to them: places that a raised
 * capacity adds are given out, dates that only shifted take their people along, what is no date any more is called off.
 * @throws HttpProblem where a change would leave people without a place that they have
 */
export const settleRegistrations = (hub: Hub, transaction: HubTransaction, change: EventChange): Promise<void> =>
  new ChangedPlaces(hub, transaction, change).settle();
