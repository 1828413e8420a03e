/** What The Events Calendar sends (`wp-json/tribe/events/v1/events`), as far as events are made of it. */

export interface TribeTerm {
  readonly name?: unknown;
  readonly slug?: unknown;
}

export interface TribeVenue {
  readonly venue?: unknown;
  readonly address?: unknown;
  readonly zip?: unknown;
  readonly city?: unknown;
  readonly geo_lat?: unknown;
  readonly geo_lng?: unknown;
}

export interface TribeEvent {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly excerpt?: unknown;
  readonly url?: unknown;
  readonly website?: unknown;
  readonly all_day?: unknown;
  /** Wall times in `timezone`, `2026-03-10 18:00:00`; an event of whole days ends a second before midnight. */
  readonly start_date?: unknown;
  readonly end_date?: unknown;
  readonly utc_start_date?: unknown;
  readonly utc_end_date?: unknown;
  /** IANA name, or an offset such as `UTC+1`. */
  readonly timezone?: unknown;
  readonly modified_utc?: unknown;
  readonly date_utc?: unknown;
  /** An object, or `false`. */
  readonly image?: unknown;
  readonly categories?: unknown;
  readonly tags?: unknown;
  /** An object; an empty list where there is none. */
  readonly venue?: unknown;
  /** A list, or one alone. */
  readonly organizer?: unknown;
  /** Of the add-ons for the status and for online events. */
  readonly event_status?: unknown;
  readonly is_virtual?: unknown;
  readonly virtual_url?: unknown;
}

/** What a post type of one's own calls its fields: ours, then what plugins and people tend to say. */
export const EVENT_META = {
  start: [
    'vr_start',
    'start',
    'event_start',
    'start_date',
    'event_start_date',
    'startdate',
    'start_datetime',
    'date_start',
    '_EventStartDate',
    'event_date',
    'beginn',
    'startdatum',
    'termin_beginn',
    'datum',
  ],
  end: [
    'vr_end',
    'end',
    'event_end',
    'end_date',
    'event_end_date',
    'enddate',
    'end_datetime',
    'date_end',
    '_EventEndDate',
    'ende',
    'enddatum',
    'termin_ende',
  ],
  allDay: ['vr_all_day', 'all_day', 'allday', 'ganztaegig', '_EventAllDay'],
  zone: ['vr_zone', 'timezone', 'event_timezone', '_EventTimezone'],
  rule: ['vr_rrule', 'rrule'],
  place: ['vr_place', 'venue', 'location', 'event_location', 'ort', 'veranstaltungsort', 'place'],
  address: ['vr_address', 'address', 'adresse', 'event_address'],
  online: ['vr_online', 'online_url', 'virtual_url', 'video_url', 'meeting_url', 'stream'],
  organiser: ['vr_org', 'organizer', 'organiser', 'veranstalter', 'organisation'],
  registration: ['vr_registration', 'registration_url', 'anmeldung', 'anmeldelink', 'ticket_url'],
  status: ['vr_status', 'event_status'],
  kind: ['vr_kind', 'event_type', 'veranstaltungsart', 'kind'],
} as const;
export type EventField = keyof typeof EVENT_META;
