import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventsQuery } from '../../backend/ports.ts';
import { calendarWords } from '../../i18n/calendar-words.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { NarrowController } from '../../internal/narrow-controller.ts';
import { PrintController } from '../../internal/print-controller.ts';
import { WidgetElement } from '../../internal/widget-element.ts';
import { occurrenceKey, type CalendarEvent } from '../../model/calendar-event.ts';
import { eventsOfDay } from '../../model/event-days.ts';
import { isPlainDate, toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import { plainDateAt } from '../../model/time-zone.ts';
import {
  isBare,
  renderBody,
  renderState,
  titleOf,
  viewsOf,
  type BodyContext,
  type BodyParts,
} from './calendar-body.ts';
import { CalendarChoice } from './calendar-choice.ts';
import type { CalendarDialog } from './calendar-dialog.ts';
import type { Opened } from './calendar-opened.ts';
import { CALENDAR_VIEWS, CalendarPlace, type CalendarView } from './calendar-place.ts';
import { CalendarSource } from './calendar-source.ts';
import { CalendarTools } from './calendar-tools.ts';
import { renderToolbar } from './calendar-toolbar.ts';
import { VrEventOpenEvent, VrRangeChangedEvent, type VrDaySelectEvent } from './events.ts';
import { LinkController } from './link-controller.ts';
import { inDays } from './placed-events.ts';
import { calendarStyles } from './vr-event-calendar.styles.ts';

const DEFAULT_LIMIT = 50;
/** Milliseconds after the first drawing in which people come before programs and paper. */
const QUIET = 3000;
/** Width in em under which a month shows dots and the chosen day's list; as in the month's own styles. */
const NARROW = 34;

/**
 * The events of a network: as a month, a week, a day, a list or a camp's programme, to be filtered, opened,
 * joined, saved and printed.
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
 * @csspart entries - taking part, subscribing, legend of the sources
 *
 * @cssproperty [--vr-color-accent] - colour of actions and of what is chosen
 * @cssproperty [--vr-font-size=16px] - size of text
 */
export class VrEventCalendar extends WidgetElement<CalendarMessages> {
  static override styles = [WidgetElement.styles, calendarStyles];

  /** What is shown at first: `month`, `week`, `day`, `agenda` (a list) or `program` (of a camp). */
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
  /** Address of a page with the form for ideas, to which a session of a camp leads. */
  @property({ attribute: 'idea-url' }) ideaUrl: string | undefined;

  @state() private opened: Opened | undefined;

  readonly #print = new PrintController(this);
  readonly #column = new NarrowController(this, NARROW);
  readonly #place = new CalendarPlace();
  readonly #choice = new CalendarChoice();
  readonly #source = new CalendarSource(
    this,
    () => this.near,
    () => this.#asked(),
  );
  readonly #parts: BodyParts = {
    list: new LazyPart(this, () => import('./calendar-list.ts')),
    week: new LazyPart(this, () => import('./calendar-week.ts')),
    program: new LazyPart(this, () => import('./calendar-program.ts')),
    status: new LazyPart(
      this,
      () => import('./calendar-status.ts'),
      () => this.near,
    ),
  };
  readonly #tools = new CalendarTools(
    this,
    this.#source,
    this.#choice,
    () => {
      this.#announce = true;
      this.requestUpdate();
    },
    (entry) => (this.opened = { kind: entry === 'create' ? 'editor' : entry }),
  );
  readonly #dialogs = new LazyPart(this, () => import('./calendar-dialog.ts'));
  #dialog: CalendarDialog | undefined;

  #camp: string | undefined;
  #announce = false;
  #announcement = '';

  constructor() {
    super(calendarWords);
    new LinkController(this, this.#self);
  }

  /** Goes to the month or list that a date is in; `view` stays. */
  goTo(date: PlainDate): void {
    if (isPlainDate(date)) this.#go(date);
  }

  /** Asks the source again. */
  reload(): void {
    this.#source.query.run();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const place = this.#place;
    this.firstDay = place.firstDay = this.knownNumber('first-day', this.firstDay, 1, 7, 1);
    this.limit = this.knownNumber('limit', this.limit, 1, 200, DEFAULT_LIMIT);
    place.today = this.today();
    if (changed.has('view')) place.view = this.knownWord<CalendarView>('view', this.view, CALENDAR_VIEWS, 'month');
    if (changed.has('date') || place.date === '') place.date = this.#knownDate(this.date);
    this.#source.placed.update(this.#source.query.value?.items, this.#zone, this.#choice.sieve);
    this.#announceRange();
  }

  protected override firstUpdated(): void {
    setTimeout(() => {
      // Printing cannot wait for a file, so the list is fetched once the page is quiet.
      this.#parts.list.get();
      import('./calendar-data.ts')
        .then(({ CalendarData }) => new CalendarData(this, () => this.#source.query.value?.items))
        .catch(console.error);
    }, QUIET);
  }

  protected override render(): TemplateResult {
    const { words } = this.localize;
    const { state } = this.#source.query;
    // Until there is a source, the editor's own link is the best there is.
    if (state === 'waiting') return html`${this.#source.unresolved ? this.#renderState() : nothing}<slot></slot>`;
    const bare = isBare(this.#context());
    return html`
      <div class="base" role="group" aria-label=${words.calendar.label} aria-busy=${state === 'loading'}>
        ${this.withoutControls ? nothing : this.#renderControls()}
        ${bare ? nothing : renderBody(this.#context(), this.#parts)} ${this.#renderState()}
        ${this.hasOnlyFallback ? nothing : html`<slot></slot>`}
        <p class="visually-hidden" role="status">${this.#announcement}</p>
        ${this.opened ? this.#renderDialog(this.opened) : nothing}
      </div>
    `;
  }

  #renderControls(): TemplateResult {
    const context = this.#context();
    const { words } = context;
    const place = this.#place;
    return html`${renderToolbar({
      words,
      title: titleOf(context, this.#parts),
      headingLevel: this.headingLevel,
      view: place.view,
      views: viewsOf(context, this.view),
      jump: this.#tools.renderJump(context),
      onStep: (direction) => this.#go(place.step(direction)),
      onToday: () => this.#go(this.today()),
      onView: (view) => this.#go(place.date, view),
    })}
    ${this.#tools.render(context)}`;
  }

  #renderState(): TemplateResult {
    return renderState(this.#context(), this.#parts.status, {
      filtered: this.#choice.sieve !== undefined,
      onRetry: () => this.#source.query.retry(),
      onLater: this.#place.hasLater ? () => this.#grow(() => this.#place.latest()) : undefined,
    });
  }

  #context(): BodyContext {
    const { words, locale } = this.localize;
    const place = this.#place;
    const { query, placed, port, reader } = this.#source;
    return {
      words,
      locale,
      timeZone: this.#zone,
      title: place.title(locale, words),
      headingLevel: Math.min(6, this.headingLevel + (this.withoutControls ? 0 : 1)),
      view: place.view,
      narrow: this.#column.narrow,
      today: place.today,
      date: place.date,
      shown: place.shown,
      from: place.asked.from,
      firstDay: this.firstDay,
      query,
      placed: placed.items,
      sources: this.#tools.marks,
      limit: this.limit,
      complete: this.#print.printing,
      endless: !this.withoutControls,
      port,
      fixed: this.#fixed,
      reader,
      storage: this.storage,
      ideaUrl: this.ideaUrl,
      camp: this.#camp,
      onCamp: (event) => {
        this.#camp = occurrenceKey(event);
        this.requestUpdate();
      },
      onSelect: (event) => this.#open(event.detail.event),
      onDay: (event) => this.#onDay(event),
      onLater: place.hasLater ? () => this.#grow(() => place.later()) : undefined,
      onEarlier: place.hasEarlier && !this.withoutControls ? () => this.#grow(() => place.earlier()) : undefined,
      onChanged: () => this.#source.query.run(),
    };
  }

  #renderDialog(opened: Opened): TemplateResult | typeof nothing {
    const part = this.#dialogs.get();
    this.#dialog ??= part && new part.CalendarDialog(this.#self);
    return (
      this.#dialog?.render(opened, {
        ...this.#context(),
        headingLevel: this.headingLevel,
        narrowed: this.#choice.over(this.#fixed),
      }) ?? nothing
    );
  }

  /** What the parts that come later do with the calendar. */
  readonly #self = {
    element: this as WidgetElement<CalendarMessages>,
    source: this.#source,
    show: (event: CalendarEvent) => this.#show(event),
    open: (opened: Opened | undefined) => (this.opened = opened),
    goTo: (instant: string) => this.#go(plainDateAt(this.#zone, Date.parse(instant))),
  };

  /** Zone that times are shown in. */
  get #zone(): string {
    return this.#choice.zone ?? this.timeZone;
  }

  protected override today(): PlainDate {
    return plainDateAt(this.#zone, Date.now());
  }

  #asked(): EventsQuery | undefined {
    if (!this.near || this.#place.date === '') return undefined;
    return { ...this.#place.asked, ...this.#fixed };
  }

  /** What the page narrows the events to. */
  get #fixed(): Pick<EventsQuery, 'kind' | 'topic' | 'org'> {
    const { kind, topic, org } = this;
    return { ...(kind && { kind }), ...(topic && { topic }), ...(org && { org }) };
  }

  #knownDate(date: string): PlainDate {
    if (date === '') return this.today();
    if (isPlainDate(date)) return date;
    this.warnValue('date', date, this.today());
    return this.today();
  }

  #go(date: PlainDate, view = this.#place.view): void {
    if (view === this.#place.view && date === this.#place.date && view !== 'agenda') return;
    const other = this.#place.go(date, view);
    this.requestUpdate();
    if (other) this.#rangeChanged();
  }

  /** The list reaches further. */
  #grow(how: () => void): void {
    how();
    this.requestUpdate();
  }

  /** Where the reader went, said once its events are there. */
  #announceRange(): void {
    const { valueQuery } = this.#source.query;
    const { from, to } = this.#place.asked;
    if (!this.#announce || valueQuery?.from !== from || valueQuery.to !== to) return;
    this.#announce = false;
    const { words, locale } = this.localize;
    const count = inDays(this.#source.placed.items, this.#place.shown).length;
    this.#announcement = words.calendar.showing(count, this.#place.title(locale, words));
  }

  #rangeChanged(): void {
    this.#announce = true;
    const { from, to } = this.#place.shown;
    this.dispatchEvent(new VrRangeChangedEvent(this.#place.view, from, to));
  }

  #open(event: CalendarEvent): void {
    if (!this.dispatchEvent(new VrEventOpenEvent(event))) return;
    this.opened = { kind: 'event', event };
  }

  /** Opens an event where it stands. */
  #show(event: CalendarEvent): void {
    this.#go(event.allDay ? event.start : plainDateAt(this.#zone, Date.parse(event.start)));
    this.#open(event);
  }

  #onDay({ detail: { date, open } }: VrDaySelectEvent): void {
    this.#go(date);
    if (!open || (this.#column.narrow && this.#place.view === 'month')) return;
    const [first, second] = eventsOfDay(this.#source.placed.items, toEpochDay(date));
    const mayCreate = this.#source.reader?.mayCreate === true;
    if (first && !second && !mayCreate) this.#open(first.event);
    else if (first || mayCreate) this.opened = { kind: 'day', date };
  }
}
