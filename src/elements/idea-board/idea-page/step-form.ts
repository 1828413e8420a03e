import {
  IDEA_LIMITS,
  TRIAL_RESULTS,
  type Idea,
  type IdeaStage,
  type Indicator,
  type Trial,
} from '../../../model/idea.ts';
import type { PersonRef } from '../../../model/common.ts';
import type { TransitionInput } from '../../../model/idea-input.ts';
import { stepBetween, type StepNeed } from '../../../model/idea-life.ts';
import type { IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import {
  filledRows,
  linesOf,
  readNumber,
  rowsOf,
  textOf,
  type FormRow,
  type FormValues,
} from '../../../model/form-values.ts';
import type { FormField, FormOption, FormSpec } from '../../shared/form/form-fields.ts';

/** What the forms of steps are made from. */
export interface StepFormContext {
  readonly idea: Idea;
  readonly to: IdeaStage;
  /** Who may become Patin or Pate, or be the contact of a practice. */
  readonly people: readonly PersonRef[];
  readonly words: IdeaPageMessages;
  readonly locale: string;
  /** Plain date: where a trial begins by default. */
  readonly today: string;
  /** Finds ideas that this one could become part of. */
  readonly find?: (q: string) => Promise<readonly FormOption[]>;
}

const GRAVE: ReadonlySet<IdeaStage> = new Set(['declined', 'withdrawn', 'stopped']);

/** Whether the step's remark is a reason that must be given. */
const needsOf = (from: IdeaStage, to: IdeaStage): readonly StepNeed[] => stepBetween(from, to)?.needs ?? [];

/** Name of the button that leads to a step's form. */
export function stepLabel(from: IdeaStage, to: IdeaStage, { step }: IdeaPageMessages): string {
  if (to === 'submitted' && from === 'draft') return step.submit;
  if (to === 'open' && from === 'submitted') return step.release;
  if (to === 'trying' && from === 'evaluated') return step.again;
  return step.open[to];
}

/** The form of a step: fields for what it needs, else a remark. */
export function stepForm(context: StepFormContext): FormSpec {
  const { idea, to, words } = context;
  const { step } = words;
  const needs = needsOf(idea.stage, to);
  const fields = needs.flatMap((need) => fieldsFor(need, context));
  const remark: FormField = {
    kind: 'area',
    name: 'note',
    label: idea.stage === 'returned' && to === 'submitted' ? step.answer : step.remark,
    hint: idea.stage === 'returned' && to === 'submitted' ? step.answerHint : undefined,
    max: IDEA_LIMITS.note,
    rows: 3,
  };
  const release = to === 'open' && idea.stage === 'submitted';
  return {
    key: `step-${idea.id}-${to}`,
    fields: fields.length > 0 ? fields : [remark],
    submit: release ? step.release : step.send[to],
    intro: to === 'adopted' ? step.adoptionConfirm : to === 'merged' ? step.consent : undefined,
    grave: GRAVE.has(to),
  };
}

function fieldsFor(need: StepNeed, context: StepFormContext): readonly FormField[] {
  const { idea, people, words, find } = context;
  const { step, idea: names } = words;
  switch (need) {
    case 'question':
      return [area('note', step.question, IDEA_LIMITS.note, step.questionHint)];
    case 'reason':
      return [area('note', step.note, IDEA_LIMITS.note, step.noteHint)];
    case 'lesson':
      return [area('learned', step.learned, IDEA_LIMITS.learned, step.learnedHint)];
    case 'patron': {
      // Doors are opened by somebody else than those who want to go through.
      const others = people.filter(({ id }) => !idea.authors.some((author) => author.id === id));
      const options = others.flatMap(({ id, displayName, org }) =>
        id ? [{ value: id, label: org ? `${displayName}, ${org.name}` : displayName }] : [],
      );
      return [
        {
          kind: 'select',
          name: 'patronId',
          label: step.patron,
          hint: options.length > 0 ? step.patronHint : step.noPeople,
          required: true,
          value: idea.patron?.id ?? '',
          options,
        },
      ];
    }
    case 'trial':
      return trialFields(context);
    case 'result':
      return [
        {
          kind: 'radio',
          name: 'result',
          label: step.result,
          required: true,
          options: TRIAL_RESULTS.map((value) => ({ value, label: names.results[value] })),
        },
        {
          ...indicatorRows(step, true),
          name: 'indicators',
          label: step.indicators,
          hint: step.indicatorsHint,
          value: rowsFrom(idea.trial?.indicators ?? [], context.locale),
        },
      ];
    case 'adoption':
      return [
        { kind: 'text', name: 'contact', label: step.adoptionContact, max: IDEA_LIMITS.effort, required: true },
        {
          kind: 'text',
          name: 'effort',
          label: step.adoptionEffort,
          hint: step.adoptionEffortHint,
          max: IDEA_LIMITS.effort,
          required: true,
        },
      ];
    case 'practice':
      return practiceFields(context);
    case 'into':
      return find
        ? [
            {
              kind: 'search',
              name: 'into',
              label: step.into,
              hint: step.intoHint,
              required: true,
              find,
              found: step.found,
            },
          ]
        : [];
    default:
      return [];
  }
}

const area = (name: string, label: string, max: number, hint?: string): FormField => ({
  kind: 'area',
  name,
  label,
  hint,
  max,
  required: true,
});

const indicatorRows = (step: IdeaPageMessages['step'], after: boolean) =>
  ({
    kind: 'rows',
    most: IDEA_LIMITS.indicators,
    rowLabel: step.indicator,
    add: step.addIndicator,
    remove: step.removeIndicator,
    columns: [
      { name: 'name', label: step.indicatorName, required: true },
      { name: 'unit', label: step.indicatorUnit },
      { name: 'before', label: step.indicatorBefore, type: 'number' },
      ...(after ? [{ name: 'after', label: step.indicatorAfter, type: 'number' } as const] : []),
    ],
  }) satisfies Partial<FormField>;

/** What a trial is described by; another administration's begins with the same questions. */
export function trialFields({
  words: { step },
  today,
  idea,
}: Pick<StepFormContext, 'words' | 'today' | 'idea'>): readonly FormField[] {
  return [
    {
      kind: 'area',
      name: 'hypothesis',
      label: step.hypothesis,
      hint: step.hypothesisHint,
      max: IDEA_LIMITS.hypothesis,
      rows: 3,
      required: true,
      value: idea.trial?.hypothesis ?? '',
    },
    { kind: 'text', name: 'place', label: step.place, max: IDEA_LIMITS.place, required: true },
    { kind: 'date', name: 'start', label: step.start, required: true, value: today },
    { kind: 'date', name: 'end', label: step.end, required: true, notBefore: 'start' },
    {
      ...indicatorRows(step, false),
      name: 'indicators',
      label: step.indicators,
      hint: step.indicatorsHint,
      value: (idea.trial?.indicators ?? []).map(({ name, unit = '' }) => ({ name, unit, before: '', after: '' })),
    },
  ];
}

function practiceFields({ idea, people, words: { step } }: StepFormContext): readonly FormField[] {
  const text = (name: string, label: string, max: number, value?: string, hint?: string): FormField => ({
    kind: 'text',
    name,
    label,
    max,
    hint,
    value: value ?? '',
  });
  const options = people.flatMap(({ id, displayName }) => (id ? [{ value: id, label: displayName }] : []));
  return [
    {
      kind: 'area',
      name: 'checklist',
      label: step.checklist,
      hint: step.checklistHint,
      rows: 6,
      lines: IDEA_LIMITS.checklist,
      required: true,
      value: idea.practice?.checklist.join('\n') ?? '',
    },
    text('effort', step.effort, IDEA_LIMITS.effort, idea.practice?.effort ?? idea.adoption?.effort),
    text('legalBasis', step.legalBasis, IDEA_LIMITS.legalBasis, idea.practice?.legalBasis),
    text('cost', step.cost, IDEA_LIMITS.cost, idea.practice?.cost),
    text('licence', step.licence, 80, idea.practice?.licence, step.licenceHint),
    { kind: 'text', type: 'url', name: 'url', label: step.url, value: idea.practice?.url ?? '' },
    ...(options.length > 0
      ? [
          {
            kind: 'select' as const,
            name: 'contactId',
            label: step.contact,
            options: [{ value: '', label: step.contactSelf }, ...options],
          },
        ]
      : []),
  ];
}

const rowsFrom = (indicators: readonly Indicator[], locale: string): readonly FormRow[] => {
  const numbers = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 });
  const typed = (value: number | undefined): string => (value === undefined ? '' : numbers.format(value));
  return indicators.map(({ name, unit = '', before, after }) => ({
    name,
    unit,
    before: typed(before),
    after: typed(after),
  }));
};

/** The indicators as they are sent. */
export const indicatorsOf = (values: FormValues): readonly Indicator[] =>
  filledRows(rowsOf(values, 'indicators')).map(({ name = '', unit, before, after }) => ({
    name,
    ...(unit && { unit }),
    ...(before && { before: readNumber(before) }),
    ...(after && { after: readNumber(after) }),
  }));

/** A trial as it is sent. */
export const trialOf = (values: FormValues): Omit<Trial, 'result' | 'learned'> => ({
  hypothesis: textOf(values, 'hypothesis'),
  place: textOf(values, 'place'),
  start: textOf(values, 'start'),
  end: textOf(values, 'end'),
  indicators: indicatorsOf(values),
});

/** What is sent for a step. */
export function stepInput(from: IdeaStage, to: IdeaStage, values: FormValues): TransitionInput {
  const needs = new Set(needsOf(from, to));
  const text = (name: string): string | undefined => textOf(values, name) || undefined;
  const note = text('note');
  return {
    to,
    ...(note !== undefined && { note }),
    ...(needs.has('patron') && { patronId: text('patronId') }),
    ...(needs.has('trial') && { trial: trialOf(values) }),
    ...(needs.has('result') && {
      result: TRIAL_RESULTS.find((result) => result === text('result')),
      indicators: indicatorsOf(values),
    }),
    ...(needs.has('lesson') && { learned: text('learned') }),
    ...(needs.has('adoption') && {
      adoption: { contact: textOf(values, 'contact'), effort: textOf(values, 'effort') },
    }),
    ...(needs.has('practice') && { practice: practiceOf(values) }),
    ...(needs.has('into') && { into: text('into') }),
  };
}

function practiceOf(values: FormValues): NonNullable<TransitionInput['practice']> {
  const optional = Object.fromEntries(
    ['effort', 'legalBasis', 'cost', 'licence', 'url', 'contactId'].flatMap((name) => {
      const value = textOf(values, name);
      return value ? [[name, value]] : [];
    }),
  );
  return {
    checklist: linesOf(textOf(values, 'checklist')).map((line) => line.slice(0, IDEA_LIMITS.checklistItem)),
    ...optional,
  };
}
