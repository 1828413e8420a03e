import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import { scheduledAt, scheduleFaults } from '../../../model/post-form.ts';
import type { PostStep } from '../../../model/post-input.ts';
import { POST_LIMITS, type Post, type PostDeed } from '../../../model/post.ts';
import { typedTime } from '../../../model/wall-clock.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';
import { titleOf, type EditorContext } from './form-context.ts';
import type { EditorSource } from './editor-source.ts';

/** Everything that can be done with a post beside changing it. */
export type Step = Exclude<PostDeed, 'update'>;
/** Steps that ask for something before they are taken. */
export const ASKING = ['schedule', 'return', 'withdraw', 'delete'] as const;
export type AskingStep = (typeof ASKING)[number];

const ORDER: readonly Step[] = ['publish', 'submit', 'schedule', 'return', 'withdraw', 'delete'];

/** The steps that the reader may take and the source can, the one that leads on first. */
export function stepsOf({ can = [] }: Post, canStep: boolean, canRemove: boolean): readonly Step[] {
  const steps = ORDER.filter((step) => can.includes(step) && (step === 'delete' ? canRemove : canStep));
  // Who may publish need not hand in.
  return steps.includes('publish') ? steps.filter((step) => step !== 'submit') : steps;
}

export const isAsking = (step: Step): step is AskingStep => (ASKING as readonly string[]).includes(step);

/** What a step is called, from where the post stands. */
export function stepLabel(step: Step, { state }: Post, { words }: Pick<EditorContext, 'words'>): string {
  const { steps } = words.editor;
  if (state === 'scheduled' && step === 'publish') return steps.publishNow;
  if (state === 'scheduled' && step === 'schedule') return steps.reschedule;
  return steps[step];
}

/** The form of a step. @param now epoch ms */
export function stepForm(step: AskingStep, post: Post, context: EditorContext, now: number): FormSpec {
  const { words, timeZone } = context;
  const { forms: says } = words.editor;
  const common = { key: `${step} ${post.id}`, cancel: says.keep, codes: words.editor.codes };
  switch (step) {
    case 'schedule': {
      const start =
        post.publishAt && !Number.isNaN(Date.parse(post.publishAt)) ? typedTime(post.publishAt, timeZone) : undefined;
      return {
        ...common,
        intro: says.schedule,
        submit: says.scheduleSend,
        check: (values) =>
          Object.fromEntries(
            Object.entries(scheduleFaults(values, timeZone, now)).map(([name, fault]) => [
              name,
              words.editor.scheduleFaults[fault],
            ]),
          ),
        fields: [
          {
            kind: 'date',
            name: 'date',
            server: ['publishAt'],
            label: says.date,
            required: true,
            short: true,
            value: start?.date ?? '',
          },
          {
            kind: 'time',
            name: 'time',
            label: says.time,
            required: true,
            short: true,
            value: start?.time ?? '08:00',
          },
          { kind: 'note', name: 'zone', label: '', text: says.zone(zoneName(context)) },
        ],
      };
    }
    case 'return':
      return {
        ...common,
        intro: says.returnIntro,
        submit: says.returnSend,
        fields: [{ ...note(says.question), required: true }],
      };
    case 'withdraw':
      return {
        ...common,
        intro: says.withdrawIntro,
        submit: says.withdrawSend,
        grave: true,
        fields: [note(says.reason)],
      };
    case 'delete':
      return {
        ...common,
        intro: says.deleteIntro(titleOf(post, words)),
        submit: says.deleteSend,
        grave: true,
        fields: [],
      };
  }
}

const note = (label: string): FormField & { readonly kind: 'area' } => ({
  kind: 'area',
  name: 'note',
  server: ['question'],
  label,
  max: POST_LIMITS.question,
  rows: 3,
});

/** Mitteleuropäische Zeit; the zone's own name where the browser knows no words for it. */
function zoneName({ locale, timeZone }: EditorContext): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** What is sent for a step. */
export function stepOf(step: Exclude<Step, 'delete'>, values: FormValues, timeZone: string): PostStep {
  const said = textOf(values, 'note');
  return {
    to: step,
    ...(step === 'schedule' && { publishAt: scheduledAt(values, timeZone) }),
    ...(said && { note: said }),
  };
}

export interface StepActions {
  readonly source: EditorSource;
  readonly draft: FormValues | undefined;
  readonly now: number;
  readonly headingLevel: number;
  readonly onInput: (values: FormValues) => void;
  readonly onSend: (values: FormValues) => void;
  readonly onCancel: () => void;
}

/** The form of a step, where it stands open. */
export const renderStep = (
  step: AskingStep,
  post: Post,
  context: EditorContext,
  actions: StepActions,
): TemplateResult =>
  html`<vr-form
    class="step"
    .spec=${stepForm(step, post, context, actions.now)}
    .draft=${actions.draft}
    .busy=${actions.source.deeds.isBusy('step')}
    .failure=${actions.source.deeds.failureOf('step')}
    .headingLevel=${actions.headingLevel}
    .words=${context.words}
    @vr-form-input=${({ detail }: VrFormInputEvent) => actions.onInput(detail.values)}
    @vr-form-submit=${({ detail }: VrFormSubmitEvent) => actions.onSend(detail.values)}
    @vr-form-cancel=${actions.onCancel}
  ></vr-form>`;
