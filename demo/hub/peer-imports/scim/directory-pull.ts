import { createHash } from 'node:crypto';
import { ACCOUNTS_TOPIC } from '../../accounts/accounts.ts';
import { audit } from '../../audit/audit.ts';
import { ANONYMOUS } from '../../authorization/caller.ts';
import type { DirectoryConfig } from '../../config/config-schema.ts';
import type { HubTransaction } from '../../database/database.ts';
import type { Hub } from '../../hub.ts';
import { PEERS_TOPIC } from '../../peers/peer-store.ts';
import { cleanPerson } from '../imported-person.ts';
import { ImportKeys } from '../import-keys.ts';
import { directorySourceId, type ImportSource } from '../import-source.ts';
import { inviteImported } from '../invite/invite-imported.ts';
import { leaveImport } from '../leave-import.ts';
import { planImport } from '../plan-import.ts';
import { storeImport } from '../store-import.ts';
import { ScimClient } from './scim-client.ts';
import type { ScimUser } from './scim-user.ts';
import { listUsers, type ScimList } from './scim-users.ts';

/** What one pull has done. */
export interface PullResult {
  /** People whom the directory names at present. */
  readonly people: number;
  readonly created: number;
  readonly updated: number;
  readonly gone: number;
  /** Who would have gone, had they not been so many at once. */
  readonly heldBack: number;
}

/** What holds where the configuration says nothing: what the house itself knows best. */
export const LOCKED = ['displayName', 'org', 'unit'];
/** People of one transaction: others wait for it. */
const CHUNK = 200;
/** So many may be gone at once without a second look. */
const FEW = 5;

interface KnownUser {
  readonly personId: string;
  readonly sourceVersion: string | null;
  readonly isHere: boolean;
}

/** Addresses that several users have belong to none of them. */
function withoutSharedAddresses(users: readonly ScimUser[]): readonly ScimUser[] {
  const counts = new Map<string, number>();
  const addressOf = ({ person }: ScimUser): string => person.email?.toLowerCase() ?? '';
  for (const user of users) counts.set(addressOf(user), (counts.get(addressOf(user)) ?? 0) + 1);
  return users.map((user) => {
    if ((counts.get(addressOf(user)) ?? 0) < 2 || user.person.email === undefined) return user;
    const { email: _email, ...person } = user.person;
    return { ...user, person };
  });
}

/** The same as long as neither the directory nor the configuration says something else of a user. */
const versionOf = ({ version, person: { line: _line, ...person } }: ScimUser, settings: string): string =>
  createHash('sha256')
    .update(settings)
    .update(version ?? JSON.stringify(person))
    .digest('base64url');

async function knownUsers(hub: Hub, sourceId: string): Promise<ReadonlyMap<string, KnownUser>> {
  const rows = await hub.database.kysely
    .selectFrom('peerProfile')
    .select(['personId', 'sourceKey', 'sourceVersion', 'leftAt'])
    .where('sourceId', '=', sourceId)
    .execute();
  return new Map(
    rows.map(({ personId, sourceKey, sourceVersion, leftAt }) => [
      sourceKey ?? '',
      { personId, sourceVersion, isHere: leftAt === null },
    ]),
  );
}

async function readDirectory(hub: Hub, directory: DirectoryConfig): Promise<ScimList> {
  const { directoryBytes, directoryPeople, directorySeconds } = hub.config.limits;
  const client = new ScimClient({
    url: directory.url,
    token: directory.token ?? '',
    allowPrivate: directory.allowPrivate ?? [],
    seconds: directorySeconds,
    maxBytes: directoryBytes,
  });
  try {
    return await listUsers(client, { filter: directory.filter, most: directoryPeople });
  } finally {
    await client.close();
  }
}

interface Changed {
  readonly user: ScimUser;
  readonly version: string;
}

/** Takes over new and changed users, some at a time. */
async function takeOver(
  hub: Hub,
  transaction: HubTransaction,
  { source, label, invite }: { readonly source: ImportSource; readonly label: string; readonly invite: boolean },
  changed: readonly Changed[],
): Promise<{ readonly created: number; readonly updated: number }> {
  const keys = await ImportKeys.open(transaction);
  const people = changed.map(({ user, version }) => ({ ...cleanPerson(user.person, hub.directory), version }));
  const plan = await planImport(hub, transaction, keys, source, people);
  const { invitable } = await storeImport(hub, transaction, source, plan);
  const { publicUrl } = hub.config;
  if (invite && publicUrl) {
    await inviteImported(hub, transaction, {
      people: invitable.filter(({ isNew }) => isNew),
      orgId: source.orgId,
      sourceLabel: label,
      base: publicUrl,
    });
  }
  const count = (action: string): number => plan.filter((planned) => planned.action === action).length;
  return { created: count('create'), updated: count('update') };
}

/**
 * Brings the drafts and entries of a directory up to date. Who is unchanged costs no write. Who is deactivated leaves at
 * once; who is not named any more leaves when the list is whole, and where most vanish together, when the next list says so
 * again: a filter that is wrong for a night hides nobody.
 *
 * @param heldBefore how many were held back the last time
 * @throws BackendError
 */
export async function pullDirectory(hub: Hub, directory: DirectoryConfig, heldBefore: number): Promise<PullResult> {
  const { lockedFields = LOCKED, org: orgId, label, invite = false } = directory;
  const source: ImportSource = { id: directorySourceId(directory.id), source: 'scim', orgId, lockedFields };
  const { users: all, complete } = await readDirectory(hub, directory);
  const keys = await hub.database.write([], (transaction) => ImportKeys.open(transaction));
  const keyOf = ({ id }: ScimUser): string => keys.ofPerson(source.id, { key: id, fields: {} });
  const known = await knownUsers(hub, source.id);
  const settings = JSON.stringify([1, orgId, lockedFields, hub.config.topics]);

  const users = withoutSharedAddresses(all.filter(({ active }) => active));
  const changed: Changed[] = [];
  for (const user of users) {
    const key = keyOf(user);
    const version = versionOf(user, settings);
    const before = known.get(key);
    if (!before?.isHere || before.sourceVersion !== version) changed.push({ user, version });
  }
  let created = 0;
  let updated = 0;
  for (let at = 0; at < changed.length; at += CHUNK) {
    const done = await hub.database.write([PEERS_TOPIC, ACCOUNTS_TOPIC], (transaction) =>
      takeOver(hub, transaction, { source, label, invite }, changed.slice(at, at + CHUNK)),
    );
    created += done.created;
    updated += done.updated;
  }

  const present = new Set(users.map(keyOf));
  const inactive = new Set(all.filter(({ active }) => !active).map(keyOf));
  const here = [...known].filter(([, { isHere }]) => isHere);
  const deactivated = here.filter(([key]) => inactive.has(key));
  const vanished = here.filter(([key]) => !present.has(key) && !inactive.has(key));
  const isMass = vanished.length > FEW && vanished.length > here.length / 2;
  const leaves = complete && (!isMass || heldBefore > 0);
  const leaving = [...deactivated, ...(leaves ? vanished : [])].map(([, { personId }]) => personId);
  for (let at = 0; at < leaving.length; at += CHUNK) {
    await hub.database.write([PEERS_TOPIC], (transaction) =>
      leaveImport(hub, transaction, leaving.slice(at, at + CHUNK)),
    );
  }
  const result: PullResult = {
    people: users.length,
    created,
    updated,
    gone: leaving.length,
    heldBack: leaves ? 0 : vanished.length,
  };
  if (created + updated + leaving.length > 0) {
    await hub.database.write([], (transaction) =>
      audit(transaction, ANONYMOUS, {
        action: 'directory.pull',
        object: { type: 'directory', id: directory.id, orgId },
        detail: { ...result },
      }),
    );
  }
  return result;
}
