import type { Static } from 'typebox';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { actionsOf, type Guarded } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Directory } from '../directory/directory.ts';
import type { EventOverride } from './event-document.ts';
import { contentOf, type StoredEvent } from './event-rows.ts';
import type { CalendarEventSchema } from './event-schema.ts';

export type EventAnswer = Static<typeof CalendarEventSchema>;

/** Names of the configured sources by id, for `source` of gathered events. */
export type SourceLabels = ReadonlyMap<string, { readonly label: string; readonly url?: string }>;

/** The date of an event that an answer is about; without one it is the event (or the head of the series) itself. */
export interface AnswerDate {
  readonly recurrenceKey: string;
  readonly start: string;
  readonly end: string;
}

export const guardedEvent = (event: StoredEvent): Guarded => ({
  type: 'event',
  visibility: event.visibility,
  orgId: event.orgId,
  unit: event.unit,
  createdBy: event.createdBy,
  gathered: event.sourceId !== null,
  ...(event.document.status && { state: event.document.status }),
  ...(event.document.kind && { kind: event.document.kind }),
});

/** What an answer says beyond the row of the event: counts of registrations, the caller's own, sessions, a circle's members. */
export type MoreOfEvent = Pick<EventAnswer, 'registration' | 'me' | 'sessions' | 'circle'> & {
  /** Actions beyond those that `can.ts` knows: they depend on who is registered already. */
  readonly can?: readonly string[];
};

const iso = (date: Date): string => toInstantString(date.getTime());

/** A row as `CalendarEvent`, for one caller. */
export function eventAnswer(
  event: StoredEvent,
  date: AnswerDate | undefined,
  caller: Caller,
  directory: Directory,
  sources: SourceLabels,
  { can: moreActions = [], ...more }: MoreOfEvent = {},
): EventAnswer {
  const key = date?.recurrenceKey ?? '';
  const override: EventOverride | undefined =
    key === '' ? undefined : event.overrides.find(({ recurrenceId }) => recurrenceId === key);
  const content = contentOf(event.document, override);
  const { start, end, allDay, timeZone, lang } = event.document;
  const organiser =
    content.organiser && (directory.orgRef(content.organiser.id ?? content.organiser.name) ?? content.organiser);
  const source = event.sourceId === null ? undefined : sources.get(event.sourceId);
  return {
    ...(content as Omit<EventAnswer, 'topics'>),
    type: 'event',
    id: event.id,
    uid: event.uid,
    start: date?.start ?? start,
    end: date?.end ?? end,
    allDay,
    ...(key !== '' && { recurrenceId: key }),
    ...(override && { changed: true }),
    ...(event.series && {
      recurrence: {
        ...event.series,
        added: [...(event.series.added ?? [])],
        removed: [...(event.series.removed ?? [])],
        start,
      },
    }),
    ...(timeZone && { timeZone }),
    ...(lang && { lang }),
    ...(organiser && { organiser }),
    ...(content.topics && { topics: content.topics.map((topic) => directory.topicOf(topic)) }),
    ...more,
    visibility: event.visibility,
    can: [...actionsOf(caller, guardedEvent(event)), ...moreActions],
    createdAt: iso(event.createdAt),
    updatedAt: iso(event.updatedAt),
    ...(source && event.sourceId !== null && { source: { id: event.sourceId, ...source } }),
  };
}
