import { EVENT_LIMITS } from '../../../model/event-input.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import type { FormField } from '../../shared/form/form-fields.ts';
import { both, is, type EditorFormContext } from './form-context.ts';

/** On site or online. */
export function whereFields({ words, event }: EditorFormContext): readonly FormField[] {
  const { editor } = words;
  const { fields: says } = editor;
  const section = { title: editor.sections.where };
  const here = (values: FormValues): boolean => textOf(values, 'attendance') !== 'online';
  const there = (values: FormValues): boolean => textOf(values, 'attendance') !== 'onsite';
  return [
    {
      kind: 'radio',
      name: 'attendance',
      label: says.attendance,
      required: event === undefined,
      options: (['onsite', 'online', 'hybrid'] as const).map((value) => ({ value, label: editor.attendance[value] })),
      section,
    },
    {
      kind: 'text',
      name: 'placeName',
      server: ['place.name', 'place'],
      label: says.placeName,
      hint: says.placeNameHint,
      max: EVENT_LIMITS.place,
      when: here,
      section,
    },
    {
      kind: 'text',
      name: 'placeAddress',
      server: ['place.address'],
      label: says.placeAddress,
      max: EVENT_LIMITS.address,
      when: here,
      section,
    },
    { kind: 'text', type: 'url', name: 'onlineUrl', label: says.onlineUrl, when: there, section },
  ];
}

/** Whether and how people register. */
export function registrationFields({ words }: EditorFormContext): readonly FormField[] {
  const { editor } = words;
  const { fields: says } = editor;
  const section = { title: editor.sections.registration };
  const isHub = is('registration', 'hub');
  const isAny = is('registration', 'hub', 'external');
  return [
    {
      kind: 'radio',
      name: 'registration',
      server: ['registration.mode'],
      label: says.registration,
      required: true,
      options: [
        { value: 'none', label: editor.registration.none },
        { value: 'hub', label: editor.registration.hub, hint: editor.registration.hubHint },
        { value: 'external', label: editor.registration.external },
      ],
      section,
    },
    {
      kind: 'text',
      type: 'url',
      name: 'registrationUrl',
      server: ['registration.url'],
      label: says.registrationUrl,
      required: true,
      when: is('registration', 'external'),
      section,
    },
    {
      kind: 'radio',
      name: 'registrationScope',
      server: ['registration.scope'],
      label: says.registrationScope,
      required: true,
      when: both(isHub, (values) => !['', 'none'].includes(textOf(values, 'repeat'))),
      options: (['date', 'series'] as const).map((value) => ({ value, label: editor.registrationScope[value] })),
      section,
    },
    {
      kind: 'number',
      name: 'capacity',
      server: ['registration.capacity'],
      label: says.capacity,
      hint: says.capacityHint,
      least: 1,
      most: EVENT_LIMITS.capacity,
      when: isHub,
      section,
    },
    {
      kind: 'date',
      name: 'opensDate',
      server: ['registration.opensAt'],
      label: says.opensDate,
      short: true,
      when: isAny,
      section,
    },
    { kind: 'time', name: 'opensTime', label: says.opensTime, short: true, when: isAny, section },
    {
      kind: 'date',
      name: 'closesDate',
      server: ['registration.closesAt'],
      label: says.closesDate,
      short: true,
      when: isAny,
      section,
    },
    { kind: 'time', name: 'closesTime', label: says.closesTime, short: true, when: isAny, section },
  ];
}

/** What camps and learning circles have of their own. */
export function programmeFields({ words }: EditorFormContext): readonly FormField[] {
  const { editor } = words;
  const { fields: says, rows } = editor;
  const section = { title: editor.sections.programme };
  const when = is('kind', 'camp');
  return [
    {
      kind: 'area',
      name: 'rooms',
      server: ['programme.rooms'],
      label: says.rooms,
      hint: says.roomsHint,
      lines: EVENT_LIMITS.rooms,
      line: EVENT_LIMITS.room,
      when,
      section,
    },
    {
      kind: 'area',
      name: 'tracks',
      server: ['programme.tracks'],
      label: says.tracks,
      hint: says.tracksHint,
      lines: EVENT_LIMITS.tracks,
      line: EVENT_LIMITS.room,
      when,
      section,
    },
    {
      kind: 'rows',
      name: 'slots',
      server: ['programme.slots'],
      label: says.slots,
      hint: says.slotsHint,
      most: EVENT_LIMITS.slots,
      when,
      rowLabel: rows.slot,
      add: rows.addSlot,
      remove: rows.removeSlot,
      columns: [
        { name: 'date', label: says.date, type: 'date', required: true },
        { name: 'from', label: says.from, type: 'time', required: true },
        { name: 'to', label: says.to, type: 'time', required: true },
      ],
      section,
    },
    {
      kind: 'radio',
      name: 'proposals',
      server: ['programme.proposals'],
      label: says.proposals,
      required: true,
      when,
      options: (['open', 'closed'] as const).map((value) => ({ value, label: editor.proposals[value] })),
      section,
    },
    {
      kind: 'text',
      type: 'url',
      name: 'guideUrl',
      server: ['circle.guideUrl'],
      label: says.guideUrl,
      when: is('kind', 'learning-circle'),
      section: { title: editor.sections.circle },
    },
  ];
}

/** Texts, links, who sees it, and the word to those who are registered. */
export function moreFields({ words, frame, event }: EditorFormContext): readonly FormField[] {
  const { editor } = words;
  const { fields: says, rows } = editor;
  const section = { title: editor.sections.more };
  const { registered = 0, waiting = 0 } = event?.registration ?? {};
  return [
    {
      kind: 'area',
      name: 'description',
      label: says.description,
      max: EVENT_LIMITS.description,
      rows: 6,
      section,
    },
    { kind: 'text', type: 'url', name: 'url', label: says.url, section },
    {
      kind: 'rows',
      name: 'links',
      label: says.links,
      most: EVENT_LIMITS.links,
      rowLabel: rows.link,
      add: rows.addLink,
      remove: rows.removeLink,
      columns: [
        { name: 'url', label: says.linkUrl, type: 'url', required: true },
        { name: 'label', label: says.linkLabel, max: EVENT_LIMITS.linkLabel },
      ],
      section,
    },
    { kind: 'text', type: 'url', name: 'imageUrl', server: ['image.url', 'image'], label: says.imageUrl, section },
    {
      kind: 'text',
      name: 'imageAlt',
      server: ['image.alt'],
      label: says.imageAlt,
      max: 500,
      required: true,
      when: (values) => textOf(values, 'imageUrl') !== '',
      section,
    },
    ...(frame.scope === 'date'
      ? []
      : [
          {
            kind: 'select' as const,
            name: 'visibility',
            label: says.visibility,
            required: true,
            options: (['public', 'network', 'organisation', 'unit', 'self'] as const).map((value) => ({
              value,
              label: editor.visibilities[value],
            })),
            section: { title: editor.sections.who },
          },
        ]),
    ...(event?.registration?.mode === 'hub'
      ? [
          {
            kind: 'area' as const,
            name: 'message',
            label: says.message,
            hint: `${frame.scope === 'series' ? editor.toldSeries : editor.told(registered, waiting)} ${editor.messageHint}`,
            max: 1000,
            rows: 3,
            section: { title: editor.sections.message },
          },
        ]
      : []),
  ];
}
