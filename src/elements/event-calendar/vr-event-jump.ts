import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventsPort, EventsQuery } from '../../backend/ports.ts';
import { calendarExtrasWords } from '../../i18n/calendar-extras-words.ts';
import { monthName } from '../../i18n/date-words.ts';
import { de, type CalendarMessages } from '../../i18n/de/calendar.ts';
import type { CalendarExtrasMessages } from '../../i18n/de/calendar-extras.ts';
import { LocalizeController } from '../../i18n/localize-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';
import { StyledElement } from '../../internal/styled-element.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import { placeEvents, type PlacedEvent } from '../../model/event-days.ts';
import { monthGrid } from '../../model/month-grid.ts';
import type { Page } from '../../model/page.ts';
import { addMonths, startOfMonth, type PlainDate } from '../../model/plain-date.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { VrDaySelectEvent } from './events.ts';
import { jumpStyles } from './vr-event-jump.styles.ts';

/** Pixels between the button, the month below it, and the edges of the window. */
const GAP = 8;

/**
 * A button with a small month below it, to go to any date: the days with events have dots. The month is a grid as the
 * large one is; Enter or a click goes to the day, Escape closes.
 *
 * @summary Chooses a date of the calendar.
 * @status stable
 * @since 0.3
 *
 * @fires {VrDaySelectEvent} vr-day-select - a day was chosen
 */
export class VrEventJump extends StyledElement {
  static override styles = [host, controls, jumpStyles];

  /** Day that the calendar stands on. */
  @property({ attribute: false }) date: PlainDate = '1970-01-01';
  @property({ attribute: false }) today: PlainDate = '';
  /** First day of the week as ISO weekday. */
  @property({ attribute: false }) firstDay = 1;
  /** What the dots are asked for. */
  @property({ attribute: false }) port: EventsPort | undefined;
  /** What else the calendar asks its source by. */
  @property({ attribute: false }) query: Pick<EventsQuery, 'kind' | 'topic' | 'org'> = {};
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: CalendarMessages = de;

  @state() private open = false;
  /** Day that the reader stands on in the small month. */
  @state() private at: PlainDate = '';

  readonly #localize = new LocalizeController<CalendarExtrasMessages>(this, calendarExtrasWords);
  readonly #events = new QueryController<EventsPort, EventsQuery, Page<CalendarEvent>>(this, {
    port: () => this.port,
    query: () => {
      if (!this.open) return undefined;
      const { from, to } = monthGrid(this.at || this.date, this.firstDay);
      return { ...this.query, from, to };
    },
    run: (port, query, signal) => port.list(query, { signal }),
  });
  #placed: readonly PlacedEvent[] = [];
  #of: unknown;

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const { value } = this.#events;
    if (value === this.#of) return;
    this.#of = value;
    this.#placed = placeEvents(value?.items ?? [], this.timeZone);
  }

  protected override render(): TemplateResult {
    const { extras } = this.#localize.words;
    return html`<button
        type="button"
        class="button icon open"
        aria-label=${extras.jump}
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        @click=${this.#onButton}
      >
        ${icon(ICONS.empty)}
      </button>
      <div popover class="box" role="dialog" aria-label=${extras.jump} @toggle=${this.#onToggle}>
        ${this.open ? this.#renderMonth() : nothing}
      </div>`;
  }

  #renderMonth(): TemplateResult {
    const { calendar } = this.words;
    const step = (months: 1 | -1): TemplateResult =>
      html`<button
        type="button"
        class="button icon quiet"
        aria-label=${calendar.steps.month[months < 0 ? 0 : 1]}
        @click=${() => (this.at = addMonths(startOfMonth(this.at), months))}
      >
        <span class="mirrored">${icon(months < 0 ? ICONS.previous : ICONS.next)}</span>
      </button>`;
    const name = monthName(this.locale, this.at);
    return html`<div class="head">
        ${step(-1)}
        <strong aria-live="polite">${name}</strong>
        ${step(1)}
      </div>
      <vr-event-month
        .date=${this.at}
        .today=${this.today}
        .placed=${this.#placed}
        .firstDay=${this.firstDay}
        .label=${name}
        .locale=${this.locale}
        .words=${this.words}
        @vr-day-select=${this.#onDay}
      ></vr-event-month>
      <p class="visually-hidden">${this.#localize.words.extras.jumpHint}</p>`;
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.box');
  }

  get #button(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.open');
  }

  #onButton(): void {
    const box = this.#box;
    if (!box) return;
    if (this.open) {
      box.hidePopover();
      return;
    }
    this.at = this.date;
    const { left, right, bottom } = this.getBoundingClientRect();
    box.showPopover();
    const { offsetWidth: width } = box;
    const wanted = this.matches(':dir(rtl)') ? right - width : left;
    const start = Math.max(GAP, Math.min(wanted, document.documentElement.clientWidth - width - GAP));
    // Through the object model: a page may forbid inline styles. It scrolls with the page.
    box.style.setProperty('left', `${scrollX + start}px`);
    box.style.setProperty('top', `${scrollY + bottom + GAP / 2}px`);
  }

  #onToggle(event: ToggleEvent): void {
    this.open = event.newState === 'open';
    if (this.open) void this.#focusMonth();
    // With the month its focus goes; a reader who clicked elsewhere has another one.
    else if (this.shadowRoot?.activeElement || document.activeElement === document.body) this.#button?.focus();
  }

  async #focusMonth(): Promise<void> {
    await this.updateComplete;
    const month = this.renderRoot.querySelector('vr-event-month');
    await month?.updateComplete;
    month?.focus();
  }

  #onDay(event: VrDaySelectEvent): void {
    event.stopPropagation();
    const { date, open } = event.detail;
    this.at = date;
    if (!open) return;
    this.#box?.hidePopover();
    this.#button?.focus();
    this.dispatchEvent(new VrDaySelectEvent(date, false));
  }
}
