import { html, nothing, type TemplateResult } from 'lit';
import type { FormValues } from '../../../model/form-values.ts';
import type { PersonalTrace } from '../../../model/personal-traces.ts';
import { pictureRows, postFaults, postTraces } from '../../../model/post-form.ts';
import type { Post } from '../../../model/post.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import type { EditorSource } from './editor-source.ts';
import {
  isAsking,
  renderStep,
  stepLabel,
  stepsOf,
  type AskingStep,
  type Step,
  type StepActions,
} from './editor-steps.ts';
import { momentWords, type EditorContext } from './form-context.ts';

/** What examining a post stands in. */
export interface ReviewContext extends EditorContext {
  readonly source: EditorSource;
  readonly post: Post;
  readonly values: FormValues;
  readonly headingLevel: number;
  /** What has just happened: saved, or changed by somebody else. */
  readonly said: string;
  readonly open: AskingStep | undefined;
  readonly mayEdit: boolean;
  readonly canStep: boolean;
  readonly canRemove: boolean;
  readonly preview: unknown;
  readonly actions: StepActions;
  readonly onStep: (step: Step) => void;
  readonly onEdit: () => void;
}

/** A post before it comes out: where it stands, what to look at, how it will be read, what can be done. */
export function renderReview(context: ReviewContext): TemplateResult {
  const { words, post, said, preview, headingLevel } = context;
  const { editor } = words;
  return html`<div class="review">
    <div role="status">${said ? html`<p class="note">${said}</p>` : nothing}</div>
    ${renderStand(context)} ${renderQuestion(post, context)} ${renderTraces(context)}
    <section aria-labelledby="look">
      <div class="part" id="look" role="heading" aria-level=${headingLevel}>${editor.preview}</div>
      <div class="look">${preview}</div>
    </section>
    ${renderSteps(context)}
  </div>`;
}

/** Where the post stands, in a sentence. */
export function standWords(post: Post, context: EditorContext): string {
  const { stands } = context.words.editor;
  const state = post.state ?? 'draft';
  if (state === 'scheduled') return stands.scheduled(momentWords(post.publishAt, context));
  return stands[state];
}

const renderStand = (context: ReviewContext): TemplateResult =>
  html`<p class="stand" data-state=${context.post.state ?? 'draft'}>${standWords(context.post, context)}</p>`;

/** What the moderators asked. */
export const renderQuestion = (
  { question, state }: Pick<Post, 'question' | 'state'>,
  { words }: Pick<EditorContext, 'words'>,
): TemplateResult | typeof nothing =>
  question && state === 'returned'
    ? html`<div class="question">
        <p><strong>${words.editor.question}</strong></p>
        <p class="said">${question}</p>
      </div>`
    : nothing;

function renderTraces({ values, words, post, headingLevel }: ReviewContext): TemplateResult {
  const { editor } = words;
  const traces = postTraces(values);
  const pictures = pictureRows(values).length;
  const isOut = post.state === 'published';
  if (traces.length === 0) {
    return html`<div class="traces">
      ${isOut ? nothing : html`<p class="quiet">${editor.noTraces}</p>`}
      ${pictures > 0 && !isOut ? html`<p class="quiet">${editor.picturesCheck(pictures)}</p>` : nothing}
    </div>`;
  }
  return html`<section class="traces warn" aria-labelledby="traces">
    <div class="part" id="traces" role="heading" aria-level=${headingLevel}>${icon(ICONS.warning)} ${editor.traces}</div>
    <p class="quiet">${editor.tracesHint}</p>
    <ul>
      ${traces.map((trace) => html`<li>${renderTrace(trace, words)}</li>`)}
    </ul>
    ${pictures > 0 ? html`<p class="quiet">${editor.picturesCheck(pictures)}</p>` : nothing}
  </section>`;
}

function renderTrace({ kind, field, found, text }: PersonalTrace, words: EditorContext['words']): TemplateResult {
  const { editor, post } = words;
  const names: Readonly<Record<string, string>> = {
    title: editor.fields.title,
    teaser: editor.fields.teaser,
    body: editor.fields.body,
    ...post.chapters,
  };
  const at = text.indexOf(found);
  const shown = at < 0 ? text : html`${text.slice(0, at)}<mark>${found}</mark>${text.slice(at + found.length)}`;
  return html`<strong>${editor.traceKinds[kind]}</strong> (${names[field] ?? field}): ${shown}`;
}

function renderSteps(context: ReviewContext): TemplateResult {
  const { words, post, source, values, vocabulary, open, mayEdit, canStep, canRemove, actions, onStep, onEdit } =
    context;
  const { editor } = words;
  const lacksText = Object.values(postFaults(values)).includes('no-text');
  const steps = stepsOf(post, canStep, canRemove);
  const busy = source.deeds.isBusy('step');
  const failure = open ? undefined : source.deeds.failureOf('step');
  // What has nothing to tell can be thrown away, but not come out.
  const shown = lacksText ? steps.filter((step) => step === 'delete' || step === 'withdraw') : steps;
  return html`<div class="steps">
    ${lacksText ? html`<p>${editor.noText}</p>` : nothing}
    ${vocabulary.moderated && steps.includes('submit') ? html`<p class="quiet">${editor.moderatedHint}</p>` : nothing}
    <div role="alert">
      ${failure ? html`<p class="failure">${failureWords(failure, words)}</p>` : nothing}
    </div>
    <div class="row">
      ${shown.map(
        (step, index) =>
          html`<button
            type="button"
            class="button ${index === 0 && !isGrave(step) ? 'primary' : isGrave(step) ? 'grave' : ''}"
            data-step=${step}
            aria-expanded=${isAsking(step) ? String(open === step) : nothing}
            aria-disabled=${busy ? 'true' : nothing}
            @click=${() => !busy && onStep(step)}
          >
            ${busy && !isAsking(step) ? words.form.working : stepLabel(step, post, context)}
          </button>`,
      )}
      ${mayEdit ? html`<button type="button" class="button" data-edit @click=${onEdit}>${post.state === 'draft' ? editor.goOn : editor.edit}</button>` : nothing}
      <button type="button" class="button quiet" @click=${context.actions.onCancel} ?hidden=${open !== undefined}>
        ${editor.close}
      </button>
    </div>
    ${open ? renderStep(open, post, context, actions) : nothing}
  </div>`;
}

const isGrave = (step: Step): boolean => step === 'delete' || step === 'withdraw';

function failureWords(
  failure: NonNullable<ReturnType<EditorSource['deeds']['failureOf']>>,
  words: EditorContext['words'],
): string {
  const [first] = (failure.problem?.['fieldErrors'] ?? []) as readonly { readonly code?: string }[];
  const codes: Readonly<Record<string, string>> = words.editor.codes;
  const told = first?.code === 'required' ? words.editor.noText : first?.code ? codes[first.code] : undefined;
  return told ?? words.form.failed(words.failure[failure.kind]);
}
