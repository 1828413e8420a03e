/** What the address of a page can name in its fragment: `#vr-event=UID`, `#vr-idea=ID`, `#vr-new-idea=TITLE` … */
type Linked = 'event' | 'idea' | 'new-idea' | 'new-impulse';

const SECRET = '&vr-secret=';
const DATE = '&vr-date=';
const OFFERS = '#vr-offers';
const NEW_IDEA = ['summary', 'eventId', 'sessionId'] as const;

const startOf = (kind: Linked): string => `#vr-${kind}=`;

/** What stands behind `#vr-<kind>=`, still encoded. */
function fragment(kind: Linked): string | undefined {
  const { hash } = location;
  return hash.startsWith(startOf(kind)) ? hash.slice(startOf(kind).length) : undefined;
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}

const pageLink = (kind: Linked, id: string): string =>
  `${location.href.split('#')[0]}${startOf(kind)}${encodeURIComponent(id)}`;

/**
 * Writes what is open into the page's address, or takes it out. A page that uses the fragment for itself keeps it, and
 * frames without an address of their own are left alone. With `push` the browser's way back leads to the page before.
 */
function writeLink(kind: Linked, id: string | undefined, push = false, more = ''): void {
  const { hash } = location;
  if (hash !== '' && fragment(kind) === undefined) return;
  if (id === undefined && hash === '') return;
  const address = id === undefined ? location.href.split('#')[0] : pageLink(kind, id) + more;
  try {
    if (push) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  } catch (error) {
    // Sandboxed and srcdoc frames may not change their address.
    if (!(error instanceof DOMException)) throw error;
  }
}

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

/** What an idea begins with that comes out of a session. */
export interface NewIdeaLink {
  readonly title: string;
  readonly summary?: string;
  readonly eventId?: string;
  readonly sessionId?: string;
}

/** Address of a page (default: this one) with the form for a new idea filled in. */
export function newIdeaLink({ title, ...more }: NewIdeaLink, page = location.href): string {
  const rest = NEW_IDEA.map((name) => (more[name] ? `&vr-${name}=${encodeURIComponent(more[name])}` : '')).join('');
  return `${page.split('#')[0]}${startOf('new-idea')}${encodeURIComponent(title)}${rest}`;
}

/** The idea that the address of the page begins. */
export function linkedNewIdea(): NewIdeaLink | undefined {
  const [first, ...rest] = (fragment('new-idea') ?? '').split('&vr-');
  const title = decoded(first);
  if (!title) return undefined;
  const more = rest.flatMap((part) => {
    const [name = '', value] = part.split('=');
    const text = decoded(value);
    return (NEW_IDEA as readonly string[]).includes(name) && text ? [[name, text] as const] : [];
  });
  return { title, ...Object.fromEntries(more) };
}

/** Takes the begun idea out of the page's address: the form has it now, and must not begin it anew after a reload. */
export const dropNewIdeaLink = (): void => writeLink('new-idea', undefined);

/** The idea that the address of the page names, `#vr-idea=ID`, with the secret of a private link where it carries one. */
export function linkedIdea(): { readonly id: string; readonly secret?: string } | undefined {
  const [first, rest] = (fragment('idea') ?? '').split(SECRET);
  const [id, secret] = [decoded(first), decoded(rest)];
  return id ? { id, ...(secret && { secret }) } : undefined;
}

/**
 * Address of this page with one idea opened. A secret makes it the private link of an anonymous author: it stands in the
 * fragment, which browsers send to no server.
 */
export const ideaLink = (id: string, secret?: string): string =>
  `${pageLink('idea', id)}${secret ? `${SECRET}${encodeURIComponent(secret)}` : ''}`;

/** Writes the open idea into the page's address, or takes it out; opening one can be undone by the browser's way back. */
export function writeIdeaLink(id: string | undefined): void {
  const linked = linkedIdea();
  // The private link keeps its secret as long as its idea is open.
  if (linked?.id === id) return;
  writeLink('idea', id, id !== undefined && linked === undefined);
}
