import type { Peer } from '../model/peer.ts';
import { shortHash } from './short-hash.ts';

/** An e-mail address, also one that somebody has disguised for machines; not the name of a picture such as `portrait@2x.png`. */
const ADDRESS =
  /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\})\s?(?!\dx\.)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/giu;
const SIGN = /@|[([{]at[)\]}]/i;
const MOST = 100_000;
/** Fields that name something; they must stay the same for the same. */
const IDS: ReadonlySet<string> = new Set(['id', 'topicId', 'broader']);

/** Whether there is an e-mail address in a text. */
export const hasAddress = (text: string): boolean => SIGN.test(text) && text.search(ADDRESS) >= 0;

/** The text without e-mail addresses; an ellipsis stands where one was. */
export const withoutAddresses = (text: string): string =>
  SIGN.test(text) ? text.slice(0, MOST).replace(ADDRESS, '…').trim() : text;

/**
 * A peer of a source that others write, without the e-mail addresses that may stand in its texts: those who are asked
 * decide who learns theirs.
 * @throws {TypeError} where the name is nothing but an address
 */
export function peerWithoutAddresses(peer: Peer): Peer {
  const clean = clearedOf(peer);
  const isCut = clean.displayName !== peer.displayName;
  if (isCut && !/[\p{L}\p{N}]/u.test(clean.displayName)) throw new TypeError('the name is an address');
  return clean;
}

/** The same without e-mail addresses, wherever they stand; ids stay ids, links with one are gone. */
export const clearedOf = <T extends object>(value: T): T => clear(value, '') as T;

function clear(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    // A link with an address in it cannot be cut.
    if (key === 'url') return hasAddress(decoded(value)) ? undefined : value;
    if (IDS.has(key)) return hasAddress(value) ? `p-${shortHash(value)}` : value;
    return withoutAddresses(value);
  }
  if (value instanceof Array) return (value as readonly unknown[]).map((each) => clear(each, key));
  if (typeof value !== 'object' || value === null) return value;
  const clean: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const kept = clear(each, name);
    if (kept !== undefined) clean[name] = kept;
  }
  return clean;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
