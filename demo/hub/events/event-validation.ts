import type { Static } from 'typebox';
import { readTime } from '../../../src/backend/read-time.ts';
import { addDays } from '../../../src/model/plain-date.ts';
import { parseRule, RuleError } from '../../../src/model/recurrence/rule.ts';
import { boundToInstant, isTimeZone, toInstantString } from '../../../src/model/time-zone.ts';
import type { OrgRef, Visibility } from '../../../src/model/common.ts';
import type { Directory } from '../directory/directory.ts';
import { FieldCheck } from '../http/characters.ts';
import { checkProgramme, type ProgrammeInput } from '../programme/programme-check.ts';
import { campSpan, shiftOf, shiftSlots } from '../programme/programme-follow.ts';
import type { EventContent, EventDocument, EventSeries } from './event-document.ts';
import type { EventPatchSchema, NewEventSchema } from './event-schema.ts';

export type NewEvent = Static<typeof NewEventSchema>;
export type EventPatch = Static<typeof EventPatchSchema>;

/** What an organiser wrote, complete and without `null`: a new event, or one with a patch applied. */
export type EventInput = { [K in keyof NewEvent]?: Exclude<NewEvent[K], null> };

/** An event that may be stored. */
export interface CheckedEvent {
  readonly document: EventDocument;
  readonly series: EventSeries | null;
  readonly visibility: Visibility;
  readonly orgId: string;
}

const SLOW_ENOUGH: readonly string[] = ['daily', 'weekly', 'monthly', 'yearly'];
const isTooLong = (start: string, end: string): boolean => Date.parse(end) - Date.parse(start) > 366 * 86_400_000;

/** Organisations of the hub, and the one that the event has: who signed in may have brought it along. */
function organiserOf(input: EventInput, directory: Directory, known: OrgRef | undefined): OrgRef | undefined {
  if (!input.organiser) return undefined;
  const organisation = directory.organisation(input.organiser.id);
  if (organisation) return { id: organisation.id, name: organisation.name };
  return known?.id === input.organiser.id ? known : undefined;
}

function checkContent(
  input: EventInput,
  directory: Directory,
  known: OrgRef | undefined,
  check: FieldCheck,
): EventContent {
  const { place, image, links, registration } = input;
  const topics: string[] = [];
  (input.topics ?? []).forEach(({ id }, index) => {
    const topic = directory.topic(id);
    if (!topic) check.wrong(`topics.${index}`, 'not-found', 'is not a topic of this hub');
    else if (!topics.includes(topic.id)) topics.push(topic.id);
  });
  const organiser = organiserOf(input, directory, known);
  if (!organiser) {
    check.wrong('organiser', input.organiser ? 'not-found' : 'required', 'must be an organisation of this hub');
  }
  if (registration?.mode === 'external' && !registration.url) {
    check.wrong('registration.url', 'required', 'must say where people register');
  }
  const { opensAt, closesAt } = registration ?? {};
  if (opensAt && closesAt && Date.parse(closesAt) < Date.parse(opensAt)) {
    check.wrong('registration.closesAt', 'order', 'must not be before opensAt');
  }
  const content: Record<string, unknown> = {
    title: check.text('title', input.title ?? '', { min: 1, max: 200 }) ?? '',
    summary: check.text('summary', input.summary, { max: 280 }),
    description: check.text('description', input.description, { max: 20_000 }),
    kind: input.kind,
    status: input.status,
    attendance: input.attendance,
    place,
    onlineUrl: input.onlineUrl,
    url: input.url,
    organiser,
    topics: topics.length > 0 ? topics : undefined,
    image,
    links: links && links.length > 0 ? links : undefined,
    registration: registration && {
      ...registration,
      ...(opensAt && { opensAt: toInstantString(Date.parse(opensAt)) }),
      ...(closesAt && { closesAt: toInstantString(Date.parse(closesAt)) }),
    },
    circle: input.circle,
  };
  if (input.circle && input.kind !== 'learning-circle') check.wrong('circle', 'not-allowed', 'is for learning circles');
  for (const key of Object.keys(content)) if (content[key] === undefined) delete content[key];
  return content as unknown as EventContent;
}

interface Times {
  readonly start: string;
  readonly end: string;
}

function checkTimes(input: EventInput, allDay: boolean, zone: string, check: FieldCheck): Times | undefined {
  const form = allDay
    ? 'must be a plain date such as 2026-03-12'
    : 'must be an RFC 3339 instant such as 2026-03-12T14:00:00+01:00';
  const start = input.start === undefined ? undefined : readTime(input.start, allDay, zone);
  if (start === undefined) check.wrong('start', input.start === undefined ? 'required' : 'format', form);
  const end =
    input.end === undefined ? start && (allDay ? addDays(start, 1) : start) : readTime(input.end, allDay, zone);
  if (end === undefined && input.end !== undefined) check.wrong('end', 'format', form);
  if (start === undefined || end === undefined) return undefined;
  if (end < start || (allDay && end === start)) {
    check.wrong('end', 'order', allDay ? 'must be the day after the last, so after start' : 'must not be before start');
  } else if (isTooLong(start, end)) check.wrong('end', 'out-of-range', 'must be within a year from start');
  return { start, end };
}

function checkSeries(input: EventInput, allDay: boolean, zone: string, check: FieldCheck): EventSeries | null {
  const { recurrence } = input;
  if (!recurrence?.rule && !recurrence?.added?.length) return null;
  const rule = recurrence.rule?.trim().toUpperCase();
  if (rule) {
    try {
      if (!SLOW_ENOUGH.includes(parseRule(rule).frequency)) {
        check.wrong('recurrence.rule', 'not-allowed', 'must repeat daily or more rarely');
      }
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      check.wrong('recurrence.rule', 'format', error.message);
    }
  }
  const times = (field: 'added' | 'removed'): string[] =>
    (recurrence[field] ?? []).flatMap((value, index) => {
      const time = readTime(value, allDay, zone);
      if (time === undefined) check.wrong(`recurrence.${field}.${index}`, 'format', 'must have the form of start');
      return time ?? [];
    });
  const added = times('added');
  const removed = times('removed');
  return { ...(rule && { rule }), ...(added.length > 0 && { added }), ...(removed.length > 0 && { removed }) };
}

/** Slots move with their camp, unless the organiser has set them anew. */
function programmeAlong(
  { programme }: EventInput,
  before: EventDocument | undefined,
  after: Pick<EventDocument, 'start' | 'end' | 'allDay' | 'timeZone'>,
  hubZone: string,
): ProgrammeInput | undefined {
  const shift = before && shiftOf(before, after, hubZone);
  if (!programme || !shift || JSON.stringify(programme.slots) !== JSON.stringify(before.programme?.slots))
    return programme;
  return shiftSlots(programme, shift);
}

export interface CheckOptions {
  /** false where the deadline of registration is not one of this date. */
  readonly ownDeadline?: boolean;
  /** An organisation that is known though it is not configured: the event has it already, or its member begins it. */
  readonly organiser?: OrgRef | undefined;
}

/**
 * Turns what an organiser wrote into what is stored.
 * @param before the event as it is, where there is one already
 * @throws HttpProblem with every field that is not right
 */
export function checkEvent(
  input: EventInput,
  directory: Directory,
  hubZone: string,
  before?: EventDocument,
  { ownDeadline = true, organiser = before?.organiser }: CheckOptions = {},
): CheckedEvent {
  const check = new FieldCheck();
  const zone = input.timeZone ?? hubZone;
  if (!isTimeZone(zone)) check.wrong('timeZone', 'not-found', 'must be a time zone such as Europe/Berlin');
  const allDay = input.allDay ?? false;
  const content = checkContent(input, directory, organiser, check);
  const times = checkTimes(input, allDay, zone, check);
  const series = checkSeries(input, allDay, zone, check);
  const closesAt = input.registration?.closesAt;
  // A series has many starts: its deadline is one for all of them.
  if (closesAt && times && !series && ownDeadline && Date.parse(closesAt) > boundToInstant(times.start, hubZone))
    check.wrong('registration.closesAt', 'after-start', 'must not be after the start');
  const programme = checkProgramme(
    times ? programmeAlong(input, before, { ...times, allDay, timeZone: zone }, hubZone) : input.programme,
    { kind: input.kind, repeats: series !== null, camp: times && campSpan(times, hubZone) },
    check,
  );
  check.done();
  return {
    document: {
      ...content,
      ...(programme && { programme }),
      start: times?.start ?? '',
      end: times?.end ?? '',
      allDay,
      ...(!allDay && { timeZone: zone }),
      ...(input.lang && { lang: input.lang }),
    },
    series,
    visibility: input.visibility ?? 'public',
    orgId: content.organiser?.id ?? '',
  };
}

/** A stored event as an organiser would have written it: what a patch is applied to. */
export function inputOf(document: EventDocument, series: EventSeries | null, visibility: Visibility): EventInput {
  const { organiser, topics, sessions: _sessions, registration, ...rest } = document;
  return {
    ...(rest as EventInput),
    visibility,
    ...(organiser?.id && { organiser: { id: organiser.id } }),
    ...(topics && { topics: topics.map((id) => ({ id })) }),
    ...(registration && { registration: registration }),
    ...(series && {
      recurrence: { ...series, added: [...(series.added ?? [])], removed: [...(series.removed ?? [])] },
    }),
  };
}

/** JSON merge patch (RFC 7396) on the first level: `null` takes a field away. */
export function applyPatch(input: EventInput, patch: EventPatch): EventInput {
  const merged: Record<string, unknown> = { ...input };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}
