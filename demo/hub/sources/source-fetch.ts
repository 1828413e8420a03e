import { BackendError } from '../../../src/backend/backend-error.ts';
import { GuardedClient, type GuardedOptions } from './guarded-client.ts';
import type { KeptAnswer } from './kept-answers.ts';

/** Requests of one reading; a source whose pages never end stops here. */
const MOST_REQUESTS = 30;
/** Headers of an adapter that go along. Tokens and cookies never do. */
const SENT = ['accept', 'accept-version', 'accept-language'];
/** Headers of an answer that adapters read, and those by which it is asked for again. */
const KEPT = [
  'content-type', 'etag', 'last-modified', 'link', 'cache-control', 'x-wp-total', 'x-wp-totalpages', 'retry-after',
]; // prettier-ignore

type Answer = KeptAnswer & { readonly status: number };

/**
 * A `fetch` for the adapters of one reading: every request goes through the same guard and out of the same budgets, and
 * is asked with the validators of the answer that was kept of the last reading. What has not changed is answered out of
 * that. The same address is asked once a reading.
 */
export class SourceFetch {
  readonly #client: GuardedClient;
  readonly #kept: ReadonlyMap<string, KeptAnswer>;
  readonly #answers = new Map<string, Promise<Answer>>();
  readonly #read: KeptAnswer[] = [];
  #changed = false;
  #requests = 0;

  /** @param kept answers of the last reading */
  constructor(options: GuardedOptions, kept: readonly KeptAnswer[]) {
    this.#client = new GuardedClient(options);
    this.#kept = new Map(kept.map((answer) => [answer.asked, answer]));
  }

  /** Whether every answer so far was: not changed. */
  get isUnchanged(): boolean {
    return this.#read.length > 0 && !this.#changed;
  }

  /** What was read, in the order in which it came. */
  get answers(): readonly KeptAnswer[] {
    return this.#read;
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    if ((init.method ?? 'GET') !== 'GET') throw new BackendError('denied', 'sources are read, never written', { url });
    const headers = new Headers(init.headers);
    const sent: Record<string, string> = {};
    for (const name of SENT) {
      const value = headers.get(name);
      if (value !== null) sent[name] = value;
    }
    let answer = this.#answers.get(url);
    if (!answer) {
      answer = this.#get(url, sent);
      this.#answers.set(url, answer);
      // A failure is not an answer: who asks again asks the source.
      answer.catch(() => this.#answers.delete(url));
    }
    const { url: from, headers: told, bytes, status } = await answer;
    // Errors are for the adapter to judge; asked again, they may be over.
    if (status >= 400) this.#answers.delete(url);
    const response = new Response(new Uint8Array(bytes), { status, headers: told });
    Object.defineProperties(response, { url: { value: from }, redirected: { value: from !== url } });
    return response;
  };

  async #get(url: string, sent: Record<string, string>): Promise<Answer> {
    this.#requests += 1;
    if (this.#requests > MOST_REQUESTS)
      throw new BackendError('invalid', `more than ${MOST_REQUESTS} requests`, { url, reason: 'too-large' });
    const kept = this.#kept.get(url);
    const etag = kept?.headers['etag'];
    const lastModified = kept?.headers['last-modified'];
    const answer = await this.#client.get(url, {
      ...sent,
      ...(etag && { 'if-none-match': etag }),
      ...(lastModified && { 'if-modified-since': lastModified }),
    });
    const headers: Record<string, string> = {};
    for (const name of KEPT) {
      const value = answer.headers.get(name);
      if (value !== null) headers[name] = value;
    }
    if (answer.status === 304 && kept) {
      const same = { ...kept, headers: { ...kept.headers, ...headers } };
      this.#read.push(same);
      return { ...same, status: 200 };
    }
    this.#changed = true;
    const fresh: KeptAnswer = { asked: url, url: answer.url, headers, bytes: answer.bytes };
    if (answer.status < 300) this.#read.push(fresh);
    else if (answer.status < 400)
      throw new BackendError('invalid', `an answer of ${answer.status}`, { url, status: answer.status });
    return { ...fresh, status: answer.status };
  }
}
