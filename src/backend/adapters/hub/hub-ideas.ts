import { HELP_KINDS, IDEA_REACHES, IDEA_STAGES, type Idea } from '../../../model/idea.ts';
import { emptyPage, type Page, type Problem } from '../../../model/page.ts';
import { BackendError } from '../../backend-error.ts';
import { parseJson, type Http } from '../../http.ts';
import type { CallOptions, CreatedIdea, IdeasPort, IdeasQuery, WriteOptions } from '../../ports.ts';
import { attachment, readIdea, readSimilar } from '../../read-idea.ts';
import { readComment } from '../../read-participation.ts';
import type { Raw, ReadOptions } from '../../read-shape.ts';
import { readAudience, readFacets, readVocabulary } from './hub-idea-answers.ts';
import { createHubParticipation } from './hub-participation.ts';
import { readHubList, readItems } from './hub-page.ts';

export interface HubIdeasOptions {
  /** Base of the hub without a slash at the end. */
  readonly base: string;
  readonly timeZone: string;
}

/** Every method but `feedUrl`, which needs no code. */
export type HubIdeas = Required<Omit<IdeasPort, 'feedUrl'>>;

/** The hub's own limit of a page. */
const PAGE = 50;
/** Pages read without `limit`: 5,000 ideas are what a board shows at most. */
const MAX_PAGES = 100;

/** Requests about ideas, and the reading of their answers. */
export interface IdeaCalls {
  /** Address of a part of the hub's REST. */
  readonly at: (...path: readonly string[]) => string;
  readonly get: (url: string, options?: SecretOptions) => Promise<unknown>;
  /** A list without pages. */
  readonly all: <T>(url: string, read: (raw: Raw) => T, options?: SecretOptions) => Promise<Page<T>>;
  readonly send: (method: string, url: string, body: unknown, options?: WriteOptions) => Promise<unknown>;
  /** A write that is answered with the idea as it is now. */
  readonly change: (method: string, url: string, body: unknown, options?: WriteOptions) => Promise<Idea>;
  readonly options: ReadOptions;
}

type SecretOptions = CallOptions & { readonly secret?: string };

const CLOSED: Readonly<Record<'stage' | 'reach' | 'need', readonly string[]>> = {
  stage: IDEA_STAGES,
  reach: IDEA_REACHES,
  need: HELP_KINDS,
};
const CLOSED_NAMES = ['stage', 'reach', 'need'] as const;
const knownOf = (query: IdeasQuery, name: keyof typeof CLOSED): readonly string[] =>
  (query[name] ?? []).filter((value) => CLOSED[name].includes(value));
const isHopeless = (query: IdeasQuery): boolean =>
  CLOSED_NAMES.some((name) => query[name]?.length && !knownOf(query, name).length);

const secretHeader = (secret: string | undefined): Record<string, string> | undefined =>
  secret ? { 'x-idea-secret': secret } : undefined;

/** Everything an idea can be in need of, over the hub's REST (`docs/hub.md`). */
export function createHubIdeas(http: Http, { base, timeZone }: HubIdeasOptions): HubIdeas {
  const options: ReadOptions = { timeZone, base: `${base}/` };
  const at = (...path: readonly string[]): string => `${base}/api/v1/${path.map(encodeURIComponent).join('/')}`;

  /** Files are named from the root of the hub, which need not be the root of its host. */
  const fromHere = (value: unknown): unknown => {
    const url = (value as Raw | null)?.url;
    return typeof url === 'string' && url.startsWith('/api/') ? { ...(value as Raw), url: base + url } : value;
  };
  const read = (raw: Raw): Idea => {
    const { attachments } = raw;
    return readIdea(attachments instanceof Array ? { ...raw, attachments: attachments.map(fromHere) } : raw, options);
  };
  const readOne = (data: unknown, url: string, headers?: Headers): Idea => {
    try {
      const idea = read((data ?? {}) as Raw);
      const etag = headers?.get('etag');
      return etag ? { ...idea, etag } : idea;
    } catch (cause) {
      throw new BackendError('invalid', `No idea from ${url}`, { url, cause });
    }
  };

  const sendRaw = (method: string, url: string, body: unknown, given: WriteOptions = {}) => {
    const { signal, idempotencyKey, ifMatch, secret } = given;
    return http.send(method, url, body, { signal, idempotencyKey, ifMatch, headers: secretHeader(secret) });
  };
  const calls: IdeaCalls = {
    at,
    options,
    async get(url, { signal, secret } = {}) {
      return (await http.json(url, { signal, headers: secretHeader(secret) })).data;
    },
    async all(url, readItem, given) {
      return readItems(readHubList(await calls.get(url, given), url).items, readItem);
    },
    async send(method, url, body, given) {
      const answer = await sendRaw(method, url, body, given);
      return answer.bytes.length ? parseJson(answer) : undefined;
    },
    async change(method, url, body, given) {
      const answer = await sendRaw(method, url, body, given);
      return readOne(parseJson(answer), url, answer.headers);
    },
  };

  const page = async (query: IdeasQuery, limit: number, given: CallOptions): Promise<Page<Raw>> => {
    const search = new URLSearchParams();
    for (const name of CLOSED_NAMES) for (const value of knownOf(query, name)) search.append(name, value);
    for (const name of ['topic', 'org'] as const) for (const value of query[name] ?? []) search.append(name, value);
    for (const name of ['q', 'sort', 'mine', 'cursor'] as const) if (query[name]) search.set(name, query[name]);
    if (query.queue) search.set('queue', 'true');
    search.set('limit', String(limit));
    const url = `${at('ideas')}?${search.toString()}`;
    const data = await calls.get(url, given);
    const { nextCursor, ...list } = readHubList(data, url);
    const facets = readFacets((data as Raw).facets, options);
    return { ...list, ...(nextCursor ? { next: nextCursor } : {}), ...(facets ? { facets } : {}) };
  };

  return {
    async list(query, given = {}) {
      const { limit } = query;
      // The hub refuses what is no stage, reach or kind of help at all; to a reader it is one that no idea has.
      if (isHopeless(query)) return emptyPage();
      const items: Raw[] = [];
      const problems: Problem[] = [];
      let first: Page<Raw> | undefined;
      let { cursor } = query;
      let pages = 0;
      do {
        const answer = await page({ ...query, cursor }, Math.min(limit ?? PAGE, PAGE), given);
        first ??= answer;
        items.push(...answer.items);
        cursor = answer.next;
      } while (cursor && limit === undefined && ++pages < MAX_PAGES);
      if (cursor && limit === undefined)
        problems.push({ code: 'limit-reached', detail: `The first ${items.length} ideas` });
      const good = readItems(items, read);
      const { total, facets } = first;
      return {
        items: good.items,
        problems: [...first.problems, ...problems, ...good.problems],
        ...(total === undefined ? {} : { total }),
        ...(facets ? { facets } : {}),
        ...(cursor ? { next: cursor } : {}),
      };
    },

    async get(id, { signal, secret } = {}) {
      const url = at('ideas', id);
      const { data, headers } = await http.json(url, { signal, headers: secretHeader(secret) });
      return readOne(data, url, headers);
    },

    async vocabulary(given) {
      return readVocabulary(await calls.get(at('config'), given), options);
    },

    async similar({ q, without, limit = 5 }, given) {
      const search = new URLSearchParams({ q, limit: String(limit), ...(without ? { without } : {}) });
      const url = `${at('ideas', 'similar')}?${search.toString()}`;
      return (await calls.all(url, (raw) => readSimilar(raw, options), given)).items;
    },

    async audience({ reach, orgId, ideaId }, given) {
      const search = new URLSearchParams({ reach, ...(orgId ? { orgId } : {}), ...(ideaId ? { ideaId } : {}) });
      const url = `${at('ideas', 'audience')}?${search.toString()}`;
      return readAudience(await calls.get(url, given), url, options);
    },

    async create(input, { draft, anonymous, website, filledIn, ...given } = {}): Promise<CreatedIdea> {
      const url = at('ideas');
      const body = {
        ...input,
        ...(draft ? { draft } : {}),
        ...(anonymous ? { anonymous } : {}),
        ...(website ? { website } : {}),
        ...(filledIn === undefined ? {} : { filledIn: Math.round(filledIn) }),
      };
      const answer = await sendRaw('POST', url, body, given);
      const { idea, secret } = (parseJson(answer) ?? {}) as Raw;
      return { idea: readOne(idea, url, answer.headers), ...(typeof secret === 'string' && secret ? { secret } : {}) };
    },
    update: (id, input, given) => calls.change('PATCH', at('ideas', id), input, given),
    transition: (id, input, given) => calls.change('POST', at('ideas', id, 'transitions'), input, given),
    settle: (id, { accept, note }, given) =>
      calls.change('POST', at('ideas', id, 'pending', accept ? 'accept' : 'refuse'), note ? { note } : {}, given),
    takeOver: (id, input, given) => calls.change('POST', at('ideas', id, 'take-over'), input, given),
    answer: (id, input, given) => calls.change('PUT', at('ideas', id, 'answer'), input, given),

    async attach(file, { alt }, { signal, idempotencyKey, secret, onProgress } = {}) {
      const form = new FormData();
      // Fields go before the file: the hub reads the form as it comes.
      if (alt) form.set('alt', alt);
      form.set('file', file);
      const url = at('uploads');
      const answer = await http.upload(url, form, {
        signal,
        idempotencyKey,
        onProgress,
        headers: secretHeader(secret),
      });
      const kept = attachment(fromHere(parseJson(answer)), options);
      if (!kept) throw new BackendError('invalid', `No file from ${url}`, { url });
      return kept;
    },

    ...createHubParticipation(calls, (raw) => readComment(raw, options)),
  };
}
