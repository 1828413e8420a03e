import type { PeerMessages } from '../../i18n/de/peers.ts';
import type { Topic } from '../../model/common.ts';
import type { MatchReason, Peer } from '../../model/peer.ts';

/** A topic's name in a language, else in German, else whatever there is. */
export const topicLabel = ({ id, label }: Topic, lang: string): string =>
  (lang === 'en' ? label.en : label.de) ?? label.de ?? label.en ?? id;

/** Where somebody works, in one line: `Kreis Auental, Organisation und Digitales`. */
export const placeOf = ({ org, unit }: Pick<Peer, 'org' | 'unit'>): string =>
  [org?.name, unit].filter(Boolean).join(', ');

/** Reasons that say more than the others. */
const ORDER: readonly MatchReason['kind'][] = ['seeks-yours', 'offers-yours', 'shared', 'broader', 'near', 'elsewhere'];

/**
 * Why two people fit, in words, the strongest reason first: `sucht, was Sie bieten: Moderation, Prozesse`. What everybody
 * of another administration has in common is said only where nothing else is.
 * @param most reasons that are said
 */
export function whyOf(why: readonly MatchReason[], { lang, peer: { reasons } }: PeerMessages, most = Infinity): string {
  const said = ORDER.flatMap((kind) => {
    const given = why.filter((reason) => reason.kind === kind);
    if (given.length === 0) return [];
    const topics = new Set(given.flatMap(({ topic }) => (topic ? [topicLabel(topic, lang)] : [])));
    return [{ kind, text: reasons[kind]([...topics].join(', ')) }];
  });
  const telling = said.filter(({ kind }) => kind !== 'near' && kind !== 'elsewhere');
  return (telling.length > 0 ? telling : said)
    .slice(0, most)
    .map(({ text }) => text)
    .join('; ');
}
