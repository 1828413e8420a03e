import type { Kysely } from 'kysely';
import type { OrgRef } from '../../../src/model/common.ts';
import type { FieldVisibility, ProfileAudience } from '../../../src/model/peer-profile.ts';
import { seenPeer } from '../../../src/model/peer-profile.ts';
import type {
  Contribution,
  OfferDirection,
  OfferForm,
  OfferState,
  Peer,
  PeerBrief,
  PeerOffer,
} from '../../../src/model/peer.ts';
import { PEER_FIELDS } from '../../../src/model/peer.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { actionsOf, can } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import { requestStates } from '../contacts/contact-facts.ts';
import type { Tables } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { Hub } from '../hub.ts';
import { fieldVisibilityOf } from './field-visibility.ts';
import { audienceOf } from './peer-audience.ts';
import { PEER, PEER_OFFER, type GuardedOffer, type GuardedPeer } from './peer-rules.ts';
import {
  availabilityOf,
  isListed,
  offersOf,
  todayOf,
  visibilityOf,
  type OfferRow,
  type ProfileRow,
} from './peer-store.ts';

/** What belongs to an entry and lies elsewhere. */
export interface ProfileParts {
  readonly org?: OrgRef;
  readonly offers?: readonly PeerOffer[];
  readonly contributions?: readonly Contribution[];
}

/** An entry with the parts that have an audience, before anybody looks at it: what `seenPeer` is given. */
export type WholePeer = Parameters<typeof seenPeer>[0];

const ALL_PUBLIC = Object.fromEntries(PEER_FIELDS.map((field) => [field, 'public'])) as unknown as FieldVisibility;

export const photoUrl = (uploadId: string): string => `/api/v1/uploads/${uploadId}`;

export function guardedPeer(row: ProfileRow, now: number, today: string): GuardedPeer {
  return {
    type: PEER,
    personId: row.personId,
    visibility: visibilityOf(row),
    orgId: row.orgId,
    unit: row.unit,
    listed: isListed(row, now),
    availability: availabilityOf(row, today).state,
  };
}

/** An entry whole, with the audience of each of its parts. */
export function profileOf(
  row: ProfileRow,
  today: string,
  { org, offers, contributions }: ProfileParts = {},
): WholePeer {
  const { photoAlt, availability: _said, ...said } = row.document;
  const visibility = visibilityOf(row);
  return {
    ...said,
    id: row.personId,
    displayName: row.displayName,
    visibility,
    fieldVisibility: fieldVisibilityOf(visibility, row.fieldVisibility),
    availability: availabilityOf(row, today),
    updatedAt: row.updatedAt.toISOString(),
    ...(org && { org }),
    ...(row.unit !== null && { unit: row.unit }),
    ...(row.photoId !== null && {
      photo: { url: photoUrl(row.photoId), ...(photoAlt !== undefined && { alt: photoAlt }) },
    }),
    ...(offers && { offers }),
    ...(contributions && { contributions }),
  };
}

/** An offer as it goes out. `contact`: the caller may ask its person. */
export function offerOf(
  directory: Directory,
  caller: Caller,
  row: OfferRow,
  { contact, peer }: { readonly contact: boolean; readonly peer?: PeerBrief },
): PeerOffer {
  const guarded: GuardedOffer = {
    type: PEER_OFFER,
    createdBy: row.personId,
    direction: row.direction as OfferDirection,
    state: row.state as OfferState,
    contact,
  };
  return {
    id: row.id,
    direction: guarded.direction,
    topic: directory.topicOf(row.topic),
    ...(row.text !== null && { text: row.text }),
    form: row.form as OfferForm,
    until: row.until,
    state: guarded.state,
    ...(peer && { peer }),
    createdAt: row.createdAt.toISOString(),
    can: actionsOf(caller, guarded),
    etag: `"${row.version}.offer"`,
  };
}

export interface PeerAnswerOptions {
  /** Epoch ms. Default: the clock of the hub. */
  readonly now?: number;
  /** What people did, by person; in the answer about one peer only. */
  readonly contributions?: ReadonlyMap<string, readonly Contribution[]>;
  /** The caller's own entry is answered whole, whoever else may see it; in the answer about one peer only. */
  readonly ownWhole?: boolean;
}

/** Everything of an entry, for the one person who may see everything of it. */
const wholePeer = (whole: WholePeer): ReturnType<typeof seenPeer> =>
  seenPeer({ ...whole, visibility: 'public', fieldVisibility: ALL_PUBLIC }, 'public');

/**
 * Entries as the caller may see them, in the order of the rows; those that they may not see are left out. In a list
 * nobody's own entry shows more than their closest colleagues see.
 */
export async function answerPeers(
  hub: Hub,
  db: Kysely<Tables>,
  caller: Caller,
  rows: readonly ProfileRow[],
  { now = hub.clock(), contributions, ownWhole = false }: PeerAnswerOptions = {},
): Promise<readonly Peer[]> {
  const today = todayOf(hub, now);
  const ids = rows.map(({ personId }) => personId);
  const me = caller.kind === 'account' ? caller.person.id : undefined;
  const orgs = await findOrganisations(
    hub,
    db,
    rows.flatMap(({ orgId }) => orgId ?? []),
  );
  const offers = await offersOf(db, ids, today);
  const requests = me === undefined ? undefined : await requestStates(db, me, ids, now);
  return rows.flatMap((row): Peer[] => {
    const guarded = guardedPeer(row, now, today);
    const contact = can(caller, 'contact', guarded);
    const whole = profileOf(row, today, {
      ...(row.orgId !== null && { org: orgs(row.orgId) }),
      offers: (offers.get(row.personId) ?? []).map((offer) => offerOf(hub.directory, caller, offer, { contact })),
      contributions: contributions?.get(row.personId) ?? [],
    });
    const audience: ProfileAudience = audienceOf(caller, row);
    const self = row.personId === me;
    const seen = self && ownWhole ? wholePeer(whole) : guarded.listed ? seenPeer(whole, audience) : undefined;
    if (!seen) return [];
    const request = requests?.get(row.personId);
    return [
      {
        ...seen,
        ...((self || request !== undefined) && { me: { ...(self && { self }), ...(request && { request }) } }),
        can: actionsOf(caller, guarded),
      },
    ];
  });
}
