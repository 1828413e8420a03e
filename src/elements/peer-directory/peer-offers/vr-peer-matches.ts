import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerOffersMessages } from '../../../i18n/de/peer-offers.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerOffersWords } from '../../../i18n/peer-offers-words.ts';
import { asBackendError } from '../../../internal/as-backend-error.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import { unlessAborted } from '../../../internal/unless-aborted.ts';
import type { Me } from '../../../model/account.ts';
import type { Problem } from '../../../model/page.ts';
import type { PeerMatch } from '../../../model/peer.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { placeOf, whyOf } from '../../shared/peer-words.ts';
import { OwnEntry, ownEntryLink } from '../peer-contact/own-entry.ts';
import { VrContactOpenEvent, VrPeerOpenEvent } from './events.ts';
import { renderWayIn } from './offers-start.ts';
import { renderLane } from './offers-state.ts';
import { offersStyles } from './vr-peer-offers.styles.ts';

/**
 * People who fit the reader by what both write of themselves, each with the reason in words; other organisations come
 * before the own one.
 *
 * @summary People who fit the reader, with the reason in words.
 * @documentation docs/offers-and-contact.md
 * @status stable
 * @since 0.3
 *
 * @fires {VrPeerOpenEvent} vr-peer-open - the reader wants to see somebody's entry
 * @fires {VrContactOpenEvent} vr-contact-open - the reader wants to ask somebody for contact
 */
export class VrPeerMatches extends StyledElement {
  static override styles = [host, controls, offersStyles];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Address of the page with the reader's own entry; default: this page, when it has it. */
  @property({ attribute: false }) profileUrl: string | undefined;
  /** How many at most. */
  @property({ attribute: false }) limit = 6;

  @state() private stand: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  @state() private items: readonly PeerMatch[] = [];
  @state() private problems: readonly Problem[] = [];
  @state() private error: BackendError | undefined;
  @state() private signInFailed = false;

  readonly #localize = new LocalizeController<PeerOffersMessages>(this, peerOffersWords);
  readonly #own = new OwnEntry(this);
  #abort = new AbortController();
  #asked = '';
  #port: PeersPort | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#port = undefined;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const { port, me, limit } = this;
    if (!this.isConnected) return;
    const asked = `${me?.person?.id ?? ''} ${limit}`;
    if (port !== this.#port || asked !== this.#asked) {
      this.#port = port;
      this.#asked = asked;
      this.items = [];
      this.stand = 'idle';
      void this.#load();
    }
    // Whose entry says nothing yet is told so; nobody else's is asked for.
    if (this.stand === 'ready' && this.items.length === 0) this.#own.use(port, me?.person?.id);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#localize;
    const { matches } = words;
    const { port, me, items, stand, problems, error } = this;
    if (!port?.matches) return nothing;
    const profile = ownEntryLink(this.profileUrl);
    return html`<section class="base" aria-busy=${stand === 'loading'}>
      <div class="head">
        <div class="title" role="heading" tabindex="-1" aria-level=${this.headingLevel}>${matches.title}</div>
        <p class="lead">${matches.why}</p>
      </div>
      ${
        me?.anonymous === true
          ? renderWayIn({ words, account: this.account, signInFailed: this.signInFailed, signIn: this.#signIn })
          : nothing
      }
      ${
        items.length > 0
          ? html`<ul class="cards" role="list">
              ${repeat(
                items,
                ({ peer }) => peer.id,
                (match) => this.#renderMatch(match, port),
              )}
            </ul>`
          : nothing
      }
      ${
        stand === 'ready' && items.length === 0 && problems.length === 0
          ? html`<div class="nobody" role="status">
              <p>${this.#own.entry && this.#own.entry.state !== 'listed' ? matches.emptyDraft : matches.empty}</p>
              ${profile ? html`<a class="button" href=${profile}>${words.offers.toProfile}</a>` : nothing}
            </div>`
          : renderLane({ state: stand, items, problems, error }, '', words, () => void this.#load(), matches.loading)
      }
    </section>`;
  }

  #renderMatch({ peer, why }: PeerMatch, port: PeersPort): TemplateResult {
    const { words } = this.#localize;
    const { matches } = words;
    const { id, displayName, photo, headline, can, me } = peer;
    const mayAsk = port.requestContact && can.includes('contact') && me?.request !== 'sent';
    return html`<li class="card" data-id=${id}>
      <div class="who">
        <vr-avatar .personId=${id} .name=${displayName} .photo=${photo?.url}></vr-avatar>
        <div>
          <div class="name" role="heading" aria-level=${Math.min(6, this.headingLevel + 1)}>
            <button
              type="button"
              class="link"
              aria-label=${matches.toPeer(displayName)}
              @click=${() => this.dispatchEvent(new VrPeerOpenEvent(id))}
            >
              ${displayName}
            </button>
          </div>
          <p class="meta">${placeOf(peer)}</p>
        </div>
      </div>
      ${headline ? html`<p class="text">${headline}</p>` : nothing}
      ${why.length > 0 ? html`<p class="why">${words.peer.fits(whyOf(why, words))}</p>` : nothing}
      ${
        mayAsk
          ? html`<div class="row">
              <button type="button" class="button" @click=${() => this.dispatchEvent(new VrContactOpenEvent(peer))}>
                ${matches.contact}<span class="visually-hidden">: ${displayName}</span>
              </button>
            </div>`
          : nothing
      }
    </li>`;
  }

  readonly #signIn = (): void => {
    this.signInFailed = false;
    this.account?.signIn?.().catch(() => (this.signInFailed = true));
  };

  async #load(): Promise<void> {
    const { port, me, limit } = this;
    this.#abort.abort();
    if (!port?.matches || !me?.person) return;
    const { signal } = (this.#abort = new AbortController());
    this.stand = 'loading';
    this.error = undefined;
    try {
      const page = await unlessAborted(port.matches({ limit, signal }), signal);
      this.items = page.items;
      this.problems = page.problems;
      this.stand = 'ready';
    } catch (cause) {
      if (signal.aborted) return;
      this.error = asBackendError(cause);
      this.stand = 'failed';
    }
  }
}
