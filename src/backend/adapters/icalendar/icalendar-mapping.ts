import { kindOfWords, saysOnline } from '../../event-words.ts';
import { EVENT_KINDS, type CalendarEvent, type EventKind, type EventStatus } from '../../../model/calendar-event.ts';
import type { Place, Recurrence } from '../../../model/calendar-event.ts';
import { untrustedHtml, type Topic } from '../../../model/common.ts';
import { htmlToText } from '../../../model/html-text.ts';
import type { SourceRef } from '../../../model/page.ts';
import { fromEpochDay, DAY_MS } from '../../../model/plain-date.ts';
import { toInstantString } from '../../../model/time-zone.ts';
import { listed, momentOf, type EventRecord, type Moment } from './ics-event.ts';
import { repetitionFor } from './ics-expand.ts';
import {
  allOf,
  firstOf,
  paramOf,
  textListOf,
  textOf,
  unescapeText,
  type Component,
  type Property,
} from './ics-property.ts';
import { parseTime } from './ics-time.ts';
import { instantOf } from './ics-zone.ts';
import { onlineUrlIn, statusHint } from './icalendar-words.ts';

/** Everything of a `CalendarEvent` but its times. */
export type EventWords = Omit<CalendarEvent, 'start' | 'end' | 'allDay' | 'recurrenceId' | 'changed'>;

const SUMMARY_LENGTH = 280;

/** An address that may stand in a link; undefined for `javascript:`, `mailto:`, relative ones and the like. */
function webAddress(text: string | undefined): string | undefined {
  // Commas are often escaped in addresses, as if they were TEXT; no address has a backslash of its own.
  const address = text?.replace(/\\([,;\\])/g, '$1').trim();
  return address && /^https?:\/\/[^\s]+$/i.test(address) && URL.canParse(address) ? address : undefined;
}

/** The beginning of a description as plain text, for lists. */
function teaser(description: string): string | undefined {
  const text = htmlToText(description.slice(0, 4 * SUMMARY_LENGTH))
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= SUMMARY_LENGTH) return text || undefined;
  const cut = text.slice(0, SUMMARY_LENGTH - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > SUMMARY_LENGTH / 2 ? space : cut.length).replace(/[\ud800-\udbff]$/, '')}…`;
}

function descriptionOf(component: Component): string {
  const html = allOf(component, 'X-ALT-DESC').find((property) => /html/i.test(paramOf(property, 'FMTTYPE') ?? ''));
  return html ? unescapeText(html.value) : textOf(component, 'DESCRIPTION');
}

function geoOf(component: Component): { lat: number; lon: number } | undefined {
  const [lat = NaN, lon = NaN] = (firstOf(component, 'GEO')?.value ?? '').split(';').map((part) => parseFloat(part));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}

function placeOf(component: Component, location: string): Place | undefined {
  const [name = '', ...rest] = location
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const geo = geoOf(component);
  if (name === '' && !geo) return undefined;
  return {
    name: name || `${geo?.lat}, ${geo?.lon}`,
    ...(rest.length > 0 ? { address: rest.join(', ') } : {}),
    ...geo,
  };
}

const ONLINE_PROPERTY = /^X-(?:[A-Z0-9-]*(?:CONFERENCE|MEETING-?URL|ONLINEMEETING|ONLINE-(?:URL|LINK))[A-Z0-9-]*)$/;

/** Where the event can be joined from afar. */
function onlineUrlOf(component: Component, location: string, description: string): string | undefined {
  for (const { value } of allOf(component, 'CONFERENCE')) {
    const address = webAddress(value);
    if (address) return address;
  }
  for (const { name, value } of component.properties) {
    const address = ONLINE_PROPERTY.test(name) ? webAddress(value) : undefined;
    if (address) return address;
  }
  return webAddress(/https?:\/\/[^\s<>"]+/i.exec(location)?.[0]) ?? onlineUrlIn(description);
}

function statusOf(component: Component, title: string): EventStatus {
  switch (firstOf(component, 'STATUS')?.value.trim().toUpperCase()) {
    case 'CANCELLED':
    case 'CANCELED':
      return 'cancelled';
    case 'POSTPONED':
      return 'postponed';
    case 'TENTATIVE':
      return statusHint(component, title) ?? 'tentative';
    default:
      return statusHint(component, title) ?? 'scheduled';
  }
}

function attachmentsOf(component: Component): Pick<CalendarEvent, 'image' | 'links'> {
  const links: { url: string; label?: string }[] = [];
  let image: { url: string } | undefined;
  const add = (property: Property, isImage: boolean): void => {
    const url = webAddress(property.value);
    if (!url) return;
    if (isImage && !image) image = { url };
    else {
      const label = paramOf(property, 'FILENAME') ?? paramOf(property, 'X-FILENAME') ?? paramOf(property, 'LABEL');
      links.push(label ? { url, label } : { url });
    }
  };
  for (const property of allOf(component, 'IMAGE')) add(property, true);
  for (const property of allOf(component, 'ATTACH'))
    add(property, /^image\//i.test(paramOf(property, 'FMTTYPE') ?? ''));
  for (const property of allOf(component, 'CONFERENCE').slice(1)) add(property, false);
  return { ...(image ? { image } : {}), ...(links.length > 0 ? { links } : {}) };
}

function topicsOf(component: Component): Topic[] {
  const topics = new Map<string, Topic>();
  for (const { value } of allOf(component, 'CATEGORIES')) {
    for (const word of textListOf(value)) topics.set(word, { id: word, label: { de: word, en: word } });
  }
  return [...topics.values()];
}

/** As our own files name it, else as one of the categories does. */
function kindOf(component: Component, topics: readonly Topic[]): EventKind | undefined {
  const own = firstOf(component, 'X-VR-KIND')?.value.trim();
  return EVENT_KINDS.find((kind) => kind === own) ?? kindOfWords(topics.map(({ id }) => id));
}

/** The organiser's name. The address behind it is a mail address and stays where it is. */
function organiserOf(component: Component): string | undefined {
  const property = firstOf(component, 'ORGANIZER');
  const name = property && paramOf(property, 'CN')?.trim();
  return name && !name.includes('@') ? name : undefined;
}

function instantOfProperty(component: Component, name: string): string | undefined {
  const time = parseTime(firstOf(component, name)?.value ?? '');
  return time?.utc ? toInstantString(time.wall) : undefined;
}

const pointText = ({ allDay, wall, zone }: Moment): string =>
  allDay ? fromEpochDay(wall / DAY_MS) : toInstantString(instantOf(zone, wall));

/** The rule of a series as it stands in the file, its start and what RDATE and EXDATE add and take away. */
export function recurrenceOf(master: EventRecord): Recurrence | undefined {
  const { component, start, setting } = master;
  const { rules } = repetitionFor(master);
  const dates = (name: string): string[] => {
    const points: string[] = [];
    for (const [property, text] of listed(component, name)) {
      const moment = momentOf(property, setting, text.split('/')[0]);
      if (moment) points.push(pointText(moment));
    }
    return points;
  };
  const added = dates('RDATE');
  const removed = dates('EXDATE');
  const rule = rules.length > 0 ? firstOf(component, 'RRULE')?.value.trim() : undefined;
  if (!rule && added.length === 0) return undefined;
  return {
    ...(rule ? { rule } : {}),
    ...(added.length > 0 ? { added } : {}),
    ...(removed.length > 0 ? { removed } : {}),
    start: pointText(start),
  };
}

/** What an event says, apart from when. */
export function wordsOf(record: EventRecord, source: SourceRef | undefined): EventWords {
  const { component, start } = record;
  const title = textOf(component, 'SUMMARY');
  const location = textOf(component, 'LOCATION').trim();
  const description = descriptionOf(component).trim();
  const topics = topicsOf(component);
  const kind = kindOf(component, topics);
  const onlineUrl = onlineUrlOf(component, location, description);
  const isLink = webAddress(location) !== undefined;
  const place = placeOf(component, isLink ? '' : location);
  const onsite = place !== undefined && !saysOnline(place.name);
  const online = onlineUrl !== undefined || (place !== undefined && !onsite);
  const hybrid = /\bhybrid/i.test(location) || (onsite && online);
  const organiser = organiserOf(component);
  const url = webAddress(firstOf(component, 'URL')?.value);
  const summary = teaser(description);
  const summaryProperty = firstOf(component, 'SUMMARY');
  const lang = summaryProperty && paramOf(summaryProperty, 'LANGUAGE');
  const createdAt = instantOfProperty(component, 'CREATED');
  const updatedAt = instantOfProperty(component, 'LAST-MODIFIED');
  const timeZone = start.allDay || start.zone.id === 'UTC' ? undefined : start.floating ? undefined : start.zone.id;
  return {
    uid: record.uid,
    title,
    status: statusOf(component, title),
    ...(timeZone ? { timeZone } : {}),
    ...(summary ? { summary } : {}),
    ...(description ? { description: untrustedHtml(description) } : {}),
    ...(kind ? { kind } : {}),
    ...(hybrid || online || onsite ? { attendance: hybrid ? 'hybrid' : online ? 'online' : 'onsite' } : {}),
    ...(place ? { place } : {}),
    ...(onlineUrl ? { onlineUrl } : {}),
    ...(url ? { url } : {}),
    ...(organiser ? { organiser: { name: organiser } } : {}),
    ...(topics.length > 0 ? { topics } : {}),
    ...attachmentsOf(component),
    ...(lang ? { lang } : {}),
    ...(createdAt ? { createdAt } : {}),
    ...(updatedAt ? { updatedAt } : {}),
    ...(source ? { source } : {}),
  };
}
