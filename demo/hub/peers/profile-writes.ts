import type { FastifyRequest } from 'fastify';
import type { Updateable } from 'kysely';
import { addMonths } from '../../../src/model/plain-date.ts';
import { foldText } from '../../../src/model/fold-text.ts';
import type { ConsentInput, ProfileInput } from '../../../src/model/peer-profile.ts';
import { audit } from '../audit/audit.ts';
import { demand, demandAccount } from '../authorization/can.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { FieldCheck } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import type { Hub } from '../hub.ts';
import { CONSENT_MONTHS, CONSENT_VERSION } from './consent-text.ts';
import { rememberRefusal } from '../peer-imports/refuse-import.ts';
import { belongingOf, guardedProfile, USUAL_REQUESTS } from './own-profile.ts';
import { PEER, PROFILE } from './peer-rules.ts';
import { holdProfile, todayOf, type ProfileRow } from './peer-store.ts';
import type { PeerProfileTable } from './peer-tables.ts';
import { changedFields, checkName, checkProfile } from './profile-check.ts';
import { savedProfile } from './saved-profile.ts';

/** Two edits at once: who names the version they read is told when it is another one by now. */
export function checkMatch(request: FastifyRequest, version: number): void {
  if (request.headers['if-match'] !== undefined) demandMatch(request, version);
}

/**
 * The caller's entry, made where there is none, and held until the transaction ends. A new one has version 0, as the draft
 * has that nobody keeps: two first edits at once wait for each other.
 */
export async function ensureProfile(
  transaction: HubTransaction,
  caller: AccountCaller,
  now: number,
): Promise<ProfileRow> {
  const { id, displayName } = caller.person;
  const known = await holdProfile(transaction, id);
  if (known) return known;
  const at = new Date(now);
  await transaction
    .insertInto('peerProfile')
    .values({
      personId: id,
      version: 0,
      ...belongingOf(caller),
      sortName: foldText(displayName),
      document: '{}',
      fieldVisibility: '{}',
      channels: '{}',
      monthlyRequests: USUAL_REQUESTS,
      createdAt: at,
      updatedAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await holdProfile(transaction, id);
  // The person was erased while this request waited.
  if (!made) throw new HttpProblem('gone');
  return made;
}

/** Writes an entry as its next version; what is searched of it is made anew. */
export async function writeProfile(
  hub: Hub,
  transaction: HubTransaction,
  row: ProfileRow,
  changes: Updateable<PeerProfileTable>,
  now: number,
): Promise<void> {
  await transaction
    .updateTable('peerProfile')
    .set({ ...changes, version: row.version + 1, updatedAt: new Date(now) })
    .where('personId', '=', row.personId)
    .execute();
  await savedProfile(hub, transaction, row);
}

/** What belongs to an entry by its account: the organisation, wherever no source has said it. */
const orgOf = (row: ProfileRow, caller: AccountCaller): string | null =>
  row.lockedFields.includes('org') ? row.orgId : (belongingOf(caller).orgId ?? row.orgId);

/** Changes what the caller's entry says. */
export async function saveOwnProfile(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  input: ProfileInput,
): Promise<void> {
  const { now } = request;
  const caller = demandAccount(request.caller);
  const row = await ensureProfile(transaction, caller, now);
  demand(caller, 'update', guardedProfile(hub, row, now));
  checkMatch(request, row.version);
  const check = new FieldCheck();
  const next = checkProfile(input, row, { directory: hub.directory, today: todayOf(hub, now), check });
  check.done();
  const { displayName, document, fieldVisibility, channels, ...columns } = next;
  if (displayName !== row.displayName) {
    await transaction.updateTable('person').set({ displayName }).where('id', '=', row.personId).execute();
  }
  await writeProfile(
    hub,
    transaction,
    row,
    {
      ...columns,
      orgId: orgOf(row, caller),
      sortName: foldText(displayName),
      document: JSON.stringify(document),
      fieldVisibility: JSON.stringify(fieldVisibility),
      channels: JSON.stringify(channels),
    },
    now,
  );
  await audit(transaction, caller, {
    action: 'peer.update',
    object: { type: PEER, id: row.personId, orgId: row.orgId },
    detail: { fields: changedFields(row, next), version: row.version + 1 },
  });
}

/** The end of a consent: so many months from now, on the same day of the month where there is one, to the second. */
function consentEnd(now: number, months: number): Date {
  const instant = new Date(now).toISOString();
  return new Date(`${addMonths(instant.slice(0, 10), months)}${instant.slice(10)}`);
}

/** Publishes the caller's entry, renews their consent, or takes the entry out of the directory. */
export async function saveConsent(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
  { listed, textVersion, months = CONSENT_MONTHS }: ConsentInput,
): Promise<void> {
  const { now } = request;
  const caller = demandAccount(request.caller);
  const row = await ensureProfile(transaction, caller, now);
  demand(caller, listed ? 'publish' : 'update', guardedProfile(hub, row, now));
  checkMatch(request, row.version);
  const object = { type: PEER, id: row.personId, orgId: row.orgId };
  if (!listed) {
    await writeProfile(hub, transaction, row, { listed: false }, now);
    await audit(transaction, caller, { action: 'peer.hide', object });
    return;
  }
  const check = new FieldCheck();
  const orgId = orgOf(row, caller);
  if (textVersion === undefined) check.wrong('textVersion', 'required', 'of the text that was shown');
  if (months < 1 || months > CONSENT_MONTHS) {
    check.wrong('months', 'out-of-range', `must be 1 to ${CONSENT_MONTHS}`, CONSENT_MONTHS);
  }
  checkName(row.displayName, check);
  if (orgId === null) check.wrong('org', 'required', 'is needed to be listed');
  check.done();
  if (textVersion !== CONSENT_VERSION) throw new HttpProblem('consent-text');
  const expiresAt = consentEnd(now, months);
  await writeProfile(
    hub,
    transaction,
    row,
    {
      listed: true,
      orgId,
      consentAt: new Date(now),
      consentVersion: CONSENT_VERSION,
      consentExpiresAt: expiresAt,
      remindedAt: null,
    },
    now,
  );
  // Whoever keeps the hub must be able to show to what somebody has consented (GDPR, Art. 7, 1).
  await audit(transaction, caller, {
    action: 'peer.publish',
    object,
    detail: { textVersion: CONSENT_VERSION, expiresAt: expiresAt.toISOString() },
  });
}

/** Deletes an entry with its offers and its picture, whose content is to be removed once that holds. */
export async function deleteEntry(
  hub: Hub,
  transaction: HubTransaction,
  row: Pick<ProfileRow, 'personId' | 'photoId'>,
): Promise<void> {
  await hub.uploads.release(transaction, { type: PROFILE, id: row.personId });
  await transaction.deleteFrom('peerProfile').where('personId', '=', row.personId).execute();
  if (row.photoId !== null) await hub.uploads.remove(transaction, row.photoId);
  await savedProfile(hub, transaction, row);
}

/** Deletes the caller's entry and what belongs to it; gives the picture to be removed once that holds. */
export async function removeOwnProfile(
  hub: Hub,
  transaction: HubTransaction,
  request: FastifyRequest,
): Promise<string | undefined> {
  const caller = demandAccount(request.caller);
  const row = await holdProfile(transaction, caller.person.id);
  if (!row) return undefined;
  checkMatch(request, row.version);
  demand(caller, 'remove', guardedProfile(hub, row, request.now));
  // Who was brought here by a directory is not brought back by it.
  await rememberRefusal(transaction, row.personId);
  await deleteEntry(hub, transaction, row);
  await audit(transaction, caller, {
    action: 'peer.remove',
    object: { type: PEER, id: row.personId, orgId: row.orgId },
  });
  return row.photoId ?? undefined;
}
