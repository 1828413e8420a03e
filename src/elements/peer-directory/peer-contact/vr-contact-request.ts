import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { PeerBrief } from '../../../model/peer.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import type { ContactAbout } from '../peer-offers/events.ts';

/**
 * A request for contact.
 *
 * @summary A request for contact.
 * @documentation docs/offers-and-contact.md
 * @status stable
 * @since 0.3
 */
export class VrContactRequest extends StyledElement {
  static override styles = [host, controls];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  @property({ attribute: false }) peer: PeerBrief | undefined;
  @property({ attribute: false }) about: ContactAbout | undefined;

  protected override render(): TemplateResult | typeof nothing {
    return this.port ? html`` : nothing;
  }
}
