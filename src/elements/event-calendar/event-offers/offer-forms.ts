import type { EventVocabulary } from '../../../backend/ports.ts';
import type { EventOffersMessages } from '../../../i18n/de/event-offers.ts';
import type { Me } from '../../../model/account.ts';
import { EVENT_LIMITS } from '../../../model/event-input.ts';
import { readNumber, textOf, type FormValues } from '../../../model/form-values.ts';
import type { Impulse } from '../../../model/impulse.ts';
import {
  circleFaults,
  followCircle,
  followImpulseDate,
  impulseDateFaults,
  type OfferFault,
} from '../../../model/offer-form.ts';
import { addDays, type PlainDate } from '../../../model/plain-date.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';

/** What the forms are made from. */
export interface OfferFormContext {
  readonly words: EventOffersMessages;
  readonly vocabulary: EventVocabulary;
  readonly me: Me | undefined;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** Two weeks ahead: time enough to hear of it. */
const AHEAD = 14;
const USUAL_MINUTES = 30;

const faultWords = (
  faults: Readonly<Record<string, OfferFault>>,
  { offers }: EventOffersMessages,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => [
      name,
      fault === 'too-few-dates' ? offers.tooFewDates : offers[fault],
    ]),
  );

const topicField = (
  { vocabulary, words }: OfferFormContext,
  value: readonly string[] = [],
  section?: FormField['section'],
): readonly FormField[] =>
  vocabulary.topics.length === 0
    ? []
    : [
        {
          kind: 'checks',
          name: 'topicIds',
          server: ['topics'],
          label: words.offers.fields.topics,
          most: EVENT_LIMITS.topics,
          value,
          options: vocabulary.topics.map(({ id, label }) => ({
            value: id,
            label: (words.lang === 'en' ? label.en : label.de) ?? label.de ?? label.en ?? id,
          })),
          ...(section && { section }),
        },
      ];

/** Who belongs to several administrations says from which it comes. */
const orgField = ({ me, words }: OfferFormContext, section?: FormField['section']): readonly FormField[] => {
  const orgs = me?.memberships?.map(({ org }) => org) ?? [];
  if (orgs.length < 2) return [];
  return [
    {
      kind: 'select',
      name: 'orgId',
      label: words.offers.fields.org,
      required: true,
      value: orgs[0]?.id ?? '',
      options: orgs.map(({ id, name }) => ({ value: id, label: name })),
      ...(section && { section }),
    },
  ];
};

/** A new impulse, or a change of one. */
export function impulseForm(context: OfferFormContext, impulse?: Impulse, title = ''): FormSpec {
  const { offers } = context.words;
  const { fields: says } = offers;
  return {
    key: impulse ? `impulse-${impulse.id}` : 'impulse-new',
    intro: impulse ? '' : offers.offerIntro,
    submit: impulse ? offers.save : offers.offerSend,
    codes: offers.codes,
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: says.title,
        hint: says.titleHint,
        max: EVENT_LIMITS.offerTitle,
        required: true,
        value: impulse?.title ?? (title || says.titleStart),
      },
      {
        kind: 'area',
        name: 'abstract',
        label: says.abstract,
        hint: says.abstractHint,
        max: EVENT_LIMITS.offerAbstract,
        rows: 4,
        value: impulse?.abstract ?? '',
      },
      {
        kind: 'number',
        name: 'minutes',
        label: says.minutes,
        least: 5,
        most: 240,
        required: true,
        value: String(impulse?.minutes ?? USUAL_MINUTES),
      },
      ...topicField(
        context,
        impulse?.topics.map(({ id }) => id),
      ),
      ...(impulse ? [] : orgField(context)),
    ],
    // The beginning of a sentence alone is no title.
    check: (values): Readonly<Record<string, string>> =>
      textOf(values, 'title') === says.titleStart.trim() ? { title: context.words.form.required } : {},
  };
}

const isOnline = (values: FormValues): boolean => textOf(values, 'attendance') !== 'onsite';
const isOnsite = (values: FormValues): boolean => !isOnline(values);

const whereFields = ({ words }: OfferFormContext, section?: FormField['section']): readonly FormField[] => {
  const { fields: says } = words.offers;
  const within = section ? { section } : {};
  return [
    {
      kind: 'radio',
      name: 'attendance',
      label: says.attendance,
      required: true,
      value: 'online',
      options: [
        { value: 'online', label: says.online },
        { value: 'onsite', label: says.onsite },
      ],
      ...within,
    },
    {
      kind: 'text',
      type: 'url',
      name: 'onlineUrl',
      label: says.onlineUrl,
      hint: says.onlineUrlHint,
      when: isOnline,
      ...within,
    },
    {
      kind: 'text',
      name: 'place',
      server: ['place.name'],
      label: says.place,
      max: EVENT_LIMITS.place,
      required: true,
      when: isOnsite,
      ...within,
    },
  ];
};

/** When an impulse takes place. It says who hears of it first. */
export function dateForm(context: OfferFormContext, impulse: Impulse): FormSpec {
  const { words, timeZone, today } = context;
  const { offers } = words;
  const { fields: says } = offers;
  return {
    key: `date-${impulse.id}`,
    submit: offers.dateSend,
    codes: offers.codes,
    follow: (values, changed) => followImpulseDate(values, changed, impulse.minutes),
    check: (values) => faultWords(impulseDateFaults(values, timeZone, Date.now()), words),
    outro: (values) =>
      [
        offers.tellsFirst(impulse.interested),
        impulse.interested > 0 && readNumber(textOf(values, 'capacity')) > 0 ? offers.headStart : '',
      ].join(' '),
    fields: [
      {
        kind: 'date',
        name: 'date',
        server: ['start'],
        label: says.date,
        required: true,
        short: true,
        value: addDays(today, AHEAD),
      },
      { kind: 'time', name: 'time', label: says.time, required: true, short: true, value: '10:00' },
      {
        kind: 'time',
        name: 'end',
        label: says.end,
        required: true,
        short: true,
        value: textOf(followImpulseDate({ time: '10:00' }, 'time', impulse.minutes), 'end'),
      },
      ...whereFields(context),
      {
        kind: 'number',
        name: 'capacity',
        label: says.capacity,
        hint: says.capacityHint,
        least: 1,
        most: EVENT_LIMITS.capacity,
      },
    ],
  };
}

/** A learning circle that begins. Its dates are filled in from a rhythm. */
export function circleForm(context: OfferFormContext): FormSpec {
  const { words, timeZone, today } = context;
  const { offers } = words;
  const { fields: says, sections } = offers;
  const about = { title: sections.about };
  const when = { title: sections.when };
  const start = followCircle(
    { firstDate: addDays(today, AHEAD), from: '10:00', to: '11:30', rhythm: '14', meetings: '5' },
    'firstDate',
  );
  return {
    key: 'circle-new',
    intro: offers.foundIntro,
    submit: offers.foundSend,
    codes: offers.codes,
    follow: followCircle,
    check: (values) => faultWords(circleFaults(values, timeZone, Date.now()), words),
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: says.circleTitle,
        max: EVENT_LIMITS.offerTitle,
        required: true,
        section: about,
      },
      {
        kind: 'area',
        name: 'summary',
        label: says.summary,
        max: EVENT_LIMITS.summary,
        rows: 2,
        section: about,
      },
      ...topicField(context, [], about),
      ...orgField(context, about),
      {
        kind: 'number',
        name: 'places',
        label: says.places,
        hint: says.placesHint,
        least: 3,
        most: 20,
        required: true,
        value: '6',
        section: { title: sections.group },
      },
      {
        kind: 'text',
        type: 'url',
        name: 'guideUrl',
        label: says.guideUrl,
        hint: says.guideHint,
        section: { title: sections.group },
      },
      ...(
        [
          { kind: 'date', name: 'firstDate', label: says.firstDate },
          { kind: 'time', name: 'from', label: says.from },
          { kind: 'time', name: 'to', label: says.to },
          {
            kind: 'select',
            name: 'rhythm',
            label: says.rhythm,
            options: Object.entries(offers.rhythms).map(([value, label]) => ({ value, label })),
          },
          { kind: 'number', name: 'meetings', label: says.meetings, least: 2, most: 60 },
        ] as const
      ).map((field) => ({
        ...field,
        required: true,
        short: field.name !== 'firstDate',
        section: when,
        value: textOf(start, field.name),
      })),
      {
        kind: 'rows',
        name: 'dates',
        label: says.dates,
        hint: says.datesHint,
        required: true,
        most: 60,
        rowLabel: offers.meeting,
        add: offers.addMeeting,
        remove: offers.removeMeeting,
        columns: [
          { name: 'date', label: says.datesColumn, type: 'date', required: true },
          { name: 'from', label: says.from, type: 'time', required: true },
          { name: 'to', label: says.to, type: 'time', required: true },
        ],
        value: start['dates'] ?? [],
        section: when,
      },
      ...whereFields(context, { title: sections.where }),
    ],
  };
}

/** A form of no fields that asks before it is done. */
export const askForm = (key: string, question: string, submit: string, keep: string): FormSpec => ({
  key,
  fields: [],
  intro: question,
  submit,
  cancel: keep,
  grave: true,
});
