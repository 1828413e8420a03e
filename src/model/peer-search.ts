import type { Topic } from './common.ts';
import type { Peer, PeerOffer } from './peer.ts';
import type { SearchField } from './text-search.ts';

const wordsOf = ({ label }: Topic): readonly (string | undefined)[] => [label.de, label.en];

/**
 * Where words are looked for in a peer: in all that is shown as text. Who is called so comes before who only writes of it.
 * Languages, availability and directions are chosen, not typed.
 */
export const PEER_SEARCH_FIELDS: readonly SearchField<Peer>[] = [
  { weight: 4, text: ({ displayName }) => displayName },
  { weight: 2, text: ({ expertise }) => expertise?.map(({ label }) => label) },
  { weight: 2, text: ({ offers }) => offers?.flatMap(({ topic }) => wordsOf(topic)) },
  { weight: 2, text: ({ org, unit, function: work }) => [org?.name, unit, work] },
  { weight: 1.5, text: ({ headline }) => headline },
  { weight: 1, text: ({ interests }) => interests?.map(({ label }) => label) },
  { weight: 1, text: ({ bio }) => bio },
  { weight: 1, text: ({ offers }) => offers?.map(({ text }) => text) },
];

/** Where words are looked for in an offer. */
export const OFFER_SEARCH_FIELDS: readonly SearchField<PeerOffer>[] = [
  { weight: 3, text: ({ topic }) => wordsOf(topic) },
  { weight: 2, text: ({ text }) => text },
  { weight: 1, text: ({ peer }) => [peer?.displayName, peer?.org?.name, peer?.unit] },
];
