import { plainDateAt } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import { createWritingHttp } from '../../http-write.ts';
import { parseJson } from '../../http.ts';
import type { AdapterOptions, Backend } from '../../ports.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfDirectory } from '../../searched-peers.ts';
import { TokenSession } from '../../token-session.ts';
import { toPeer, USER_ID } from './matrix-mapping.ts';

const MOST = 50;

/**
 * The user directory of a Matrix homeserver, in the name of the reader (`getToken`): it knows names only, lists nobody, and
 * answers searches.
 */
export function createMatrixBackend({
  src,
  timeZone = 'Europe/Berlin',
  getToken,
  ...options
}: AdapterOptions): Backend {
  const { origin, pathname } = new URL(src);
  const base = `${origin}${pathname.replace(/_matrix\/.*$/, '').replace(/\/*$/, '/')}_matrix/client/v3/`;
  const http = createWritingHttp({ ...options, session: new TokenSession(getToken) });

  return {
    peers: portOfDirectory(
      {
        read: toPeer,
        async search(q, signal) {
          const url = `${base}user_directory/search`;
          const body = { search_term: q, limit: MOST };
          const { results, limited } = (parseJson(await http.send('POST', url, body, { signal })) ?? {}) as Raw;
          if (!(results instanceof Array)) throw new BackendError('invalid', `No people at ${url}`, { url });
          return { items: results, partial: limited === true };
        },
        async one(id, signal) {
          if (!USER_ID.test(id)) return undefined;
          const { data } = await http.json(`${base}profile/${encodeURIComponent(id)}`, { signal });
          return { user_id: id, display_name: ((data ?? {}) as Raw)['displayname'] };
        },
      },
      { today: () => plainDateAt(timeZone, Date.now()) },
    ),
  };
}
