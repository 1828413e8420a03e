import { decoded, fragment, pageLink, writeLink } from './deep-link.ts';

const REQUESTS = '#vr-contacts';
const OFFERS = '#vr-peer-offers';
const PROFILE = '#vr-peer-profile';

const here = (): string => location.href.split('#')[0]!;

/** Id of the peer that the address of the page names, `#vr-peer=ID`. */
export const linkedPeer = (): string | undefined => decoded(fragment('peer'));

/** Address of this page with one peer opened. */
export const peerLink = (id: string): string => pageLink('peer', id);

/** Writes the open peer into the page's address, or takes it out; opening one can be undone by the browser's way back. */
export function writePeerLink(id: string | undefined): void {
  const linked = linkedPeer();
  if (linked === id) return;
  writeLink('peer', id, id !== undefined && linked === undefined);
}

/** Id of the contact request that the address of the page names, `#vr-contact=ID`. */
export const linkedContact = (): string | undefined => decoded(fragment('contact'));

/** Address of this page with one contact request opened. */
export const contactLink = (id: string): string => pageLink('contact', id);

/** Whether the address of the page asks for the contact requests, `#vr-contacts`, or names one of them. */
export const areContactsLinked = (): boolean => location.hash === REQUESTS || linkedContact() !== undefined;

/** Address of this page with the contact requests opened. */
export const contactsLink = (): string => here() + REQUESTS;

/** Whether the address of the page asks for what people offer and seek, `#vr-peer-offers`. */
export const arePeerOffersLinked = (): boolean => location.hash === OFFERS;

/** Address of this page with what people offer and seek. */
export const peerOffersLink = (): string => here() + OFFERS;

/** Whether the address of the page asks for the reader's own entry, `#vr-peer-profile`. */
export const isProfileLinked = (): boolean => location.hash === PROFILE;

/** Address of this page with the reader's own entry. */
export const profileLink = (): string => here() + PROFILE;
