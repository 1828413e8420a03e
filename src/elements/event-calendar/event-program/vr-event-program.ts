import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { timedSessions } from '../../../model/session-grid.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

/**
 * The programme of a camp: what is on when and where, the reader's own programme, and, where people propose sessions,
 * the proposals and their way onto the plan. It asks the port itself; only what `can[]` names and the source is able to
 * do is offered.
 *
 * @summary The programme of one event inside the calendar.
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventChangedEvent} vr-event-changed - the event has other sessions now
 */
export class VrEventProgram extends StyledElement {
  static override styles = [host, controls];

  @property({ attribute: false }) event: CalendarEvent | undefined;
  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  /** Level of the programme's heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Address of a page with the form for ideas, to which a session leads. */
  @property({ attribute: false }) ideaUrl: string | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const timed = timedSessions(this.event?.sessions ?? []);
    if (timed.length === 0) return nothing;
    return html`<ul>
      ${timed.map(({ session }) => html`<li>${session.title}</li>`)}
    </ul>`;
  }
}
