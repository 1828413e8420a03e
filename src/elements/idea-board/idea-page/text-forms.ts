import type { IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import type { Me } from '../../../model/account.ts';
import { listOf, textOf, type FormValues } from '../../../model/form-values.ts';
import type { IdeaInput, TakeOverInput } from '../../../model/idea-input.ts';
import { HELP_KINDS, IDEA_LIMITS, IDEA_REACHES, type Idea, type IdeaReach } from '../../../model/idea.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';
import { trialFields, trialOf } from './step-form.ts';

/** A form of one text: a reason, a report, a word on what was done. */
export const noteForm = (
  key: string,
  label: string,
  submit: string,
  {
    hint,
    max = IDEA_LIMITS.note,
    grave,
  }: { readonly hint?: string; readonly max?: number; readonly grave?: boolean } = {},
): FormSpec => ({
  key,
  submit,
  grave,
  fields: [{ kind: 'area', name: 'note', label, hint, max, rows: 3, required: true }],
});

const EDITED = ['problem', 'body', 'benefitFor', 'firstStep'] as const;

/** The idea's own texts, to be changed. */
export function editForm(idea: Idea, { edit, story, help, idea: names }: IdeaPageMessages): FormSpec {
  const texts = EDITED.map((name): FormField => ({
    kind: 'area',
    name,
    label: story[name],
    max: IDEA_LIMITS[name],
    rows: name === 'body' ? 8 : 3,
    value: idea[name] ?? '',
  }));
  return {
    key: `edit-${idea.id}`,
    submit: edit.send,
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: edit.ideaTitle,
        min: IDEA_LIMITS.titleMin,
        max: IDEA_LIMITS.title,
        required: true,
        value: idea.title,
      },
      {
        kind: 'area',
        name: 'summary',
        label: edit.summary,
        max: IDEA_LIMITS.summary,
        rows: 2,
        required: true,
        value: idea.summary,
      },
      ...texts,
      {
        kind: 'checks',
        name: 'needs',
        label: help.needs,
        most: IDEA_LIMITS.needs,
        value: [...new Set(idea.needs.map(({ kind }) => kind))],
        options: HELP_KINDS.map((value) => ({ value, label: names.help[value] })),
      },
    ],
  };
}

export function editInput(idea: Idea, values: FormValues): IdeaInput {
  const text = (name: string): string | null => textOf(values, name) || null;
  const chosen = HELP_KINDS.filter((kind) => listOf(values, 'needs').includes(kind));
  const kept = idea.needs.filter(({ kind }) => chosen.includes(kind));
  const added = chosen.filter((kind) => !kept.some((need) => need.kind === kind));
  const sameNeeds = added.length === 0 && kept.length === idea.needs.length;
  return {
    title: textOf(values, 'title'),
    summary: textOf(values, 'summary'),
    problem: text('problem'),
    body: text('body'),
    benefitFor: text('benefitFor'),
    firstStep: text('firstStep'),
    ...(!sameNeeds && {
      needs: [
        ...kept.map(({ kind, text: words }) => ({ kind, ...(words && { text: words }) })),
        ...added.map((kind) => ({ kind })),
      ],
    }),
  };
}

/** What was typed beside what is saved now, where they differ. */
export function editDifferences(
  theirs: Idea,
  values: FormValues,
  { edit, story }: IdeaPageMessages,
): readonly { readonly label: string; readonly mine: string; readonly theirs: string }[] {
  const rows = [
    [edit.ideaTitle, 'title', theirs.title],
    [edit.summary, 'summary', theirs.summary],
    ...EDITED.map((name) => [story[name], name, theirs[name] ?? ''] as const),
  ] as const;
  return rows.flatMap(([label, name, saved]) =>
    textOf(values, name) === saved.trim() ? [] : [{ label, mine: textOf(values, name), theirs: saved }],
  );
}

export const answerForm = (idea: Idea, { answer }: IdeaPageMessages): FormSpec => ({
  key: `answer-${idea.id}`,
  submit: answer.send,
  fields: [
    {
      kind: 'area',
      name: 'text',
      label: answer.text,
      hint: answer.textHint,
      max: IDEA_LIMITS.answer,
      rows: 5,
      required: true,
      value: idea.answer?.text ?? '',
    },
    {
      kind: 'date',
      name: 'promisedFor',
      label: answer.promisedFor,
      hint: answer.promisedHint,
      value: idea.answer?.promisedFor ?? '',
    },
  ],
});

export function answerInput(values: FormValues): { readonly text: string; readonly promisedFor?: string } {
  const promisedFor = textOf(values, 'promisedFor');
  return { text: textOf(values, 'text'), ...(promisedFor && { promisedFor }) };
}

/** Reaches beyond the present one. */
export const widerReaches = (reach: IdeaReach | undefined): readonly IdeaReach[] =>
  IDEA_REACHES.slice(reach ? IDEA_REACHES.indexOf(reach) + 1 : 0);

export const widenForm = (idea: Idea, { widen, idea: names }: IdeaPageMessages): FormSpec => {
  const wider = widerReaches(idea.reach);
  return {
    key: `widen-${idea.id}`,
    submit: widen.send,
    fields: [
      {
        kind: 'radio',
        name: 'reach',
        label: widen.reach,
        required: true,
        value: wider[0] ?? '',
        options: wider.map((value) => ({ value, label: names.reaches[value] })),
      },
    ],
  };
};

/** What another administration starts with. */
export function takeOverForm(idea: Idea, me: Me | undefined, today: string, words: IdeaPageMessages): FormSpec {
  const { kin } = words;
  const own = (me?.memberships ?? []).filter(({ org }) => org.id !== idea.orgs[0]?.id);
  const options = own.map(({ org }) => ({ value: org.id, label: org.name }));
  return {
    key: `take-over-${idea.id}`,
    submit: kin.takeOverSend,
    intro: kin.takeOverHint,
    fields: [
      ...(options.length > 1
        ? [
            {
              kind: 'select' as const,
              name: 'orgId',
              label: kin.org,
              required: true,
              value: options[0]?.value ?? '',
              options,
            },
          ]
        : []),
      {
        kind: 'text',
        name: 'title',
        label: kin.ideaTitle,
        min: IDEA_LIMITS.titleMin,
        max: IDEA_LIMITS.title,
        required: true,
        value: idea.title,
      },
      {
        kind: 'area',
        name: 'summary',
        label: kin.summary,
        max: IDEA_LIMITS.summary,
        rows: 2,
        required: true,
        value: idea.summary,
      },
      { kind: 'area', name: 'changes', label: kin.changes, hint: kin.changesHint, max: IDEA_LIMITS.note, rows: 3 },
      ...trialFields({ idea, words, today }),
    ],
  };
}

export function takeOverInput(idea: Idea, me: Me | undefined, values: FormValues): TakeOverInput {
  const own = (me?.memberships ?? []).filter(({ org }) => org.id !== idea.orgs[0]?.id);
  const orgId = textOf(values, 'orgId') || own[0]?.org.id;
  const changes = textOf(values, 'changes');
  return {
    title: textOf(values, 'title'),
    summary: textOf(values, 'summary'),
    ...(orgId && { orgId }),
    trial: trialOf(values),
    ...(changes && { changes }),
  };
}
