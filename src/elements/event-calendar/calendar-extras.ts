import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { LazyPart } from '../../internal/lazy-part.ts';
import type { EventSources } from '../../model/event-sources.ts';
import type { BodyContext } from './calendar-body.ts';
import type { CalendarChoice } from './calendar-choice.ts';
import type { EntriesContext } from './calendar-entries.ts';
import type { CalendarPlace, CalendarView } from './calendar-place.ts';
import type { CalendarSource } from './calendar-source.ts';
import type { CalendarEntry } from './events.ts';

/** What a calendar has beside its events, where its source or its reader gives cause: nothing of it loads before. */
export class CalendarExtras {
  readonly #host: LitElement;
  readonly #source: CalendarSource;
  readonly #choice: CalendarChoice;
  readonly #entries: LazyPart<typeof import('./calendar-entries.ts')>;
  readonly #jump: LazyPart<typeof import('./calendar-jump.ts')>;
  #known: EventSources = new Map();
  #of: unknown;

  constructor(host: LitElement, source: CalendarSource, choice: CalendarChoice) {
    this.#host = host;
    this.#source = source;
    this.#choice = choice;
    this.#entries = new LazyPart(host, () => import('./calendar-entries.ts'));
    this.#jump = new LazyPart(host, () => import('./calendar-jump.ts'));
  }

  /** Marks of the sources, where there are several. */
  get marks(): EventSources | undefined {
    return this.#known.size > 1 ? this.#known : undefined;
  }

  /** Views to choose between: the programme where a camp has one, or the page wants it. */
  views(view: CalendarView, first: string): readonly CalendarView[] {
    const hasProgram =
      view === 'program' ||
      first === 'program' ||
      (this.#source.query.value?.items.some(({ programme, sessions }) => programme ?? sessions?.length) ?? false);
    return ['month', 'week', 'day', 'agenda', ...(hasProgram ? (['program'] as const) : [])];
  }

  /** The way to any date, where no month is shown to choose it in. */
  renderJump({ view }: CalendarPlace, context: BodyContext): TemplateResult | typeof nothing {
    if (view === 'month') return nothing;
    return this.#jump.get()?.renderJump(context) ?? html`<span class="place"></span>`;
  }

  renderEntries({
    order,
    onEntry,
    ...more
  }: Pick<EntriesContext, 'timeZone' | 'storage'> & {
    /** Names the sources in the order of their marks. */
    readonly order: string;
    readonly onEntry: (entry: CalendarEntry) => void;
  }): TemplateResult | typeof nothing {
    const { port } = this.#source;
    const entries: CalendarEntry[] = [
      ...(this.#source.reader?.mayCreate ? (['create'] as const) : []),
      ...(port?.impulses ? (['offers'] as const) : []),
      ...(port?.subscribeUrl ? (['subscribe'] as const) : []),
    ];
    const isElsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone !== more.timeZone;
    if (entries.length === 0 && !isElsewhere && !this.#hasSources()) return nothing;
    const part = this.#entries.get();
    if (part) this.#grow(part.sourcesOf, order);
    return html`<div class="entries" part="entries">
      ${part?.renderEntries({
        ...more,
        entries,
        sources: this.#known,
        hidden: this.#choice.hidden,
        inOwnZone: this.#choice.zone !== undefined,
        onEntry: ({ detail }) => onEntry(detail.entry),
        onSources: ({ detail }) => {
          this.#choice.hide(detail.hidden);
          this.#host.requestUpdate();
        },
        onZone: ({ detail }) => {
          this.#choice.zone = detail.zone;
          this.#host.requestUpdate();
        },
      })}
    </div>`;
  }

  #hasSources(): boolean {
    const items = this.#source.query.value?.items ?? [];
    const first = items.find(({ source }) => this.#isNamed(source?.id))?.source?.id;
    return this.#known.size > 1 || items.some(({ source }) => source?.id !== first && this.#isNamed(source?.id));
  }

  /** A list may leave some events without a source; only where people share it are those its own. */
  #isNamed(id: string | undefined): boolean {
    return id !== undefined || this.#source.isShared;
  }

  #grow(sourcesOf: typeof import('./calendar-entries.ts').sourcesOf, order: string): void {
    const items = this.#source.query.value?.items;
    if (!items || items === this.#of) return;
    this.#of = items;
    const named = items.filter(({ source }) => this.#isNamed(source?.id));
    const known = sourcesOf(this.#known, named, order);
    if (known === this.#known) return;
    this.#known = known;
    // What was drawn in this turn has no marks yet.
    if (known.size > 1) void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }
}
