import { plainDateAt } from '../../../model/time-zone.ts';
import { BackendError } from '../../backend-error.ts';
import { createWritingHttp } from '../../http-write.ts';
import { parseJson } from '../../http.ts';
import type { AdapterOptions, Backend } from '../../ports.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfDirectory, type FoundPeople } from '../../searched-peers.ts';
import { TokenSession } from '../../token-session.ts';
import { isFoundByName, isPerson, toPeer } from './mattermost-mapping.ts';

/** The API's limit of a page, and the pages read where nobody searches. */
const PAGE = 200;
const MAX_PAGES = 5;
const MOST_FOUND = 100;

/** Address of the server, and the team that its path names: `https://chat.example/verwaltung`. */
export function placeOf(src: string): { readonly base: string; readonly team?: string } {
  const url = new URL(src);
  const [team = ''] = url.pathname
    .replace(/\/?api\/v4(\/.*)?$/, '')
    .split('/')
    .filter(Boolean);
  return { base: `${url.origin}/`, ...(team && { team: decodeURIComponent(team) }) };
}

/**
 * The people of a Mattermost, or of one of its teams, as the reader may see them: by the page's token (`getToken`), or by
 * the chat's cookie on a page of the same origin. Only read; asking somebody is what the chat is for.
 */
export function createMattermostBackend({
  src,
  timeZone = 'Europe/Berlin',
  getToken,
  ...options
}: AdapterOptions): Backend {
  const { base, team } = placeOf(src);
  // By cookie the chat takes requests of scripts only.
  const session = new TokenSession(getToken, { 'x-requested-with': 'XMLHttpRequest' });
  const http = createWritingHttp({ ...options, session });
  const api = `${base}api/v4/`;
  let teamId: string | undefined;

  const findTeam = async (signal: AbortSignal): Promise<string | undefined> => {
    if (!team || teamId) return teamId;
    const url = `${api}teams/name/${encodeURIComponent(team)}`;
    const { id } = ((await http.json(url, { signal })).data ?? {}) as Raw;
    if (typeof id !== 'string') throw new BackendError('invalid', `No team at ${url}`, { url });
    return (teamId = id);
  };
  const listOf = (data: unknown, url: string): readonly unknown[] => {
    if (data instanceof Array) return data;
    throw new BackendError('invalid', `No list of people at ${url}`, { url });
  };

  const search = async (q: string, signal: AbortSignal): Promise<FoundPeople> => {
    const url = `${api}users/search`;
    const inTeam = await findTeam(signal);
    const body = { term: q, limit: MOST_FOUND, ...(inTeam && { team_id: inTeam }) };
    const found = listOf(parseJson(await http.send('POST', url, body, { signal })), url);
    const items = found.filter((user) => isPerson(user) && isFoundByName(user, q));
    return { items, partial: found.length >= MOST_FOUND };
  };
  const all = async (signal: AbortSignal): Promise<FoundPeople> => {
    const inTeam = await findTeam(signal);
    const items: unknown[] = [];
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = new URLSearchParams({ page: String(page), per_page: String(PAGE), active: 'true' });
      if (inTeam) query.set('in_team', inTeam);
      const url = `${api}users?${query.toString()}`;
      const found = listOf((await http.json(url, { signal })).data, url);
      items.push(...found.filter(isPerson));
      if (found.length < PAGE) return { items, partial: false };
    }
    return { items, partial: true };
  };

  return {
    peers: portOfDirectory(
      {
        read: (raw) => toPeer(raw, { base, ...(team && { team }) }),
        search,
        all,
        async one(id, signal) {
          if (!/^[a-z0-9]{26}$/.test(id)) return undefined;
          const user = (await http.json(`${api}users/${id}`, { signal })).data as Raw;
          return isPerson(user) ? user : undefined;
        },
      },
      { today: () => plainDateAt(timeZone, Date.now()) },
    ),
  };
}
