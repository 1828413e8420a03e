import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

/**
 * What members give each other: impulses that wait for a date, and learning circles with places left.
 *
 * @summary Impulses and learning circles, to be offered, joined and dated.
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventOpenIdEvent} vr-event-open-id - the reader wants to see the event that an offer has become
 * @fires {VrEventChangedEvent} vr-event-changed - an event came into being, or somebody joined or left one
 */
export class VrEventOffers extends StyledElement {
  static override styles = [host, controls];

  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Begins a new impulse at once, with this title (see `linkedImpulse`). */
  @property({ attribute: false }) newImpulse: string | undefined;

  protected override render(): TemplateResult {
    return html`<div class="base"></div>`;
  }
}
