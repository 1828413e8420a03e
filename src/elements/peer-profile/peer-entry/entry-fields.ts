import { html, nothing, type TemplateResult } from 'lit';
import type { FormValues } from '../../../model/form-values.ts';
import { listOf, textOf } from '../../../model/form-values.ts';
import { CHANNELS } from '../../../model/peer-profile.ts';
import {
  AUDIENCES,
  AVAILABILITIES,
  EXPERTISE_LEVELS,
  isSeenBy,
  PEER_FIELDS,
  PEER_LIMITS,
  type PeerField,
} from '../../../model/peer.ts';
import { CAPPED, followVisibility, profileFormValues, seenName } from '../../../model/profile-form.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';
import { languageOptions, topicName, type EntryContext } from './entry-context.ts';
import { renderOwnOffers } from './entry-offers.ts';

/** The form of the own entry, its fields filled from it. */
export function entryForm(context: EntryContext): FormSpec {
  const { words, profile } = context;
  const { entry } = words;
  const start = profileFormValues(profile);
  const locked = new Set<string>(profile.lockedFields);
  const fields = [
    ...aboutFields(context),
    ...skillFields(context),
    ...offerFields(context),
    ...reachFields(context),
    ...seenFields(context),
  ].map((field): FormField => {
    if (locked.has(field.name)) return lockedField(field, context);
    return start[field.name] === undefined ? field : { ...field, value: start[field.name] };
  });
  return {
    key: profile.id,
    fields,
    submit: entry.save,
    cancel: entry.discard,
    follow: followVisibility,
    codes: { 'wider-than-entry': entry.wider, locked: entry.lockedField, 'not-allowed': entry.notAllowed },
    check: (values) => ({ ...widerParts(values, entry.wider), ...pastEnd(values, context) }),
  };
}

/** A draft of another day may hold what the entry's audience no longer allows. */
const widerParts = (values: FormValues, says: string): Readonly<Record<string, string>> => {
  const entry = AUDIENCES.find((audience) => audience === textOf(values, 'visibility')) ?? 'public';
  const wider = PEER_FIELDS.map(seenName).filter((name) => {
    const part = AUDIENCES.find((audience) => audience === textOf(values, name));
    return part && !isSeenBy(entry, part);
  });
  return Object.fromEntries(wider.map((name) => [name, says]));
};

/** A day that is over says nothing; one that was stored before is told by its state. */
function pastEnd(values: FormValues, { words, profile, today }: EntryContext): Readonly<Record<string, string>> {
  const until = textOf(values, 'until');
  const isOver = textOf(values, 'availability') !== 'open' && until !== '' && until < today;
  return isOver && until !== profile.availability.until ? { until: words.entry.untilOver } : {};
}

/** What only the source changes stands there as text. */
function lockedField({ name, label, section }: FormField, { words, profile, values }: EntryContext): FormField {
  const { entry } = words;
  const value = profile[name as 'displayName'];
  const list = values[name];
  const said =
    typeof value === 'string'
      ? value
      : Array.isArray(list)
        ? (list as readonly Readonly<Record<string, string>>[]).map((row) => Object.values(row)[0] ?? '').join(', ')
        : '';
  return {
    kind: 'note',
    name,
    label,
    section,
    text: html`<strong>${label}:</strong> ${entry.locked(said, profile.sourceLabel ?? entry.lockedSource)}`,
  };
}

function aboutFields({ words, profile }: EntryContext): readonly FormField[] {
  const { fields: says, sections } = words.entry;
  const section = { title: sections.about };
  const short = (name: 'pronouns' | 'salutation' | 'function' | 'unit', hint?: string): FormField => ({
    kind: 'text',
    name,
    label: says[name],
    hint,
    max: PEER_LIMITS[name],
    short: true,
    section,
  });
  return [
    {
      kind: 'text',
      name: 'displayName',
      label: says.displayName,
      max: PEER_LIMITS.displayName,
      required: true,
      section,
    },
    {
      kind: 'note',
      name: 'org',
      label: says.org,
      text: profile.org
        ? html`<strong>${says.org}:</strong> ${profile.org.name}<span class="hint">${says.orgHint}</span>`
        : html`<strong>${says.noOrg}</strong>`,
      section,
    },
    short('pronouns', says.pronounsHint),
    short('salutation', says.salutationHint),
    short('function', says.functionHint),
    short('unit'),
    {
      kind: 'text',
      name: 'headline',
      label: says.headline,
      hint: says.headlineHint,
      max: PEER_LIMITS.headline,
      section,
    },
    { kind: 'area', name: 'bio', label: says.bio, hint: says.bioHint, max: PEER_LIMITS.bio, rows: 5, section },
  ];
}

function skillFields(context: EntryContext): readonly FormField[] {
  const { words, vocabulary } = context;
  const { fields: says, sections } = words.entry;
  const section = { title: sections.skills };
  const suggestions = vocabulary.topics.map((topic) => topicName(topic, words.lang));
  return [
    {
      kind: 'rows',
      name: 'expertise',
      label: says.expertise,
      hint: says.expertiseHint,
      most: PEER_LIMITS.expertise,
      rowLabel: says.expertiseRow,
      add: says.expertiseAdd,
      remove: says.expertiseRemove,
      columns: [
        { name: 'label', label: says.expertiseLabel, max: PEER_LIMITS.label, suggestions },
        {
          name: 'level',
          label: says.level,
          start: 'average',
          options: EXPERTISE_LEVELS.map((value) => ({ value, label: words.peer.levels[value] })),
        },
      ],
      section,
    },
    {
      kind: 'rows',
      name: 'interests',
      label: says.interests,
      hint: says.interestsHint,
      most: PEER_LIMITS.interests,
      rowLabel: says.interestRow,
      add: says.interestAdd,
      remove: says.interestRemove,
      columns: [{ name: 'label', label: says.interestLabel, max: PEER_LIMITS.label, suggestions }],
      section,
    },
    {
      kind: 'rows',
      name: 'languages',
      label: says.languages,
      hint: says.languagesHint,
      most: PEER_LIMITS.languages,
      rowLabel: says.languageRow,
      add: says.languageAdd,
      remove: says.languageRemove,
      columns: [
        {
          name: 'language',
          label: says.language,
          options: [{ value: '', label: says.noLanguage }, ...languageOptions(context)],
        },
      ],
      section,
    },
  ];
}

const offerFields = (context: EntryContext): readonly FormField[] => [
  {
    kind: 'note',
    name: 'offers',
    label: context.words.entry.sections.offers,
    text: renderOwnOffers(context),
    section: { title: context.words.entry.sections.offers },
  },
];

function reachFields({ words, profile }: EntryContext): readonly FormField[] {
  const { fields: says, sections } = words.entry;
  const section = { title: sections.reach, hint: sections.reachHint };
  return [
    {
      kind: 'radio',
      name: 'availability',
      server: ['availability.state'],
      label: says.availability,
      required: true,
      options: AVAILABILITIES.map((value) => ({ value, label: words.peer.availabilities[value] })),
      section,
    },
    {
      kind: 'date',
      name: 'until',
      server: ['availability.until'],
      label: says.until,
      hint: says.untilHint,
      when: (values) => textOf(values, 'availability') !== 'open',
      section,
    },
    {
      kind: 'number',
      name: 'monthlyRequests',
      label: says.monthlyRequests,
      hint: says.monthlyRequestsHint,
      required: true,
      least: 0,
      most: PEER_LIMITS.monthlyRequests,
      section,
    },
    ...(profile.channels.email
      ? [
          {
            kind: 'note' as const,
            name: 'email',
            label: says.email,
            text: html`<strong>${says.email}:</strong> ${profile.channels.email}<span class="hint">${says.emailHint}</span>`,
            section,
          },
        ]
      : []),
    ...CHANNELS.filter((channel) => channel !== 'email').map((channel) => ({
      kind: 'text' as const,
      name: channel,
      server: [`channels.${channel}`],
      label: says[channel],
      hint: channel === 'chat' ? says.chatHint : undefined,
      max: PEER_LIMITS[channel],
      short: true,
      section,
    })),
  ];
}

function seenFields(context: EntryContext): readonly FormField[] {
  const { words, values } = context;
  const { fields: says, sections, parts, audienceHints } = words.entry;
  const section = { title: sections.seen, hint: sections.seenHint };
  const audience = textOf(values, 'visibility');
  const options = AUDIENCES.map((value) => ({ value, label: words.peer.audiences[value] }));
  return [
    {
      kind: 'radio',
      name: 'visibility',
      label: says.visibility,
      required: true,
      options: options
        .filter(({ value }) => value !== 'self' || audience === 'self')
        .map((option) => ({ ...option, hint: audienceHints[option.value] })),
      section,
    },
    { kind: 'note', name: CAPPED, label: '', text: renderCapped(context), section },
    ...PEER_FIELDS.map((field) => ({
      kind: 'select' as const,
      name: seenName(field),
      server: [`fieldVisibility.${field}`],
      label: parts[field],
      required: true,
      short: true,
      options,
      section,
    })),
  ];
}

/** Always there, so that a screen reader hears what comes into it. */
function renderCapped({ words, values }: EntryContext): TemplateResult {
  const { entry, peer } = words;
  const capped = listOf(values, CAPPED) as readonly PeerField[];
  const audience = AUDIENCES.find((known) => known === textOf(values, 'visibility'));
  return html`<span role="status"
    >${
      capped.length > 0 && audience
        ? html`<strong
            >${entry.capped(capped.map((field) => entry.parts[field]).join(', '), peer.audiences[audience])}</strong
          >`
        : nothing
    }</span
  >`;
}
