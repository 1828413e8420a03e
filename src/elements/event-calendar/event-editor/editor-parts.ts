import { html, nothing, type TemplateResult } from 'lit';
import type { AccountPort } from '../../../backend/ports.ts';
import type { EventEditorMessages } from '../../../i18n/de/event-editor.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { EditScope } from '../../../model/event-form.ts';
import { toldWords, type ShortTask } from './editor-tasks.ts';

/** What has happened. */
export interface Done {
  readonly task: 'create' | 'edit' | ShortTask;
  readonly event: CalendarEvent;
  readonly scope: EditScope;
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
