import type { Insertable } from 'kysely';
import { foldText } from '../../../src/model/fold-text.ts';
import { addDays, addMonths, DAY_MS } from '../../../src/model/plain-date.ts';
import { CONTACTS_TOPIC } from '../contacts/contact-facts.ts';
import type { ContactRequestTable } from '../contacts/contact-tables.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { CONSENT_MONTHS, CONSENT_VERSION } from '../peers/consent-text.ts';
import { PEERS_TOPIC, todayOf } from '../peers/peer-store.ts';
import type { PeerDocument, PeerOfferTable, PeerProfileTable } from '../peers/peer-tables.ts';
import { savedProfile } from '../peers/saved-profile.ts';
import { timeAgo, type SeedPlace } from './ideas/write-idea.ts';
import { ASSOCIATION_ENTRIES } from './peers/association-entries.ts';
import { DEMO_ENTRIES } from './peers/demo-entries.ts';
import { AUENTAL_ENTRIES } from './peers/auental-entries.ts';
import { BRUECKFURT_ENTRIES } from './peers/brueckfurt-entries.ts';
import { LINDENHAFEN_ENTRIES } from './peers/lindenhafen-entries.ts';
import { SEED_REQUESTS } from './peers/requests.ts';
import type { SeedEntry } from './peers/seed-entry.ts';
import { isFirstSeed } from './seed-once.ts';
import { writeSeedPeople } from './seed-people.ts';
import { wantsSeed } from './seed.ts';

export const SEED_ENTRIES: readonly SeedEntry[] = [
  ...DEMO_ENTRIES,
  ...LINDENHAFEN_ENTRIES,
  ...AUENTAL_ENTRIES,
  ...BRUECKFURT_ENTRIES,
  ...ASSOCIATION_ENTRIES,
];

const SEEDED = 'seeded-peers';
/** Days since a consent that says nothing about it. */
const USUAL_AGO = 60;

function documentOf(hub: Hub, entry: SeedEntry, today: string): PeerDocument {
  const { knows, curious = [], languages = ['de'], availability } = entry;
  const topic = (word: string): { label: string; topicId?: string } => {
    const known = hub.directory.topic(word);
    return known ? { label: known.label.de ?? known.id, topicId: known.id } : { label: word };
  };
  return {
    function: entry.function,
    headline: entry.headline,
    ...(entry.bio !== undefined && { bio: entry.bio }),
    ...(entry.pronouns !== undefined && { pronouns: entry.pronouns }),
    ...(entry.salutation !== undefined && { salutation: entry.salutation }),
    expertise: knows.map((known) => {
      const [word, level] = typeof known === 'string' ? [known, 'average' as const] : known;
      return { ...topic(word), level };
    }),
    ...(curious.length > 0 && { interests: curious.map(topic) }),
    languages,
    ...(availability && {
      availability: {
        state: availability.state,
        ...(availability.days !== undefined && { until: addDays(today, availability.days) }),
      },
    }),
  };
}

function consentOf({ state, consentAgo = USUAL_AGO, key }: SeedEntry, now: number) {
  if (state === 'draft') return { listed: false };
  const at = timeAgo(now, consentAgo, key);
  const instant = at.toISOString();
  const end = new Date(`${addMonths(instant.slice(0, 10), CONSENT_MONTHS)}${instant.slice(10)}`);
  return {
    listed: state !== 'hidden',
    consentAt: at,
    consentVersion: CONSENT_VERSION,
    consentExpiresAt: end,
    // Nobody is mailed about what never happened.
    remindedAt: end.getTime() < now + 30 * DAY_MS ? new Date(now) : null,
  };
}

function profileRow(hub: Hub, entry: SeedEntry, name: string, org: string | null, place: SeedPlace) {
  const { now, person } = place;
  const made = timeAgo(now, (entry.consentAgo ?? USUAL_AGO) + 2, entry.key);
  return {
    personId: person(entry.key),
    visibility: entry.visibility ?? 'public',
    orgId: org,
    unit: entry.unit ?? null,
    sortName: foldText(name),
    document: JSON.stringify(documentOf(hub, entry, todayOf(hub, now))),
    fieldVisibility: JSON.stringify(entry.fields ?? {}),
    channels: JSON.stringify({
      ...(entry.phone !== undefined && { phone: entry.phone }),
      ...(entry.chat !== undefined && { chat: entry.chat }),
    }),
    monthlyRequests: entry.monthlyRequests ?? 5,
    ...consentOf(entry, now),
    createdAt: made,
    updatedAt: made,
  } satisfies Insertable<PeerProfileTable>;
}

function offerRows(hub: Hub, { key, offers = [] }: SeedEntry, place: SeedPlace): Insertable<PeerOfferTable>[] {
  const today = todayOf(hub, place.now);
  return offers.map(({ direction, topic, form, days, text, state = 'open' }, index) => {
    const at = timeAgo(place.now, 3 + ((days + index) % 25), `${key}${topic}`);
    return {
      id: `demo-offer-${key}-${index + 1}`,
      personId: place.person(key),
      direction,
      topic: hub.directory.topicKey(topic),
      text: text ?? null,
      form,
      until: addDays(today, days),
      state,
      createdAt: at,
      updatedAt: at,
    };
  });
}

async function writeRequests(transaction: HubTransaction, { now, person }: SeedPlace): Promise<void> {
  const rows = SEED_REQUESTS.map(({ from, to, ago, state, ...said }, index): Insertable<ContactRequestTable> => {
    const at = timeAgo(now, ago, `${from}${to}`);
    return {
      id: `demo-request-${index + 1}`,
      fromPerson: person(from),
      toPerson: person(to),
      aboutType: null,
      aboutId: null,
      topic: said.topic,
      message: said.message,
      reveal: [...said.reveal],
      answerReveal: [...(said.answerReveal ?? [])],
      state,
      createdAt: at,
      expiresAt: new Date(at.getTime() + 14 * DAY_MS),
      answeredAt: state === 'sent' ? null : new Date(at.getTime() + DAY_MS),
      toldAt: at,
    };
  });
  await transaction.insertInto('contactRequest').values(rows).execute();
}

/**
 * Fills the directory of an empty hub with the demo's people, once: what they then change or remove stays so. After the
 * demo's meetings. Gives the number of entries that came.
 */
export async function seedPeers(hub: Hub): Promise<number> {
  if (!wantsSeed(hub.config)) return 0;
  const now = hub.clock();
  return hub.database.write([PEERS_TOPIC, CONTACTS_TOPIC], async (transaction) => {
    if (!(await isFirstSeed(transaction, SEEDED, now))) return 0;
    const own = await transaction.selectFrom('peerProfile').select('personId').limit(1).executeTakeFirst();
    if (own) return 0;
    if (SEED_ENTRIES.some(({ org }) => org !== undefined && !hub.directory.organisation(org))) return 0;
    const place = await writeSeedPeople(transaction, now);
    await transaction
      .insertInto('person')
      .values(
        SEED_ENTRIES.flatMap(({ key, name, org }) =>
          name === undefined ? [] : [{ id: place.person(key), displayName: name, orgId: org ?? null }],
        ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const ids = SEED_ENTRIES.map(({ key }) => place.person(key));
    const people = await transaction
      .selectFrom('person')
      .select(['id', 'displayName', 'orgId'])
      .where('id', 'in', ids)
      .execute();
    const known = new Map(people.map((row) => [row.id, row]));
    const rows = SEED_ENTRIES.map((entry) => {
      const { displayName = '', orgId = null } = known.get(place.person(entry.key)) ?? {};
      return profileRow(hub, entry, displayName, orgId, place);
    });
    // One row says more than another, and a statement has one list of columns: each by itself.
    for (const row of rows) await transaction.insertInto('peerProfile').values(row).execute();
    await transaction
      .insertInto('peerOffer')
      .values(SEED_ENTRIES.flatMap((entry) => offerRows(hub, entry, place)))
      .execute();
    for (const row of rows) await savedProfile(hub, transaction, row);
    await writeRequests(transaction, place);
    return rows.length;
  });
}
