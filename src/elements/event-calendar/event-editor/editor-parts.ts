import { html, nothing, type TemplateResult } from 'lit';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import type { EventEditorMessages } from '../../../i18n/de/event-editor.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { EditScope } from '../../../model/event-form.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import type { EditorSource } from './editor-source.ts';
import { taskForm, toldWords, type EditorTask, type ShortTask } from './editor-tasks.ts';

/** What has happened. */
export interface Done {
  readonly task: 'create' | 'edit' | ShortTask;
  readonly event: CalendarEvent;
  readonly scope: EditScope;
}

/** Whether the reader may do what the organiser's form is for. */
export function mayEdit(port: EventsPort | undefined, { event, vocabulary }: EditorSource, task: EditorTask): boolean {
  if (!port) return false;
  if (!event) return 'create' in port && vocabulary.orgs.length > 0;
  const { can = [] } = event;
  return 'update' in port && (can.includes('update') || (task === 'cancel' && can.includes('cancel')));
}

/** Strangers are told what signing in would give. */
export const renderLocked = (account: AccountPort | undefined, { editor }: EventEditorMessages): TemplateResult =>
  html`<p>${editor.signInHint}</p>
    ${
      account?.signIn
        ? html`<div class="row">
            <button type="button" class="button primary" @click=${() => void account.signIn?.().catch(() => undefined)}>
              ${editor.signIn}
            </button>
          </div>`
        : nothing
    }`;

/** One date or all of them? It is said what either means for the others, and for those who are registered. */
export function renderScope(
  event: CalendarEvent,
  when: string,
  { editor }: EventEditorMessages,
  onChoose: (scope: EditScope) => void,
): TemplateResult {
  const { scope: says } = editor;
  const choice = (value: EditScope, label: string, hint: string, checked: boolean): TemplateResult =>
    html`<label class="choice"
      ><input type="radio" name="scope" value=${value} ?checked=${checked} /><span
        ><strong>${label}</strong> <span class="quiet">${hint}</span></span
      ></label
    >`;
  const onSubmit = (submit: SubmitEvent): void => {
    submit.preventDefault();
    const chosen = (submit.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('input:checked');
    onChoose(chosen?.value === 'series' ? 'series' : 'date');
  };
  return html`<form @submit=${onSubmit}>
    <fieldset class="scope">
      <legend>${says.title}</legend>
      ${event.recurrenceId ? choice('date', says.date(when), says.dateMeans, true) : nothing}
      ${choice('series', says.series, says.seriesMeans, !event.recurrenceId)}
      <div class="row"><button type="submit" class="button primary">${says.next}</button></div>
    </fieldset>
  </form>`;
}

export interface DoneActions {
  readonly onClose: () => void;
  readonly onAnother?: () => void;
  readonly onUndo?: () => void;
}

/** What has happened, who hears of it, and how to take it back. */
export function renderDone(
  { task, event, scope }: Done,
  words: EventEditorMessages,
  { onClose, onAnother, onUndo }: DoneActions,
): TemplateResult {
  const { editor } = words;
  const said = {
    create: editor.created(event.title),
    edit: editor.saved,
    cancel: editor.cancelled,
    restore: editor.restoredEvent,
    'move-online': editor.movedOnline,
  }[task];
  const told = task === 'create' ? '' : toldWords(event, scope, words);
  return html`<div class="done" role="status" tabindex="-1">
    <p>${said} ${told}</p>
    <div class="row">
      <button type="button" class="button primary" @click=${onClose}>${editor.done}</button>
      ${onAnother ? html`<button type="button" class="button" @click=${onAnother}>${editor.another}</button>` : nothing}
      ${onUndo ? html`<button type="button" class="button" @click=${onUndo}>${editor.undo}</button>` : nothing}
    </div>
  </div>`;
}

export interface TaskActions {
  readonly source: EditorSource;
  readonly draft: FormValues | undefined;
  readonly onInput: (values: FormValues) => void;
  readonly onSend: (values: FormValues) => void;
  readonly onCancel: () => void;
}

/** The form of a step beside editing. */
export const renderTask = (
  task: ShortTask,
  event: CalendarEvent,
  scope: EditScope,
  words: EventEditorMessages,
  { source, draft, onInput, onSend, onCancel }: TaskActions,
): TemplateResult =>
  html`<vr-form
    .spec=${taskForm(task, event, scope, words)}
    .draft=${draft}
    .busy=${source.busy}
    .failure=${source.failure}
    .words=${words}
    @vr-form-input=${({ detail }: VrFormInputEvent) => onInput(detail.values)}
    @vr-form-submit=${({ detail }: VrFormSubmitEvent) => onSend(detail.values)}
    @vr-form-cancel=${onCancel}
  ></vr-form>`;
