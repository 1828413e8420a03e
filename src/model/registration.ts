import type { PersonRef } from './common.ts';
import type { CalendarEvent } from './calendar-event.ts';

export const REGISTRATION_STATES = ['registered', 'waiting', 'cancelled'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** That a person comes to an event, as organisers see it (schema.org EventReservation). */
export interface Registration {
  readonly id: string;
  /** Absent where the person has left the network. */
  readonly person?: PersonRef;
  readonly state: RegistrationState;
  /** 1 is the next who gets a place. */
  readonly waitingPosition?: number;
  readonly note?: string;
  readonly needs?: string;
  readonly createdAt: string;
}

/** How far the registration for an event is at a moment, whoever asks. */
export type RegistrationPhase =
  | 'none' // there is no registration
  | 'external' // somewhere else
  | 'cancelled' // the event is
  | 'over' // the event has begun
  | 'closed' // the deadline has passed
  | 'not-yet' // it opens later
  | 'full' // only the waiting list is left
  | 'open';

/** `now` in epoch ms. */
export function registrationPhase(event: CalendarEvent, now: number): RegistrationPhase {
  const { registration, status } = event;
  if (!registration || registration.mode === 'none') return 'none';
  if (status === 'cancelled') return 'cancelled';
  const { mode, opensAt, closesAt, capacity, registered = 0 } = registration;
  const begins = Date.parse(event.start);
  if (registration.scope !== 'series' && begins <= now) return 'over';
  if (closesAt && Date.parse(closesAt) <= now) return 'closed';
  if (opensAt && Date.parse(opensAt) > now) return 'not-yet';
  if (mode === 'external') return 'external';
  return capacity !== undefined && registered >= capacity ? 'full' : 'open';
}

/**
 * The same for the one who asks, by what `can[]` allows: whoever may register before all others finds it open.
 */
export function readerPhase(event: CalendarEvent, now: number): RegistrationPhase {
  const phase = registrationPhase(event, now);
  if (phase !== 'not-yet' || !event.can?.includes('register')) return phase;
  const { opensAt: _, ...registration } = event.registration!;
  return registrationPhase({ ...event, registration }, now);
}

/** When the phase becomes another one by itself, in epoch ms. */
export function nextRegistrationChange({ start, registration }: CalendarEvent, now: number): number | undefined {
  if (!registration || registration.mode === 'none') return undefined;
  const { opensAt, closesAt, scope } = registration;
  const moments = [opensAt, closesAt, scope === 'series' ? undefined : start]
    .flatMap((moment) => (moment ? [Date.parse(moment)] : []))
    .filter((moment) => moment > now);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
