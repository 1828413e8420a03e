import type { RegistrationInfo } from '../../../src/model/calendar-event.ts';
import { boundToInstant } from '../../../src/model/time-zone.ts';
import type { Caller } from '../authorization/caller.ts';
import type { AnswerDate, MoreOfEvent } from '../events/event-mapping.ts';
import { contentOf, type StoredEvent } from '../events/event-rows.ts';
import { hubRegistration } from './registration-date.ts';
import type { RegistrationFacts } from './registration-facts.ts';

/** Why nobody can register, or give a place back, at a moment; names of problems. */
export type RegistrationRefusal = 'registration-closed' | 'registration-not-open' | 'event-over' | 'event-cancelled';

export interface RegistrationMoment {
  readonly registration: RegistrationInfo;
  readonly status: string | undefined;
  /** Epoch ms at which it begins for those who register; of a whole series, at which its last date ends. */
  readonly over: number;
  readonly headStart: boolean;
  readonly now: number;
}

/** Whether somebody may register now; undefined where they may. */
export function refusalToRegister({
  registration,
  status,
  over,
  headStart,
  now,
}: RegistrationMoment): RegistrationRefusal | undefined {
  const { opensAt, closesAt } = registration;
  if (status === 'cancelled') return 'event-cancelled';
  if (over <= now) return 'event-over';
  if (closesAt && Date.parse(closesAt) <= now) return 'registration-closed';
  // Those who asked for an impulse before it had a date come first.
  if (opensAt && Date.parse(opensAt) > now && !headStart) return 'registration-not-open';
  return undefined;
}

export const dateStatus = (event: StoredEvent, recurrenceKey: string): string | undefined =>
  contentOf(
    event.document,
    event.overrides.find(({ recurrenceId }) => recurrenceId === recurrenceKey),
  ).status;

export interface AnswerMoment {
  readonly caller: Caller;
  readonly now: number;
  readonly hubZone: string;
  /** When the last date ends of each series that people register for as a whole. */
  readonly seriesEnds: ReadonlyMap<string, number>;
}

/**
 * What an answer says about registering: counts, the caller's own place, and `register` or `unregister` where the hub
 * would do it now. `until` is when that ends to be true by itself.
 */
export function registrationAnswer(
  event: StoredEvent,
  date: AnswerDate | undefined,
  facts: RegistrationFacts | undefined,
  { caller, now, hubZone, seriesEnds }: AnswerMoment,
): { readonly more: MoreOfEvent; readonly until: number } {
  const registration = hubRegistration(event, date?.recurrenceKey ?? '');
  if (!registration || !facts) return { more: {}, until: Infinity };
  const { registered, waiting, me, headStart } = facts;
  const more: MoreOfEvent = { registration: { ...registration, registered, waiting }, ...(me && { me }) };
  if (caller.kind === 'anonymous') return { more, until: Infinity };
  const over = seriesEnds.get(event.id) ?? boundToInstant(date?.start ?? event.document.start, hubZone);
  const status = dateStatus(event, date?.recurrenceKey ?? '');
  const moments = [over, registration.opensAt, registration.closesAt]
    .map((moment) => (typeof moment === 'string' ? Date.parse(moment) : (moment ?? Infinity)))
    .filter((moment) => moment > now);
  const until = Math.min(Infinity, ...moments);
  if (me) return { more: { ...more, can: over > now ? ['unregister'] : [] }, until };
  const refusal = refusalToRegister({ registration, status, over, headStart, now });
  return { more: { ...more, can: refusal === undefined ? ['register'] : [] }, until };
}
