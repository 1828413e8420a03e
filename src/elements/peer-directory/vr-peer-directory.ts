import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PeerMessages } from '../../i18n/de/peers.ts';
import { peersWords } from '../../i18n/peers-words.ts';
import { WidgetElement } from '../../internal/widget-element.ts';

/**
 * The people of a network, to be found by what they know, offer and seek, and asked for contact without an address.
 *
 * @summary Finds people across departments and administrations.
 * @documentation docs/peer-directory.md
 * @status stable
 * @since 0.3
 */
export class VrPeerDirectory extends WidgetElement<PeerMessages> {
  /** What is searched for at first. */
  @property() q: string | undefined;
  /** Only people with these topics (id or label), parted by semicolons. */
  @property() topic: string | undefined;
  /** Only people of these organisations (id or name), parted by semicolons. */
  @property() org: string | undefined;
  /** Only people who offer, or seek: `offer`, `seek`. */
  @property() direction: string | undefined;
  /** What is shown at first: `cards` or `list`. */
  @property() view: string = 'cards';
  /** People before "Mehr anzeigen", 1 to 50. */
  @property({ type: Number }) limit = 12;
  /** Page with the reader's own entry; without it the `<vr-peer-profile>` of this page. */
  @property({ attribute: 'profile-url' }) profileUrl: string | undefined;
  /** Page where ideas are opened; without it this page. */
  @property({ attribute: 'idea-url' }) ideaUrl: string | undefined;
  /** Page where events are opened; without it this page. */
  @property({ attribute: 'event-url' }) eventUrl: string | undefined;

  constructor() {
    super(peersWords);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
