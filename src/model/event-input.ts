import type {
  EventAttendance,
  EventKind,
  EventStatus,
  Place,
  Programme,
  Recurrence,
  SessionState,
} from './calendar-event.ts';
import type { Visibility } from './common.ts';

/** Longest texts and lists, texts in grapheme clusters. */
export const EVENT_LIMITS = {
  title: 200,
  summary: 280,
  description: 20_000,
  place: 300,
  address: 500,
  topics: 10,
  links: 20,
  linkLabel: 200,
  capacity: 100_000,
  rooms: 30,
  room: 60,
  tracks: 20,
  slots: 100,
  sessionTitle: 120,
  sessionAbstract: 1000,
  hosts: 10,
  note: 500,
  needs: 500,
  offerTitle: 120,
  offerAbstract: 1000,
} as const;

/**
 * What an organiser's form sends. Absent leaves as it is (change) or empty (new); `null` empties. Times as in
 * `CalendarEvent`.
 */
export interface EventInput {
  readonly title?: string;
  readonly summary?: string | null;
  /** Plain text. */
  readonly description?: string | null;
  readonly start?: string;
  readonly end?: string;
  readonly allDay?: boolean;
  readonly timeZone?: string | null;
  readonly kind?: EventKind;
  readonly status?: EventStatus;
  readonly attendance?: EventAttendance | null;
  readonly place?: Place | null;
  readonly onlineUrl?: string | null;
  readonly url?: string | null;
  /** Organisation that invites; one of the vocabulary's `orgs`. */
  readonly orgId?: string;
  readonly topicIds?: readonly string[];
  readonly image?: { readonly url: string; readonly alt?: string } | null;
  readonly links?: readonly { readonly url: string; readonly label?: string }[];
  readonly recurrence?: Pick<Recurrence, 'rule' | 'added' | 'removed'> | null;
  readonly registration?: {
    readonly mode: 'none' | 'external' | 'hub';
    readonly url?: string;
    readonly scope?: 'date' | 'series';
    readonly capacity?: number;
    readonly opensAt?: string;
    readonly closesAt?: string;
  } | null;
  readonly programme?: Programme | null;
  readonly circle?: { readonly guideUrl?: string } | null;
  readonly visibility?: Visibility;
  /** A word to those who are registered, in the mail that tells them of the change. */
  readonly message?: string;
}

/** A session as its hosts propose it, and as an organiser places it. Absent leaves as it is; `null` empties. */
export interface SessionInput {
  readonly title?: string;
  readonly abstract?: string | null;
  readonly track?: string | null;
  readonly minutes?: number | null;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly room?: string | null;
  readonly state?: SessionState;
  /** The organiser has seen that room or hosts are taken then, and wants it so. */
  readonly despiteConflicts?: boolean;
}

/** What somebody writes who registers; both are read by organisers only. */
export interface RegistrationInput {
  readonly note?: string;
  /** Accessibility needs: ramp, sign language, large print, quiet room. */
  readonly needs?: string;
}

/** A short session that a member offers, or changes. */
export interface ImpulseInput {
  readonly title?: string;
  readonly abstract?: string | null;
  readonly topicIds?: readonly string[];
  readonly minutes?: number;
  /** Organisation it comes from; default the offerer's own. */
  readonly orgId?: string;
}

/** The date that an offered impulse takes place. */
export interface ImpulseDateInput {
  /** RFC 3339 instants. */
  readonly start: string;
  readonly end?: string;
  readonly onlineUrl?: string;
  readonly place?: Place;
  readonly capacity?: number;
}

/** A learning circle that begins. */
export interface CircleInput {
  readonly title: string;
  readonly summary?: string;
  readonly guideUrl?: string;
  readonly topicIds?: readonly string[];
  readonly orgId?: string;
  /** Places of the group, 3 to 20. */
  readonly places: number;
  /** Every meeting, at least two, as RFC 3339 instants. */
  readonly dates: readonly { readonly start: string; readonly end: string }[];
  readonly onlineUrl?: string;
  readonly place?: Place;
}
