import './vr-event-entries.define.ts';
import { html, type LitElement, type TemplateResult } from 'lit';
import { growSources, type EventSources } from '../../model/event-sources.ts';
import type { CalendarChoice } from './calendar-choice.ts';
import type { CalendarSource } from './calendar-source.ts';
import type {
  CalendarEntry,
  VrCalendarEntryEvent,
  VrSourcesChangeEvent,
  VrZoneChangeEvent,
} from './event-extras/events.ts';

export interface ExtrasContext {
  readonly timeZone: string;
  readonly storage: string;
  readonly onEntry: (entry: CalendarEntry) => void;
}

/** What a calendar has beside its events, where its source or its reader gives cause: nothing of it loads before. */
export class CalendarExtras {
  /** Marks of the sources, where there are several. */
  marks: EventSources | undefined;

  readonly #host: LitElement & { readonly src?: string | undefined; readonly labels?: string | undefined };
  readonly #source: CalendarSource;
  readonly #choice: CalendarChoice;
  #known: EventSources = new Map();
  #of: unknown;

  constructor(
    host: LitElement & { readonly src?: string | undefined },
    source: CalendarSource,
    choice: CalendarChoice,
  ) {
    this.#host = host;
    this.#source = source;
    this.#choice = choice;
  }

  /** Learns which sources there are. */
  update(): void {
    const items = this.#source.query.value?.items;
    if (!items || items === this.#of) return;
    this.#of = items;
    const named = items.filter(({ source }) => this.#source.isNamed(source?.id));
    this.#known = growSources(this.#known, named, this.#host.src ?? '');
    this.marks = this.#known.size > 1 ? this.#known : undefined;
  }

  render({ timeZone, storage, onEntry }: ExtrasContext): TemplateResult {
    const { port, reader } = this.#source;
    const entries: CalendarEntry[] = [
      ...(reader?.mayCreate ? (['create'] as const) : []),
      ...(port?.impulses ? (['offers'] as const) : []),
      ...(port?.subscribeUrl ? (['subscribe'] as const) : []),
    ];
    return html`<vr-event-entries
      .entries=${entries}
      .sources=${this.#known}
      .hiddenSources=${this.#choice.hidden}
      .timeZone=${timeZone}
      .inOwnZone=${this.#choice.zone !== undefined}
      .storage=${storage}
      @vr-calendar-entry=${({ detail }: VrCalendarEntryEvent) => onEntry(detail.entry)}
      @vr-sources-change=${({ detail }: VrSourcesChangeEvent) => {
        this.#choice.hide(detail.hidden);
        this.#host.requestUpdate();
      }}
      @vr-zone-change=${({ detail }: VrZoneChangeEvent) => {
        this.#choice.zone = detail.zone;
        this.#host.requestUpdate();
      }}
    ></vr-event-entries>`;
  }
}
