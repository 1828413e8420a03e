import type { Page } from '../../../model/page.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import { BackendError } from '../../backend-error.ts';
import { parseJson, type Http, type HttpAnswer } from '../../http.ts';
import type { MethodOf } from '../../lazy-port.ts';
import type { CallOptions, PeersPort, WriteOptions } from '../../ports.ts';
import type { Raw, ReadOptions } from '../../read-shape.ts';
import { readFacets } from './hub-idea-answers.ts';
import { readHubList, readItems } from './hub-page.ts';
import {
  readBlocked,
  readImportPreview,
  readImportResult,
  readMatch,
  readOffer,
  readPeerVocabulary,
  readProfile,
  readRequest,
  readWholePeer,
} from './hub-peer-answers.ts';

/** Every method of the port. */
export type HubPeers = Required<Pick<PeersPort, MethodOf<PeersPort>>>;

export interface HubPeersOptions {
  /** Base of the hub without a slash at the end. */
  readonly base: string;
  readonly timeZone: string;
}

/** The hub's own limit of a page. */
const PAGE = 50;

const searchOf = (query: object): string => {
  const search = new URLSearchParams();
  type Value = string | number | boolean | undefined;
  for (const [name, value] of Object.entries(query) as (readonly [string, Value | readonly Value[]])[]) {
    const values = value instanceof Array ? value : [value];
    for (const one of values) if (one !== undefined && one !== '' && one !== false) search.append(name, String(one));
  }
  return search.size > 0 ? `?${search.toString()}` : '';
};

/** Peers, entries, offers, requests and imports over the hub's REST (`docs/hub.md`). */
export function createHubPeers(http: Http, { base, timeZone }: HubPeersOptions): HubPeers {
  const options: ReadOptions = { timeZone, base: `${base}/` };
  const at = (...path: readonly string[]): string => `${base}/api/v1/${path.map(encodeURIComponent).join('/')}`;

  const read = <T>(data: unknown, url: string, reader: (raw: Raw, options: ReadOptions) => T): T => {
    try {
      return reader((data ?? {}) as Raw, options);
    } catch (cause) {
      throw new BackendError('invalid', `Not understood: ${url}`, { url, cause });
    }
  };
  const send = async <T>(
    method: string,
    url: string,
    body: unknown,
    reader: (raw: Raw, options: ReadOptions) => T,
    { signal, idempotencyKey, ifMatch }: WriteOptions = {},
  ): Promise<T> => withEtag(await http.send(method, url, body, { signal, idempotencyKey, ifMatch }), url, reader);
  const withEtag = <T>(answer: HttpAnswer, url: string, reader: (raw: Raw, options: ReadOptions) => T): T => {
    const item = read(parseJson(answer), url, reader);
    const etag = answer.headers.get('etag');
    return etag && typeof item === 'object' ? { ...item, etag } : item;
  };
  const one = async <T>(
    url: string,
    reader: (raw: Raw, options: ReadOptions) => T,
    { signal }: CallOptions = {},
  ): Promise<T> => {
    const { data, headers } = await http.json(url, { signal });
    const item = read(data, url, reader);
    const etag = headers.get('etag');
    return etag && typeof item === 'object' ? { ...item, etag } : item;
  };
  const listed = async <T>(
    url: string,
    reader: (raw: Raw, options: ReadOptions) => T,
    { signal }: CallOptions = {},
  ): Promise<{ readonly page: Page<T>; readonly data: Raw }> => {
    const data = (await http.json(url, { signal })).data as Raw;
    const { items, problems, total, nextCursor } = readHubList(data, url);
    const good = readItems(items, (raw) => reader(raw, options));
    const facets = readFacets(data['facets'], options);
    const page = {
      items: good.items,
      problems: [...problems, ...good.problems],
      ...(total === undefined ? {} : { total }),
      ...(nextCursor ? { next: nextCursor } : {}),
      ...(facets && { facets }),
    };
    return { page, data };
  };
  const form = (file: Blob, fields: Readonly<Record<string, string | undefined>>): FormData => {
    const data = new FormData();
    // Fields before the file: the hub knows them when the file arrives.
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) data.append(name, value);
    data.append('file', file, file instanceof File ? file.name : 'file');
    return data;
  };
  const profile = (raw: Raw, given: ReadOptions): PeerProfile => readProfile(raw, given);

  return {
    async list({ limit = PAGE, ...query }, given) {
      return (
        await listed(`${at('peers')}${searchOf({ ...query, limit: Math.min(limit, PAGE) })}`, readWholePeer, given)
      ).page;
    },
    get: (id, given) => one(at('peers', id), readWholePeer, given),
    async vocabulary({ signal } = {}) {
      const url = at('peers', 'vocabulary');
      return readPeerVocabulary((await http.json(url, { signal })).data, url, options);
    },
    async offers({ limit = PAGE, ...query }, given) {
      return (await listed(`${at('offers')}${searchOf({ ...query, limit: Math.min(limit, PAGE) })}`, readOffer, given))
        .page;
    },
    async matches({ limit, ...given } = {}) {
      return (await listed(`${at('me', 'matches')}${searchOf({ limit })}`, readMatch, given)).page;
    },

    profile: (given) => one(at('me', 'profile'), profile, given),
    saveProfile: (input, given) => send('PUT', at('me', 'profile'), input, profile, given),
    consent: (input, given) => send('PUT', at('me', 'profile', 'consent'), input, profile, given),
    async setPhoto(photo, { signal, onProgress, idempotencyKey, ifMatch } = {}) {
      const url = at('me', 'profile', 'photo');
      if (!photo) return send('DELETE', url, undefined, profile, { signal, ifMatch });
      const { file, alt, crop } = photo;
      const body = form(file, { alt, ...(crop && { crop: `${crop.x},${crop.y},${crop.size}` }) });
      return withEtag(await http.upload(url, body, { signal, onProgress, idempotencyKey }), url, profile);
    },
    async removeProfile({ signal, ifMatch } = {}) {
      await http.send('DELETE', at('me', 'profile'), undefined, { signal, ifMatch });
    },
    async profileFile({ signal } = {}) {
      const { bytes } = await http.get(at('me', 'profile.vcf'), { signal });
      return new TextDecoder().decode(bytes);
    },

    createOffer: (input, given) => send('POST', at('offers'), input, readOffer, given),
    updateOffer: ({ id, etag }, input, given) =>
      send('PATCH', at('offers', id), input, readOffer, { ...given, ifMatch: given?.ifMatch ?? etag }),

    requestContact: (input, given) => send('POST', at('contact-requests'), input, readRequest, given),
    async requests(query, given) {
      const { page, data } = await listed(`${at('contact-requests')}${searchOf(query)}`, readRequest, given);
      return { ...page, waiting: typeof data['waiting'] === 'number' ? data['waiting'] : 0 };
    },
    request: (id, given) => one(at('contact-requests', id), readRequest, given),
    answerRequest: ({ id }, action, input = {}, given = {}) =>
      send('POST', at('contact-requests', id, action), input, readRequest, given),
    async blocked(given) {
      return (await listed(at('me', 'blocks'), readBlocked, given)).page.items;
    },
    async unblock(personId, { signal } = {}) {
      await http.send('DELETE', at('me', 'blocks', personId), undefined, { signal });
    },

    async previewImport(file, { orgId }, { signal } = {}) {
      const url = at('peer-imports', 'preview');
      const answer = await http.upload(url, form(file, { orgId }), { signal });
      return read(parseJson(answer), url, readImportPreview);
    },
    async importPeers(file, { orgId, invite }, { signal, idempotencyKey } = {}) {
      const url = at('peer-imports');
      const answer = await http.upload(url, form(file, { orgId, invite: String(invite) }), { signal, idempotencyKey });
      return read(parseJson(answer), url, readImportResult);
    },
  };
}
