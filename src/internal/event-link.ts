import { decoded, fragment, pageLink, writeLink } from './deep-link.ts';

const DATE = '&vr-date=';
const OFFERS = '#vr-offers';

/** The event that the address of the page names, `#vr-event=UID`, and which date of it, `&vr-date=RECURRENCE-ID`. */
export function linkedEvent(): { readonly uid: string; readonly recurrenceId?: string } | undefined {
  const [first, rest] = (fragment('event') ?? '').split(DATE);
  const [uid, recurrenceId] = [decoded(first), decoded(rest)];
  return uid ? { uid, ...(recurrenceId && { recurrenceId }) } : undefined;
}

const dateOf = (recurrenceId: string | undefined): string =>
  recurrenceId ? `${DATE}${encodeURIComponent(recurrenceId)}` : '';

/** Address of this page with one event opened; `recurrenceId` names one date of a series. */
export const eventLink = (uid: string, recurrenceId?: string): string =>
  `${pageLink('event', uid)}${dateOf(recurrenceId)}`;

/** Writes the open event into the page's address, or takes it out. */
export const writeEventLink = (uid: string | undefined, recurrenceId?: string): void =>
  writeLink('event', uid, false, dateOf(recurrenceId));

/** Address of this page with the impulses and learning circles opened, `#vr-offers`. */
export const offersLink = (): string => `${location.href.split('#')[0]}${OFFERS}`;

/** Whether the address of the page asks for the impulses and learning circles. */
export const isOffersLinked = (): boolean => location.hash === OFFERS || fragment('new-impulse') !== undefined;

/** Address of this page with the form for a new impulse opened, its title filled in. */
export const newImpulseLink = (title: string): string => pageLink('new-impulse', title);

/** Title of the impulse that the address of the page begins. */
export const linkedNewImpulse = (): string | undefined => decoded(fragment('new-impulse'));
