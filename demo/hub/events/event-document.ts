import type { OrgRef } from '../../../src/model/common.ts';
import type {
  EventAttendance,
  EventKind,
  EventStatus,
  Place,
  Programme,
  RegistrationInfo,
  Session,
} from '../../../src/model/calendar-event.ts';

/** What one instance of a series may have of its own. */
export interface EventContent {
  readonly title: string;
  readonly summary?: string;
  readonly description?: string;
  readonly kind?: EventKind;
  readonly status?: EventStatus;
  readonly attendance?: EventAttendance;
  readonly place?: Place;
  readonly onlineUrl?: string;
  readonly url?: string;
  readonly organiser?: OrgRef;
  /** Topic ids of the configured scheme; words where a source has its own. */
  readonly topics?: readonly string[];
  readonly image?: { readonly url: string; readonly alt?: string };
  readonly links?: readonly { readonly url: string; readonly label?: string }[];
  readonly sessions?: readonly Session[];
  readonly registration?: RegistrationInfo;
  /** The frame of a camp's programme; its sessions are rows of their own. */
  readonly programme?: Programme;
  readonly circle?: { readonly guideUrl?: string };
}

/** An event as it is kept. `start` and `end` as in `CalendarEvent`: instants, or plain dates with `allDay`. */
export interface EventDocument extends EventContent {
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly timeZone?: string;
  readonly lang?: string;
}

/** The rule of a series (RFC 5545, 3.8.5), counted from the start of its event. */
export interface EventSeries {
  readonly rule?: string;
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** What differs in one instance of a series. `null` takes a field away. */
export interface EventOverride {
  readonly recurrenceId: string;
  readonly start?: string;
  readonly end?: string;
  readonly content: { readonly [K in keyof EventContent]?: EventContent[K] | null };
}
