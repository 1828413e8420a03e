import { shortDay } from '../../../i18n/date-words.ts';
import { EVENT_KINDS } from '../../../model/calendar-event.ts';
import { eventFormFaults } from '../../../model/event-form-check.ts';
import { eventFormValues, followEventForm } from '../../../model/event-form.ts';
import { EVENT_LIMITS } from '../../../model/event-input.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import { isPlainDate } from '../../../model/plain-date.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';
import { moreFields, programmeFields, registrationFields, whereFields } from './fields-about.ts';
import { repeatFields, whenFields } from './fields-when.ts';
import type { EditorFormContext } from './form-context.ts';

/** The form of an event, its fields filled from it. */
export function editorForm(context: EditorFormContext): FormSpec {
  const { words, event, frame } = context;
  const { editor } = words;
  const start = eventFormValues(event, frame);
  const fields = [
    ...whatFields(context),
    ...whenFields(context),
    ...(frame.scope === 'date' ? [] : repeatFields(context)),
    ...whereFields(context),
    ...registrationFields(context),
    ...programmeFields(context),
    ...moreFields(context),
  ].map((field): FormField => (start[field.name] === undefined ? field : { ...field, value: start[field.name] }));
  const { registered = 0 } = event?.registration ?? {};
  return {
    key: `${event?.id ?? 'new'} ${frame.scope}`,
    fields,
    submit: event ? editor.save : editor.create,
    follow: followEventForm,
    codes: { ...editor.faults, ...editor.codes, 'below-registered': editor.belowRegistered(registered) },
    check: (values) => {
      const faults = eventFormFaults(values, frame.scope === 'series' ? 0 : registered);
      const says = Object.entries(faults).map(([name, fault]) => [
        name,
        fault === 'below-registered' ? editor.belowRegistered(registered) : editor.faults[fault],
      ]);
      if (textOf(values, 'imageUrl') && !textOf(values, 'imageAlt')) says.push(['imageAlt', editor.altMissing]);
      return Object.fromEntries(says) as Readonly<Record<string, string>>;
    },
  };
}

function whatFields({ words, vocabulary, event }: EditorFormContext): readonly FormField[] {
  const { fields: says, sections } = words.editor;
  const section = { title: sections.what };
  const organiser = event?.organiser;
  const known = vocabulary.orgs.map(({ id, name }) => ({ value: id, label: name }));
  const isForeign = organiser?.id && !known.some(({ value }) => value === organiser.id);
  const orgs = isForeign ? [{ value: organiser.id ?? '', label: organiser.name }, ...known] : known;
  return [
    { kind: 'text', name: 'title', label: says.title, max: EVENT_LIMITS.title, required: true, section },
    {
      kind: 'select',
      name: 'kind',
      label: words.editor.fields.kind,
      required: true,
      short: true,
      options: EVENT_KINDS.map((value) => ({ value, label: words.calendar.kinds[value] })),
      section,
    },
    {
      kind: 'select',
      name: 'orgId',
      server: ['organiser'],
      label: says.orgId,
      required: true,
      short: true,
      options: orgs,
      section,
    },
    {
      kind: 'area',
      name: 'summary',
      label: says.summary,
      hint: says.summaryHint,
      max: EVENT_LIMITS.summary,
      rows: 2,
      section,
    },
    ...(vocabulary.topics.length > 0
      ? [
          {
            kind: 'checks' as const,
            name: 'topicIds',
            server: ['topics'],
            label: says.topicIds,
            most: EVENT_LIMITS.topics,
            options: vocabulary.topics.map(({ id, label }) => ({
              value: id,
              label: (words.lang === 'en' ? label.en : label.de) ?? label.de ?? label.en ?? id,
            })),
            section,
          },
        ]
      : []),
  ];
}

/** A value as the reader knows it, for comparing versions. */
export function valueWords(field: FormField, values: FormValues, context: EditorFormContext): string {
  const { words, locale } = context;
  const value = values[field.name] ?? '';
  const text = typeof value === 'string' ? value.trim() : '';
  switch (field.kind) {
    case 'flag':
      return text === 'yes' ? words.editor.yes : words.editor.no;
    case 'date':
      return isPlainDate(text) ? shortDay(locale, text) : text;
    case 'radio':
    case 'select':
      return field.options.find((option) => option.value === text)?.label ?? text;
    case 'checks':
      return field.options
        .filter((option) => (value as readonly string[]).includes(option.value))
        .map(({ label }) => label)
        .join(', ');
    case 'rows':
      return (value as readonly Readonly<Record<string, string>>[])
        .map((row) => field.columns.map(({ name }) => row[name] ?? '').join(' '))
        .map((row) => row.trim())
        .filter(Boolean)
        .join('\n');
    default:
      return text;
  }
}
