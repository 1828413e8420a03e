import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import type { Hub } from '../hub.ts';
import { PROFILE } from './peer-rules.ts';
import { findProfile, offersOf } from './peer-store.ts';
import { savedProfile } from './saved-profile.ts';

/**
 * What somebody wrote about themselves, to what they consented, what they offer and seek. It is theirs alone: nothing of it
 * is kept, the picture included.
 */
export const peerData = (hub: Hub): PersonalDataPart => ({
  name: 'peer',
  async export(transaction, { personId }) {
    const row = await findProfile(transaction, personId);
    if (!row) return null;
    const offers = (await offersOf(transaction, [personId])).get(personId) ?? [];
    const { displayName, orgId, unit, visibility, fieldVisibility, document, channels, monthlyRequests } = row;
    return {
      displayName,
      orgId,
      unit,
      ...document,
      visibility,
      fieldVisibility,
      channels,
      monthlyRequests,
      photoId: row.photoId,
      consent: {
        listed: row.listed,
        at: row.consentAt,
        textVersion: row.consentVersion,
        expiresAt: row.consentExpiresAt,
        remindedAt: row.remindedAt,
      },
      source: { kind: row.source, id: row.sourceId, key: row.sourceKey, lockedFields: row.lockedFields },
      offers: offers.map(({ id, direction, topic, text, form, until, state, createdAt, updatedAt }) => ({
        id,
        direction,
        topic,
        text,
        form,
        until,
        state,
        createdAt,
        updatedAt,
      })),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    };
  },
  async foresee(transaction, { personId }) {
    const own = sql`person_id = ${personId}`;
    return {
      deleted: {
        profile: await countRows(transaction, 'peer_profile', own),
        photo: await countRows(transaction, 'peer_profile', sql`${own} and photo_id is not null`),
        offers: await countRows(transaction, 'peer_offer', own),
      },
    };
  },
  async erase({ transaction, personId, afterwards }) {
    const row = await findProfile(transaction, personId);
    if (!row) return;
    await hub.uploads.release(transaction, { type: PROFILE, id: personId });
    const { photoId } = row;
    await transaction.deleteFrom('peerProfile').where('personId', '=', personId).execute();
    await savedProfile(hub, transaction, row);
    if (photoId === null) return;
    await transaction.deleteFrom('upload').where('id', '=', photoId).execute();
    afterwards(() => hub.uploads.store.remove(photoId));
  },
});
