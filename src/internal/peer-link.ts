import { decoded, fragment, pageLink } from './deep-link.ts';

const REQUESTS = '#vr-contacts';
const OFFERS = '#vr-peer-offers';
const PROFILE = '#vr-peer-profile';

const here = (): string => location.href.split('#')[0]!;

/** Id of the peer that the address of the page names, `#vr-peer=ID`. */
export const linkedPeer = (): string | undefined => decoded(fragment('peer'));

/** Address of this page with one peer opened. */
export const peerLink = (id: string): string => pageLink('peer', id);

/** Id of the contact request that the address of the page names, `#vr-contact=ID`. */
export const linkedContact = (): string | undefined => decoded(fragment('contact'));

/** Address of this page with one contact request opened. */
export const contactLink = (id: string): string => pageLink('contact', id);

/** Address of this page with the contact requests opened. */
export const contactsLink = (): string => here() + REQUESTS;

/** Address of this page with what people offer and seek. */
export const peerOffersLink = (): string => here() + OFFERS;

/** Whether the address of the page asks for the reader's own entry, `#vr-peer-profile`. */
export const isProfileLinked = (): boolean => location.hash === PROFILE;

/** Address of this page with the reader's own entry. */
export const profileLink = (): string => here() + PROFILE;
