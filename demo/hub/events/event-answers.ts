import type { Kysely } from 'kysely';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { programmeParts } from '../programme/programme-answers.ts';
import { hubRegistration, registrationKey } from '../registration/registration-date.ts';
import { factsKey, registrationFacts } from '../registration/registration-facts.ts';
import { seriesEnds } from '../registration/registration-moment.ts';
import { registrationAnswer } from '../registration/registration-answer.ts';
import { sourceLabels } from '../sources/source-store.ts';
import { eventAnswer, type AnswerDate, type EventAnswer, type MoreOfEvent } from './event-mapping.ts';
import type { StoredEvent } from './event-rows.ts';

/** An event, or one of its dates, that an answer is wanted of. */
export interface Answerable {
  readonly event: StoredEvent;
  readonly date?: AnswerDate | undefined;
}

export interface EventAnswers {
  readonly answers: EventAnswer[];
  /** Epoch ms at which one of the answers will be another without anybody writing: a deadline passes, an event begins. */
  readonly until: number;
}

export interface AnswerOptions {
  readonly caller: Caller;
  /** Epoch ms. */
  readonly now: number;
  /** With what the caller wrote to the organisers: for the answer about one event only, never in lists. */
  readonly texts?: boolean;
}

/** The id of an event whose dates people register for all at once. */
const wholeSeries = ({ event: { id, series, document } }: Answerable): string[] =>
  series && document.registration?.mode === 'hub' && document.registration.scope === 'series' ? [id] : [];

/**
 * Events as one caller sees them, with everything that lies in other tables, however many they are by a fixed number of
 * queries.
 */
export async function answerEvents(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  items: readonly Answerable[],
  { caller, now, texts = false }: AnswerOptions,
): Promise<EventAnswers> {
  const { directory, config } = hub;
  const labels = sourceLabels(config);
  const wanted = items.flatMap(({ event, date }) => {
    const recurrenceKey = registrationKey(event, date);
    if (recurrenceKey === undefined || !hubRegistration(event, date?.recurrenceKey ?? '')) return [];
    return [{ eventId: event.id, recurrenceKey }];
  });
  const facts = await registrationFacts(db, caller, wanted, { texts });
  const ends = await seriesEnds(db, caller.kind === 'anonymous' ? [] : items.flatMap(wholeSeries));
  const programmes = await programmeParts(
    hub,
    db,
    items.map(({ event }) => event),
    { caller, now, whole: texts },
  );
  let until = Infinity;
  const answers = items.map(({ event, date }) => {
    const recurrenceKey = registrationKey(event, date);
    const known = recurrenceKey === undefined ? undefined : facts.get(factsKey({ eventId: event.id, recurrenceKey }));
    const registration = registrationAnswer(event, date, known, {
      caller,
      now,
      hubZone: config.timeZone,
      seriesEnds: ends,
    });
    const programme = programmes(event, registration.more.me?.registered === true);
    until = Math.min(until, registration.until, programme.until);
    const more: MoreOfEvent = {
      ...registration.more,
      ...programme.more,
      can: [...(registration.more.can ?? []), ...(programme.more.can ?? [])],
    };
    const { onlineUrl, ...answer } = eventAnswer(event, date, caller, directory, labels, more);
    return { ...answer, ...(onlineUrl !== undefined && !programme.hidesRoom && { onlineUrl }) };
  });
  return { answers, until };
}

/** One event, or one of its dates, as `answerEvents` gives it, with what the caller wrote to the organisers. */
export async function answerEvent(
  hub: Pick<Hub, 'directory' | 'config'>,
  db: Kysely<Tables>,
  item: Answerable,
  options: Pick<AnswerOptions, 'caller' | 'now'>,
): Promise<{ readonly answer: EventAnswer; readonly until: number }> {
  const { answers, until } = await answerEvents(hub, db, [item], { ...options, texts: true });
  return { answer: answers[0] as EventAnswer, until };
}
