import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { eventPageWords } from '../../../i18n/event-page-words.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { icon } from '../../shared/icons.ts';
import type { EditorTask } from '../event-editor/vr-event-editor.ts';
import { safeUrl } from '../event-links.ts';
import { EventPageController } from './event-page-controller.ts';
import { VrEventChangedEvent, VrEventCloseEvent } from './events.ts';
import { PAGE_ICONS } from './page-icons.ts';
import { sectionStyles } from './section.styles.ts';
import { pageStyles } from './vr-event-page.styles.ts';

/**
 * Everything about one event, and everything its readers can do with it: register, save it, pass it on; for organisers who
 * comes, and changing it. It asks the port itself; only what `can[]` names and the source is able to do is offered.
 *
 * @summary The page of one event inside the calendar's dialog.
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventChangedEvent} vr-event-changed - the event is another one now
 * @fires {VrEventCloseEvent} vr-event-close - there is no such event, and the reader wants the calendar back
 */
export class VrEventPage extends StyledElement {
  static override styles = [host, controls, sectionStyles, pageStyles];

  /** What is known of the event so far; the whole of it is asked for. */
  @property({ attribute: false }) event: CalendarEvent | undefined;
  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  /** Level of the event's title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Address of a page with the form for ideas, to which a session leads. */
  @property({ attribute: false }) ideaUrl: string | undefined;

  /** The organiser's form is open, for this. */
  @state() private task: EditorTask | undefined;

  readonly #localize = new LocalizeController<EventPageMessages>(this, eventPageWords);
  readonly #page = new EventPageController(this);
  readonly #registration = new LazyPart(this, () => import('./vr-event-registration.define.ts'));
  readonly #attendees = new LazyPart(this, () => import('./vr-event-attendees.define.ts'));
  readonly #share = new LazyPart(this, () => import('./vr-event-share.define.ts'));
  readonly #program = new LazyPart(this, () => import('../event-program/vr-event-program.define.ts'));
  readonly #editor = new LazyPart(this, () => import('../event-editor/vr-event-editor.define.ts'));
  #shownUid: string | undefined;
  #returnTo: EditorTask | undefined;

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (this.event?.uid === this.#shownUid) return;
    this.#shownUid = this.event?.uid;
    this.task = undefined;
  }

  protected override updated(): void {
    if (!this.#returnTo || this.task) return;
    this.renderRoot.querySelector<HTMLElement>(`[data-task="${this.#returnTo}"]`)?.focus();
    this.#returnTo = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event, error, state: stands } = this.#page;
    if (!event) return nothing;
    const { words } = this.#localize;
    if (stands === 'failed' && error?.kind === 'missing') return this.#renderGone();
    if (this.task) return this.#renderEditor(event, this.task);
    return html`<article aria-busy=${stands === 'loading'} @vr-event-changed=${this.#onChanged}>
      ${
        stands === 'failed' && error
          ? html`<div class="panel waits" role="status">
              <p>${words.page.stale(words.failure[error.kind])}</p>
              <div class="row">
                <button type="button" class="button small" @click=${() => void this.#page.load(true)}>
                  ${words.common.retry}
                </button>
              </div>
            </div>`
          : nothing
      }
      <vr-event-details
        .event=${event}
        .bare=${true}
        .headingLevel=${this.headingLevel}
        .timeZone=${this.timeZone}
        .locale=${this.locale}
        .words=${words}
      ></vr-event-details>
      ${this.#renderNotes(event)} ${this.#renderRegistration(event)} ${this.#renderCircle(event)}
      ${this.#renderProgram(event)} ${this.#renderOrganiser(event)}
      ${
        this.#share.get()
          ? html`<vr-event-share
              .event=${event}
              .port=${this.port}
              .headingLevel=${this.#level()}
              .timeZone=${this.timeZone}
              .locale=${this.locale}
            ></vr-event-share>`
          : nothing
      }
      <p class="visually-hidden" role="status">${stands === 'loading' ? words.page.loading : nothing}</p>
    </article>`;
  }

  /** Who sees it, and how sure it is, where that is not as usual. */
  #renderNotes({ visibility = 'public', status }: CalendarEvent): TemplateResult | typeof nothing {
    const { page } = this.#localize.words;
    const seenBy = page.notPublic[visibility];
    if (!seenBy && status !== 'tentative') return nothing;
    return html`<div class="notes">
      ${seenBy ? html`<p>${icon(PAGE_ICONS.lock)} ${seenBy}</p>` : nothing}
      ${status === 'tentative' ? html`<p>${icon(PAGE_ICONS.edit)} ${page.tentative}</p>` : nothing}
    </div>`;
  }

  #renderRegistration(event: CalendarEvent): TemplateResult | typeof nothing {
    if (!event.registration || event.registration.mode === 'none' || !this.#registration.get()) return nothing;
    return html`<vr-event-registration
      .event=${event}
      .port=${this.port}
      .account=${this.account}
      .me=${this.me}
      .storage=${this.storage}
      .headingLevel=${this.#level()}
      .timeZone=${this.timeZone}
      .locale=${this.locale}
    ></vr-event-registration>`;
  }

  /** What a learning circle works by, and with whom. */
  #renderCircle({ circle }: CalendarEvent): TemplateResult | typeof nothing {
    const { page } = this.#localize.words;
    const guide = circle?.guideUrl && safeUrl(circle.guideUrl);
    const members = circle?.members ?? [];
    if (!guide && members.length === 0) return nothing;
    return html`<section aria-labelledby="circle">
      ${
        members.length > 0
          ? html`<div class="subtitle" id="circle" role="heading" aria-level=${this.#level()}>${page.members}</div>
              <ul class="people" role="list">
                ${members.map(
                  ({ displayName, org }) =>
                    html`<li>
                      <span class="strong">${displayName}</span> ${org ? html`<span class="quiet">${org.name}</span>` : nothing}
                    </li>`,
                )}
              </ul>
              <p class="quiet">${page.membersHint}</p>`
          : nothing
      }
      ${
        guide
          ? html`<p id=${members.length > 0 ? nothing : 'circle'}>
              <a href=${guide} rel="noopener noreferrer">${page.guide}</a>
            </p>`
          : nothing
      }
    </section>`;
  }

  #renderProgram(event: CalendarEvent): TemplateResult | typeof nothing {
    const has = event.programme !== undefined || (event.sessions?.length ?? 0) > 0;
    if (!has || !this.#program.get()) return nothing;
    return html`<vr-event-program
      .event=${event}
      .port=${this.port}
      .account=${this.account}
      .me=${this.me}
      .storage=${this.storage}
      .headingLevel=${this.#level()}
      .timeZone=${this.timeZone}
      .locale=${this.locale}
      .ideaUrl=${this.ideaUrl}
      @vr-event-close=${() => this.dispatchEvent(new VrEventCloseEvent())}
    ></vr-event-program>`;
  }

  /** Who comes, and what an organiser can do with the event. */
  #renderOrganiser(event: CalendarEvent): TemplateResult | typeof nothing {
    const { page } = this.#localize.words;
    const may = (action: string): boolean => event.can?.includes(action) ?? false;
    const { port } = this;
    const lists = may('registrations') && port?.registrations && event.registration?.mode === 'hub';
    const tasks: readonly EditorTask[] = !port?.update
      ? []
      : [
          ...(may('update') ? (['edit'] as const) : []),
          ...(may('update') && event.attendance !== 'online' && event.status !== 'cancelled'
            ? (['move-online'] as const)
            : []),
          ...(may('cancel') ? ([event.status === 'cancelled' ? 'restore' : 'cancel'] as const) : []),
        ];
    if (!lists && tasks.length === 0) return nothing;
    return html`<section class="organiser" aria-labelledby="organiser">
      <div class="subtitle" id="organiser" role="heading" aria-level=${this.#level()}>${page.organise}</div>
      ${
        tasks.length > 0
          ? html`<div class="row">
              ${tasks.map(
                (task) =>
                  html`<button type="button" class="button" data-task=${task} @click=${() => (this.task = task)}>
                    ${task === 'edit' ? icon(PAGE_ICONS.edit) : nothing} ${page.tasks[task]}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      ${
        lists && this.#attendees.get()
          ? html`<vr-event-attendees
              .event=${event}
              .port=${port}
              .headingLevel=${Math.min(6, this.#level() + 1)}
              .timeZone=${this.timeZone}
              .locale=${this.locale}
            ></vr-event-attendees>`
          : nothing
      }
    </section>`;
  }

  #renderEditor(event: CalendarEvent, task: EditorTask): TemplateResult {
    if (!this.#editor.get()) return html`<p role="status">${this.#localize.words.status.loading}</p>`;
    return html`<vr-event-editor
      .event=${event}
      .task=${task}
      .port=${this.port}
      .account=${this.account}
      .me=${this.me}
      .storage=${this.storage}
      .headingLevel=${this.headingLevel}
      .timeZone=${this.timeZone}
      .locale=${this.locale}
      @vr-event-changed=${this.#onChanged}
      @vr-event-close=${() => {
        this.#returnTo = task;
        this.task = undefined;
      }}
    ></vr-event-editor>`;
  }

  #renderGone(): TemplateResult {
    const { page } = this.#localize.words;
    return html`<div class="panel plain">
      <p role="status">${page.gone}</p>
      <div class="row">
        <button type="button" class="button" @click=${() => this.dispatchEvent(new VrEventCloseEvent())}>
          ${page.back}
        </button>
      </div>
    </div>`;
  }

  readonly #onChanged = ({ detail }: VrEventChangedEvent): void => {
    this.#page.takeChanged(detail.event);
    if (this.#page.event) this.dispatchEvent(new VrEventChangedEvent(this.#page.event));
  };

  #level(): number {
    return Math.min(6, this.headingLevel + 1);
  }
}
