import type { PeersPort } from '../../../backend/ports.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import type { PeerOffersMessages } from '../../../i18n/de/peer-offers.ts';
import type { OfferDirection, PeerBrief, PeerOffer } from '../../../model/peer.ts';
import { newImpulseLink } from '../../../internal/event-link.ts';
import { isPlainDate, type PlainDate } from '../../../model/plain-date.ts';
import type { Deeds } from '../../../internal/deeds.ts';
import type { ContactAbout } from './events.ts';

/** What is being asked for in a form. */
export type OpenForm =
  | { readonly name: 'create'; readonly direction: OfferDirection }
  | { readonly name: 'edit' | 'renew'; readonly offer: PeerOffer };

/** Name of a form, by which its draft and its failure are kept. */
export const formKey = (form: OpenForm): string =>
  form.name === 'create' ? `create-${form.direction}` : `${form.name}-${form.offer.id}`;

/** What the lists are drawn with. */
export interface OffersContext {
  readonly deeds: Deeds;
  readonly port: PeersPort;
  readonly words: PeerOffersMessages;
  readonly locale: string;
  readonly today: PlainDate;
  /** Id of the reader. */
  readonly user: string | undefined;
  /** The reader may ask for contact, once signed in. */
  readonly stranger: boolean;
  /** Level of the items' headings. */
  readonly headingLevel: number;
  readonly form: OpenForm | undefined;
  readonly open: (form: OpenForm | undefined) => void;
  readonly drawForm: (form: OpenForm) => unknown;
  readonly close: (offer: PeerOffer, state: 'matched' | 'closed') => void;
  readonly toPeer: (id: string) => void;
  readonly contact: (peer: PeerBrief, about: ContactAbout) => void;
  /** Where an offer becomes an impulse; undefined where there is no calendar to take it. */
  readonly impulseLink: (title: string) => string | undefined;
}

/** Do., 12. März 2026; empty for what is no date. */
export const untilDay = (until: string, locale: string): string => (isPlainDate(until) ? shortDay(locale, until) : '');

/**
 * Where an offer becomes an impulse: a page with a calendar, or this one when it has one; else undefined.
 * @param eventUrl address of the other page
 */
export function impulseLinkOn(eventUrl: string | undefined, title: string): string | undefined {
  const here = newImpulseLink(title);
  if (eventUrl) return eventUrl.split('#')[0]! + here.slice(here.indexOf('#'));
  return document.querySelector('vr-event-calendar') ? here : undefined;
}
