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
