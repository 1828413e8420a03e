import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { BackendError } from '../../../src/backend/backend-error.ts';

/** Special-purpose IPv4 networks (IANA registry): none of them is a public server. */
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
]; // prettier-ignore

/** Inside of global unicast (2000::/3): documentation, tunnels and translations that lead into other networks. */
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20],
]; // prettier-ignore

const notPublic = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_4) notPublic.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_6) notPublic.addSubnet(network, prefix, 'ipv6');
const globalUnicast6 = new BlockList();
globalUnicast6.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4');
  return globalUnicast6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Addresses and networks (`10.1.2.3`, `10.0.0.0/8`) that an operator lets a source have although they are not public. */
export function allowedNetworks(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (isIP(address) === 0) continue;
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** Says whether the hub may connect to an address. */
export type AddressCheck = (address: string) => boolean;

export function addressCheck(allowPrivate: readonly string[]): AddressCheck {
  const allowed = allowedNetworks(allowPrivate);
  return (address) => isPublicAddress(address) || allowed.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

const refused = (host: string): BackendError =>
  new BackendError('denied', `${host} is not a public address; name it in allowPrivate if it is meant`);

/** @throws BackendError for a host that is an address itself: no name is looked up for these, so no lookup can refuse them. */
export function checkLiteral(hostname: string, isAllowed: AddressCheck): void {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isAllowed(literal)) throw refused(literal);
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for connections: every address of the name must be allowed, and the connection goes to exactly these. So a
 * name that points elsewhere at a second look (DNS rebinding) has no second look.
 */
export function guardedLookup(isAllowed: AddressCheck) {
  return (hostname: string, options: { readonly all?: boolean }, callback: LookupCallback): void => {
    // Not a question for name servers, however it is written.
    const name = hostname.toLowerCase() === 'localhost.' ? 'localhost' : hostname;
    resolve(name, { all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const bad = addresses.find(({ address }) => !isAllowed(address));
      const [first] = addresses;
      if (bad || !first) return callback(refused(`${hostname} (${bad?.address ?? 'no address'})`), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
