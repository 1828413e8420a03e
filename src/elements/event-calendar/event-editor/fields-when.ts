import { weekdayName } from '../../../i18n/date-words.ts';
import { eventFormValues } from '../../../model/event-form.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import { isPlainDate } from '../../../model/plain-date.ts';
import { ordinalOf, repeatsFor, type Repeat } from '../../../model/repeat-form.ts';
import type { FormField } from '../../shared/form/form-fields.ts';
import { both, is, isTimed, repeatsByRule, type EditorFormContext } from './form-context.ts';

/** Zones that the browser knows; older ones cannot tell. */
const zones = (): readonly string[] => Intl.supportedValuesOf?.('timeZone') ?? [];

/** Day, time and zone. */
export function whenFields({ words, values, frame }: EditorFormContext): readonly FormField[] {
  const { fields: says, sections } = words.editor;
  const section = { title: sections.when };
  const allDay = !isTimed(values);
  return [
    ...(frame.scope === 'date' ? [] : [{ kind: 'flag' as const, name: 'allDay', label: says.allDay, section }]),
    { kind: 'date', name: 'startDate', server: ['start'], label: says.startDate, required: true, short: true, section },
    {
      kind: 'time',
      name: 'startTime',
      label: says.startTime,
      required: true,
      short: true,
      when: isTimed,
      section,
    },
    {
      kind: 'date',
      name: 'endDate',
      server: ['end'],
      label: allDay ? says.lastDate : says.endDate,
      required: true,
      short: true,
      section,
    },
    { kind: 'time', name: 'endTime', label: says.endTime, required: true, short: true, when: isTimed, section },
    ...(frame.scope === 'date'
      ? []
      : [
          {
            kind: 'text' as const,
            name: 'timeZone',
            label: says.timeZone,
            hint: says.timeZoneHint,
            required: true,
            suggestions: zones(),
            when: isTimed,
            section,
          },
        ]),
  ];
}

/** How often, and until when. */
export function repeatFields({ words, locale, values, event, ruleWords }: EditorFormContext): readonly FormField[] {
  const { editor } = words;
  const { fields: says, rows } = editor;
  const section = { title: editor.sections.repeat };
  const typed = textOf(values, 'startDate');
  const date = isPlainDate(typed) ? typed : undefined;
  const hasKept = textOf(eventFormValues(event, { timeZone: 'UTC', scope: 'series', date: '' }), 'repeat') === 'kept';
  const now = textOf(values, 'repeat') as Repeat;
  const label = (repeat: Repeat): string => {
    const name = date ? weekdayName(locale, date, 'long') : '';
    switch (repeat) {
      case 'monthly-nth':
        return editor.repeats[repeat](date ? ordinalOf(date) : 1, name);
      case 'monthly-last':
        return editor.repeats[repeat](name);
      case 'monthly-day':
        return editor.repeats[repeat](date ? Number(date.slice(8)) : 1);
      default:
        return editor.repeats[repeat];
    }
  };
  const { added = [], removed = [], rule } = event?.recurrence ?? {};
  const extra = rule ? added.length : 0;
  return [
    {
      kind: 'select',
      name: 'repeat',
      server: ['recurrence.rule', 'recurrence'],
      label: says.repeat,
      required: true,
      options: repeatsFor(typed, hasKept || now === 'kept').map((value) => ({ value, label: label(value) })),
      section,
    },
    {
      kind: 'note',
      name: 'kept-rule',
      label: '',
      text: editor.keptRule(ruleWords),
      when: is('repeat', 'kept'),
      section,
    },
    ...(extra + removed.length > 0
      ? [
          {
            kind: 'note' as const,
            name: 'kept-dates',
            label: '',
            text: editor.changedDates(extra, removed.length),
            when: (now: FormValues) => textOf(now, 'repeat') !== 'none' && textOf(now, 'repeat') !== 'dates',
            section,
          },
        ]
      : []),
    {
      kind: 'number',
      name: 'interval',
      label: now === 'weekly' ? says.interval : says.intervalMonths,
      least: 1,
      most: 60,
      required: true,
      short: true,
      when: repeatsByRule,
      section,
    },
    {
      kind: 'checks',
      name: 'weekdays',
      label: says.weekdays,
      required: true,
      when: is('repeat', 'weekly'),
      // The week of 5 January 1970 begins with a Monday.
      options: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
        value: String(day),
        label: weekdayName(locale, `1970-01-${String(day + 4).padStart(2, '0')}`, 'long'),
      })),
      section,
    },
    {
      kind: 'radio',
      name: 'ends',
      label: says.ends,
      required: true,
      when: repeatsByRule,
      options: (['never', 'until', 'count'] as const).map((value) => ({ value, label: editor.ends[value] })),
      section,
    },
    {
      kind: 'date',
      name: 'until',
      label: says.until,
      required: true,
      when: both(repeatsByRule, is('ends', 'until')),
      section,
    },
    {
      kind: 'number',
      name: 'count',
      label: says.count,
      least: 1,
      most: 500,
      required: true,
      when: both(repeatsByRule, is('ends', 'count')),
      section,
    },
    {
      kind: 'rows',
      name: 'dates',
      server: ['recurrence.added'],
      label: says.dates,
      hint: says.datesHint,
      required: true,
      most: 100,
      when: is('repeat', 'dates'),
      rowLabel: rows.date,
      add: rows.addDate,
      remove: rows.removeDate,
      columns: [
        { name: 'date', label: says.date, type: 'date', required: true },
        ...(isTimed(values) ? [{ name: 'time', label: says.time, type: 'time' as const }] : []),
      ],
      section,
    },
  ];
}
