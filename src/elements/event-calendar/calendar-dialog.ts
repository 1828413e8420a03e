import '../shared/vr-dialog.define.ts';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { EventsPort, EventsQuery } from '../../backend/ports.ts';
import { calendarExtrasWords } from '../../i18n/calendar-extras-words.ts';
import { longDay } from '../../i18n/date-words.ts';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import type { CalendarExtrasMessages } from '../../i18n/de/calendar-extras.ts';
import { LocalizeController } from '../../i18n/localize-controller.ts';
import { writeEventLink } from '../../internal/event-link.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import { EVENT_KINDS, type CalendarEvent } from '../../model/calendar-event.ts';
import { eventsOfDay, type PlacedEvent } from '../../model/event-days.ts';
import { toEpochDay, type PlainDate } from '../../model/plain-date.ts';
import type { CalendarReader } from './calendar-reader.ts';
import type { Opened, OpenedKind } from './calendar-opened.ts';
import type { CalendarSource } from './calendar-source.ts';
import type { VrEventOpenIdEvent } from './event-offers/events.ts';
import type { VrEventChangedEvent } from './event-page/events.ts';
import type { VrEventSelectEvent } from './events.ts';

export interface DialogContext {
  readonly words: CalendarMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly headingLevel: number;
  readonly placed: readonly PlacedEvent[];
  readonly port: EventsPort | undefined;
  /** What the events are narrowed to, by the page and by the reader. */
  readonly narrowed: Pick<EventsQuery, 'kind' | 'topic' | 'org'>;
  readonly reader: CalendarReader | undefined;
  readonly storage: string;
  readonly ideaUrl: string | undefined;
  readonly onSelect: (event: VrEventSelectEvent) => void;
}

/** The calendar around the dialog. */
export interface DialogHost {
  readonly element: ReactiveControllerHost & HTMLElement;
  readonly source: CalendarSource;
  /** Shows an event where it stands. */
  readonly show: (event: CalendarEvent) => void;
  /** Opens something else, or nothing. */
  readonly open: (opened: Opened | undefined) => void;
  /** Goes to the day of an instant. */
  readonly goTo: (instant: string) => void;
}

interface Context extends DialogContext {
  readonly onOpenId: (event: VrEventOpenIdEvent) => void;
  readonly onCreate: (date: PlainDate) => void;
  readonly onChanged: (event: VrEventChangedEvent) => void;
  readonly onEdited: () => void;
  readonly onClosed: () => void;
}

/** What the calendar shows above itself. What each kind needs comes with its first use. */
export class CalendarDialog {
  readonly #localize: LocalizeController<CalendarExtrasMessages>;
  readonly #parts: Readonly<Record<OpenedKind, LazyPart<unknown>>>;

  readonly #host: DialogHost;
  #opened: Opened | undefined;
  /** What the form has just made. */
  #created: CalendarEvent | undefined;

  constructor(calendar: DialogHost) {
    const host = calendar.element;
    this.#host = calendar;
    this.#localize = new LocalizeController(host, calendarExtrasWords);
    this.#parts = {
      event: new LazyPart(host, () => import('./event-page/vr-event-page.define.ts')),
      day: new LazyPart(host, () => import('./vr-event-agenda.define.ts')),
      editor: new LazyPart(host, () => import('./event-editor/vr-event-editor.define.ts')),
      offers: new LazyPart(host, () => import('./event-offers/vr-event-offers.define.ts')),
      subscribe: new LazyPart(host, () => import('./event-page/vr-event-subscribe.define.ts')),
    };
  }

  render(opened: Opened, shown: DialogContext): TemplateResult {
    this.#link(opened);
    const context: Context = {
      ...shown,
      onOpenId: ({ detail }) => void this.#openId(detail.id, detail.start),
      onCreate: (date) => this.#host.open({ kind: 'editor', date }),
      onChanged: ({ detail }) => this.#change(detail.event),
      onEdited: () => (this.#created ? this.#host.show(this.#created) : context.onClosed()),
      onClosed: () => {
        this.#opened = this.#created = undefined;
        writeEventLink(undefined);
        this.#host.open(undefined);
      },
    };
    return html`<vr-dialog
      .open=${true}
      .label=${this.#label(opened, context.locale)}
      .words=${context.words}
      @vr-dialog-closed=${context.onClosed}
    >
      ${
        this.#parts[opened.kind].get()
          ? this.#renderOpened(opened, context)
          : html`<p role="status">${context.words.status.loading}</p>`
      }
    </vr-dialog>`;
  }

  /** The address of the page names the open event. */
  #link(opened: Opened): void {
    const before = this.#opened;
    this.#opened = opened;
    if (opened.kind !== 'editor') this.#created = undefined;
    if (opened.kind !== 'event') return;
    const { uid, recurrenceId } = opened.event;
    if (before?.kind === 'event' && before.event.uid === uid && before.event.recurrenceId === recurrenceId) return;
    writeEventLink(uid, recurrenceId);
  }

  /** An offer has become an event, or is one. */
  async #openId(id: string, start: string | undefined): Promise<void> {
    const { source, show, open, goTo } = this.#host;
    try {
      const event = await source.port?.get?.(id);
      if (event) show(event);
    } catch (error) {
      console.error(error);
      if (start) goTo(start);
      open(undefined);
    }
  }

  /** An event is another one now, or there is a new one, of which the form says a word before it is shown. */
  #change(event: CalendarEvent): void {
    this.#host.source.query.run();
    if (this.#opened?.kind === 'event') this.#host.open({ kind: 'event', event });
    if (this.#opened?.kind === 'editor') this.#created = event;
  }

  #label(opened: Opened, locale: string): string {
    const { extras } = this.#localize.words;
    switch (opened.kind) {
      case 'event':
        return opened.event.title;
      case 'day':
        return longDay(locale, opened.date);
      case 'editor':
        return extras.create;
      case 'offers':
        return extras.offers;
      case 'subscribe':
        return extras.subscribe;
    }
  }

  #renderOpened(opened: Opened, context: Context): TemplateResult {
    switch (opened.kind) {
      case 'event':
        return renderEvent(opened.event, context);
      case 'day':
        return this.#renderDay(opened.date, context);
      case 'editor':
        return renderEditor(opened.date, context);
      case 'offers':
        return renderOffers(opened.newImpulse, context);
      case 'subscribe':
        return renderSubscribe(context);
    }
  }

  #renderDay(date: PlainDate, context: Context): TemplateResult {
    const { words, locale, timeZone, headingLevel, placed, reader } = context;
    const day = toEpochDay(date);
    const events = eventsOfDay(placed, day);
    return html`${
      events.length > 0
        ? html`<vr-event-agenda
            .placed=${events}
            .from=${day}
            .headingLevel=${headingLevel}
            .timeZone=${timeZone}
            .locale=${locale}
            .words=${words}
            @vr-event-select=${context.onSelect}
          ></vr-event-agenda>`
        : html`<div class="title" role="heading" aria-level=${headingLevel}>${longDay(locale, date)}</div>
            <p class="quiet">${words.calendar.dayEmpty}</p>`
    }
    ${
      reader?.mayCreate
        ? html`<p class="after">
            <button type="button" class="button" @click=${() => context.onCreate(date)}>
              ${this.#localize.words.extras.create}
            </button>
          </p>`
        : nothing
    }`;
  }
}

function renderEvent(event: CalendarEvent, context: Context): TemplateResult {
  const { reader } = context;
  return html`<vr-event-page
    .event=${event}
    .port=${context.port}
    .account=${reader?.account.port}
    .me=${reader?.account.me}
    .storage=${context.storage}
    .headingLevel=${context.headingLevel}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .ideaUrl=${context.ideaUrl}
    @vr-event-changed=${context.onChanged}
    @vr-event-close=${context.onClosed}
  ></vr-event-page>`;
}

function renderEditor(date: PlainDate | undefined, context: Context): TemplateResult {
  const { reader } = context;
  return html`<vr-event-editor
    .date=${date}
    .port=${context.port}
    .account=${reader?.account.port}
    .me=${reader?.account.me}
    .storage=${context.storage}
    .headingLevel=${context.headingLevel}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    @vr-event-changed=${context.onChanged}
    @vr-event-close=${context.onEdited}
  ></vr-event-editor>`;
}

function renderOffers(newImpulse: string | undefined, context: Context): TemplateResult {
  const { reader } = context;
  return html`<vr-event-offers
    .newImpulse=${newImpulse}
    .port=${context.port}
    .account=${reader?.account.port}
    .me=${reader?.account.me}
    .storage=${context.storage}
    .headingLevel=${context.headingLevel}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    @vr-event-open-id=${context.onOpenId}
    @vr-event-changed=${context.onChanged}
    @vr-event-close=${context.onClosed}
  ></vr-event-offers>`;
}

function renderSubscribe({ port, narrowed, placed, words, headingLevel }: Context): TemplateResult {
  return html`<vr-event-subscribe
    .port=${port}
    .filter=${narrowed}
    .filterLabel=${narrowedLabel(narrowed, placed, words)}
    .headingLevel=${headingLevel}
  ></vr-event-subscribe>`;
}

/** What the events are narrowed to, as the reader knows it: "Meetup, Digitalisierung". */
function narrowedLabel(
  { kind, topic, org }: DialogContext['narrowed'],
  placed: readonly PlacedEvent[],
  { calendar, lang }: CalendarMessages,
): string {
  const known = EVENT_KINDS.find((each) => each === kind);
  const labels = placed.flatMap(({ event }) => event.topics ?? []).find(({ id }) => id === topic)?.label;
  const inviting = placed.find(({ event }) => event.organiser?.id === org && org)?.event.organiser?.name;
  const topicLabel = (lang === 'en' ? labels?.en : labels?.de) ?? labels?.de ?? topic;
  return [known ? calendar.kinds[known] : kind, topicLabel, inviting ?? org].filter(Boolean).join(', ');
}
