import { html, nothing, type TemplateResult } from 'lit';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerOffersMessages } from '../../../i18n/de/peer-offers.ts';
import type { Me } from '../../../model/account.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import { OFFER_DIRECTIONS, type OfferDirection, type PeerOffer } from '../../../model/peer.ts';
import type { OpenForm } from './offers-context.ts';

export interface StartContext {
  readonly words: PeerOffersMessages;
  readonly port: PeersPort;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly form: OpenForm | undefined;
  /** The reader's own entry, as far as it is known. */
  readonly entry: PeerProfile | undefined;
  /** Where it is written. */
  readonly profile: string | undefined;
  readonly said: string;
  /** What was closed last, and can be opened again. */
  readonly closed: PeerOffer | undefined;
  readonly signInFailed: boolean;
  readonly open: (form: OpenForm | undefined) => void;
  readonly undo: (offer: PeerOffer) => void;
  readonly signIn: () => void;
}

/** The way in, for who has not signed in. */
export const renderWayIn = ({
  words: { offers },
  account,
  signInFailed,
  signIn,
}: Pick<StartContext, 'words' | 'account' | 'signInFailed' | 'signIn'>): TemplateResult =>
  html`<div class="row locked">
    <p>${offers.signInHint}</p>
    ${
      account?.signIn
        ? html`<button type="button" class="button primary" @click=${signIn}>${offers.signIn}</button>`
        : nothing
    }
    ${signInFailed ? html`<p class="failure" role="alert">${offers.signInFailed}</p>` : nothing}
  </div>`;

/** What members begin; strangers are shown the way in. */
export function renderStart(context: StartContext): TemplateResult | typeof nothing {
  const { words, port, me, form, open } = context;
  const { offers } = words;
  if (me?.anonymous === true) return renderWayIn(context);
  if (!port.createOffer || !me?.person) return nothing;
  const start = (direction: OfferDirection): TemplateResult => {
    const isNow = form?.name === 'create' && form.direction === direction;
    return html`<button
      type="button"
      class="button primary"
      data-begin=${direction}
      aria-expanded=${isNow}
      @click=${() => open(isNow ? undefined : { name: 'create', direction })}
    >
      ${offers.begin[direction]}
    </button>`;
  };
  const why = unseenWhy(context);
  return html`${why ? html`<p class="note">${why} ${renderProfileLink(context)}</p>` : nothing}
    <div class="row">${OFFER_DIRECTIONS.map(start)}</div>`;
}

/** The way to the own entry, where there is one. */
export const renderProfileLink = ({
  words: { offers },
  profile,
}: Pick<StartContext, 'words' | 'profile'>): TemplateResult | typeof nothing =>
  profile ? html`<a href=${profile}>${offers.toProfile}</a>` : nothing;

/** Why nobody else sees what the reader puts up; empty where they do. */
function unseenWhy({ words: { offers }, entry }: StartContext): string {
  if (!entry) return '';
  if (entry.state !== 'listed') return offers.notListed[entry.state];
  return entry.fieldVisibility.offers === 'self' ? offers.onlyMe : '';
}

/** What was done last, with the way back where there is one. */
export const renderSaid = ({ words: { offers }, said, closed, undo }: StartContext): TemplateResult =>
  html`<div class=${said ? 'said' : 'visually-hidden'}>
    <p role="status">${said}</p>
    ${
      said && closed
        ? html`<button type="button" class="link" data-undo @click=${() => undo(closed)}>${offers.undo}</button>`
        : nothing
    }
  </div>`;
