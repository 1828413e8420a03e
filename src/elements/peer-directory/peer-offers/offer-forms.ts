import type { PeerOffersMessages } from '../../../i18n/de/peer-offers.ts';
import type { Topic } from '../../../model/common.ts';
import { textOf, type FormValue, type FormValues } from '../../../model/form-values.ts';
import { OFFER_MONTHS, OTHER_DATE, untilFault, untilOf } from '../../../model/peer-offer-form.ts';
import { OFFER_FORMS, PEER_LIMITS, type OfferDirection, type PeerOffer } from '../../../model/peer.ts';
import { addMonths, type PlainDate } from '../../../model/plain-date.ts';
import type { ConflictRow, Side } from '../../shared/form/form-conflict.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';
import { topicLabel } from '../../shared/peer-words.ts';
import { formKey, untilDay, type OpenForm } from './offers-context.ts';

export interface OfferFormContext {
  readonly words: PeerOffersMessages;
  readonly locale: string;
  readonly today: PlainDate;
  readonly topics: readonly Topic[];
}

/** Half a year: long enough to be found, short enough to stay true. */
const USUAL_MONTHS = '6';

/** The fields of a form. */
export function specOf(form: OpenForm, context: OfferFormContext): FormSpec {
  const { offers } = context.words;
  const base = { key: formKey(form), codes: offers.codes, check: checkUntil(context) };
  if (form.name === 'create') {
    const { direction } = form;
    return {
      ...base,
      intro: offers.createIntro[direction],
      submit: offers.send[direction],
      fields: [...aboutFields(direction, undefined, context), ...untilFields(undefined, context)],
    };
  }
  const { offer } = form;
  if (form.name === 'edit')
    return {
      ...base,
      submit: offers.save,
      fields: [...aboutFields(offer.direction, offer, context), ...untilFields(offer.until, context)],
    };
  return {
    ...base,
    intro: offers.renewIntro(topicLabel(offer.topic, context.words.lang)),
    submit: offer.state === 'open' && offer.until >= context.today ? offers.renewSend : offers.againSend,
    fields: untilFields(undefined, context),
  };
}

const checkUntil =
  ({ words, today }: OfferFormContext) =>
  (values: FormValues): Readonly<Record<string, string>> => {
    const fault = textOf(values, 'months') === OTHER_DATE ? untilFault(untilOf(values, today), today) : undefined;
    return fault ? { until: fault === 'past' ? words.offers.past : words.offers.tooFar } : {};
  };

function aboutFields(
  direction: OfferDirection,
  offer: PeerOffer | undefined,
  { words, topics }: OfferFormContext,
): readonly FormField[] {
  const { fields: says } = words.offers;
  return [
    {
      kind: 'text',
      name: 'topic',
      label: says.topic,
      hint: says.topicHint,
      max: PEER_LIMITS.label,
      required: true,
      suggestions: topics.map((topic) => topicLabel(topic, words.lang)),
      value: offer ? topicLabel(offer.topic, words.lang) : '',
    },
    {
      kind: 'area',
      name: 'text',
      label: says.text[direction],
      hint: says.textHint[direction],
      max: PEER_LIMITS.offerText,
      rows: 3,
      value: offer?.text ?? '',
    },
    {
      kind: 'select',
      name: 'form',
      label: says.form,
      required: true,
      value: offer?.form ?? OFFER_FORMS[0],
      options: OFFER_FORMS.map((form) => ({ value: form, label: words.peer.forms[form] })),
    },
  ];
}

/** @param until the last day that stands now, for a form that keeps it */
function untilFields(until: string | undefined, { words, locale, today }: OfferFormContext): readonly FormField[] {
  const { offers } = words;
  return [
    {
      kind: 'radio',
      name: 'months',
      // How many somebody may have is told under `offers`; every form asks for how long.
      server: until === undefined ? ['until', 'offers'] : ['offers'],
      label: offers.fields.until,
      required: true,
      value: until === undefined ? USUAL_MONTHS : OTHER_DATE,
      options: [
        ...OFFER_MONTHS.map((count) => ({
          value: String(count),
          label: offers.months(count, untilDay(addMonths(today, count), locale)),
        })),
        { value: OTHER_DATE, label: offers.otherDate },
      ],
    },
    {
      kind: 'date',
      name: 'until',
      label: offers.fields.date,
      required: true,
      short: true,
      value: until ?? addMonths(today, Number(USUAL_MONTHS)),
      when: (values) => textOf(values, 'months') === OTHER_DATE,
    },
  ];
}

/** An offer that was changed elsewhere meanwhile. */
export interface OfferConflict {
  readonly theirs: PeerOffer;
  readonly values: FormValues;
  readonly picks: Readonly<Record<string, Side>>;
}

const COMPARED = ['topic', 'text', 'form', 'until'] as const;

const valuesOf = (offer: PeerOffer, lang: string): FormValues => ({
  topic: topicLabel(offer.topic, lang),
  text: offer.text ?? '',
  form: offer.form,
  months: OTHER_DATE,
  until: offer.until,
});

/** Both versions of an offer; what the writer did not touch is the other one's at first. */
export function compareOffers(
  base: PeerOffer,
  theirs: PeerOffer,
  typed: FormValues,
  { words, today }: OfferFormContext,
): OfferConflict {
  const values = { ...typed, months: OTHER_DATE, until: untilOf(typed, today) };
  const [was, is] = [valuesOf(base, words.lang), valuesOf(theirs, words.lang)];
  const differs = (a: FormValues, b: FormValues, name: string): boolean => textOf(a, name) !== textOf(b, name);
  const picks = COMPARED.filter((name) => differs(values, is, name)).map((name): [string, Side] => [
    name,
    differs(values, was, name) ? 'mine' : 'theirs',
  ]);
  return { theirs, values, picks: Object.fromEntries(picks) };
}

export function conflictRows(
  { theirs, values, picks }: OfferConflict,
  { words, locale }: OfferFormContext,
): readonly ConflictRow[] {
  const { fields: says } = words.offers;
  const labels = { topic: says.topic, text: says.text[theirs.direction], form: says.form, until: says.untilRow };
  const text = (from: FormValues, name: (typeof COMPARED)[number]): string => {
    const value = textOf(from, name);
    if (name === 'until') return untilDay(value, locale);
    const form = name === 'form' && OFFER_FORMS.find((each) => each === value);
    return form ? words.peer.forms[form] : value;
  };
  return COMPARED.filter((name) => picks[name]).map((name) => ({
    name,
    label: labels[name],
    mine: text(values, name),
    theirs: text(valuesOf(theirs, words.lang), name),
    pick: picks[name] ?? 'mine',
  }));
}

/** What comes of the choice. */
export function mergedOffer({ theirs, values, picks }: OfferConflict, lang: string): FormValues {
  const merged: Record<string, FormValue> = { ...valuesOf(theirs, lang) };
  for (const name of COMPARED) if (picks[name] === 'mine') merged[name] = values[name] ?? '';
  return merged;
}
