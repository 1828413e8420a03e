import { html, nothing, type TemplateResult } from 'lit';
import { peerOffersLink } from '../../../internal/peer-link.ts';
import { dayWords, topicName, type EntryContext } from './entry-context.ts';

/** Where offers are written: in the directory, on this page or another. */
function boardAddress(directoryUrl: string | undefined): string | undefined {
  if (directoryUrl) return `${directoryUrl.split('#')[0]!}#vr-peer-offers`;
  return document.querySelector('vr-peer-directory') ? peerOffersLink() : undefined;
}

/** What the reader offers and seeks, and the way to where it is written. */
export function renderOwnOffers(context: EntryContext): TemplateResult {
  const { words, profile, today, directoryUrl } = context;
  const { offers: says } = words.entry;
  const address = boardAddress(directoryUrl);
  const shown = profile.offers.filter(({ state }) => state !== 'closed');
  return html`${
    shown.length === 0
      ? html`<span>${says.none}</span>`
      : html`<ul role="list">
          ${shown.map(
            ({ direction, topic, form, until, state }) =>
              html`<li>
                <strong>${words.peer.ownDirections[direction]}:</strong> ${topicName(topic, words.lang)} ·
                ${words.peer.forms[form]}${
                  until === ''
                    ? nothing
                    : html` · ${until < today ? says.expired : says.until(dayWords(until, context))}`
                }${state === 'matched' ? html` · ${words.peer.offerStates.matched}` : nothing}
              </li>`,
          )}
        </ul>`
  }
  ${address ? html`<a href=${address}>${says.link}</a>` : nothing}`;
}
