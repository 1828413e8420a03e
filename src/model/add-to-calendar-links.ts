import type { CalendarEvent } from './calendar-event.ts';
import { htmlToText } from './html-text.ts';

/** Addresses that open a calendar of somebody else with an event filled in. Making them asks nobody anything. */
export interface AddToCalendarLinks {
  readonly google: string;
  /** Microsoft 365: accounts of work or school. */
  readonly outlookWork: string;
  /** outlook.com: personal accounts. */
  readonly outlookHome: string;
}

/** Longest address that every browser, proxy and sign-in page on the way takes. */
const MAX_LENGTH = 1900;
/** Of what is encoded: an umlaut takes six characters of an address, an emoji twelve. */
const MAX_TITLE = 600;
const MAX_PLACE = 400;
const MAX_DETAILS = 900;

/** Half of a pair that makes one character can stand in no address. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** As much of a text as fits when it is encoded, with a sign that there was more. */
function cut(text: string, max: number): string {
  if (encode(text).length <= max) return text;
  let short = '';
  let length = 0;
  for (const char of text) {
    length += encode(char).length;
    if (length > max - encode('…').length) break;
    short += char;
  }
  return `${short.trimEnd()}…`;
}

/** `%20` for blanks: Outlook shows the plus signs of form encoding as they are. */
const query = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .flatMap(([name, value]) => (value === '' ? [] : [`${name}=${encode(value)}`]))
    .join('&');

/** 2026-03-12T13:00:00Z, in whole seconds of UTC. */
const utc = (instant: string): string => new Date(instant).toISOString().replace(/\.\d{3}/, '');

/** 20260312T130000Z, and 20260312 for days. */
const compact = (time: string): string => time.replace(/[-:]/g, '');

function placeOf({ place, onlineUrl, attendance }: CalendarEvent): string {
  const { name = '', address = '' } = place ?? {};
  const onsite = address && address !== name ? `${name}, ${address}` : name;
  // Whoever joins from afar needs the link, where no room is named.
  return cut(onsite === '' || attendance === 'online' ? (onlineUrl ?? onsite) : onsite, MAX_PLACE);
}

function detailsOf({ summary, description, onlineUrl }: CalendarEvent, link: string, max: number): string {
  const words = (summary ?? (description ? htmlToText(description).replace(/\s*\n\s*/g, '\n') : '')).trim();
  // The links stand whole at the end: a text can be cut, they cannot.
  return [cut(words, max), onlineUrl, link].filter(Boolean).join('\n\n');
}

/**
 * Links to Google Calendar and Outlook on the web for one date. Times go as instants in UTC, whatever the zones of
 * reader and event; days as plain dates with the day after the last as their end.
 *
 * Google: `calendar.google.com/calendar/render`, `dates` as in RFC 5545. Outlook: `/calendar/deeplink/compose`, which
 * carries its parameters through the sign-in; an offset such as `+00:00` is not understood there, `Z` is.
 *
 * @param link address of a page about the event, for its description; empty for none
 */
export function addToCalendarLinks(event: CalendarEvent, link = ''): AddToCalendarLinks {
  const { allDay } = event;
  const [start, end] = allDay ? [event.start, event.end] : [utc(event.start), utc(event.end)];
  const title = cut(event.title, MAX_TITLE);
  const place = placeOf(event);

  const shortened = (make: (details: string) => string): string => {
    for (let max = MAX_DETAILS; max >= 100; max -= 100) {
      const address = make(detailsOf(event, link, max));
      if (address.length <= MAX_LENGTH) return address;
    }
    return make('');
  };
  const google = (details: string): string =>
    `https://calendar.google.com/calendar/render?${query({
      action: 'TEMPLATE',
      text: title,
      dates: `${compact(start)}/${compact(end)}`,
      details,
      location: place,
    })}`;
  const outlook = (host: string) => (details: string) =>
    `https://${host}/calendar/deeplink/compose?${query({
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: start,
      enddt: end,
      allday: allDay ? 'true' : '',
      subject: title,
      body: details,
      location: place,
    })}`;
  return {
    google: shortened(google),
    outlookWork: shortened(outlook('outlook.office.com')),
    outlookHome: shortened(outlook('outlook.live.com')),
  };
}
