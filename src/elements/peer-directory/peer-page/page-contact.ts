import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat } from '../../../i18n/intl-cache.ts';
import type { PeerPageMessages } from '../../../i18n/de/peer-page.ts';
import { contactsLink } from '../../../internal/peer-link.ts';
import type { Peer } from '../../../model/peer.ts';

export interface ContactContext {
  readonly peer: Peer;
  readonly words: PeerPageMessages;
  readonly locale: string;
  /** Nobody is signed in, or nobody knows yet. */
  readonly anonymous: boolean;
  /** The source passes on requests. */
  readonly passes: boolean;
  /** Where the reader's own entry is written. */
  readonly profileUrl: string | undefined;
  readonly onContact: () => void;
  /** Absent where nobody can or need sign in. */
  readonly onSignIn: (() => void) | undefined;
}

/** A plain date in words. */
export const dayOf = (day: string, locale: string): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The way to ask somebody for contact, or why there is none. */
export function renderContact(context: ContactContext): TemplateResult {
  const { peer, words, anonymous, passes, onSignIn } = context;
  const { page } = words;
  if (peer.me?.self) {
    return html`<p>${page.self}</p>
      ${context.profileUrl ? html`<a class="button" href=${context.profileUrl}>${page.edit}</a>` : nothing}`;
  }
  const answers = availabilityWords(context);
  if (!passes) return html`${answers ? html`<p>${answers}</p>` : nothing}<p class="quiet">${page.noContact}</p>`;
  const request = peer.me?.request;
  if (request === 'sent' || request === 'accepted') {
    return html`<p>${request === 'sent' ? page.requested : page.accepted}</p>
      <a class="button" href=${contactsLink()}>${page.toRequests}</a>`;
  }
  if (anonymous) {
    return html`${answers ? html`<p>${answers}</p>` : nothing}
      <p>${page.stranger(peer.displayName)}</p>
      ${
        onSignIn
          ? html`<button type="button" class="button primary" @click=${onSignIn}>${page.signIn}</button>`
          : nothing
      }`;
  }
  return html`${request === 'declined' ? html`<p>${page.declined}</p>` : nothing}
    ${answers ? html`<p>${answers}</p>` : nothing}
    ${
      peer.can.includes('contact')
        ? html`<button type="button" class="button primary" data-contact @click=${context.onContact}>
            ${page.contact}
          </button>`
        : nothing
    }`;
}

/** Whether somebody answers at present, as they say themselves. */
function availabilityWords({ peer: { availability, displayName }, words: { page }, locale }: ContactContext): string {
  if (!availability) return '';
  const until = availability.until && dayOf(availability.until, locale);
  if (availability.state === 'open') return page.open;
  if (availability.state === 'limited') return until ? page.limitedUntil(until) : page.limited;
  return until ? page.pausedUntil(displayName, until) : page.paused(displayName);
}
