import type { CalendarEvent, EventAttendance, EventKind, Programme } from './calendar-event.ts';
import type { Visibility } from './common.ts';
import type { EventInput } from './event-input.ts';
import { filledRows, linesOf, listOf, readNumber, rowsOf, textOf, type FormValues } from './form-values.ts';
import { addDays, daysBetween, isPlainDate, weekday, type PlainDate } from './plain-date.ts';
import { recurrenceOf, repeatsFor, repeatValues, type Repeat, type RepeatFrame } from './repeat-form.ts';
import {
  fromWall,
  instantOf,
  isTypedTime,
  rangeInstants,
  rangeOf,
  typedRange,
  typedTime,
  wallOf,
} from './wall-clock.ts';

/**
 * An organiser's form: an event as texts that can be typed, and back. Times are in the event's own zone, the last day of an
 * all-day event is shown as people say it, not as the day after.
 */

/** What is changed: an event that does not repeat, one date of a series, or all of it. */
export type EditScope = 'single' | 'date' | 'series';

export interface EventFormFrame {
  /** Zone of a new event, and of the deadlines and slots of all-day ones. */
  readonly timeZone: string;
  readonly scope: EditScope;
  /** Day of a new event. */
  readonly date: PlainDate;
  /** Organisation that a new event comes from. */
  readonly orgId?: string;
}

/** What one date of a series cannot have of its own. */
const SERIES_ONLY = ['recurrence', 'allDay', 'timeZone', 'visibility'] as const;

const zoneOf = (event: CalendarEvent | undefined, frame: EventFormFrame): string => event?.timeZone ?? frame.timeZone;

/** What the fields hold for an event; for a new one without it. */
export function eventFormValues(event: CalendarEvent | undefined, frame: EventFormFrame): FormValues {
  const zone = zoneOf(event, frame);
  const times = timesOf(event, frame, zone);
  const { registration, programme, place, image } = event ?? {};
  const opens = registration?.opensAt ? typedTime(registration.opensAt, zone) : undefined;
  const closes = registration?.closesAt ? typedTime(registration.closesAt, zone) : undefined;
  return {
    title: event?.title ?? '',
    summary: event?.summary ?? '',
    kind: event?.kind ?? 'meetup',
    orgId: event?.organiser?.id ?? frame.orgId ?? '',
    topicIds: (event?.topics ?? []).map(({ id }) => id),
    ...times,
    timeZone: zone,
    ...(frame.scope === 'date'
      ? {}
      : repeatValues(event?.recurrence, {
          allDay: event?.allDay ?? false,
          zone,
          start: { date: times.startDate, time: times.startTime },
        })),
    attendance: event?.attendance ?? (event ? '' : 'onsite'),
    placeName: place?.name ?? '',
    placeAddress: place?.address ?? '',
    onlineUrl: event?.onlineUrl ?? '',
    registration: registration?.mode ?? 'none',
    registrationUrl: registration?.url ?? '',
    registrationScope: registration?.scope ?? 'date',
    capacity: registration?.capacity === undefined ? '' : String(registration.capacity),
    opensDate: opens?.date ?? '',
    opensTime: opens?.time ?? '',
    closesDate: closes?.date ?? '',
    closesTime: closes?.time ?? '',
    rooms: (programme?.rooms ?? []).join('\n'),
    tracks: (programme?.tracks ?? []).join('\n'),
    slots: (programme?.slots ?? []).map(({ start, end }) => ({ ...typedRange(start, end, zone) })),
    proposals: programme?.proposals ?? 'open',
    guideUrl: event?.circle?.guideUrl ?? '',
    description: event?.description ?? '',
    url: event?.url ?? '',
    links: (event?.links ?? []).map(({ url, label = '' }) => ({ url, label })),
    imageUrl: image?.url ?? '',
    imageAlt: image?.alt ?? '',
    visibility: event?.visibility ?? 'public',
    message: '',
  };
}

interface TypedTimes {
  readonly allDay: string;
  readonly startDate: string;
  readonly startTime: string;
  readonly endDate: string;
  readonly endTime: string;
}

function timesOf(event: CalendarEvent | undefined, { date }: EventFormFrame, zone: string): TypedTimes & FormValues {
  if (!event) return { allDay: '', startDate: date, startTime: '14:00', endDate: date, endTime: '16:00' };
  if (event.allDay) {
    return {
      allDay: 'yes',
      startDate: event.start,
      startTime: '',
      endDate: addDays(event.end, -1),
      endTime: '',
    };
  }
  const [start, end] = [typedTime(event.start, zone), typedTime(event.end, zone)];
  return { allDay: '', startDate: start.date, startTime: start.time, endDate: end.date, endTime: end.time };
}

/** The whole series as a form shows it: from its first date on, as long as its dates are. */
export function seriesHead(event: CalendarEvent): CalendarEvent {
  const { recurrence, recurrenceId: _, changed: _changed, ...rest } = event;
  const start = recurrence?.start;
  if (!start || start === event.start) return recurrence ? { ...rest, recurrence } : event;
  const length = event.allDay ? daysBetween(event.start, event.end) : Date.parse(event.end) - Date.parse(event.start);
  const end = event.allDay
    ? addDays(start, length)
    : `${new Date(Date.parse(start) + length).toISOString().slice(0, 19)}Z`;
  return { ...rest, recurrence, start, end };
}

/** When the first date begins and whether it has hours, for repetition. */
export const repeatFrame = (values: FormValues): RepeatFrame => ({
  allDay: textOf(values, 'allDay') === 'yes',
  zone: textOf(values, 'timeZone'),
  start: { date: textOf(values, 'startDate'), time: textOf(values, 'startTime') || '00:00' },
});

/** Everything that the form says, as it is sent for a new event. The values must be right (see `eventFormFaults`). */
export function eventInput(values: FormValues, frame: EventFormFrame, before?: CalendarEvent): EventInput {
  const text = (name: string): string => textOf(values, name);
  const orNull = (name: string): string | null => text(name) || null;
  const allDay = text('allDay') === 'yes';
  const zone = text('timeZone');
  const kind = text('kind') as EventKind;
  const attendance = text('attendance') as EventAttendance | '';
  const [date, time, lastDate, endTime] = ['startDate', 'startTime', 'endDate', 'endTime'].map(text) as [
    string, string, string, string,
  ]; // prettier-ignore
  const old = before && eventFormValues(before, frame);
  return {
    title: text('title'),
    summary: orNull('summary'),
    description: orNull('description'),
    kind,
    orgId: text('orgId'),
    topicIds: listOf(values, 'topicIds'),
    start: allDay ? date : instantOf({ date, time }, zone),
    end: allDay ? addDays(lastDate, 1) : instantOf({ date: lastDate, time: endTime }, zone),
    allDay,
    timeZone: zone,
    recurrence: recurrenceOf(values, repeatFrame(values), before && old && { ...before, frame: repeatFrame(old) }),
    attendance: attendance || null,
    place: attendance === 'online' ? null : placeOf(values, before),
    onlineUrl: attendance === 'onsite' ? null : orNull('onlineUrl'),
    registration: registrationOf(values, zone),
    programme: kind === 'camp' ? programmeOf(values, zone) : null,
    circle: kind === 'learning-circle' && text('guideUrl') ? { guideUrl: text('guideUrl') } : null,
    url: orNull('url'),
    links: filledRows(rowsOf(values, 'links')).map(({ url = '', label }) => ({ url, ...(label && { label }) })),
    image: text('imageUrl') ? { url: text('imageUrl'), ...(text('imageAlt') && { alt: text('imageAlt') }) } : null,
    visibility: text('visibility') as Visibility,
  };
}

function placeOf(values: FormValues, before: CalendarEvent | undefined): EventInput['place'] {
  const [name, address] = [textOf(values, 'placeName'), textOf(values, 'placeAddress')];
  if (!name && !address) return null;
  const { place } = before ?? {};
  // Where the place is on a map stays true only as long as it is the same place.
  const same = place?.name === name && (place.address ?? '') === address;
  const { lat, lon } = same ? place : {};
  return {
    name: name || address,
    ...(name && address && { address }),
    ...(lat !== undefined && lon !== undefined && { lat, lon }),
  };
}

/** A moment of registration: a day alone means its beginning, or its end. */
function momentOf(values: FormValues, name: 'opens' | 'closes', zone: string): string | undefined {
  const date = textOf(values, `${name}Date`);
  if (!isPlainDate(date)) return undefined;
  return instantOf({ date, time: textOf(values, `${name}Time`) || (name === 'opens' ? '00:00' : '23:59') }, zone);
}

function registrationOf(values: FormValues, zone: string): EventInput['registration'] {
  const mode = textOf(values, 'registration');
  if (mode !== 'external' && mode !== 'hub') return null;
  const url = textOf(values, 'registrationUrl');
  const capacity = readNumber(textOf(values, 'capacity'));
  const opensAt = momentOf(values, 'opens', zone);
  const closesAt = momentOf(values, 'closes', zone);
  const isSeries = textOf(values, 'registrationScope') === 'series' && textOf(values, 'repeat') !== 'none';
  return {
    mode,
    ...(mode === 'external' && url && { url }),
    ...(mode === 'hub' && isSeries && { scope: 'series' as const }),
    ...(!Number.isNaN(capacity) && { capacity }),
    ...(opensAt && { opensAt }),
    ...(closesAt && { closesAt }),
  };
}

function programmeOf(values: FormValues, zone: string): Programme {
  const tracks = linesOf(textOf(values, 'tracks'));
  const slots = filledRows(rowsOf(values, 'slots'))
    .map((row) => rangeInstants(rangeOf(row), zone))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  return {
    rooms: [...new Set(linesOf(textOf(values, 'rooms')))],
    ...(tracks.length > 0 && { tracks: [...new Set(tracks)] }),
    ...(slots.length > 0 && { slots }),
    proposals: textOf(values, 'proposals') === 'closed' ? 'closed' : 'open',
  };
}

const TIMES = ['start', 'end', 'allDay', 'timeZone'] as const;

/** What differs from the event as it is; empty where nothing does. Times go together. */
export function eventChanges(values: FormValues, event: CalendarEvent, frame: EventFormFrame): EventInput {
  const next = eventInput(values, frame, event);
  const was = eventInput(eventFormValues(event, frame), frame, event);
  const differs = (key: keyof EventInput): boolean => JSON.stringify(next[key]) !== JSON.stringify(was[key]);
  const isMoved = TIMES.some(differs);
  const changes: Record<string, unknown> = {};
  for (const key of Object.keys(next) as (keyof EventInput)[]) {
    const belongs = frame.scope !== 'date' || !(SERIES_ONLY as readonly string[]).includes(key);
    const goesAlong = isMoved && (key === 'start' || key === 'end');
    if (belongs && (goesAlong || differs(key))) changes[key] = next[key];
  }
  return changes;
}

/** What a change of one field means for others: the end keeps its distance from the start, an impulse is online. */
export function followEventForm(values: FormValues, changed: string, before: FormValues): FormValues {
  const text = (name: string): string => textOf(values, name);
  if (changed === 'startDate' || changed === 'startTime') {
    const was = { date: textOf(before, 'startDate'), time: textOf(before, 'startTime') || '00:00' };
    const now = { date: text('startDate'), time: text('startTime') || '00:00' };
    const end = { date: text('endDate'), time: text('endTime') || '00:00' };
    if (![was, now, end].every(isTypedTime)) return values;
    const { date, time } = fromWall(wallOf(end) + wallOf(now) - wallOf(was));
    const endTime = text('allDay') === 'yes' ? text('endTime') : time;
    return { ...values, endDate: date, endTime, ...followRepeat(values, was.date, now.date) };
  }
  if (changed === 'repeat' && text('repeat') === 'weekly' && isPlainDate(text('startDate'))) {
    const days = listOf(values, 'weekdays');
    return days.length > 0 ? values : { ...values, weekdays: [String(weekday(text('startDate')))] };
  }
  if (changed === 'allDay' && text('allDay') !== 'yes' && !text('startTime'))
    return { ...values, startTime: '09:00', endTime: '17:00' };
  if (changed !== 'kind') return values;
  if (text('kind') === 'impulse') return { ...values, attendance: 'online' };
  // A fixed group registers once, for all its dates.
  if (text('kind') === 'learning-circle' && text('registration') === 'none')
    return { ...values, registration: 'hub', registrationScope: 'series' };
  return values;
}

/** A first date on another day: a series of that one weekday goes along, a fifth Tuesday becomes the last one. */
function followRepeat(values: FormValues, was: PlainDate, now: PlainDate): FormValues {
  const repeat = textOf(values, 'repeat') as Repeat;
  const days = listOf(values, 'weekdays');
  if (repeat === 'weekly' && days.length === 1 && days[0] === String(weekday(was)))
    return { weekdays: [String(weekday(now))] };
  if (repeat.startsWith('monthly') && !repeatsFor(now, true).includes(repeat))
    return { repeat: repeat === 'monthly-nth' ? 'monthly-last' : 'monthly-nth' };
  return {};
}
