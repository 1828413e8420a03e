import type { Topic } from './common.ts';
import { foldText } from './fold-text.ts';
import { textOf, type FormValues } from './form-values.ts';
import type { OfferInput } from './peer-profile.ts';
import { OFFER_FORMS, type OfferDirection, type OfferForm, type PeerOffer } from './peer.ts';
import { addDays, addMonths, isPlainDate, type PlainDate } from './plain-date.ts';

/** Months that an offer may stand, ready to be chosen. */
export const OFFER_MONTHS = [1, 3, 6, 12] as const;
/** The longest. */
const MOST_MONTHS = 12;
/** Days before its last one from which an offer ends soon. */
const SOON = 14;

/** What the form chose in place of a number of months. */
export const OTHER_DATE = 'date';

/** How an offer stands on a day: what is open by its state may have run out. */
export function offerStanding(
  { state, until }: Pick<PeerOffer, 'state' | 'until'>,
  today: PlainDate,
): 'open' | 'ending' | 'expired' | 'matched' | 'closed' {
  if (state !== 'open') return state;
  if (until !== '' && until < today) return 'expired';
  return until !== '' && until <= addDays(today, SOON) ? 'ending' : 'open';
}

/** The last day that the form asks for; empty where none is chosen. */
export function untilOf(values: FormValues, today: PlainDate): string {
  const months = textOf(values, 'months');
  if (months === OTHER_DATE) return textOf(values, 'until');
  return OFFER_MONTHS.some((count) => String(count) === months) ? addMonths(today, Number(months)) : '';
}

/** What is wrong with a last day. */
export function untilFault(until: string, today: PlainDate): 'past' | 'too-far' | undefined {
  if (!isPlainDate(until)) return undefined;
  if (until < today) return 'past';
  return until > addMonths(today, MOST_MONTHS) ? 'too-far' : undefined;
}

/** The id of the topic that somebody has written, in either language; else their own word. */
export function topicWritten(text: string, topics: readonly Topic[]): string {
  const folded = foldText(text);
  const known = topics.find(({ label }) =>
    [label.de, label.en].some((name) => name !== undefined && foldText(name) === folded),
  );
  return known?.id ?? text;
}

const formOf = (values: FormValues): OfferForm | undefined =>
  OFFER_FORMS.find((form) => form === textOf(values, 'form'));

/** What a form of a new offer holds. */
export function newOfferInput(
  values: FormValues,
  direction: OfferDirection,
  { topics, today }: { readonly topics: readonly Topic[]; readonly today: PlainDate },
): OfferInput {
  const text = textOf(values, 'text');
  const form = formOf(values);
  return {
    direction,
    topic: topicWritten(textOf(values, 'topic'), topics),
    ...(form && { form }),
    ...(text && { text }),
    until: untilOf(values, today),
  };
}

/** What a form changed of an offer. @param topicLabel what stood in the field of the topic at first */
export function changedOfferInput(
  values: FormValues,
  before: PeerOffer,
  topicLabel: string,
  { topics, today }: { readonly topics: readonly Topic[]; readonly today: PlainDate },
): OfferInput {
  const [topic, text] = [textOf(values, 'topic'), textOf(values, 'text')];
  const form = formOf(values);
  const until = untilOf(values, today);
  return {
    ...(topic !== topicLabel && { topic: topicWritten(topic, topics) }),
    ...(form && form !== before.form && { form }),
    ...(text !== (before.text ?? '') && { text: text || null }),
    ...(until !== before.until && { until }),
  };
}
