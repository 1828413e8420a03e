import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { demand, demandAccount } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import type { EventOverride } from '../events/event-document.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { addMembersEvent, homeOf } from '../events/members-event.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { checkTopics } from '../impulses/impulse-check.ts';
import { register } from '../registration/register.ts';
import type { NewCircleSchema } from './circle-schema.ts';
import '../impulses/impulse-rules.ts';

export type NewCircle = Static<typeof NewCircleSchema>;

interface Meeting {
  readonly start: number;
  readonly end: number;
}

function checkDates(dates: NewCircle['dates'], now: number, check: FieldCheck): Meeting[] {
  const meetings = dates.map(({ start, end }, index) => {
    const meeting = { start: Date.parse(start), end: Date.parse(end) };
    if (meeting.start <= now) check.wrong(`dates.${index}.start`, 'out-of-range', 'must lie ahead');
    if (meeting.end <= meeting.start) check.wrong(`dates.${index}.end`, 'order', 'must be after start');
    return { ...meeting, index };
  });
  meetings.sort((a, b) => a.start - b.start);
  meetings.forEach((meeting, place) => {
    const before = meetings[place - 1];
    if (before && meeting.start < before.end) {
      check.wrong(`dates.${meeting.index}.start`, 'order', 'must not begin before another has ended');
    }
  });
  return meetings;
}

/** Meetings that are longer or shorter than the first. */
const otherLengths = ([first, ...others]: readonly Meeting[]): EventOverride[] =>
  others
    .filter(({ start, end }) => first && end - start !== first.end - first.start)
    .map(({ start, end }) => ({ recurrenceId: toInstantString(start), end: toInstantString(end), content: {} }));

/** Begins a learning circle, with whoever founds it as its first member. */
export async function foundCircle(
  hub: Hub,
  transaction: HubTransaction,
  { caller, now }: Pick<FastifyRequest, 'caller' | 'now'>,
  input: NewCircle,
): Promise<StoredEvent> {
  const account = demandAccount(caller);
  const orgId = input.orgId ?? homeOf(account);
  if (orgId === undefined) throw new HttpProblem('denied');
  demand(caller, 'create', { type: 'learning-circle', orgId });
  const check = new FieldCheck();
  const { places, guideUrl, onlineUrl, place } = input;
  const title = check.text('title', input.title, { min: 1, max: EVENT_LIMITS.offerTitle, line: true }) ?? '';
  const summary = check.text('summary', input.summary, { max: EVENT_LIMITS.summary });
  const topics = checkTopics(input.topicIds ?? [], hub.directory, check);
  const meetings = checkDates(input.dates, now, check);
  check.done();
  const [first, ...others] = meetings.map(({ start, end }) => ({
    start: toInstantString(start),
    end: toInstantString(end),
  }));
  if (!first) throw new HttpProblem('invalid-request');
  const event = await addMembersEvent(
    hub,
    transaction,
    { caller: account, orgId, now, overrides: otherLengths(meetings) },
    {
      title,
      ...(summary !== undefined && { summary }),
      kind: 'learning-circle',
      ...first,
      recurrence: { added: others.map(({ start }) => start) },
      ...(place && { place }),
      ...(onlineUrl !== undefined && { onlineUrl }),
      ...(topics.length > 0 && { topics: topics.map((id) => ({ id })) }),
      registration: { mode: 'hub', scope: 'series', capacity: places },
      ...(guideUrl !== undefined && { circle: { guideUrl } }),
    },
  );
  await register(hub, transaction, { event, recurrenceKey: '', personId: account.person.id, now });
  return event;
}
