import { contactsLink, isProfileLinked, linkedContact, linkedPeer, peerLink, peerOffersLink } from './peer-link.ts';

/** Parts of the directory of people that have an address of their own. */
export const SECTIONS = ['people', 'offers', 'matches', 'contacts', 'import'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where a reader is in the directory: at a person, or in one of its parts. */
export type Place = { readonly peer: string } | { readonly section: Section; readonly request?: string | undefined };

const OWN: Readonly<Record<Exclude<Section, 'people'>, string>> = {
  offers: '#vr-peer-offers',
  matches: '#vr-peer-matches',
  contacts: '#vr-contacts',
  import: '#vr-peer-import',
};

/** The place that the page's address names; undefined for a fragment that says nothing about people. */
export function linkedPlace(): Place | undefined {
  const { hash } = location;
  const peer = linkedPeer();
  if (peer) return { peer };
  const request = linkedContact();
  if (request) return { section: 'contacts', request };
  if (hash === '') return { section: 'people' };
  for (const section of SECTIONS) if (section !== 'people' && OWN[section] === hash) return { section };
  return undefined;
}

/** Address of a place on this page. */
export function placeLink(place: Place): string {
  if ('peer' in place) return peerLink(place.peer);
  const page = location.href.split('#')[0]!;
  if (place.section === 'people') return page;
  if (place.section === 'offers') return peerOffersLink();
  return place.section === 'contacts' ? contactsLink() : page + OWN[place.section];
}

/**
 * Writes a place into the page's address, so that the browser's way back leads to the one before. A page that uses the
 * fragment for itself keeps it, and frames without an address of their own are left alone.
 */
export function writePlace(place: Place): void {
  const now = linkedPlace();
  const address = placeLink(place);
  if (!now && !isProfileLinked()) return;
  // Two ways to encode one id are one address.
  if (address === location.href || (now && address === placeLink(now))) return;
  try {
    history.pushState(history.state, '', address);
  } catch (error) {
    // Sandboxed and srcdoc frames may not change their address.
    if (!(error instanceof DOMException)) throw error;
  }
}
