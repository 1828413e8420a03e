import type { OrgRef, PersonRef, Topic, UntrustedHtml, Visibility } from './common.ts';
import type { SourceRef } from './page.ts';

/** What kind of meeting it is (domain: CalendarEvent.kind). */
export const EVENT_KINDS = ['meetup', 'camp', 'workshop', 'impulse', 'learning-circle', 'talk', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** RFC 5545 STATUS, grown by what schema.org's EventStatusType adds. */
export const EVENT_STATUSES = ['scheduled', 'tentative', 'cancelled', 'postponed', 'moved-online'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** schema.org EventAttendanceModeEnumeration. */
export type EventAttendance = 'onsite' | 'online' | 'hybrid';

export interface Place {
  readonly name: string;
  readonly address?: string;
  /** WGS 84 degrees. */
  readonly lat?: number;
  readonly lon?: number;
}

export const SESSION_STATES = ['proposed', 'scheduled', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** A programme item of a camp, or a proposal for one. */
export interface Session {
  readonly id: string;
  readonly title: string;
  /** Plain text. */
  readonly abstract?: string;
  /** RFC 3339 instants; absent while it is a proposal without a place. */
  readonly start?: string;
  readonly end?: string;
  readonly room?: string;
  readonly track?: string;
  /** Minutes its hosts ask for. */
  readonly minutes?: number;
  readonly hosts?: readonly PersonRef[];
  readonly state: SessionState;
  readonly interested?: number;
  readonly me?: { readonly interested?: boolean; readonly host?: boolean };
  /** The idea that came of it. */
  readonly ideaId?: string;
  /** `update`, `place`, `cancel`, `interest`. */
  readonly can?: readonly string[];
  readonly etag?: string;
}

/** The frame of a camp's programme: where and when sessions may be, and whether people propose some. */
export interface Programme {
  /** In the order of the plan's columns. */
  readonly rooms: readonly string[];
  readonly tracks?: readonly string[];
  /** When sessions begin and end, as RFC 3339 instants; without them any time within the camp. */
  readonly slots?: readonly { readonly start: string; readonly end: string }[];
  readonly proposals: 'open' | 'closed';
}

/** A learning circle's own: its guide, and for those within it who the others are. */
export interface CircleInfo {
  readonly guideUrl?: string;
  readonly members?: readonly PersonRef[];
}

export interface RegistrationInfo {
  readonly mode: 'none' | 'external' | 'hub';
  readonly url?: string;
  /** What one registration is for: one date, or all dates of a series (a learning circle's fixed group). Default `date`. */
  readonly scope?: 'date' | 'series';
  readonly capacity?: number;
  readonly registered?: number;
  readonly waiting?: number;
  readonly opensAt?: string;
  readonly closesAt?: string;
}

/** What the reader has to do with an event. */
export interface EventMe {
  readonly registered?: boolean;
  /** 1 is the next who gets a place. */
  readonly waitingPosition?: number;
  /** What the reader wrote with the registration; in the answer about one event only. */
  readonly note?: string;
  readonly needs?: string;
}

/**
 * The rule behind a series, as it stands in the source, for words ("jeden Dienstag") and for export.
 * `rule` is the value of RRULE (RFC 5545, 3.3.10) without the name.
 */
export interface Recurrence {
  readonly rule?: string;
  /** RDATE values that add to the rule, as RFC 3339 instants or plain dates. */
  readonly added?: readonly string[];
  /** EXDATE values, likewise. */
  readonly removed?: readonly string[];
  /** Start of the whole series (DTSTART of the master), instant or plain date. */
  readonly start?: string;
}

/**
 * One occurrence of a calendar event (schema.org Event, RFC 5545 VEVENT): what every `events.list` answers, series already expanded.
 *
 * `start` and `end` are both RFC 3339 instants in UTC (`2026-03-12T13:00:00Z`), or, with `allDay`, both plain dates
 * (`2026-03-12`). `end` is exclusive, also for all-day events: the day after the last. Timed events without length have
 * `end` equal to `start`.
 */
export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  /** Which instance of a series this is: the start that its rule gave it, as instant or plain date (RFC 5545, 3.8.4.4). */
  readonly recurrenceId?: string;
  /** Present when this instance was changed against its series. */
  readonly changed?: boolean;
  readonly recurrence?: Recurrence;
  /** IANA zone the event was planned in; absent for UTC and floating times. */
  readonly timeZone?: string;
  readonly summary?: string;
  readonly description?: UntrustedHtml;
  readonly kind?: EventKind;
  readonly status?: EventStatus;
  readonly attendance?: EventAttendance;
  readonly place?: Place;
  readonly onlineUrl?: string;
  readonly url?: string;
  readonly organiser?: OrgRef;
  readonly topics?: readonly Topic[];
  readonly image?: { readonly url: string; readonly alt?: string };
  readonly links?: readonly { readonly url: string; readonly label?: string }[];
  readonly sessions?: readonly Session[];
  readonly registration?: RegistrationInfo;
  readonly programme?: Programme;
  readonly circle?: CircleInfo;
  readonly me?: EventMe;
  readonly id?: string;
  readonly lang?: string;
  readonly visibility?: Visibility;
  /**
   * What the caller may do with it; a widget shows only these actions: `update`, `cancel`, `registrations` (see who
   * comes), `arrange` (place sessions), `register`, `unregister`, `propose` (a session).
   */
  readonly can?: readonly string[];
  readonly etag?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** Where it came from. */
  readonly source?: SourceRef;
}

/** A key that tells two occurrences apart, also those of one series. */
export const occurrenceKey = (event: CalendarEvent): string =>
  `${event.source?.id ?? ''}\u0000${event.uid}\u0000${event.recurrenceId ?? ''}\u0000${event.start}`;
