import '../vr-event-agenda.define.ts';
import '../vr-event-details.define.ts';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { EventVocabulary } from '../../../backend/ports.ts';
import type { EventEditorMessages } from '../../../i18n/de/event-editor.ts';
import { eventPageWords } from '../../../i18n/event-page-words.ts';
import { messagesOf } from '../../../i18n/language.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { untrustedHtml } from '../../../model/common.ts';
import { placeEvents } from '../../../model/event-days.ts';
import type { EventInput } from '../../../model/event-input.ts';

export interface PreviewContext {
  readonly input: EventInput;
  readonly before: CalendarEvent | undefined;
  readonly vocabulary: EventVocabulary;
  readonly words: EventEditorMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly headingLevel: number;
}

export type RenderPreview = (context: PreviewContext) => TemplateResult;

/** The event as calendar and page will show it. */
export function renderPreview(context: PreviewContext): TemplateResult {
  const { words, locale, timeZone, headingLevel } = context;
  const event = eventOf(context);
  const placed = placeEvents([event], timeZone);
  return html`<div class="look" @vr-event-select=${(event: Event) => event.stopPropagation()}>
      <vr-event-agenda
        .placed=${placed}
        .from=${placed[0]?.firstDay ?? 0}
        .headingLevel=${headingLevel}
        .timeZone=${timeZone}
        .locale=${locale}
        .words=${words}
      ></vr-event-agenda>
    </div>
    <div class="look">
      <vr-event-details
        .event=${event}
        .headingLevel=${headingLevel}
        .timeZone=${timeZone}
        .locale=${locale}
        .words=${until(messagesOf(words.lang, eventPageWords), eventPageWords.de)}
      ></vr-event-details>
    </div>`;
}

function eventOf({ input, before, vocabulary }: PreviewContext): CalendarEvent {
  const { orgId, topicIds = [], description, message: _, ...rest } = input;
  const organiser = vocabulary.orgs.find(({ id }) => id === orgId) ?? before?.organiser;
  const topics = vocabulary.topics.filter(({ id }) => topicIds.includes(id));
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return {
    uid: before?.uid ?? 'preview',
    title: '',
    start: '',
    end: '',
    allDay: false,
    ...(before?.status && { status: before.status }),
    ...(filled as Partial<CalendarEvent>),
    ...(description && { description: untrustedHtml(description) }),
    ...(organiser && { organiser }),
    topics,
  };
}
