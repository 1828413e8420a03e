import { sql } from 'kysely';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import type { HubDatabase } from '../../../demo/hub/database/database.ts';
import { Directory } from '../../../demo/hub/directory/directory.ts';
import { keepSearches } from '../../../demo/hub/peer-search/peer-search.ts';
import { PEERS_TOPIC } from '../../../demo/hub/peers/peer-store.ts';
import { foldText } from '../../../src/model/fold-text.ts';
import type { FieldVisibility } from '../../../src/model/peer-profile.ts';
import type { Peer } from '../../../src/model/peer.ts';
import type { Visibility } from '../../../src/model/common.ts';

export interface FillOptions {
  readonly now: number;
  /** Audience of the entries. Default: public. */
  readonly visibility?: Visibility;
  readonly fieldVisibility?: Partial<FieldVisibility>;
  /** When the consents end, epoch ms. Default: a year from now. */
  readonly until?: number;
}

/** Lists people, as entries that each of them has published. */
export async function fillPeople(
  { database, config }: { readonly database: HubDatabase; readonly config: HubConfig },
  peers: readonly Peer[],
  { now, visibility = 'public', fieldVisibility = {}, until = now + 365 * 86_400_000 }: FillOptions,
): Promise<void> {
  const directory = new Directory(config);
  const hub = { config, directory, clock: () => now };
  const at = new Date(now).toISOString();
  for (let from = 0; from < peers.length; from += 1_000) {
    const some = peers.slice(from, from + 1_000);
    const people = some.map(({ id, displayName, org }) => ({ id, display_name: displayName, org_id: org?.id ?? null }));
    const orgs = [...new Map(some.flatMap(({ org }) => (org ? [[org.id, org] as const] : []))).values()];
    const entries = some.map((peer) => {
      const { id, displayName, org, unit, pronouns, headline, bio, expertise, interests, languages, availability } =
        peer;
      const document = {
        pronouns,
        function: peer.function,
        headline,
        bio,
        expertise,
        interests,
        languages,
        availability,
      };
      return {
        person_id: id,
        visibility,
        org_id: org?.id ?? null,
        unit: unit ?? null,
        sort_name: foldText(displayName),
        document,
        field_visibility: fieldVisibility,
        listed: true,
        consent_at: at,
        consent_version: '1',
        consent_expires_at: new Date(until).toISOString(),
        updated_at: at,
      };
    });
    const offers = some.flatMap(({ id, offers: own }) =>
      (own ?? []).map(({ id: offerId, direction, topic, text, form, until: last, state }) => ({
        id: offerId,
        person_id: id,
        direction,
        topic: topic.id,
        text: text ?? null,
        form,
        until: last,
        state,
      })),
    );
    await database.write([PEERS_TOPIC], async (transaction) => {
      await sql`insert into organisation (id, name, kind)
        select id, name, 'administration' from json_populate_recordset(null::organisation, ${JSON.stringify(orgs)}::json)
        on conflict do nothing`.execute(transaction);
      await sql`insert into person (id, display_name, org_id)
        select id, display_name, org_id from json_populate_recordset(null::person, ${JSON.stringify(people)}::json)
        on conflict do nothing`.execute(transaction);
      await sql`insert into peer_profile (person_id, visibility, org_id, unit, sort_name, document, field_visibility,
          listed, consent_at, consent_version, consent_expires_at, updated_at)
        select person_id, visibility, org_id, unit, sort_name, document, field_visibility, listed, consent_at,
          consent_version, consent_expires_at, updated_at
        from json_populate_recordset(null::peer_profile, ${JSON.stringify(entries)}::json)`.execute(transaction);
      await sql`insert into peer_offer (id, person_id, direction, topic, text, form, until, state)
        select id, person_id, direction, topic, text, form, until, state
        from json_populate_recordset(null::peer_offer, ${JSON.stringify(offers)}::json)`.execute(transaction);
      const ids = some.map(({ id }) => id);
      await keepSearches(hub, transaction, ids);
    });
  }
}
