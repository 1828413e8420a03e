import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { calendarExtrasWords } from '../../i18n/calendar-extras-words.ts';
import type { CalendarExtrasMessages } from '../../i18n/de/calendar-extras.ts';
import { LocalizeController } from '../../i18n/localize-controller.ts';
import { openDeviceStore, usableStorage, type DeviceStore } from '../../internal/device-store.ts';
import { StyledElement } from '../../internal/styled-element.ts';
import type { EventSource, EventSources } from '../../model/event-sources.ts';
import { offsetAt } from '../../model/time-zone.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { sourceMarks } from '../../styles/source-marks.styles.ts';
import { icon, ICONS } from '../shared/icons.ts';
import {
  VrCalendarEntryEvent,
  VrSourcesChangeEvent,
  VrZoneChangeEvent,
  type CalendarEntry,
} from './event-extras/events.ts';
import { entriesStyles } from './vr-event-entries.styles.ts';

const HALF_YEAR = 182 * 86_400_000;

/**
 * What a calendar has beside its events: ways to take part, the calendars it is made of, the reader's own zone.
 *
 * @summary The calendar's line of entries and its legend; a view without data access of its own.
 * @status stable
 * @since 0.3
 *
 * @fires {VrCalendarEntryEvent} vr-calendar-entry - the reader wants to create, to see the offers, to subscribe
 * @fires {VrSourcesChangeEvent} vr-sources-change - calendars were switched on or off
 * @fires {VrZoneChangeEvent} vr-zone-change - times are wanted in the reader's own zone, or no longer
 */
export class VrEventEntries extends StyledElement {
  static override styles = [host, controls, sourceMarks, entriesStyles];

  /** What can be opened, in this order. */
  @property({ attribute: false }) entries: readonly CalendarEntry[] = [];
  /** Calendars; a legend stands where there are several. */
  @property({ attribute: false }) sources: EventSources = new Map();
  /** Ids of the calendars that are switched off. */
  @property({ attribute: false }) hiddenSources: ReadonlySet<string> = new Set();
  /** Zone that the widget shows times in by itself. */
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  /** Times are shown in the reader's own zone. */
  @property({ attribute: false }) inOwnZone = false;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';

  /** In a narrow column the calendars are shown. */
  @state() private unfolded = false;

  readonly #localize = new LocalizeController<CalendarExtrasMessages>(this, calendarExtrasWords);
  #store: DeviceStore | undefined;

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('storage')) {
      const kind = usableStorage(this.storage);
      this.#store = openDeviceStore(kind, 'calendar');
    }
  }

  protected override firstUpdated(): void {
    const off = this.#store?.get('hidden')?.split('\n') ?? [];
    if (off.length > 0) this.dispatchEvent(new VrSourcesChangeEvent(new Set(off)));
    const own = this.#ownZone();
    if (own && this.#store?.get('zone') === 'own') this.dispatchEvent(new VrZoneChangeEvent(own));
  }

  protected override render(): TemplateResult {
    const own = this.#ownZone();
    const others = this.entries.filter((entry) => entry !== 'create');
    const several = this.sources.size > 1;
    const more = html`${others.map((entry) => this.#renderEntry(entry))}
    ${several ? this.#renderLegend() : nothing} ${this.#renderZone(own)}`;
    return html`<div class="line">
      ${others.length < this.entries.length ? this.#renderEntry('create') : nothing}
      ${
        several || others.length + Number(own !== undefined) > 1
          ? html`<button
                type="button"
                class="button fold"
                aria-expanded=${this.unfolded}
                aria-controls="choice"
                @click=${() => (this.unfolded = !this.unfolded)}
              >
                ${this.#foldWords(others.length > 0)}
              </button>
              <div id="choice" class="choice${this.unfolded ? ' unfolded' : ''}">${more}</div>`
          : more
      }
    </div>`;
  }

  #renderEntry(entry: CalendarEntry): TemplateResult {
    return html`<button
      type="button"
      class=${entry === 'create' ? 'button primary' : 'button'}
      @click=${() => this.dispatchEvent(new VrCalendarEntryEvent(entry))}
    >
      ${icon(ENTRY_ICONS[entry])} ${this.#localize.words.extras[entry]}
    </button>`;
  }

  /** What is folded away in a narrow column: how many calendars, or more than that. */
  #foldWords(hasMore: boolean): string {
    const { extras } = this.#localize.words;
    const all = [...this.sources.keys()];
    const shown = all.filter((id) => !this.hiddenSources.has(id)).length;
    if (shown < all.length) {
      const count = extras.sourcesShown(shown, all.length);
      return hasMore ? `${extras.more} (${count})` : count;
    }
    return hasMore || all.length < 2 ? extras.more : extras.sources(shown);
  }

  #renderZone(own: string | undefined): TemplateResult | typeof nothing {
    if (!own) return nothing;
    return html`<label class="zone">
      <input type="checkbox" .checked=${this.inOwnZone} @change=${(event: Event) => this.#onZone(event, own)} />
      <i class="box"></i>
      <span>${this.#localize.words.extras.ownZone(placeOf(own))}</span>
    </label>`;
  }

  #renderLegend(): TemplateResult {
    const { extras } = this.#localize.words;
    return html`<fieldset class="legend">
      <legend class="visually-hidden">${extras.sourcesLabel}</legend>
      ${[...this.sources.values()].map(
        (source) =>
          html`<label class="source">
            <input
              type="checkbox"
              .checked=${!this.hiddenSources.has(source.id)}
              @change=${(event: Event) => this.#onSource(event, source)}
            />
            <i class="box"></i>
            <span data-mark=${source.mark}>${source.label || extras.ownSource}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  /** The reader's zone, where its clocks go differently from the widget's, in summer or in winter. */
  #ownZone(): string | undefined {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const now = Date.now();
    const differs = [now, now + HALF_YEAR].some((at) => offsetAt(own, at) !== offsetAt(this.timeZone, at));
    return differs ? own : undefined;
  }

  #onSource(event: Event, { id }: EventSource): void {
    const hidden = new Set(this.hiddenSources);
    if ((event.target as HTMLInputElement).checked) hidden.delete(id);
    else hidden.add(id);
    if (hidden.size > 0) this.#store?.set('hidden', [...hidden].join('\n'));
    else this.#store?.delete('hidden');
    this.dispatchEvent(new VrSourcesChangeEvent(hidden));
  }

  #onZone(event: Event, own: string): void {
    const wanted = (event.target as HTMLInputElement).checked;
    if (wanted) this.#store?.set('zone', 'own');
    else this.#store?.delete('zone');
    this.dispatchEvent(new VrZoneChangeEvent(wanted ? own : undefined));
  }
}

const ENTRY_ICONS: Readonly<Record<CalendarEntry, string>> = {
  create: 'M12 5v14M5 12h14',
  offers: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900V15h7v-1.100A6 6 0 0 0 12 3z',
  subscribe: ICONS.save,
};

/** America/New_York is New York. */
const placeOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
