import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import { calendarWords } from '../../../i18n/calendar-words.ts';
import type { CalendarMessages } from '../../../i18n/de/calendar.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

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
  static override styles = [host, controls];

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

  readonly #localize = new LocalizeController<CalendarMessages>(this, calendarWords);

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event, headingLevel, timeZone, locale } = this;
    if (!event) return nothing;
    return html`<vr-event-details
      .event=${event}
      .headingLevel=${headingLevel}
      .timeZone=${timeZone}
      .locale=${locale}
      .words=${this.#localize.words}
    ></vr-event-details>`;
  }
}
