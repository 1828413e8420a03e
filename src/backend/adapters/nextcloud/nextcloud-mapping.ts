import type { Peer } from '../../../model/peer.ts';
import { hasAddress } from '../../no-addresses.ts';
import { readPeer } from '../../read-peer.ts';
import type { Raw } from '../../read-shape.ts';

/**
 * What the OCS API of Nextcloud sends: a hit of `core/autocomplete/get` (`id`, `label`, `source`), or a profile of
 * `profile/<user>` (`userId`, `displayname`, …) with what its owner shows the reader. A hit's `subline` and
 * `shareWithDisplayNameUnique` hold addresses, `status` says whether somebody is at the desk: neither is read.
 */
export interface NextcloudPerson {
  readonly id?: unknown;
  readonly label?: unknown;
  readonly userId?: unknown;
  readonly displayname?: unknown;
  readonly organisation?: unknown;
  readonly role?: unknown;
  readonly headline?: unknown;
  readonly biography?: unknown;
  readonly pronouns?: unknown;
  readonly isUserAvatarVisible?: unknown;
}

/** @throws {TypeError} when there is no id or no name but an address */
export function toPeer(raw: Raw, base: string): Peer {
  const person = raw as NextcloudPerson;
  const id = person.userId ?? person.id;
  if (typeof id !== 'string' || !id) throw new TypeError('no id');
  const isAddress = hasAddress(id);
  const name = person.displayname ?? person.label;
  // Whose user name is an address has no link: it would tell it.
  const at = isAddress ? undefined : encodeURIComponent(id);
  return readPeer(
    {
      id,
      displayName: typeof name === 'string' && name && !hasAddress(name) ? name : isAddress ? undefined : id,
      org: person.organisation,
      function: person.role,
      headline: person.headline,
      bio: person.biography,
      pronouns: person.pronouns,
      ...(at && { url: `${base}u/${at}` }),
      ...(at && person.isUserAvatarVisible === true && { photo: { url: `${base}avatar/${at}/256`, alt: '' } }),
    },
    { timeZone: 'UTC', base },
  );
}
