import type { Peer } from '../../../model/peer.ts';
import { hasAddress } from '../../no-addresses.ts';
import { readPeer } from '../../read-peer.ts';
import type { Raw } from '../../read-shape.ts';

/** A hit of `user_directory/search` (Client-Server API, “User Directory”). Pictures need a signed request: they stay out. */
export interface MatrixUser {
  readonly user_id?: unknown;
  readonly display_name?: unknown;
}

/** `@name:server`, as the specification writes it. */
export const USER_ID = /^@[^:\s]{1,255}:[^\s]{1,255}$/;

/** @throws {TypeError} when there is no user id or no name but an address */
export function toPeer(raw: Raw): Peer {
  const { user_id: id, display_name: name } = raw as MatrixUser;
  if (typeof id !== 'string' || !USER_ID.test(id)) throw new TypeError('no user id');
  const local = id.slice(1, id.indexOf(':'));
  return readPeer(
    {
      id,
      displayName: typeof name === 'string' && name.trim() && !hasAddress(name) ? name : local,
      // A link that any Matrix program opens; nothing is asked there.
      url: `https://matrix.to/#/${encodeURIComponent(id)}`,
    },
    { timeZone: 'UTC' },
  );
}
