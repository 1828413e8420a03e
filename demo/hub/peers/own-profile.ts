import type { Kysely } from 'kysely';
import type { Consent, PeerProfile, ProfileState } from '../../../src/model/peer-profile.ts';
import { PROFILE_SOURCES } from '../../../src/model/peer-profile.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { actionsOf } from '../authorization/can.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import { channelsOf } from '../contacts/contact-channels.ts';
import type { Tables } from '../database/database.ts';
import { homeOf } from '../events/members-event.ts';
import type { Hub } from '../hub.ts';
import { directorySourceId, fileSourceId } from '../peer-imports/import-source.ts';
import { consentText } from './consent-text.ts';
import { contributionsOf } from './contributions.ts';
import { offerOf, profileOf } from './peer-mapping.ts';
import { PROFILE, type GuardedProfile } from './peer-rules.ts';
import { findProfile, isListed, offersOf, todayOf, type ProfileRow } from './peer-store.ts';

/** Audience of an entry that nobody has said anything about. */
const UNTOLD_VISIBILITY = 'network';
/** Requests a month that reach somebody who has not said anything about it. */
export const USUAL_REQUESTS = 5;

/** Where somebody belongs: the organisation of their entry, and their unit in it. */
export function belongingOf(caller: AccountCaller): { readonly orgId: string | null; readonly unit: string | null } {
  const orgId = homeOf(caller) ?? null;
  const unit = caller.memberships.find((membership) => membership.org.id === orgId && membership.unit)?.unit ?? null;
  return { orgId, unit };
}

/** The entry of somebody who has none yet: what the account says, and nothing of it is kept. */
function draftOf(caller: AccountCaller, now: number): ProfileRow {
  const at = new Date(now);
  return {
    personId: caller.person.id,
    displayName: caller.person.displayName,
    ...belongingOf(caller),
    version: 0,
    visibility: UNTOLD_VISIBILITY,
    sortName: '',
    document: {},
    fieldVisibility: {},
    channels: {},
    monthlyRequests: USUAL_REQUESTS,
    photoId: null,
    listed: false,
    consentAt: null,
    consentVersion: null,
    consentExpiresAt: null,
    remindedAt: null,
    source: 'self',
    sourceId: null,
    sourceKey: null,
    sourceVersion: null,
    lockedFields: [],
    imported: {},
    leftAt: null,
    createdAt: at,
    updatedAt: at,
  };
}

export function stateOf(row: ProfileRow, now: number): ProfileState {
  if (isListed(row, now)) return 'listed';
  if (row.listed) return 'expired';
  return row.consentAt === null ? 'draft' : 'hidden';
}

function consentOf({ listed, consentAt, consentVersion, consentExpiresAt }: ProfileRow): Consent | undefined {
  if (consentAt === null || consentExpiresAt === null) return undefined;
  return {
    listed,
    at: consentAt.toISOString(),
    textVersion: consentVersion ?? '',
    expiresAt: consentExpiresAt.toISOString(),
  };
}

export function guardedProfile(hub: Pick<Hub, 'config'>, row: ProfileRow, now: number): GuardedProfile {
  return {
    type: PROFILE,
    createdBy: row.personId,
    listed: isListed(row, now),
    kept: row.version > 0,
    photos: hub.config.uploads.maxFiles > 0,
  };
}

export interface OwnProfile {
  readonly profile: PeerProfile;
  /** 0 where nothing is kept yet. */
  readonly version: number;
}

/** The caller's own entry, whole: the only answer that holds ways to reach somebody, and only their own. */
export async function ownProfile(
  hub: Hub,
  db: Kysely<Tables>,
  caller: AccountCaller,
  { now, language }: { readonly now: number; readonly language: 'de' | 'en' },
): Promise<OwnProfile> {
  const { person } = caller;
  const kept = await findProfile(db, person.id);
  const row = kept ?? draftOf(caller, now);
  const today = todayOf(hub, now);
  const offers = (await offersOf(db, [person.id])).get(person.id) ?? [];
  const contributions = await contributionsOf(db, caller, person.id);
  const org = row.orgId === null ? undefined : (await findOrganisations(hub, db, [row.orgId]))(row.orgId);
  const whole = profileOf(row, today, {
    ...(org && { org }),
    offers: offers.map((offer) => offerOf(hub.directory, caller, offer, { contact: false })),
    contributions,
  });
  const consent = consentOf(row);
  const source = PROFILE_SOURCES.find((known) => known === row.source) ?? 'self';
  const sourceLabel = source === 'self' ? undefined : labelOf(hub, row.sourceId);
  const { expertise = [], interests = [], languages = [], availability = { state: 'open' } } = whole;
  const profile: PeerProfile = {
    ...whole,
    expertise,
    interests,
    languages,
    availability,
    offers: whole.offers ?? [],
    monthlyRequests: row.monthlyRequests,
    channels: await channelsOf(db, person.id),
    state: stateOf(row, now),
    ...(consent && { consent }),
    consentText: consentText(language, hub.config.title),
    profileSource: source,
    ...(sourceLabel !== undefined && { sourceLabel }),
    lockedFields: row.lockedFields as PeerProfile['lockedFields'],
    can: actionsOf(caller, guardedProfile(hub, row, now)),
  };
  return { profile, version: row.version };
}

/** What the source of an entry calls itself: a directory by its label, a file by the organisation whose it is. */
function labelOf({ config, directory }: Hub, sourceId: string | null): string | undefined {
  const known = config.directories.find(({ id }) => directorySourceId(id) === sourceId);
  if (known) return known.label;
  return directory.organisations.find(({ id }) => fileSourceId(id) === sourceId)?.name;
}
