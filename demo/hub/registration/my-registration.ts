import type { FastifyRequest } from 'fastify';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import { demandAccount, maySee } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import { guardedEvent } from '../events/event-mapping.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { findEvent } from '../events/event-store.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { headDate } from './date-view.ts';
import { dateStatus, refusalToRegister } from './registration-answer.ts';
import { hubRegistration, isWholeSeries } from './registration-date.ts';
import { factsKey, registrationFacts } from './registration-facts.ts';
import { overAt, wantedDate, type WantedDate } from './registration-moment.ts';
import { RegistrationNews } from './registration-news.ts';
import { freePlace } from './places.ts';
import { register } from './register.ts';

export interface RegistrationTexts {
  readonly note?: string;
  readonly needs?: string;
}

/** An event that is held until the transaction ends, and the date of it that an address names. */
export interface HeldDate extends WantedDate {
  readonly event: StoredEvent;
}

/**
 * Holds the event, so that all who want a place of it come one after the other.
 * @throws HttpProblem `not-found` for what the caller may not see
 */
export async function holdDate(
  hub: Hub,
  transaction: HubTransaction,
  { caller }: Pick<FastifyRequest, 'caller'>,
  id: string,
  recurrenceId: string | undefined,
): Promise<HeldDate> {
  const event = await findEvent(transaction, id, true);
  if (!event || !maySee(caller, guardedEvent(event))) throw new HttpProblem('not-found');
  return { event, ...(await wantedDate(transaction, event, recurrenceId, hub.config.timeZone)) };
}

function textsOf(input: RegistrationTexts): { readonly note: string | null; readonly needs: string | null } {
  const check = new FieldCheck();
  const note = check.text('note', input.note, { max: EVENT_LIMITS.note });
  const needs = check.text('needs', input.needs, { max: EVENT_LIMITS.needs });
  check.done();
  return { note: note ?? null, needs: needs ?? null };
}

/**
 * Registers the caller, or changes what they wrote. A repetition changes nothing else, whenever it comes: a button that
 * is pressed twice, or a form that waited in an outbox, keeps the place that is there.
 */
export async function putMyRegistration(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  recurrenceId: string | undefined,
  input: RegistrationTexts,
): Promise<HeldDate> {
  const caller = demandAccount(request.caller);
  const texts = textsOf(input);
  const held = await holdDate(hub, transaction, request, id, recurrenceId);
  const { event, date, recurrenceKey } = held;
  const registration = hubRegistration(event, date.recurrenceKey);
  if (!registration) {
    throw new HttpProblem('registration-closed', { detail: 'Nobody registers for this event in this hub.' });
  }
  const where = { eventId: event.id, recurrenceKey };
  const facts = (await registrationFacts(transaction, caller, [where])).get(factsKey(where));
  const { now } = request;
  if (!facts?.me) {
    const refusal = refusalToRegister({
      registration,
      status: dateStatus(event, date.recurrenceKey),
      over: await overAt(transaction, event, held, hub.config.timeZone),
      headStart: facts?.headStart ?? false,
      now,
    });
    if (refusal) throw new HttpProblem(refusal);
  }
  const told = isWholeSeries(event, recurrenceKey) ? headDate(event) : date;
  await register(hub, transaction, { event, recurrenceKey, date: told, personId: caller.person.id, ...texts, now });
  return held;
}

/** Gives the caller's place back, and to whoever waits first. Nothing happens to who has none. */
export async function deleteMyRegistration(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  recurrenceId: string | undefined,
): Promise<HeldDate> {
  const caller = demandAccount(request.caller);
  const event = await findEvent(transaction, id, true);
  if (!event) throw new HttpProblem('not-found');
  const held = { event, ...(await wantedDate(transaction, event, recurrenceId, hub.config.timeZone)) };
  const { recurrenceKey } = held;
  const row = await transaction
    .selectFrom('eventRegistration')
    .select(['id', 'state', 'personId'])
    .where('eventId', '=', event.id)
    .where('recurrenceKey', '=', recurrenceKey)
    .where('personId', '=', caller.person.id)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst();
  // Whoever has a place can give it back, also of an event that has been taken out of their sight.
  if (!row && !maySee(caller, guardedEvent(event))) throw new HttpProblem('not-found');
  if (!row) return held;
  const { now } = request;
  if ((await overAt(transaction, event, held, hub.config.timeZone)) <= now) throw new HttpProblem('event-over');
  const news = new RegistrationNews(hub, transaction, { by: caller.person.id, now });
  await freePlace(transaction, held, { ...row, kind: 'unregistered' }, news, now);
  await news.send();
  return held;
}
