import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventsPort, EventsQuery } from '../../backend/ports.ts';
import { calendarWords } from '../../i18n/calendar-words.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import { monthName } from '../../i18n/date-words.ts';
import { writeEventLink } from '../../internal/deep-link.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { PortController } from '../../internal/port-controller.ts';
import { NarrowController } from '../../internal/narrow-controller.ts';
import { PrintController } from '../../internal/print-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';
import { WidgetElement } from '../../internal/widget-element.ts';
import type { CalendarEvent } from '../../model/calendar-event.ts';
import { eventsOfDay } from '../../model/event-days.ts';
import type { EventFilter } from '../../model/event-filter.ts';
import { agendaPeriod, monthPeriod, type CalendarPeriod } from '../../model/calendar-period.ts';
import type { Page } from '../../model/page.ts';
import { addMonths, isPlainDate, startOfMonth, toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import { plainDateAt } from '../../model/time-zone.ts';
import { VrEventOpenEvent, VrRangeChangedEvent, type VrDaySelectEvent } from './events.ts';
import { renderMonth, renderSkeleton, type BodyContext } from './calendar-body.ts';
import { CALENDAR_VIEWS, renderToolbar, type CalendarView } from './calendar-toolbar.ts';
import type { Opened } from './calendar-dialog.ts';
import { LinkedEventController } from './linked-event-controller.ts';
import { PlacedEvents } from './placed-events.ts';
import { calendarStyles } from './vr-event-calendar.styles.ts';
import type { VrFilterChangeEvent } from '../shared/events.ts';

/** Months that the list looks ahead, and further with each "Mehr anzeigen" behind its last event. */
const AGENDA_MONTHS = 3;
const LAST_MONTHS = 18;
const DEFAULT_LIMIT = 50;
/** Width in em under which a month shows dots and the chosen day's list; as in the month's own styles. */
const NARROW = 34;

/**
 * The events of a network: as a month or as a list, to be filtered, opened, saved and printed.
 *
 * @summary A calendar of events from calendar files, a hub or other sources.
 * @documentation docs/event-calendar.md
 * @status stable
 * @since 0.1
 *
 * @slot - a link for pages without the script; shown while there is no source, hidden once there is
 *
 * @fires {VrEventOpenEvent} vr-event-open - the reader wants to see an event; `preventDefault()` keeps the dialog closed
 * @fires {VrRangeChangedEvent} vr-range-changed - the reader went to another stretch of time or view
 *
 * @csspart toolbar - title, navigation and choice of view
 *
 * @cssproperty [--vr-color-accent] - colour of actions and of what is chosen
 * @cssproperty [--vr-font-size=16px] - size of text
 */
export class VrEventCalendar extends WidgetElement<CalendarMessages> {
  static override styles = [WidgetElement.styles, calendarStyles];

  /** What is shown at first: `month` or `agenda` (a list). */
  @property() view: string = 'month';
  /** ISO date that is shown at first; today without it. */
  @property() date = '';
  /** Only events of this kind: meetup, camp, workshop, impulse, learning-circle, talk, other. */
  @property() kind: string | undefined;
  /** Only events of this topic (id or label). */
  @property() topic: string | undefined;
  /** Only events of this organisation (id or name). */
  @property() org: string | undefined;
  /** Events in the list before "Mehr anzeigen", 1 to 200. */
  @property({ type: Number }) limit = DEFAULT_LIMIT;
  /** First day of the week: 1 (Monday) to 7 (Sunday). */
  @property({ attribute: 'first-day', type: Number }) firstDay = 1;
  /** Leaves out navigation, choice of view and filters: for a column beside the contents. */
  @property({ attribute: 'without-controls', type: Boolean }) withoutControls = false;

  @state() private filterValues: EventFilter = { q: '', kind: '', topic: '', org: '' };
  @state() private months = AGENDA_MONTHS;
  @state() private opened: Opened | undefined;

  readonly #port = new PortController(this, 'events');
  readonly #print = new PrintController(this);
  readonly #column = new NarrowController(this, NARROW);
  readonly #query = new QueryController<EventsPort, EventsQuery, Page<CalendarEvent>>(this, {
    port: () => (this.near ? this.#port.port : undefined),
    query: () => this.#range(),
    run: (port, query, signal, fresh) => port.list(query, { signal, ...(fresh && { fresh }) }),
  });
  readonly #list = new LazyPart(this, () => import('./calendar-list.ts'));
  readonly #filters = new LazyPart(this, () => import('./calendar-filters.ts'));
  readonly #status = new LazyPart(this, () => import('./calendar-status.ts'));
  readonly #dialog = new LazyPart(this, () => import('./calendar-dialog.ts'));
  readonly #placed = new PlacedEvents();

  /** What the reader narrowed the events to. */
  #filter: ((events: readonly CalendarEvent[]) => readonly CalendarEvent[]) | undefined;
  #view: CalendarView = 'month';
  #cursor: PlainDate = '';
  #announce = false;
  #announcement = '';

  constructor() {
    super(calendarWords);
    new LinkedEventController(this, {
      isReady: () => this.#query.value !== undefined,
      find: (uid, recurrenceId) =>
        this.#query.value?.items.find(
          (event) => event.uid === uid && (!recurrenceId || event.recurrenceId === recurrenceId),
        ) ?? this.#port.port?.get?.(uid, { ...(recurrenceId && { recurrenceId }) }).catch(() => undefined),
      open: (event) => {
        this.#go(event.allDay ? event.start : plainDateAt(this.timeZone, Date.parse(event.start)));
        this.#open(event);
      },
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#view = this.#knownView(this.view);
    if (changed.has('date') || this.#cursor === '') this.#cursor = this.#knownDate(this.date);
    this.firstDay = this.knownNumber('first-day', this.firstDay, 1, 7, 1);
    this.limit = this.knownNumber('limit', this.limit, 1, 200, DEFAULT_LIMIT);
    this.#placed.update(this.#query.value?.items, this.timeZone, this.#filter);
    this.#announceRange();
  }

  protected override firstUpdated(): void {
    // Printing cannot wait for a file, so the list is fetched once the page is quiet.
    setTimeout(() => this.#list.get(), 3000);
  }

  protected override render(): TemplateResult {
    const { words } = this.localize;
    const { state } = this.#query;
    // Until there is a source, the editor's own link is the best there is.
    if (state === 'waiting')
      return html`${this.near && this.#port.unresolved ? this.#renderStatus() : nothing}<slot></slot>`;
    return html`
      <div class="base" role="group" aria-label=${words.calendar.label} aria-busy=${state === 'loading'}>
        ${this.withoutControls ? nothing : this.#renderControls()} ${this.#renderBody()}
        ${this.hasOnlyFallback ? nothing : html`<slot></slot>`}
        <p class="visually-hidden" role="status">${this.#announcement}</p>
        ${this.opened ? this.#renderDialog(this.opened) : nothing}
      </div>
    `;
  }

  #renderControls(): TemplateResult {
    const { words } = this.localize;
    const { value } = this.#query;
    const filters = value && this.#filters.get();
    return html`${renderToolbar({
      words,
      title: this.#title(),
      headingLevel: this.headingLevel,
      view: this.#view,
      onStep: (step) => this.#go(addMonths(startOfMonth(this.#cursor), step)),
      onToday: () => this.#go(this.today()),
      onView: (view) => this.#show(view),
    })}
    <div class="filters">
      ${filters ? filters.renderFilters(value.items, this.filterValues, words, this.#onFilter) : nothing}
    </div>`;
  }

  #renderBody(): TemplateResult {
    const { state, value } = this.#query;
    const month = this.#view === 'month';
    const bare = value ? !month && this.#placed.items.length === 0 : state === 'failed';
    return html`${bare ? nothing : this.#renderView(month)} ${this.#renderStatus()}`;
  }

  #renderView(month: boolean): TemplateResult {
    const context = this.#bodyContext();
    const list =
      month && !this.#print.printing ? undefined : this.#query.value && this.#list.get()?.renderList(context);
    // Paper has no "+2": there the month, too, is a whole list, if its file has come.
    if (month && !list) {
      const day =
        this.#column.narrow && this.#placed.items.length > 0 ? this.#list.get()?.renderDay(context) : undefined;
      return renderMonth(context, day);
    }
    return list || renderSkeleton();
  }

  #bodyContext(): BodyContext {
    return {
      ...this.#words(),
      title: this.#title(),
      headingLevel: Math.min(6, this.headingLevel + (this.withoutControls ? 0 : 1)),
      today: this.today(),
      date: this.#cursor,
      from: this.#period().from,
      firstDay: this.firstDay,
      placed: this.#placed.items,
      limit: this.limit,
      complete: this.#print.printing,
      onSelect: (event) => this.#open(event.detail.event),
      onDay: (event) => this.#onDay(event),
      onMore: this.months < LAST_MONTHS ? () => (this.months += AGENDA_MONTHS) : undefined,
    };
  }

  #renderStatus(): TemplateResult {
    const { words } = this.localize;
    const { state, value, slow, error } = this.#query;
    const empty = value !== undefined && this.#placed.items.length === 0;
    const calm = (state === 'loading' || state === 'ready') && !slow && !empty && !value?.problems.length;
    const status = calm ? undefined : this.#status.get();
    const plain =
      state === 'failed' ? words.failure[error?.kind ?? 'unknown'] : state === 'loading' ? words.status.loading : '';
    return html`<div role="status">
      ${
        status
          ? status.renderStatus({
              ...this.#words(),
              view: this.#view,
              date: this.#cursor,
              count: this.#placed.items.length,
              filtered: this.#filter !== undefined,
              query: this.#query,
              onRetry: () => this.#query.retry(),
              onLater: this.months < LAST_MONTHS ? () => (this.months = LAST_MONTHS) : undefined,
            })
          : html`<p class=${state === 'loading' ? 'visually-hidden' : ''}>${plain}</p>`
      }
    </div>`;
  }

  #renderDialog(opened: Opened): TemplateResult | undefined {
    return this.#dialog.get()?.renderDialog(opened, {
      ...this.#words(),
      headingLevel: this.headingLevel,
      placed: this.#placed.items,
      onSelect: (event: CalendarEvent) => this.#open(event),
      onClosed: () => {
        this.opened = undefined;
        writeEventLink(undefined);
      },
    });
  }

  /** Goes to the month or list that a date is in; `view` stays. */
  goTo(date: PlainDate): void {
    if (isPlainDate(date)) this.#go(date);
  }

  /** Asks the source again. */
  reload(): void {
    this.#query.run();
  }

  #period(): CalendarPeriod {
    return this.#view === 'month'
      ? monthPeriod(this.#cursor, this.firstDay)
      : agendaPeriod(this.#cursor, this.today(), this.months);
  }

  #range(): EventsQuery | undefined {
    if (!this.near || this.#cursor === '') return undefined;
    const { from, to } = this.#period();
    const { kind, topic, org } = this;
    return { from, to, ...(kind && { kind }), ...(topic && { topic }), ...(org && { org }) };
  }

  #title(): string {
    const { words, locale } = this.localize;
    return this.#period().upcoming ? words.calendar.upcoming : monthName(locale, this.#cursor);
  }

  /** What every view needs to speak of dates. */
  #words(): { readonly words: CalendarMessages; readonly locale: string; readonly timeZone: string } {
    const { words, locale } = this.localize;
    return { words, locale, timeZone: this.timeZone };
  }

  #knownView(view: string): CalendarView {
    const known = CALENDAR_VIEWS.find((name) => name === view);
    if (!known) this.warnValue('view', view, 'month');
    return known ?? 'month';
  }

  #knownDate(date: string): PlainDate {
    if (date === '') return this.today();
    if (isPlainDate(date)) return date;
    this.warnValue('date', date, this.today());
    return this.today();
  }

  #go(date: PlainDate): void {
    const before = this.#cursor.slice(0, 7);
    this.#cursor = date;
    this.months = AGENDA_MONTHS;
    this.requestUpdate();
    if (date.slice(0, 7) !== before || this.#view === 'agenda') this.#rangeChanged();
  }

  #show(view: CalendarView): void {
    if (view === this.#view) return;
    this.#view = view;
    this.months = AGENDA_MONTHS;
    this.requestUpdate();
    this.#rangeChanged();
  }

  /** Where the reader went, said once its events are there. */
  #announceRange(): void {
    const { valueQuery } = this.#query;
    const { from, to } = this.#period();
    if (!this.#announce || valueQuery?.from !== from || valueQuery.to !== to) return;
    this.#announce = false;
    this.#announcement = this.localize.words.calendar.showing(this.#placed.items.length, this.#title());
  }

  #rangeChanged(): void {
    this.#announce = true;
    const { from, to } = this.#period();
    this.dispatchEvent(new VrRangeChangedEvent(this.#view, from, to));
  }

  #open(event: CalendarEvent): void {
    if (!this.dispatchEvent(new VrEventOpenEvent(event))) return;
    this.opened = { kind: 'event', event };
    writeEventLink(event.uid, event.recurrenceId);
  }

  #onDay({ detail: { date, open } }: VrDaySelectEvent): void {
    this.#go(date);
    if (!open || this.#column.narrow) return;
    const [first, second] = eventsOfDay(this.#placed.items, toEpochDay(date));
    if (!first) return;
    if (!second) {
      this.#open(first.event);
      return;
    }
    this.opened = { kind: 'day', date };
  }

  readonly #onFilter = ({ detail: { name, value } }: VrFilterChangeEvent): void => {
    const values = { ...this.filterValues, [name]: value };
    const filters = this.#filters.get();
    this.filterValues = values;
    this.#filter = filters?.filterOf(values);
    this.#announce = true;
  };
}
