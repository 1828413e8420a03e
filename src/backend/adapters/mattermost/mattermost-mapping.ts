import { foldText, foldWords } from '../../../model/fold-text.ts';
import type { Peer } from '../../../model/peer.ts';
import { hasAddress } from '../../no-addresses.ts';
import { readPeer } from '../../read-peer.ts';
import type { Raw } from '../../read-shape.ts';

/** A user as `api/v4/users` and `api/v4/users/search` send one, as far as peers are made of it. */
export interface MattermostUser {
  readonly id?: unknown;
  readonly username?: unknown;
  readonly first_name?: unknown;
  readonly last_name?: unknown;
  readonly nickname?: unknown;
  /** What somebody does. */
  readonly position?: unknown;
  /** Milliseconds; above 0 the account is closed. */
  readonly delete_at?: unknown;
  readonly is_bot?: unknown;
}

const word = (value: unknown): string => (typeof value === 'string' && !hasAddress(value) ? value.trim() : '');

/** Accounts of people that are open. */
export const isPerson = (raw: unknown): boolean => {
  const { delete_at: deleted, is_bot: bot } = (raw ?? {}) as MattermostUser;
  return bot !== true && !(typeof deleted === 'number' && deleted > 0);
};

/**
 * Whether the words are in what the chat shows of somebody. The server also looks into mail addresses: a hit by one would
 * tell whose it is.
 */
export function isFoundByName(raw: unknown, q: string): boolean {
  const user = (raw ?? {}) as MattermostUser;
  const shown = foldText(
    [user.username, user.first_name, user.last_name, user.nickname, user.position].map(word).join(' '),
  );
  return foldWords(q).every((each) => shown.includes(each));
}

/** @throws {TypeError} when there is no id or no name but an address */
export function toPeer(raw: Raw, { base, team }: { readonly base: string; readonly team?: string }): Peer {
  const user = raw as MattermostUser;
  const username = word(user.username);
  const name = [word(user.first_name), word(user.last_name)].filter(Boolean).join(' ');
  return readPeer(
    {
      id: user.id,
      displayName: name || word(user.nickname) || username,
      function: word(user.position) || undefined,
      // Opens a talk with them, for who is signed in there.
      ...(team && username && { url: `${base}${encodeURIComponent(team)}/messages/@${encodeURIComponent(username)}` }),
    },
    { timeZone: 'UTC', base },
  );
}
