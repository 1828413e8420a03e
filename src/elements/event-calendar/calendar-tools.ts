import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import type { WidgetElement } from '../../internal/widget-element.ts';
import type { EventSources } from '../../model/event-sources.ts';
import type { VrFilterChangeEvent } from '../shared/events.ts';
import type { BodyContext } from './calendar-body.ts';
import type { CalendarChoice } from './calendar-choice.ts';
import type { CalendarExtras } from './calendar-extras.ts';
import type * as Filters from './calendar-filters.ts';
import type { CalendarSource } from './calendar-source.ts';
import type { CalendarEntry } from './event-extras/events.ts';

/** What is below the calendar's title: filters, ways to take part, its sources. Each loads where there is cause for it. */
export class CalendarTools {
  readonly #host: WidgetElement<CalendarMessages>;
  readonly #source: CalendarSource;
  readonly #choice: CalendarChoice;
  readonly #onNarrow: () => void;
  readonly #onEntry: (entry: CalendarEntry) => void;
  readonly #jump: LazyPart<{ readonly renderJump: (context: BodyContext) => TemplateResult }>;
  readonly #filters: LazyPart<typeof Filters>;
  readonly #more: LazyPart<{ readonly CalendarExtras: typeof CalendarExtras }>;
  #extras: CalendarExtras | undefined;

  /** @param onNarrow called when the reader narrowed the events to some */
  constructor(
    host: WidgetElement<CalendarMessages>,
    source: CalendarSource,
    choice: CalendarChoice,
    onNarrow: () => void,
    onEntry: (entry: CalendarEntry) => void,
  ) {
    this.#host = host;
    this.#source = source;
    this.#choice = choice;
    this.#onNarrow = onNarrow;
    this.#onEntry = onEntry;
    this.#jump = new LazyPart(host, () => import('./calendar-jump.ts'));
    this.#filters = new LazyPart(host, () => import('./calendar-filters.ts'));
    this.#more = new LazyPart(host, () => import('./calendar-extras.ts'));
  }

  /** Marks of the sources, where there are several. */
  get marks(): EventSources | undefined {
    return this.#extras?.marks;
  }

  /** The way to any date; a month steps there. */
  renderJump(context: BodyContext): TemplateResult | typeof nothing {
    if (context.view === 'month') return nothing;
    return this.#jump.get()?.renderJump(context) ?? html`<span class="place"></span>`;
  }

  render({ view, words, query: { value } }: BodyContext): TemplateResult {
    const { timeZone, storage } = this.#host;
    // Of one camp there is nothing to narrow.
    const filters = value && view !== 'program' ? this.#filters.get() : undefined;
    const hasExtras = this.#source.hasExtras(timeZone);
    const extras = hasExtras ? this.#more.get() : undefined;
    this.#extras ??= extras && new extras.CalendarExtras(this.#host, this.#source, this.#choice);
    this.#extras?.update();
    return html`<div class="tools">
      <div class="filters" ?hidden=${view === 'program'}>
        ${filters && value ? filters.renderFilters(value.items, this.#choice.values, words, this.#onFilter) : nothing}
      </div>
      ${
        hasExtras
          ? html`<div class="entries" part="entries">${this.#extras?.render({ timeZone, storage, onEntry: this.#onEntry })}</div>`
          : nothing
      }
    </div>`;
  }

  readonly #onFilter = ({ detail: { name, value } }: VrFilterChangeEvent): void => {
    const values = { ...this.#choice.values, [name]: value };
    this.#choice.narrow(values, this.#filters.get()?.filterOf(values));
    this.#onNarrow();
  };
}
