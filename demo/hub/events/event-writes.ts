import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { audit } from '../audit/audit.ts';
import { demand } from '../authorization/can.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import { followEvent } from '../impulses/impulse-follow.ts';
import { followCamp } from '../programme/programme-follow.ts';
import { settleRegistrations } from '../registration/event-change.ts';
import type { EventContent, EventOverride } from './event-document.ts';
import { guardedEvent } from './event-mapping.ts';
import { contentOf, type StoredEvent } from './event-rows.ts';
import { findEvent, insertEvents, updateEvent, type NewStoredEvent } from './event-store.ts';
import {
  applyPatch,
  checkEvent,
  inputOf,
  type EventInput,
  type EventPatch,
  type NewEvent,
} from './event-validation.ts';
import { expand } from './occurrences.ts';

const withoutNull = (body: NewEvent): EventInput => applyPatch({}, body);

/** @throws HttpProblem when the fields are not right, or the caller may not invite for this organisation */
export async function createEvent(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  body: NewEvent,
): Promise<StoredEvent> {
  const { caller, now } = request;
  const checked = checkEvent(withoutNull(body), hub.directory, hub.config.timeZone);
  const id = `evt_${randomUUID().replaceAll('-', '')}`;
  const event: NewStoredEvent = {
    id,
    sourceId: null,
    uid: id,
    unit: null,
    createdBy: caller.kind === 'account' ? caller.person.id : null,
    overrides: [],
    ...checked,
  };
  demand(caller, 'create', { type: 'event', visibility: 'public', orgId: event.orgId });
  await insertEvents(transaction, hub, [event], now);
  await audit(transaction, caller, { action: 'event.create', object: { type: 'event', id, orgId: event.orgId } });
  return { ...event, version: 1, createdAt: new Date(now), updatedAt: new Date(now) };
}

const CONTENT_FIELDS = [
  'title', 'summary', 'description', 'kind', 'status', 'attendance', 'place', 'onlineUrl', 'url', 'organiser', 'topics',
  'image', 'links', 'registration',
] as const satisfies readonly (keyof EventContent)[]; // prettier-ignore

/** Only what differs from the series is kept, so that later changes of the series still reach this date. */
function overrideContent(series: EventContent, instance: EventContent): EventOverride['content'] {
  const content: Record<string, unknown> = {};
  for (const field of CONTENT_FIELDS) {
    if (JSON.stringify(instance[field]) !== JSON.stringify(series[field])) content[field] = instance[field] ?? null;
  }
  return content;
}

const SERIES_FIELDS = ['recurrence', 'allDay', 'timeZone', 'lang', 'visibility', 'programme', 'circle'] as const;

/** The event with one of its dates changed. */
function patchDate(hub: Hub, event: StoredEvent, recurrenceId: string, patch: EventPatch): NewStoredEvent {
  const forbidden = SERIES_FIELDS.filter((field) => patch[field] !== undefined);
  if (forbidden.length > 0) {
    throw invalidFields(
      forbidden.map((field) => ({ field, code: 'not-allowed', message: 'belongs to the whole series' })),
    );
  }
  const at = Date.parse(recurrenceId);
  const known = expand(
    event.document,
    event.series,
    event.overrides,
    { from: at - 400 * 86_400_000, to: at + 400 * 86_400_000 },
    hub.config.timeZone,
  );
  const date = known.items.find(({ recurrenceKey }) => recurrenceKey === recurrenceId);
  if (!event.series || !date) throw new HttpProblem('not-found', { detail: 'The series has no such date.' });
  const content = contentOf(event.document, date.override);
  const before = {
    ...inputOf({ ...event.document, ...content }, null, event.visibility),
    start: date.start,
    end: date.end,
  };
  const { document } = checkEvent(applyPatch(before, patch), hub.directory, hub.config.timeZone, event.document, {
    // A deadline of the whole series is no mistake of one of its dates.
    ownDeadline: Boolean(patch.registration),
  });
  const override: EventOverride = {
    recurrenceId,
    ...(document.start !== recurrenceId && { start: document.start }),
    ...((patch.end !== undefined || patch.start !== undefined || date.override?.end) && { end: document.end }),
    content: overrideContent(event.document, document),
  };
  return { ...event, overrides: [...event.overrides.filter((other) => other.recurrenceId !== recurrenceId), override] };
}

function patchWhole(hub: Hub, event: StoredEvent, patch: EventPatch): NewStoredEvent {
  const checked = checkEvent(
    applyPatch(inputOf(event.document, event.series, event.visibility), patch),
    hub.directory,
    hub.config.timeZone,
    event.document,
  );
  const moved = checked.document.start !== event.document.start || checked.document.allDay !== event.document.allDay;
  const rewritten = moved || JSON.stringify(checked.series) !== JSON.stringify(event.series);
  return {
    ...event,
    ...checked,
    // Dates of another rule are other dates: what was said of the old ones no longer belongs to any.
    overrides: rewritten ? [] : event.overrides,
  };
}

/**
 * Changes an event, or one date of a series where `recurrenceId` names it.
 * @throws HttpProblem when it does not exist, may not be changed, was changed by somebody else, or a field is not right
 */
export async function changeEvent(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  recurrenceId: string | undefined,
  patch: EventPatch,
): Promise<StoredEvent> {
  const { caller, now } = request;
  const event = await findEvent(transaction, id, true);
  if (!event) throw new HttpProblem('not-found');
  const guarded = guardedEvent(event);
  const cancels = patch.status === 'cancelled';
  demand(
    caller,
    cancels && Object.keys(patch).length === 1 && recurrenceId === undefined ? 'cancel' : 'update',
    guarded,
  );
  demandMatch(request, event.version);
  const next = recurrenceId === undefined ? patchWhole(hub, event, patch) : patchDate(hub, event, recurrenceId, patch);
  // Who hands an event over must be at home in both organisations.
  if (next.orgId !== event.orgId) demand(caller, 'create', { type: 'event', visibility: 'public', orgId: next.orgId });
  // Whoever may edit an event only because of what it is cannot make something else of it.
  demand(caller, 'update', guardedEvent({ ...event, ...next }));
  await followCamp(
    transaction,
    { id: event.id, before: event.document, after: next.document },
    hub.config.timeZone,
    now,
  );
  const changed = await updateEvent(transaction, hub, next, now);
  const by = caller.kind === 'account' ? caller.person.id : null;
  await settleRegistrations(hub, transaction, {
    before: event,
    after: changed,
    recurrenceId,
    by,
    message: patch.message?.trim() ? patch.message : undefined,
    now,
  });
  await followEvent(transaction, { before: event, after: changed, by, now });
  await audit(transaction, caller, {
    action: cancels ? 'event.cancel' : 'event.update',
    object: { type: 'event', id: event.id, orgId: event.orgId },
    detail: {
      fields: Object.keys(patch),
      ...(recurrenceId !== undefined && { recurrenceId }),
      version: changed.version,
    },
  });
  return changed;
}
