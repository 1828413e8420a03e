import './vr-event-entries.define.ts';
import { html, type TemplateResult } from 'lit';
import { growSources, type EventSources } from '../../model/event-sources.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import type { CalendarEntry, VrCalendarEntryEvent, VrSourcesChangeEvent, VrZoneChangeEvent } from './events.ts';

export interface EntriesContext {
  readonly entries: readonly CalendarEntry[];
  readonly sources: EventSources;
  readonly hidden: ReadonlySet<string>;
  readonly timeZone: string;
  readonly inOwnZone: boolean;
  readonly storage: string;
  readonly onEntry: (event: VrCalendarEntryEvent) => void;
  readonly onSources: (event: VrSourcesChangeEvent) => void;
  readonly onZone: (event: VrZoneChangeEvent) => void;
}

/** What the calendar has beside its events. */
export const renderEntries = (context: EntriesContext): TemplateResult =>
  html`<vr-event-entries
    .entries=${context.entries}
    .sources=${context.sources}
    .hiddenSources=${context.hidden}
    .timeZone=${context.timeZone}
    .inOwnZone=${context.inOwnZone}
    .storage=${context.storage}
    @vr-calendar-entry=${context.onEntry}
    @vr-sources-change=${context.onSources}
    @vr-zone-change=${context.onZone}
  ></vr-event-entries>`;

/** The calendars that the events so far came from. */
export const sourcesOf = (known: EventSources, events: readonly CalendarEvent[], order: string): EventSources =>
  growSources(known, events, order);
