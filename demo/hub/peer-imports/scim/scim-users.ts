import { BackendError } from '../../../../src/backend/backend-error.ts';
import { isObject, type ScimClient, type ScimObject } from './scim-client.ts';
import { ATTRIBUTES, readUser, type ScimUser } from './scim-user.ts';

const PAGE = 100;

export interface ScimList {
  readonly users: readonly ScimUser[];
  /** Every user that the service counts has come: who is not among them is not there any more. */
  readonly complete: boolean;
}

interface ListOptions {
  readonly filter?: string | undefined;
  /** The most users. */
  readonly most: number;
}

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** What the service says of itself; one that says nothing pages by index, as RFC 7644 asks for. */
async function settingsOf(client: ScimClient): Promise<{ readonly cursor: boolean; readonly page: number }> {
  let config: ScimObject;
  try {
    config = await client.get('ServiceProviderConfig');
  } catch (error) {
    if (error instanceof BackendError && (error.kind === 'missing' || error.kind === 'unsupported'))
      return { cursor: false, page: PAGE };
    throw error;
  }
  const pagination = isObject(config['pagination']) ? config['pagination'] : {};
  const filter = isObject(config['filter']) ? config['filter'] : {};
  const most = number(pagination['maxPageSize']) ?? number(filter['maxResults']) ?? PAGE;
  return { cursor: pagination['cursor'] === true, page: Math.max(1, Math.min(PAGE, most)) };
}

/** Whether a service refuses to name only some attributes; RFC 7644 asks it not to. */
const isRefused = (error: unknown): boolean => error instanceof BackendError && error.status === 400;

const isCursorOver = (error: unknown): boolean =>
  error instanceof BackendError && ['expiredCursor', 'invalidCursor'].includes(String(error.problem?.['scimType']));

/**
 * Every user of a service that the filter lets pass, by cursor (RFC 9865) where it has them, else by index. Cursors are
 * not moved by what changes meanwhile.
 * @throws BackendError
 */
export async function listUsers(client: ScimClient, options: ListOptions): Promise<ScimList> {
  const { cursor, page } = await settingsOf(client);
  if (!cursor) return byIndex(client, options, page);
  try {
    return await byCursor(client, options, page);
  } catch (error) {
    if (!isCursorOver(error)) throw error;
    // It was too old: from the start, once.
    return byCursor(client, options, page);
  }
}

class Pages {
  readonly #client: ScimClient;
  readonly #options: ListOptions;
  readonly #users = new Map<string, ScimUser>();
  #attributes: string | undefined = ATTRIBUTES.join(',');
  #place = 0;

  constructor(client: ScimClient, options: ListOptions) {
    this.#client = client;
    this.#options = options;
  }

  async next(
    paging: Readonly<Record<string, string>>,
  ): Promise<{ readonly answer: ScimObject; readonly count: number }> {
    const answer = await this.#ask(paging);
    const resources = answer['Resources'];
    if (resources !== undefined && !Array.isArray(resources)) throw new BackendError('invalid', 'no list of users');
    for (const raw of resources ?? []) {
      this.#place += 1;
      const user = readUser(raw, this.#place);
      if (user) this.#users.set(user.id, user);
    }
    if (this.#users.size > this.#options.most) {
      throw new BackendError('invalid', `more than ${this.#options.most} people`, { reason: 'too-large' });
    }
    return { answer, count: resources?.length ?? 0 };
  }

  async #ask(paging: Readonly<Record<string, string>>): Promise<ScimObject> {
    const { filter } = this.#options;
    const query = (): string =>
      new URLSearchParams({
        ...paging,
        ...(filter && { filter }),
        ...(this.#attributes && { attributes: this.#attributes }),
      }).toString();
    try {
      return await this.#client.get(`Users?${query()}`);
    } catch (error) {
      if (!this.#attributes || !isRefused(error) || isCursorOver(error)) throw error;
      this.#attributes = undefined;
      return this.#client.get(`Users?${query()}`);
    }
  }

  list(total: number | undefined): ScimList {
    return { users: [...this.#users.values()], complete: total === undefined || this.#users.size >= total };
  }
}

async function byIndex(client: ScimClient, options: ListOptions, page: number): Promise<ScimList> {
  const pages = new Pages(client, options);
  for (let startIndex = 1; ;) {
    const { answer, count } = await pages.next({ startIndex: String(startIndex), count: String(page) });
    const total = number(answer['totalResults']);
    startIndex += count;
    // A page may be smaller than was asked for. One without anybody ends the list, whatever the total says; where the
    // service tells none, nothing else does.
    if (count === 0 || (total !== undefined && startIndex > total)) return pages.list(total);
  }
}

async function byCursor(client: ScimClient, options: ListOptions, page: number): Promise<ScimList> {
  const pages = new Pages(client, options);
  const seen = new Set<string>();
  for (let cursor = ''; ;) {
    const { answer } = await pages.next({ cursor, count: String(page) });
    const next = answer['nextCursor'];
    // The total is an estimate here (RFC 9865, 2.2); that no page follows is none.
    if (typeof next !== 'string' || next === '') return pages.list(undefined);
    if (seen.has(next)) throw new BackendError('invalid', 'pages that go in a circle');
    seen.add(next);
    cursor = next;
  }
}
