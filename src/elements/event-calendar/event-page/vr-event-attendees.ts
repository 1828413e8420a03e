import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { EventRef, EventsPort } from '../../../backend/ports.ts';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { eventPageWords } from '../../../i18n/event-page-words.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { whenWords } from '../../../i18n/when-words.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { randomId } from '../../../internal/random-id.ts';
import { saveFile } from '../../../internal/save-file.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { Registration } from '../../../model/registration.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { icon } from '../../shared/icons.ts';
import { fileName } from '../event-file.ts';
import { printSheet } from '../event-program/print-sheet.ts';
import { nameOf, renderAttendeesTable, sheetOf } from './attendees-table.ts';
import { PAGE_ICONS } from './page-icons.ts';
import { sectionStyles } from './section.styles.ts';
import { attendeesStyles } from './vr-event-attendees.styles.ts';

/** Pages that are asked for before a file or a sheet: nobody meets more people than that. */
const MOST_PAGES = 200;

/**
 * Who comes to an event, who waits and who does not come any more, with what they wrote; for those who plan it. Nothing is
 * asked for before the list is opened.
 *
 * @summary The organiser's list of registrations.
 * @status stable
 * @since 0.3
 */
export class VrEventAttendees extends StyledElement {
  static override styles = [host, controls, sectionStyles, attendeesStyles];

  @property({ attribute: false }) event: CalendarEvent | undefined;
  @property({ attribute: false }) port: EventsPort | undefined;
  /** Level of the heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 4;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';

  @state() private open = false;
  @state() private items: readonly Registration[] | undefined;
  @state() private total = 0;
  @state() private next: string | undefined;
  @state() private busy = false;
  @state() private error: BackendError | undefined;
  @state() private said = '';
  /** Whose registration is about to be removed. */
  @state() private asked: string | undefined;

  readonly #localize = new LocalizeController<EventPageMessages>(this, eventPageWords);
  #shown = '';
  #abort = new AbortController();
  #focus: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.busy = false;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const { uid = '', recurrenceId = '' } = this.event ?? {};
    const shown = `${uid} ${recurrenceId}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#abort.abort();
    this.open = this.busy = false;
    this.items = this.error = this.next = this.asked = undefined;
    this.said = '';
  }

  protected override updated(): void {
    if (!this.#focus) return;
    this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event, open } = this;
    if (!event) return nothing;
    const { attendees } = this.#localize.words;
    return html`<section aria-labelledby="title">
      <div class="subtitle" id="title" role="heading" tabindex="-1" aria-level=${this.headingLevel}>
        ${attendees.title}
      </div>
      ${this.#renderCounts(event)}
      <div class="row">
        <button type="button" class="button" aria-expanded=${open} @click=${this.#toggle}>
          ${icon(PAGE_ICONS.people)} ${open ? attendees.hide : attendees.open}
        </button>
        ${open && this.items ? this.#renderTools() : nothing}
      </div>
      <p class="quiet" role="status">${this.said}</p>
      ${open ? this.#renderList() : nothing}
    </section>`;
  }

  #renderCounts({ registration }: CalendarEvent): TemplateResult | typeof nothing {
    const { attendees } = this.#localize.words;
    const { registered = 0, waiting = 0, capacity } = registration ?? {};
    const of = capacity === undefined ? '' : ` ${attendees.of(capacity)}`;
    return html`<p class="text">
      ${attendees.registered(registered)}${of}${waiting > 0 ? ` · ${attendees.waiting(waiting)}` : nothing}
    </p>`;
  }

  #renderTools(): TemplateResult {
    const { attendees } = this.#localize.words;
    return html`<button type="button" class="button" aria-disabled=${this.busy ? 'true' : nothing} @click=${this.#refresh}>
        ${icon(PAGE_ICONS.refresh)} ${attendees.refresh}
      </button>
      ${
        this.port?.registrationsFile
          ? html`<button type="button" class="button" @click=${this.#download}>
              ${icon(PAGE_ICONS.table)} ${attendees.download}
            </button>`
          : nothing
      }
      <button type="button" class="button" @click=${this.#print}>${icon(PAGE_ICONS.print)} ${attendees.print}</button>`;
  }

  #renderList(): TemplateResult {
    const { words } = this.#localize;
    const { attendees } = words;
    const { items, error, total } = this;
    return html`${
      error
        ? html`<div class="panel wrong" role="alert">
            <p>${attendees.failed} ${words.failure[error.kind]}</p>
            <div class="row">
              <button type="button" class="button" @click=${this.#refresh}>${words.common.retry}</button>
            </div>
          </div>`
        : nothing
    }
    ${!items && !error ? html`<p class="quiet" role="status">${attendees.loading}</p>` : nothing}
    ${items?.length === 0 ? html`<p>${attendees.none}</p>` : nothing}
    ${
      items && items.length > 0
        ? html`<p class="quiet">${attendees.privacy}</p>
            ${renderAttendeesTable({
              words,
              locale: this.locale,
              timeZone: this.timeZone,
              items,
              mayRemove: this.port?.removeRegistration !== undefined,
              asked: this.asked,
              onAsk: (id) => {
                this.asked = id;
                this.#focus = id === undefined ? '#title' : '.ask';
              },
              onRemove: (registration) => void this.#remove(registration),
            })}`
        : nothing
    }
    ${
      this.next
        ? html`<div class="row">
            <button type="button" class="button" aria-disabled=${this.busy ? 'true' : nothing} @click=${this.#more}>
              ${words.common.showMore}
            </button>
            <span class="quiet">${attendees.showing(items?.length ?? 0, total)}</span>
          </div>`
        : nothing
    }`;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
    this.said = '';
    if (this.open && !this.items) void this.#load();
  };

  readonly #refresh = async (): Promise<void> => {
    if (!(await this.#load())) return;
    this.said = this.#localize.words.attendees.refreshed(this.total);
  };

  readonly #more = (): Promise<boolean> => this.#load(this.next);

  readonly #download = async (): Promise<void> => {
    const { event, port } = this;
    const ref = this.#ref();
    const { attendees } = this.#localize.words;
    if (!event || !ref || !port?.registrationsFile) return;
    await this.#run(async (signal) => {
      const text = await port.registrationsFile!(ref, { signal });
      saveFile(`${attendees.file}-${fileName(event.title)}.csv`, 'text/csv;charset=utf-8', text);
      this.said = attendees.downloaded;
    });
  };

  readonly #print = async (): Promise<void> => {
    const { words } = this.#localize;
    for (let pages = 0; this.next && pages < MOST_PAGES; pages++) if (!(await this.#load(this.next))) return;
    const { event, items = [] } = this;
    if (!event) return;
    const when = whenWords(event, this.timeZone, this.locale, words);
    printSheet(sheetOf(event, when, items, words));
  };

  /** Asks for the list, or for what follows a page. True when it came. */
  async #load(cursor?: string): Promise<boolean> {
    const ref = this.#ref();
    const { port } = this;
    if (!ref || !port?.registrations) return false;
    return this.#run(async (signal) => {
      const page = await port.registrations!(ref, { signal, fresh: true, ...(cursor && { cursor }) });
      this.items = cursor ? [...(this.items ?? []), ...page.items] : page.items;
      this.next = page.next;
      this.total = page.total ?? this.items.length;
    });
  }

  async #remove({ id, person }: Registration): Promise<void> {
    const ref = this.#ref();
    const { port } = this;
    const { words } = this.#localize;
    if (!ref || !port?.removeRegistration) return;
    const done = await this.#run((signal) => port.removeRegistration!(ref, id, { signal, idempotencyKey: randomId() }));
    this.asked = undefined;
    this.#focus = '#title';
    if (!done) return;
    // Whoever waited first has a place now: the whole list is another one.
    await this.#load();
    this.said = words.attendees.removed(nameOf(person, words));
  }

  async #run(call: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    const abort = (this.#abort = new AbortController());
    this.busy = true;
    this.error = undefined;
    this.said = '';
    try {
      await call(abort.signal);
      return !abort.signal.aborted;
    } catch (error) {
      if (!abort.signal.aborted) this.error = asBackendError(error);
      return false;
    } finally {
      if (abort === this.#abort) this.busy = false;
    }
  }

  #ref(): EventRef | undefined {
    const { id, uid, recurrenceId } = this.event ?? {};
    return uid === undefined ? undefined : { id: id ?? uid, ...(recurrenceId && { recurrenceId }) };
  }
}
