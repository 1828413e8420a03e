import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { EventAttendance } from '../../../src/model/calendar-event.ts';
import type { OrgRef } from '../../../src/model/common.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { audit } from '../audit/audit.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import type { EventOverride } from './event-document.ts';
import type { StoredEvent } from './event-rows.ts';
import { insertEvents, type NewStoredEvent } from './event-store.ts';
import { checkEvent, type EventInput } from './event-validation.ts';

/** The organisation that a member speaks for where they name none. */
export const homeOf = ({ person, memberships }: AccountCaller): string | undefined =>
  memberships.find(({ org }) => org.id === person.org?.id)?.org.id ?? memberships[0]?.org.id;

/** An organisation by id, also one that somebody brought along when they signed in. */
export async function orgRefOf(
  hub: Pick<Hub, 'directory'>,
  db: Kysely<Tables>,
  orgId: string,
): Promise<OrgRef & { readonly id: string }> {
  const ref = (await findOrganisations(hub, db, [orgId]))(orgId);
  return { id: orgId, name: ref.name };
}

export interface Founding {
  readonly caller: AccountCaller;
  readonly orgId: string;
  /** Epoch ms. */
  readonly now: number;
  /** Dates of a series that differ from the others. */
  readonly overrides?: readonly EventOverride[];
}

const attendanceOf = ({ place, onlineUrl }: EventInput): EventAttendance =>
  place ? (onlineUrl ? 'hybrid' : 'onsite') : 'online';

/**
 * Adds an event that any member may begin: an impulse with its date, a learning circle. Whether they may is asked before.
 * @throws HttpProblem with the fields that are not right
 */
export async function addMembersEvent(
  hub: Hub,
  transaction: HubTransaction,
  { caller, orgId, now, overrides = [] }: Founding,
  input: EventInput,
): Promise<StoredEvent> {
  const organiser = await orgRefOf(hub, transaction, orgId);
  const checked = checkEvent(
    { visibility: 'network', attendance: attendanceOf(input), ...input, organiser: { id: orgId } },
    hub.directory,
    hub.config.timeZone,
    undefined,
    { organiser },
  );
  const id = `evt_${randomUUID().replaceAll('-', '')}`;
  const event: NewStoredEvent = {
    id,
    sourceId: null,
    uid: id,
    unit: null,
    createdBy: caller.person.id,
    overrides,
    ...checked,
  };
  await insertEvents(transaction, hub, [event], now);
  await audit(transaction, caller, { action: 'event.create', object: { type: 'event', id, orgId } });
  return { ...event, version: 1, createdAt: new Date(now), updatedAt: new Date(now) };
}
