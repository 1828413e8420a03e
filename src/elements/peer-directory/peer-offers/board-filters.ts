import type { PeerOffersMessages } from '../../../i18n/de/peer-offers.ts';
import type { Topic } from '../../../model/common.ts';
import type { FacetCount } from '../../../model/page.ts';
import { OFFER_DIRECTIONS, OFFER_FORMS, type PeerOffer } from '../../../model/peer.ts';
import type { FilterField } from '../../shared/vr-filter-bar.ts';
import { topicLabel } from '../../shared/peer-words.ts';
import type { OfferLane, OffersFilter } from './peer-offers-source.ts';

/** A source without counts has all it knows on the page, or is not counted at all. */
function counted(lane: OfferLane, valueOf: (offer: PeerOffer) => string): readonly FacetCount[] {
  const counts = new Map<string, number>();
  for (const offer of lane.items) counts.set(valueOf(offer), (counts.get(valueOf(offer)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** What the board can be narrowed by, each choice with its count. */
export function boardFilters(
  lane: OfferLane,
  filter: OffersFilter,
  topics: readonly Topic[],
  { offers, peer, lang }: PeerOffersMessages,
): readonly FilterField[] {
  const { facets, items } = lane;
  const known = [...topics, ...items.map(({ topic }) => topic)];
  const field = (
    name: 'direction' | 'topic' | 'form',
    valueOf: (offer: PeerOffer) => string,
    nameOf: (value: string) => string | undefined,
    order?: readonly string[],
  ): FilterField => {
    const value = filter[name] ?? '';
    const counts = facets?.[name] ?? counted(lane, valueOf);
    const all =
      value === '' || counts.some((count) => count.value === value) ? counts : [...counts, { value, count: 0 }];
    const options = all.map((count) => ({
      value: count.value,
      label: nameOf(count.value) ?? ('label' in count ? count.label : undefined) ?? count.value,
      count: count.count,
    }));
    const sorted = order
      ? order.flatMap((each) => options.filter((option) => option.value === each))
      : options.toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, lang));
    return { name, label: offers.filters[name], value, options: sorted };
  };
  const nameIn =
    (names: Readonly<Record<string, string>>) =>
    (value: string): string | undefined =>
      Object.hasOwn(names, value) ? names[value] : undefined;
  return [
    field('direction', ({ direction }) => direction, nameIn(peer.directions), OFFER_DIRECTIONS),
    field(
      'topic',
      ({ topic }) => topic.id,
      (value) => {
        const topic = known.find(({ id }) => id === value);
        return topic && topicLabel(topic, lang);
      },
    ),
    field('form', ({ form }) => form, nameIn(peer.forms), OFFER_FORMS),
  ];
}
