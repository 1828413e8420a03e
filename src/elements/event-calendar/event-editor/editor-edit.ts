import { html, nothing, type TemplateResult } from 'lit';
import { eventFormFaults } from '../../../model/event-form-check.ts';
import { eventInput } from '../../../model/event-form.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import { editorForm } from './editor-form.ts';
import type { RenderPreview } from './editor-preview.ts';
import type { EditorSource } from './editor-source.ts';
import { shortTasks, type ShortTask } from './editor-tasks.ts';
import type { EditorFormContext } from './form-context.ts';

/** What the form stands in: its source, what was typed, and what can be done. */
export interface EditContext extends EditorFormContext {
  readonly source: EditorSource;
  readonly timeZone: string;
  /** Level of the headings within, 1 to 6. */
  readonly headingLevel: number;
  /** What was typed came from a draft. */
  readonly restored: boolean;
  /** It was sent without a change. */
  readonly unchanged: boolean;
  readonly round: number;
  /** Draws the preview, once it is wanted and there. */
  readonly preview: { readonly renderPreview: RenderPreview } | undefined;
  readonly onInput: (values: FormValues) => void;
  readonly onSave: (values: FormValues) => void;
  readonly onCancel: () => void;
  readonly onDiscard: () => void;
  readonly onTask: (task: ShortTask) => void;
  readonly onPreview: (open: boolean) => void;
}

/** The form, how the event will look, and what else can be done with it. */
export function renderEdit(context: EditContext): TemplateResult {
  const { words, source, headingLevel, restored, unchanged, round, values } = context;
  const { editor } = words;
  const spec = editorForm(context);
  return html`
    ${
      restored
        ? html`<div class="note" role="status">
            <p>${editor.restored}</p>
            <button type="button" class="link" @click=${context.onDiscard}>${editor.discard}</button>
          </div>`
        : nothing
    }
    <vr-form
      .spec=${{ ...spec, key: `${spec.key} ${round}` }}
      .draft=${values}
      .busy=${source.busy}
      .failure=${source.failure}
      .headingLevel=${headingLevel}
      .words=${words}
      @vr-form-input=${({ detail }: VrFormInputEvent) => context.onInput(detail.values)}
      @vr-form-submit=${({ detail }: VrFormSubmitEvent) => context.onSave(detail.values)}
      @vr-form-cancel=${context.onCancel}
    ></vr-form>
    <div role="status">${unchanged ? html`<p class="note">${editor.nothingChanged}</p>` : nothing}</div>
    <details
      class="preview"
      @toggle=${(toggle: Event) => context.onPreview((toggle.target as HTMLDetailsElement).open)}
    >
      <summary>${editor.preview}</summary>
      ${renderPreview(context)}
    </details>
    ${renderTasks(context)}
  `;
}

function renderTasks({ source, words, headingLevel, onTask }: EditContext): TemplateResult | typeof nothing {
  const tasks = source.event ? shortTasks(source.event) : [];
  if (tasks.length === 0) return nothing;
  const { editor } = words;
  return html`<div class="tasks">
    <div class="minor" role="heading" aria-level=${headingLevel}>${editor.tasks}</div>
    <div class="row">
      ${tasks.map(
        (task) =>
          html`<button
            type="button"
            class="button ${task === 'cancel' ? 'grave' : ''}"
            @click=${() => onTask(task)}
          >
            ${editor.task[task]}
          </button>`,
      )}
    </div>
  </div>`;
}

function renderPreview(context: EditContext): TemplateResult | typeof nothing {
  const { preview, values, words, source, frame, locale, timeZone, headingLevel } = context;
  if (!preview) return nothing;
  const isWrong = ['title', 'startDate', 'endDate'].some((name) => textOf(values, name) === '');
  const faults = Object.keys(eventFormFaults(values));
  if (isWrong || faults.some((name) => /^(?:start|end|timeZone|slots|dates)/.test(name)))
    return html`<p class="quiet">${words.editor.previewMissing}</p>`;
  const { vocabulary, event } = source;
  const input = eventInput(values, frame, event);
  return preview.renderPreview({ input, before: event, vocabulary, words, locale, timeZone, headingLevel });
}
