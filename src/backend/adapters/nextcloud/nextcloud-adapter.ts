import { plainDateAt } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import { createWritingHttp } from '../../http-write.ts';
import type { AdapterOptions, Backend } from '../../ports.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfDirectory, type FoundPeople } from '../../searched-peers.ts';
import { TokenSession } from '../../token-session.ts';
import { toPeer } from './nextcloud-mapping.ts';

/** People asked for at once; the server may give fewer. */
const MOST = 100;

/** The address of a Nextcloud, whatever of its pages was named. */
export function baseOf(src: string): string {
  const url = new URL(src);
  const path = url.pathname.replace(/(?:index\.php|ocs\/v[12]\.php|apps|u)(?:\/.*)?$/, '').replace(/\/*$/, '/');
  return url.origin + path;
}

/**
 * The people of a Nextcloud as its own search tells a reader who is signed in there (OCS, same origin or by a proxy); one by
 * one with what their profile shows. Only read.
 */
export function createNextcloudBackend({
  src,
  timeZone = 'Europe/Berlin',
  getToken,
  ...options
}: AdapterOptions): Backend {
  const base = baseOf(src);
  const session = new TokenSession(getToken, { 'ocs-apirequest': 'true' });
  const http = createWritingHttp({ ...options, session });

  const ask = async (
    path: string,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly data: unknown; readonly headers: Headers }> => {
    const url = `${base}ocs/v2.php/${path}`;
    const { data, headers } = await http.json(url, { signal });
    const { ocs } = (data ?? {}) as { ocs?: unknown };
    if (typeof ocs !== 'object' || ocs === null) throw new BackendError('invalid', `No OCS answer at ${url}`, { url });
    return { data: (ocs as Raw)['data'], headers };
  };
  const search = async (q: string, signal: AbortSignal): Promise<FoundPeople> => {
    // Nothing is shared: the item has no kind and no number, as the documentation writes it.
    const query = new URLSearchParams({ search: q, itemType: ' ', itemId: ' ', limit: String(MOST), format: 'json' });
    // 0: people with an account; groups, guests, mail addresses and other servers have other numbers.
    query.append('shareTypes[]', '0');
    const { data } = await ask(`core/autocomplete/get?${query.toString()}`, signal);
    if (!(data instanceof Array)) throw new BackendError('invalid', `No list of people at ${base}`, { url: base });
    const users = (data as readonly unknown[]).filter((hit) => {
      const { source = 'users' } = (hit ?? {}) as { source?: unknown };
      return source === 'users';
    });
    return { items: users, partial: data.length >= MOST };
  };

  return {
    peers: portOfDirectory(
      {
        read: (raw) => toPeer(raw, base),
        search,
        all: (signal) => search('', signal),
        async one(id, signal) {
          try {
            return ((await ask(`profile/${encodeURIComponent(id)}?format=json`, signal)).data ?? undefined) as
              Raw | undefined;
          } catch (error) {
            // Older servers have no such address, and some people no profile: then the list has told all there is.
            if (error instanceof BackendError && (error.kind === 'missing' || error.status === 405)) return undefined;
            throw error;
          }
        },
      },
      { today: () => plainDateAt(timeZone, Date.now()) },
    ),
  };
}
