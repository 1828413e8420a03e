import type { EventEditorMessages } from '../../../i18n/de/event-editor.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { EditScope } from '../../../model/event-form.ts';
import type { EventInput } from '../../../model/event-input.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';

/** What an organiser came to do. */
export type EditorTask = 'edit' | 'cancel' | 'move-online' | 'restore';
/** What needs no more than a word, and an address. */
export type ShortTask = Exclude<EditorTask, 'edit'>;

/** The steps that an event allows its organiser beside editing. */
export function shortTasks({ can = [], status, attendance }: CalendarEvent): readonly ShortTask[] {
  const tasks: ShortTask[] = [];
  const isCancelled = status === 'cancelled';
  if (can.includes('update') && isCancelled) tasks.push('restore');
  if (can.includes('update') && !isCancelled && attendance !== 'online') tasks.push('move-online');
  if ((can.includes('cancel') || can.includes('update')) && !isCancelled) tasks.push('cancel');
  return tasks;
}

/** Who hears of a change, in a sentence. */
export function toldWords({ registration }: CalendarEvent, scope: EditScope, words: EventEditorMessages): string {
  if (registration?.mode !== 'hub') return '';
  const { editor } = words;
  if (scope === 'series' && registration.scope !== 'series') return editor.toldSeries;
  return editor.told(registration.registered ?? 0, registration.waiting ?? 0);
}

/** The form of a step. */
export function taskForm(
  task: ShortTask,
  event: CalendarEvent,
  scope: EditScope,
  words: EventEditorMessages,
): FormSpec {
  const { editor } = words;
  const message: FormField = {
    kind: 'area',
    name: 'message',
    label: task === 'cancel' ? editor.fields.reason : editor.fields.message,
    hint: editor.messageHint,
    max: 1000,
    rows: 3,
  };
  const told = toldWords(event, scope, words);
  const common = { key: `${task} ${event.id ?? ''} ${scope}`, cancel: editor.keep, outro: () => told };
  switch (task) {
    case 'cancel':
      return { ...common, intro: editor.cancelIntro, submit: editor.cancelSend[scope], grave: true, fields: [message] };
    case 'restore':
      return { ...common, intro: editor.restoreIntro, submit: editor.restoreSend, fields: [message] };
    case 'move-online':
      return {
        ...common,
        intro: editor.moveIntro,
        submit: editor.moveSend,
        fields: [
          {
            kind: 'text',
            type: 'url',
            name: 'onlineUrl',
            label: editor.fields.onlineUrl,
            required: true,
            value: event.onlineUrl ?? '',
          },
          message,
        ],
      };
  }
}

/** What is sent for a step. */
export function taskInput(task: ShortTask, values: FormValues): EventInput {
  const message = textOf(values, 'message');
  const word = message ? { message } : {};
  if (task === 'cancel') return { status: 'cancelled', ...word };
  if (task === 'restore') return { status: 'scheduled', ...word };
  return {
    status: 'moved-online',
    attendance: 'online',
    place: null,
    onlineUrl: textOf(values, 'onlineUrl'),
    ...word,
  };
}
