import type { OrgRef } from '../../../src/model/common.ts';
import type { Peer, PeerMatch } from '../../../src/model/peer.ts';
import { matchPeers, type MatchedPerson } from '../../../src/model/peer-match.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { Directory } from '../directory/directory.ts';
import type { Hub } from '../hub.ts';
import { answerPeers, offerOf, profileOf } from '../peers/peer-mapping.ts';
import { findProfile, findProfiles, offersOf, todayOf } from '../peers/peer-store.ts';
import { wordsOf } from '../words/word-search.ts';
import type { PeerIndex } from './peer-index.ts';
import { PeerView } from './peer-view.ts';
import { findHits, plainSearch } from './peer-words.ts';

/** People who are looked at closely: the best by shared topics, some by words, some by what is offered and sought. */
const BY_TOPIC = 120;
const BY_WORD = 40;
const BY_OFFER = 40;

/** Organisations of one kind, or of one district. */
const nearIn =
  (directory: Directory) =>
  (one: OrgRef, other: OrgRef): boolean => {
    const [a, b] = [one, other].map(({ id }) => (id === undefined ? undefined : directory.organisation(id)));
    if (!a || !b) return false;
    return a.kind === b.kind || (a.ags !== undefined && b.ags !== undefined && a.ags.slice(0, 5) === b.ags.slice(0, 5));
  };

/** Who names most of the reader's topics, people of other organisations first. */
function byTopics(
  index: PeerIndex,
  view: PeerView,
  topicIds: readonly string[],
  directory: Directory,
  reader: MatchedPerson,
) {
  const scores = new Uint16Array(index.room);
  const add = (id: string, points: number): void =>
    view
      .having('topic', id)
      .intersect(view.everybody)
      .each((ordinal) => (scores[ordinal]! += points));
  for (const id of topicIds) {
    add(id, 4);
    const { broader } = directory.topicOf(id);
    // Topics of the same field are worth a look, where nobody names the topic itself.
    for (const near of new Set([...directory.topicKeysWithin(broader ?? id), ...(broader ? [broader] : [])])) {
      if (near !== id) add(near, 2);
    }
  }
  const own = reader.org?.id;
  const best: { readonly ordinal: number; readonly score: number }[][] = [];
  scores.forEach((score, ordinal) => {
    if (score === 0) return;
    const elsewhere = index.at(ordinal)?.orgId !== own;
    const rank = score * 2 + Number(elsewhere);
    (best[rank] ??= []).push({ ordinal, score: rank });
  });
  const found: string[] = [];
  for (let rank = best.length - 1; rank > 0 && found.length < BY_TOPIC; rank -= 1) {
    for (const { ordinal } of best[rank] ?? []) {
      const id = index.at(ordinal)?.personId;
      if (id !== undefined && id !== reader.id && found.length < BY_TOPIC) found.push(id);
    }
  }
  return found;
}

/** Who offers what the reader seeks, or the other way round, people of other organisations first. */
function byOffers(index: PeerIndex, view: PeerView, reader: MatchedPerson, today: string): readonly string[] {
  const wanted = new Set(
    (reader.offers ?? []).map(({ direction, topic }) => `${direction === 'offer' ? 'seek' : 'offer'} ${topic.id}`),
  );
  if (wanted.size === 0) return [];
  const people = index.offers
    .whoHas(view, today, ({ direction, topic }) => wanted.has(`${direction} ${topic}`))
    .flatMap((ordinal) => index.at(ordinal) ?? [])
    .filter(({ personId }) => personId !== reader.id);
  const isElsewhere = ({ orgId }: { readonly orgId: string | null }): boolean => orgId !== reader.org?.id;
  const ordered = [...people.filter(isElsewhere), ...people.filter((one) => !isElsewhere(one))];
  return ordered.slice(0, BY_OFFER).map(({ personId }) => personId);
}

/** Who says one of the reader's own words somewhere. */
async function byWords(hub: Hub, index: PeerIndex, caller: AccountCaller, words: readonly string[], today: string) {
  const found: string[] = [];
  for (const word of words.slice(0, 12)) {
    const search = plainSearch(wordsOf([word]).slice(0, 4));
    if (!search) continue;
    const { ordinals } = await findHits(hub.database.kysely, caller, search, today, index.room, BY_WORD);
    for (const ordinal of ordinals) found.push(index.at(ordinal)?.personId ?? '');
  }
  return [...new Set(found)].filter(Boolean).slice(0, BY_WORD);
}

/** People who fit the caller by what both say of themselves; the caller's part is all that they wrote, published or not. */
export async function matchesOf(
  hub: Hub,
  index: PeerIndex,
  caller: AccountCaller,
  limit: number,
  now: number,
): Promise<readonly PeerMatch[]> {
  const { database, directory } = hub;
  const { kysely } = database;
  const today = todayOf(hub, now);
  const row = await findProfile(kysely, caller.person.id);
  if (!row) return [];
  const orgs = await findOrganisations(hub, kysely, row.orgId === null ? [] : [row.orgId]);
  const own = (await offersOf(kysely, [row.personId], today)).get(row.personId) ?? [];
  const reader: MatchedPerson = profileOf(row, today, {
    ...(row.orgId !== null && { org: orgs(row.orgId) }),
    offers: own.map((offer) => offerOf(directory, caller, offer, { contact: false })),
  });
  const said = [
    ...[...(reader.expertise ?? []), ...(reader.interests ?? [])].map(({ label, topicId }) => topicId ?? label),
    ...(reader.offers ?? []).map(({ topic }) => topic.id),
  ];
  const topicIds = [...new Set(said.flatMap((text) => directory.topic(text)?.id ?? []))];
  const words = [...new Set(said.filter((text) => !directory.topic(text)))];
  await index.follow(now, today);
  const view = new PeerView(index, caller);
  const ids = [
    ...byTopics(index, view, topicIds, directory, reader),
    ...byOffers(index, view, reader, today),
    ...(await byWords(hub, index, caller, words, today)),
  ];
  const rows = await findProfiles(kysely, [...new Set(ids)]);
  const peers: readonly Peer[] = await answerPeers(hub, kysely, caller, rows, { now });
  return matchPeers(reader, peers, { topics: directory.topics, isNear: nearIn(directory), today, limit });
}
