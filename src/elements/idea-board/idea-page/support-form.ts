import type { IdeaPageMessages } from '../../../i18n/de/idea-page.ts';
import { SUPPORT_LEVELS, SUPPORT_SHOWN } from '../../../model/idea-participation.ts';
import { HELP_KINDS, HELP_SIZES, IDEA_LIMITS, type Idea } from '../../../model/idea.ts';
import type { HelpInput, SupportInput } from '../../../backend/ports.ts';
import { listOf, textOf, type FormValues } from '../../../model/form-values.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';

/** How the reader's support is shown, and a word on it. */
export const supportForm = (idea: Idea, { support, idea: names }: IdeaPageMessages): FormSpec => ({
  key: `support-${idea.id}`,
  submit: support.save,
  fields: [
    {
      kind: 'radio',
      name: 'shown',
      label: support.shown,
      required: true,
      value: idea.me?.support?.shown ?? 'name',
      options: SUPPORT_SHOWN.map((value) => ({ value, label: names.supportShown[value] })),
    },
    {
      kind: 'area',
      name: 'note',
      label: support.note,
      hint: support.noteHint,
      max: IDEA_LIMITS.supportNote,
      rows: 2,
      value: idea.me?.support?.note ?? '',
    },
  ],
});

export function supportInput(idea: Idea, values: FormValues): SupportInput {
  const note = textOf(values, 'note');
  return {
    level: idea.me?.support?.level ?? SUPPORT_LEVELS[0],
    shown: SUPPORT_SHOWN.find((shown) => shown === textOf(values, 'shown')) ?? 'name',
    ...(note && { note }),
  };
}

/** What somebody gives and how much of it; what is wanted comes first. */
export function offerForm(idea: Idea, { help, idea: names }: IdeaPageMessages): FormSpec {
  const wanted = idea.needs.filter(({ filledBy }) => !filledBy).map(({ kind }) => kind);
  const kinds = [...HELP_KINDS].sort((a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a)));
  return {
    key: `offer-${idea.id}`,
    submit: help.send,
    fields: [
      {
        kind: 'checks',
        name: 'kinds',
        label: help.kinds,
        hint: help.kindsHint,
        required: true,
        most: IDEA_LIMITS.helpKinds,
        options: kinds.map((value) => ({ value, label: names.help[value] })),
      },
      {
        kind: 'radio',
        name: 'hours',
        label: help.hours,
        value: '',
        options: [
          ...HELP_SIZES.map((value) => ({ value, label: names.helpSizes[value] })),
          { value: '', label: help.hoursOpen },
        ],
      },
      { kind: 'area', name: 'text', label: help.text, hint: help.textHint, max: IDEA_LIMITS.helpText, rows: 3 },
    ],
  };
}

export function offerInput(values: FormValues): HelpInput {
  const hours = HELP_SIZES.find((size) => size === textOf(values, 'hours'));
  const text = textOf(values, 'text');
  return {
    kinds: HELP_KINDS.filter((kind) => listOf(values, 'kinds').includes(kind)),
    ...(hours && { hours }),
    ...(text && { text }),
  };
}

/** What an author answers to an offer. */
export function helpAnswerForm(
  idea: Idea,
  offerId: string,
  action: 'accept' | 'decline' | 'done',
  { help, idea: names }: IdeaPageMessages,
): FormSpec {
  const open = idea.needs.flatMap(({ kind, text, filledBy }, index) =>
    filledBy ? [] : [{ value: String(index), label: text ? `${names.help[kind]}: ${text}` : names.help[kind] }],
  );
  const thanks: FormField = {
    kind: 'area',
    name: 'thanks',
    label: action === 'decline' ? help.declineNote : help.thanks,
    hint: action === 'decline' ? undefined : help.thanksHint,
    max: IDEA_LIMITS.thanks,
    rows: 2,
  };
  const need: FormField = {
    kind: 'select',
    name: 'need',
    label: help.need,
    options: [{ value: '', label: help.needNone }, ...open],
  };
  return {
    key: `help-${offerId}-${action}`,
    submit: action === 'accept' ? help.acceptSend : action === 'decline' ? help.declineSend : help.doneSend,
    fields: action === 'accept' && open.length > 0 ? [need, thanks] : [thanks],
  };
}

export function helpAnswerInput(values: FormValues): { readonly thanks?: string; readonly needIndex?: number } {
  const thanks = textOf(values, 'thanks');
  const need = textOf(values, 'need');
  return { ...(thanks && { thanks }), ...(need !== '' && { needIndex: Number(need) }) };
}
