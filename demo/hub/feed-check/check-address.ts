import type { SourceConfig } from '../config/config.ts';

const PORTS = ['', '80', '443'];
const LONGEST = 2_000;

/**
 * The address that somebody meant: without a scheme it is https, `feed:` and `webcal:` are https too, a path is one of
 * this hub. Undefined for what is no address, or one with a password.
 */
export function checkedAddress(text: string, base: string): URL | undefined {
  const given = text.trim().replace(/^feed:(?:\/\/)?(?=https?:\/\/)/i, '');
  if (given === '' || given.length > LONGEST || /[\s\u0000-\u001f]/.test(given)) return undefined;
  const scheme = /^(?:feed|webcal):(?:\/\/)?/i;
  let address = given;
  if (scheme.test(given)) address = given.replace(scheme, 'https://');
  else if (given.startsWith('/') && !given.startsWith('//')) address = base + given;
  else if (!/^[a-z][a-z0-9+.-]*:/i.test(given) || /^[^/]+\.[^/:]+:\d+(?:\/|$)/.test(given))
    address = `https://${given}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  url.hash = '';
  return url;
}

/** The networks that operators let sources of the same server have: they count for checks too. */
export const allowedFor = (url: URL, sources: readonly SourceConfig[]): readonly string[] =>
  sources.find((source) => URL.canParse(source.url) && new URL(source.url).origin === url.origin)?.allowPrivate ?? [];

/** Other ports are no business of a feed, unless an operator says so. */
export const isWebPort = (url: URL): boolean => PORTS.includes(url.port);
