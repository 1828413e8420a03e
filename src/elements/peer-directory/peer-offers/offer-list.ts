import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isOneClick } from '../../../internal/one-click.ts';
import { offerStanding } from '../../../model/peer-offer-form.ts';
import type { PeerOffer } from '../../../model/peer.ts';
import { icon } from '../../shared/icons.ts';
import { OFFER_ICONS } from './offer-icons.ts';
import { topicLabel } from '../../shared/peer-words.ts';
import { turnKey } from './offer-work.ts';
import { formKey, untilDay, type OffersContext, type OpenForm } from './offers-context.ts';

const list = (offers: readonly PeerOffer[], draw: (offer: PeerOffer) => TemplateResult): TemplateResult =>
  html`<ul class="cards" role="list">
    ${repeat(offers, ({ id }) => id, draw)}
  </ul>`;

/** What others offer and seek, as short cards. */
export const renderBoard = (offers: readonly PeerOffer[], context: OffersContext): TemplateResult =>
  list(offers, (offer) => renderOther(offer, context));

/** The reader's own ones, those that have ended, too. */
export const renderMine = (offers: readonly PeerOffer[], context: OffersContext): TemplateResult =>
  list(offers, (offer) => renderOwn(offer, context));

function renderFacts(
  { direction, topic, text, form }: PeerOffer,
  until: string,
  { words, headingLevel }: OffersContext,
  own: boolean,
): TemplateResult {
  const { peer } = words;
  const word = own ? peer.ownDirections[direction] : peer.directions[direction];
  return html`<p class="state" data-direction=${direction}>${icon(OFFER_ICONS[direction])} ${word}</p>
    <div class="name" role="heading" aria-level=${headingLevel}>${topicLabel(topic, words.lang)}</div>
    ${text ? html`<p class="text">${text}</p>` : nothing}
    <p class="meta">${[peer.forms[form], until].filter(Boolean).join(' · ')}</p>`;
}

function renderOther(offer: PeerOffer, context: OffersContext): TemplateResult {
  const { words, locale, user, stranger, port, toPeer, contact } = context;
  const { offers } = words;
  const { id, peer, topic, direction, until, can } = offer;
  const label = topicLabel(topic, words.lang);
  const day = untilDay(until, locale);
  const isOwn = peer !== undefined && peer.id === user;
  const mayAsk = !isOwn && port.requestContact && (can.includes('contact') || stranger);
  const about = { type: 'offer', id, title: label } as const;
  return html`<li class="card" data-id=${id} data-direction=${direction}>
    ${renderFacts(offer, day && offers.until(day), context, false)}
    ${
      peer
        ? html`<div class="who">
            <vr-avatar size="small" .personId=${peer.id} .name=${peer.displayName} .photo=${peer.photo?.url}></vr-avatar>
            <div>
              <button
                type="button"
                class="link"
                aria-label=${offers.toPeer(peer.displayName)}
                @click=${() => toPeer(peer.id)}
              >
                ${peer.displayName}
              </button>
              <p class="meta">${[peer.org?.name, peer.unit].filter(Boolean).join(', ')}</p>
            </div>
          </div>`
        : nothing
    }
    ${isOwn ? html`<p class="own">${offers.isYours}</p>` : nothing}
    ${
      mayAsk && peer
        ? html`<div class="row">
            <button type="button" class="button" @click=${() => contact(peer, about)}>
              ${offers.contact}<span class="visually-hidden">: ${peer.displayName}, ${label}</span>
            </button>
          </div>`
        : nothing
    }
  </li>`;
}

function untilWords({ state, until }: PeerOffer, { words, locale, today }: OffersContext): string {
  const { offers } = words;
  const day = untilDay(until, locale);
  if (state !== 'open') return offers.states[state];
  if (day === '') return '';
  const standing = offerStanding({ state, until }, today);
  return standing === 'expired'
    ? offers.expired(day)
    : standing === 'ending'
      ? offers.endsSoon(day)
      : offers.until(day);
}

function renderOwn(offer: PeerOffer, context: OffersContext): TemplateResult {
  const { form, drawForm, deeds, today, words } = context;
  const standing = offerStanding(offer, today);
  const isOpen = form && 'offer' in form && form.offer.id === offer.id;
  const failure = deeds.failureOf(turnKey(offer.id));
  return html`<li class="card mine" data-id=${offer.id} data-standing=${standing}>
    ${renderFacts(offer, untilWords(offer, context), context, true)}
    <div class="row">${renderActions(offer, standing, context)}</div>
    ${failure ? html`<p class="failure" role="alert">${words.offers.failed(words.failure[failure.kind])}</p>` : nothing}
    ${isOpen ? drawForm(form) : nothing}
  </li>`;
}

function renderActions(
  offer: PeerOffer,
  standing: ReturnType<typeof offerStanding>,
  { words, port, form, open, close, deeds, impulseLink }: OffersContext,
): TemplateResult | typeof nothing {
  const { offers } = words;
  const { can, topic, id, direction } = offer;
  const label = topicLabel(topic, words.lang);
  const isOnBoard = standing === 'open' || standing === 'ending';
  const mayChange = can.includes('update') && port.updateOffer !== undefined;
  const mayClose = isOnBoard && port.updateOffer !== undefined && (can.includes('close') || can.includes('update'));
  const impulse = direction === 'offer' && isOnBoard && can.includes('impulse') ? impulseLink(label) : undefined;
  const named = html`<span class="visually-hidden">: ${label}</span>`;
  const opener = (name: 'edit' | 'renew', says: string, primary = false): TemplateResult => {
    const wanted: OpenForm = { name, offer };
    const isNow = form !== undefined && formKey(form) === formKey(wanted);
    return html`<button
      type="button"
      class="button ${primary ? 'primary' : ''}"
      data-open=${name}
      aria-expanded=${isNow}
      @click=${() => open(isNow ? undefined : wanted)}
    >
      ${says}${named}
    </button>`;
  };
  const closer = (state: 'matched' | 'closed', says: string): TemplateResult =>
    html`<button
      type="button"
      class="button"
      data-close=${state}
      aria-disabled=${deeds.isBusy(turnKey(id)) ? 'true' : nothing}
      @click=${(event: MouseEvent) => isOneClick(event) && close(offer, state)}
    >
      ${says}${named}
    </button>`;
  return html`${mayChange && isOnBoard ? opener('edit', offers.edit) : nothing}
  ${mayChange ? opener('renew', isOnBoard ? offers.renew : offers.again, standing === 'ending' || standing === 'expired') : nothing}
  ${mayClose ? html`${closer('matched', offers.done)} ${closer('closed', offers.withdraw)}` : nothing}
  ${impulse ? html`<a class="button quiet" href=${impulse}>${offers.asImpulse}${named}</a>` : nothing}`;
}
