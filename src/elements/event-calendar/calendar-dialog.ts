import './vr-event-agenda.define.ts';
import './vr-event-details.define.ts';
import { html, type TemplateResult } from 'lit';
import { longDay } from '../../i18n/date-words.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import { eventsOfDay, type PlacedEvent } from '../../model/event-days.ts';
import { toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import type { VrEventSelectEvent } from './events.ts';

/** What the calendar's dialog shows: an event, or what is on at a day. */
export type Opened =
  { readonly kind: 'event'; readonly event: CalendarEvent } | { readonly kind: 'day'; readonly date: PlainDate };

export interface DialogContext {
  readonly words: CalendarMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly headingLevel: number;
  readonly placed: readonly PlacedEvent[];
  readonly onSelect: (event: CalendarEvent) => void;
  readonly onClosed: () => void;
}

export function renderDialog(opened: Opened, context: DialogContext): TemplateResult {
  const { words, locale } = context;
  const label = opened.kind === 'event' ? opened.event.title : longDay(locale, opened.date);
  return html`<vr-dialog .open=${true} .label=${label} .words=${words} @vr-dialog-closed=${context.onClosed}>
    ${opened.kind === 'event' ? renderEvent(opened.event, context) : renderDay(opened.date, context)}
  </vr-dialog>`;
}

function renderEvent(event: CalendarEvent, { words, locale, timeZone, headingLevel }: DialogContext): TemplateResult {
  return html`<vr-event-details
    .event=${event}
    .headingLevel=${headingLevel}
    .timeZone=${timeZone}
    .locale=${locale}
    .words=${words}
  ></vr-event-details>`;
}

function renderDay(date: PlainDate, context: DialogContext): TemplateResult {
  const { words, locale, timeZone, headingLevel, placed, onSelect } = context;
  const day = toEpochDay(date);
  return html`<vr-event-agenda
    .placed=${eventsOfDay(placed, day)}
    .from=${day}
    .headingLevel=${headingLevel}
    .timeZone=${timeZone}
    .locale=${locale}
    .words=${words}
    @vr-event-select=${(event: VrEventSelectEvent) => onSelect(event.detail.event)}
  ></vr-event-agenda>`;
}
