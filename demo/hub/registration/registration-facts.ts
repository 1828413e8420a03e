import { sql, type Kysely } from 'kysely';
import type { EventMe } from '../../../src/model/calendar-event.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import './registration-tables.ts';

/** What registrations are kept under: a date of a series, or '' for a single event and for a whole series. */
export interface RegistrationDate {
  readonly eventId: string;
  readonly recurrenceKey: string;
}

/** How many come to one date, and what the caller has to do with it. */
export interface RegistrationFacts {
  readonly registered: number;
  readonly waiting: number;
  readonly me?: EventMe;
  /** The caller was interested in the impulse that became the event, and may register before the others. */
  readonly headStart: boolean;
}

/** Key of a date in the answer of `registrationFacts`. */
export const factsKey = ({ eventId, recurrenceKey }: RegistrationDate): string => `${eventId}\u0000${recurrenceKey}`;

interface FactsRow {
  eventId: string;
  recurrenceKey: string;
  registered: number;
  waiting: number;
  myState: string | null;
  myPosition: number;
  note: string | null;
  needs: string | null;
  headStart: boolean;
}

function meOf({ myState, myPosition, note, needs }: FactsRow, texts: boolean): EventMe | undefined {
  if (myState !== 'registered' && myState !== 'waiting') return undefined;
  return {
    ...(myState === 'registered' ? { registered: true } : { waitingPosition: myPosition }),
    ...(texts && note !== null && { note }),
    ...(texts && needs !== null && { needs }),
  };
}

/**
 * Counts and the caller's own registration for a page of dates, in one query; no query for no dates. What the caller
 * wrote is told only where `texts` asks for it, never in lists.
 */
export async function registrationFacts(
  db: Kysely<Tables>,
  caller: Caller,
  dates: readonly RegistrationDate[],
  { texts = false }: { readonly texts?: boolean } = {},
): Promise<ReadonlyMap<string, RegistrationFacts>> {
  const facts = new Map<string, RegistrationFacts>();
  if (dates.length === 0) return facts;
  const me = caller.kind === 'account' ? caller.person.id : null;
  const wanted = [...new Map(dates.map((date) => [factsKey(date), date])).values()];
  const ids = wanted.map(({ eventId }) => eventId);
  const keys = wanted.map(({ recurrenceKey }) => recurrenceKey);
  const { rows } = await sql<FactsRow>`
    select d.event_id, d.recurrence_key, c.registered, c.waiting, c.my_position,
      m.state as my_state, m.note, m.needs,
      ${me}::text is not null and exists (
        select from impulse i join impulse_interest w on w.impulse_id = i.id
        where i.event_id = d.event_id and w.person_id = ${me}) as head_start
    from unnest(${ids}::text[], ${keys}::text[]) as d (event_id, recurrence_key)
    left join event_registration m on m.event_id = d.event_id and m.recurrence_key = d.recurrence_key
      and m.person_id = ${me}
    cross join lateral (
      select count(*) filter (where r.state = 'registered') as registered,
        count(*) filter (where r.state = 'waiting') as waiting,
        count(*) filter (where r.state = 'waiting' and r.queue <= m.queue) as my_position
      from event_registration r
      where r.event_id = d.event_id and r.recurrence_key = d.recurrence_key and r.state <> 'cancelled'
    ) c`.execute(db);
  for (const row of rows) {
    const mine = meOf(row, texts);
    facts.set(factsKey(row), {
      registered: Number(row.registered),
      waiting: Number(row.waiting),
      headStart: row.headStart,
      ...(mine && { me: { ...mine, ...(mine.waitingPosition && { waitingPosition: Number(mine.waitingPosition) }) } }),
    });
  }
  return facts;
}
