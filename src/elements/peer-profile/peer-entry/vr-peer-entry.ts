import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

/**
 * The reader's own entry as a part: `<vr-peer-profile>` loads it once somebody has signed in.
 *
 * @summary Form, preview, consent and data of the reader's own entry.
 * @documentation docs/peer-profile.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrProfileChangedEvent} vr-profile-changed - the entry was saved, published, renewed or taken out
 * @fires {VrProfileEndedEvent} vr-profile-ended - the entry, or the whole person, was deleted
 */
export class VrPeerEntry extends StyledElement {
  static override styles = [host, controls];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of its title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Page with the directory; without it the directory of this page. */
  @property({ attribute: false }) directoryUrl: string | undefined;

  protected override render(): TemplateResult {
    return html`<p role="status"></p>`;
  }
}
