import { seenPeer, type ProfileAudience } from '../../../src/model/peer-profile.ts';
import type { Peer } from '../../../src/model/peer.ts';
import { addDays } from '../../../src/model/plain-date.ts';
import type { Directory } from '../directory/directory.ts';
import { lexeme, wordsOf } from '../words/word-search.ts';

/** Audiences from the widest to the narrowest, and the letter of each in what is kept. */
export const LEVELS = ['public', 'network', 'organisation', 'unit'] as const satisfies readonly ProfileAudience[];
export const LETTERS = ['p', 'n', 'o', 'u'] as const;

/** By what people are filtered and counted; `entry` is that they are seen at all. */
export const MARK_FACETS = ['entry', 'topic', 'language', 'direction', 'available'] as const;
export type MarkFacet = (typeof MARK_FACETS)[number];

/** Widest level that sees it, facet, value, the first and the last day on which it holds. */
export type Mark = readonly [number, MarkFacet, string, string | null, string | null];

/** What somebody is found by. */
export interface PeerText {
  /** Folded words of the name as `tsvector`. */
  readonly names: string;
  readonly words: string;
  readonly lasting: string | null;
  readonly goodUntil: string | null;
  readonly marks: readonly Mark[];
  /** Offers and seeks that somebody else sees: the widest level that does, and what each is found by. */
  readonly offers: readonly { readonly id: string; readonly level: number; readonly words: string }[];
}

const tagOf = (language: string): string => language.trim().toLowerCase();

/** Ids of topics and organisations stand beside their words, so that they are found after they were renamed. */
const idLexeme = (level: number, kind: 'topic' | 'org', id: string): string => `${LETTERS[level]!}#${kind}:${id}`;

/** Texts that are searched, beside offers; those of an organisation of the configuration are looked up by its id. */
function textsOf(peer: Partial<Peer>, directory: Directory): readonly (string | undefined)[] {
  const { displayName, pronouns, salutation, org, unit, headline, bio, expertise, interests } = peer;
  return [
    displayName,
    pronouns,
    salutation,
    peer.function,
    unit,
    headline,
    bio,
    ...[...(expertise ?? []), ...(interests ?? [])].map(({ label }) => label),
    org?.id !== undefined && directory.orgRef(org.id) ? undefined : org?.name,
  ];
}

/** Ids of topics of the scheme that a peer names by their id or by a label. */
function topicsOf({ expertise, interests }: Partial<Peer>, directory: Directory): readonly string[] {
  const named = [...(expertise ?? []), ...(interests ?? [])].map(
    ({ label, topicId }) => (topicId === undefined ? undefined : directory.topic(topicId)) ?? directory.topic(label),
  );
  return named.flatMap((topic) => topic?.id ?? []);
}

/**
 * Words and marks of a peer, each at the widest audience that sees it. What an audience sees is asked of `seenPeer`, as
 * answers do: what is not shown to somebody cannot be found by them either. undefined: nobody but the person sees it.
 */
export function peerText(whole: Parameters<typeof seenPeer>[0], directory: Directory): PeerText | undefined {
  const lexemes = new Map<string, string>();
  const lasting = new Map<string, string>();
  const marks = new Map<string, Mark>();
  const offers = new Map<string, PeerText['offers'][number]>();
  let names = '';
  let goodUntil: string | null = null;

  LEVELS.forEach((audience, level) => {
    const seen = seenPeer(whole, audience);
    if (!seen) return;
    const letter = LETTERS[level]!;
    const word = (text: string, isLasting: boolean): void => {
      if (!lexemes.has(text)) lexemes.set(text, `${letter}:${text}`);
      if (isLasting && !lasting.has(text)) lasting.set(text, `${letter}:${text}`);
    };
    const id = (kind: 'topic' | 'org', value: string, isLasting: boolean): void => {
      const key = `#${kind}:${value}`;
      if (!lexemes.has(key)) lexemes.set(key, idLexeme(level, kind, value));
      if (isLasting && !lasting.has(key)) lasting.set(key, idLexeme(level, kind, value));
    };
    const mark = (facet: MarkFacet, value: string, from: string | null = null, until: string | null = null): void => {
      const key = `${facet} ${value} ${from ?? ''} ${until ?? ''}`;
      if (!marks.has(key)) marks.set(key, [level, facet, value, from, until]);
    };

    names ||= wordsOf([seen.displayName]).map(lexeme).join(' ');
    mark('entry', '');
    for (const text of wordsOf(textsOf(seen, directory))) word(text, true);
    if (seen.org?.id !== undefined && directory.orgRef(seen.org.id)) id('org', seen.org.id, true);
    for (const topic of topicsOf(seen, directory)) {
      id('topic', topic, true);
      mark('topic', topic);
    }
    for (const language of seen.languages ?? []) mark('language', tagOf(language));
    if (seen.availability && seen.availability.state !== 'paused') mark('available', 'yes');
    // Whoever pauses until a day can be asked again on the next.
    else if (seen.availability?.until) mark('available', 'yes', addDays(seen.availability.until, 1));
    for (const { id: offerId, direction, topic, text, until } of seen.offers ?? []) {
      mark('direction', direction, null, until);
      const known = directory.topic(topic.id);
      if (known) {
        id('topic', known.id, false);
        mark('topic', known.id, null, until);
      }
      const said = wordsOf([topic.label.de, topic.label.en, text]);
      for (const one of said) word(one, false);
      if (!offers.has(offerId)) {
        const found = [...new Set([...said, ...wordsOf([seen.displayName])]), ...(known ? [`#topic:${known.id}`] : [])];
        offers.set(offerId, { id: offerId, level, words: found.map(lexeme).join(' ') });
      }
      if (goodUntil === null || until < goodUntil) goodUntil = until;
    }
  });

  if (lexemes.size === 0) return undefined;
  const written = (all: ReadonlyMap<string, string>): string => [...all.values()].map(lexeme).join(' ');
  return {
    names,
    words: written(lexemes),
    lasting: goodUntil === null ? null : written(lasting),
    goodUntil,
    marks: [...marks.values()],
    offers: [...offers.values()],
  };
}
