import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

/**
 * Requests for contact, received and sent.
 *
 * @summary Requests for contact, received and sent.
 * @documentation docs/offers-and-contact.md
 * @status stable
 * @since 0.3
 */
export class VrContactInbox extends StyledElement {
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
  /** The request to open. */
  @property({ attribute: false }) requestId: string | undefined;

  protected override render(): TemplateResult | typeof nothing {
    return this.port ? html`` : nothing;
  }
}
