/** What the address of a page can name in its fragment: `#vr-event=UID`, `#vr-idea=ID`, `#vr-new-idea=TITLE` … */
type Linked = 'event' | 'idea' | 'new-idea' | 'new-impulse' | 'peer' | 'contact' | 'post' | 'new-report';

const SECRET = '&vr-secret=';

export const startOf = (kind: Linked): string => `#vr-${kind}=`;

/** What stands behind `#vr-<kind>=`, still encoded. */
export function fragment(kind: Linked): string | undefined {
  const { hash } = location;
  return hash.startsWith(startOf(kind)) ? hash.slice(startOf(kind).length) : undefined;
}

/** Undefined where nobody can have meant it. */
export function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}

export const pageLink = (kind: Linked, id: string): string =>
  `${location.href.split('#')[0]}${startOf(kind)}${encodeURIComponent(id)}`;

/**
 * Writes what is open into the page's address, or takes it out. A page that uses the fragment for itself keeps it, and
 * frames without an address of their own are left alone. With `push` the browser's way back leads to the page before.
 */
export function writeLink(kind: Linked, id: string | undefined, push = false, more = ''): void {
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
