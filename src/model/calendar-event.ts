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

/** A programme item of a camp, or a proposal for one. */
export interface Session {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
  readonly start?: string;
  readonly end?: string;
  readonly room?: string;
  readonly track?: string;
  readonly hosts?: readonly PersonRef[];
  readonly state: 'proposed' | 'scheduled' | 'cancelled';
  readonly interested?: number;
  readonly me?: { readonly interested?: boolean };
  readonly ideaId?: string;
}

export interface RegistrationInfo {
  readonly mode: 'none' | 'external' | 'hub';
  readonly url?: string;
  readonly capacity?: number;
  readonly registered?: number;
  readonly waiting?: number;
  readonly opensAt?: string;
  readonly closesAt?: string;
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
  readonly me?: { readonly registered?: boolean; readonly waitingPosition?: number };
  readonly id?: string;
  readonly lang?: string;
  readonly visibility?: Visibility;
  /** What the caller may do with it; a widget shows only these actions. */
  readonly can?: readonly string[];
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** Where it came from. */
  readonly source?: SourceRef;
}

/** A key that tells two occurrences apart, also those of one series. */
export const occurrenceKey = (event: CalendarEvent): string =>
  `${event.source?.id ?? ''}\u0000${event.uid}\u0000${event.recurrenceId ?? ''}\u0000${event.start}`;
