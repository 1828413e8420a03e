const PARAMETER = 'vr-event=';

/** The event that the address of the page names in its fragment, `#vr-event=UID`. */
export function linkedEvent(): string | undefined {
  const { hash } = location;
  if (!hash.startsWith(`#${PARAMETER}`)) return undefined;
  try {
    return decodeURIComponent(hash.slice(PARAMETER.length + 1));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}

/** Address of this page with one event opened. */
export const eventLink = (uid: string): string =>
  `${location.href.split('#')[0]}#${PARAMETER}${encodeURIComponent(uid)}`;

/**
 * Writes the open event into the page's address, or takes it out. A page that uses the fragment for itself keeps it, and
 * frames without an address of their own are left alone.
 */
export function writeEventLink(uid: string | undefined): void {
  const { hash } = location;
  if (hash !== '' && !hash.startsWith(`#${PARAMETER}`)) return;
  if (uid === undefined && hash === '') return;
  try {
    history.replaceState(history.state, '', uid === undefined ? location.href.split('#')[0] : eventLink(uid));
  } catch (error) {
    // Sandboxed and srcdoc frames may not change their address.
    if (!(error instanceof DOMException)) throw error;
  }
}
