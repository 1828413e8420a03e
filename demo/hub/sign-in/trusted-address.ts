import { BlockList, isIP } from 'node:net';

/** Tells whether a connection comes from one of the configured addresses or networks. */
export function isTrustedAddress(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => {
    // An IPv4 connection to a socket of both families.
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
  };
}
