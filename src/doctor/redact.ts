/** Long, with letters and numbers: rather a key than a word. */
const isKey = (part: string): boolean => /^(?=.*\d)(?=.*[a-z])[\w~.-]{20,}$/i.test(part) || /^private-/.test(part);
const isPerson = (part: string): boolean => /@|%40/.test(part);
/** What was cut before; an address writes it so. */
const CUT = '%E2%80%A6';

/** An address that may be passed on: without user, query, fragment, and without parts that are keys or mail addresses. */
export function publicAddress(address: string): string {
  if (!URL.canParse(address)) return '…';
  const { protocol, host, pathname, search } = new URL(address);
  if (!host) return `${protocol}…`;
  const path = pathname.split('/').map((part) => (isKey(part) || isPerson(part) || part === CUT ? '…' : part));
  // An origin stays one: headers and policies want it without the slash.
  const isOrigin = pathname === '/' && !/^\w+:\/\/[^/]*\//.test(address);
  return `${protocol}//${host}${isOrigin ? '' : path.join('/')}${search ? '?…' : ''}`;
}

/** A text that may be passed on: every address in it is cut, and mail addresses are taken out. */
export const publicText = (text: string): string =>
  text
    .replace(/\b(?:https?|webcals?|wss?):\/\/[^\s"'<>„“;,)]+/g, (found) =>
      URL.canParse(found) ? publicAddress(found) : found,
    )
    .replace(/\?[\w.~-]+=[^\s"'<>„“]*/g, '?…')
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '…');
