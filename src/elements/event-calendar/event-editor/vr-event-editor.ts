import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { PlainDate } from '../../../model/plain-date.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

/** What an organiser came to do. */
export type EditorTask = 'edit' | 'cancel' | 'move-online' | 'restore';

/**
 * The form of an organiser: a new event, a change of one date or of a whole series, a cancellation.
 *
 * @summary Creates, changes and cancels events.
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventChangedEvent} vr-event-changed - the event was created, changed or cancelled
 * @fires {VrEventCloseEvent} vr-event-close - the organiser is done with the form
 */
export class VrEventEditor extends StyledElement {
  static override styles = [host, controls];

  /** What is changed; a new event without it. Of a series, the date that was opened. */
  @property({ attribute: false }) event: CalendarEvent | undefined;
  /** Day that a new event was asked for. */
  @property({ attribute: false }) date: PlainDate | undefined;
  /** What the organiser came to do with the event. */
  @property({ attribute: false }) task: EditorTask = 'edit';
  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the form's title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;

  protected override render(): TemplateResult {
    return html`<div class="base"></div>`;
  }
}
