import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventsPort } from '../../../backend/ports.ts';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { eventPageWords } from '../../../i18n/event-page-words.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { whenWords } from '../../../i18n/when-words.ts';
import { eventLink } from '../../../internal/event-link.ts';
import { canShare, share } from '../../../internal/share.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import { addToCalendarLinks } from '../../../model/add-to-calendar-links.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import { saveEventFile } from '../event-file.ts';
import { safeUrl } from '../event-links.ts';
import { renderCopyField, type Copied } from '../../shared/copy-field.ts';
import { PAGE_ICONS } from './page-icons.ts';
import { sectionStyles } from './section.styles.ts';

/**
 * The ways of an event out of the page: into calendars, as a file or by a link, and to other people. Links ask nobody
 * anything before they are clicked.
 *
 * @summary Saving and sharing one event.
 * @status stable
 * @since 0.3
 */
export class VrEventShare extends StyledElement {
  static override styles = [host, controls, fields, sectionStyles];

  @property({ attribute: false }) event: CalendarEvent | undefined;
  @property({ attribute: false }) port: EventsPort | undefined;
  /** Level of the heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';

  @state() private copied: Copied = 'no';
  @state() private saved = false;

  readonly #localize = new LocalizeController<EventPageMessages>(this, eventPageWords);

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('event');
    if (!before || before.uid === this.event?.uid) return;
    this.copied = 'no';
    this.saved = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event } = this;
    if (!event) return nothing;
    const { share: says } = this.#localize.words;
    return html`<section class="no-print" aria-labelledby="title">
      <div class="subtitle" id="title" role="heading" aria-level=${this.headingLevel}>${says.title}</div>
      ${event.status === 'cancelled' ? nothing : this.#renderCalendars(event)} ${this.#renderPassOn(event)}
    </section>`;
  }

  #renderCalendars(event: CalendarEvent): TemplateResult {
    const { words } = this.#localize;
    const { share: says } = words;
    const { google, outlookWork, outlookHome } = addToCalendarLinks(event, this.#pageOf(event));
    const file = this.port?.fileUrl?.(event);
    const apple = file && safeUrl(file);
    const away = (href: string, label: string): TemplateResult =>
      html`<li>
        <a href=${href} target="_blank" rel="noopener noreferrer"
          >${label}<span class="visually-hidden"> (${words.common.openInNewTab})</span></a
        >
      </li>`;
    return html`<div class="row">
        <button
          type="button"
          class="button"
          @click=${() => {
            void saveEventFile(event).then(() => (this.saved = true));
          }}
        >
          ${icon(ICONS.save)} ${says.file}
        </button>
      </div>
      <p class="quiet" role="status">${this.saved ? says.fileSaved : nothing}</p>
      <details>
        <summary>${says.calendars}</summary>
        <ul class="ways" role="list">
          ${apple ? html`<li><a href=${apple}>${says.apple}</a></li>` : nothing} ${away(google, says.google)}
          ${away(outlookWork, says.outlookWork)} ${away(outlookHome, says.outlookHome)}
        </ul>
        <p class="quiet">${says.calendarHint}</p>
      </details>`;
  }

  #renderPassOn(event: CalendarEvent): TemplateResult {
    const { words } = this.#localize;
    const { share: says } = words;
    const link = eventLink(event.uid, event.recurrenceId);
    const copy = renderCopyField({
      copy: says.copy,
      label: says.link,
      copied: says.copied,
      byHand: says.copyByHand,
      text: link,
      state: this.copied,
      onCopied: (copied) => (this.copied = copied),
    });
    const when = whenWords(event, this.timeZone, this.locale, words);
    const mail = `mailto:?subject=${encodeURIComponent(event.title)}&body=${encodeURIComponent(
      says.mailText(event.title, when, link).replace(/\n/g, '\r\n'),
    )}`;
    const more = event.url && safeUrl(event.url);
    return html`<div class="row">
        ${copy.button}
        ${
          canShare()
            ? html`<button type="button" class="button" @click=${() => this.#share(event, when, link)}>
                ${icon(PAGE_ICONS.share)} ${says.share}
              </button>`
            : nothing
        }
        <a class="button" href=${mail}>${icon(PAGE_ICONS.mail)} ${says.mail}</a>
        ${
          more
            ? html`<a class="button quiet" href=${more} target="_blank" rel="noopener noreferrer">
                ${says.more} ${icon(ICONS.external)}
                <span class="visually-hidden">(${words.common.openInNewTab})</span>
              </a>`
            : nothing
        }
      </div>
      ${copy.field}`;
  }

  /** The page about the event that a calendar entry names: its own, or this one with the event opened. */
  #pageOf(event: CalendarEvent): string {
    return (event.url && safeUrl(event.url)) || eventLink(event.uid, event.recurrenceId);
  }

  async #share(event: CalendarEvent, when: string, url: string): Promise<void> {
    const done = await share({ title: event.title, text: `${event.title}\n${when}`, url });
    if (!done) this.copied = 'by-hand';
  }
}
