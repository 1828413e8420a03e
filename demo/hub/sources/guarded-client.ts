import { Agent, fetch as undiciFetch, type Headers as UndiciHeaders, type Response as UndiciResponse } from 'undici';
import { BackendError } from '../../../src/backend/backend-error.ts';
import { addressCheck, checkLiteral, guardedLookup, type AddressCheck } from './address-guard.ts';
import type { HostGate } from './host-gate.ts';

const REDIRECTS = 3;
const REDIRECT_CODES = [301, 302, 303, 307, 308];
const CONNECT_MS = 5_000;

export interface GuardedOptions {
  /** The configured address; its scheme and port decide which others may be asked. */
  readonly url: string;
  readonly allowPrivate: readonly string[];
  /** For all answers together, counted behind the decompression. */
  readonly maxBytes: number;
  /** For all requests together, redirects and bodies included. */
  readonly seconds: number;
  /** Says who asks, to those who run the source. */
  readonly userAgent: string;
  /** Keeps two requests from one host at the same time. */
  readonly gate?: HostGate;
}

/** An answer with any status but a redirect's. */
export interface GuardedAnswer {
  /** Where it came from in the end, behind redirects. */
  readonly url: string;
  readonly redirected: boolean;
  readonly status: number;
  readonly headers: UndiciHeaders;
  readonly bytes: Uint8Array;
}

/**
 * Reads for one configured source within one budget of time and bytes, however many requests it takes. Each connection
 * goes to an address that was checked, behind redirects, too; names are looked up once, and the answer is what is
 * connected to. Nothing of a visitor goes along: no cookies, no tokens.
 */
export class GuardedClient {
  readonly #options: GuardedOptions;
  readonly #isAllowed: AddressCheck;
  readonly #agent: Agent;
  readonly #signal: AbortSignal;
  readonly #home: URL;
  #bytes = 0;

  constructor(options: GuardedOptions) {
    this.#options = options;
    this.#home = new URL(options.url);
    this.#isAllowed = addressCheck(options.allowPrivate);
    this.#agent = new Agent({
      connect: { lookup: guardedLookup(this.#isAllowed), timeout: CONNECT_MS },
      headersTimeout: options.seconds * 1000,
      maxResponseSize: -1,
    });
    // One deadline for all: a source that drips keeps no chunk waiting, and still ends.
    this.#signal = AbortSignal.timeout(options.seconds * 1000);
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  /** @throws BackendError where there is no answer, or none that may be had */
  async get(address: string, headers: Readonly<Record<string, string>>): Promise<GuardedAnswer> {
    const { gate, seconds } = this.#options;
    let url = new URL(address);
    try {
      for (let hop = 0; hop <= REDIRECTS; hop += 1) {
        this.#check(url);
        const leave = await gate?.enter(url.host, this.#signal);
        try {
          const response = await undiciFetch(url, {
            dispatcher: this.#agent,
            redirect: 'manual',
            signal: this.#signal,
            headers: { ...headers, 'user-agent': this.#options.userAgent },
          });
          if (!REDIRECT_CODES.includes(response.status)) {
            const bytes = await this.#read(response, url.href);
            return { url: url.href, redirected: hop > 0, status: response.status, headers: response.headers, bytes };
          }
          await response.body?.cancel();
          url = nextHop(response, url);
        } finally {
          leave?.();
        }
      }
      throw new BackendError('invalid', `more than ${REDIRECTS} redirects`, { url: address });
    } catch (error) {
      if (error instanceof BackendError) throw error;
      if (this.#signal.aborted)
        throw new BackendError('timeout', `no whole answer in ${seconds} s`, { url: url.href, cause: error });
      const cause = (error as Error).cause;
      if (cause instanceof BackendError) throw cause;
      const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? (error as Error).message;
      throw new BackendError('unknown', `no answer: ${code}`, { url: url.href, cause: error });
    }
  }

  #check(url: URL): void {
    const { href } = url;
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw new BackendError('denied', `${url.protocol} addresses are not read`, { url: href });
    // Who has configured https: has not agreed to what anybody on the way may read and change.
    if (url.protocol === 'http:' && this.#home.protocol === 'https:')
      throw new BackendError('denied', 'it leads from https: to http:', { url: href });
    if (url.username || url.password)
      throw new BackendError('denied', 'addresses with a password are not read', { url: href });
    if (!['', '80', '443', this.#home.port].includes(url.port))
      throw new BackendError('denied', `it leads to port ${url.port}`, { url: href });
    checkLiteral(url.hostname, this.#isAllowed);
  }

  async #read(response: UndiciResponse, url: string): Promise<Uint8Array> {
    const { maxBytes } = this.#options;
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      const bytes = chunk as Uint8Array;
      length += bytes.length;
      this.#bytes += bytes.length;
      // A small answer that unpacks to a large one stops here, too.
      if (this.#bytes > maxBytes)
        throw new BackendError('invalid', `more than ${maxBytes} bytes`, { url, reason: 'too-large' });
      chunks.push(bytes);
    }
    return Buffer.concat(chunks, length);
  }
}

function nextHop(response: UndiciResponse, url: URL): URL {
  const location = response.headers.get('location');
  if (!location || !URL.canParse(location, url)) {
    throw new BackendError('invalid', `a redirect without an address`, { url: url.href, status: response.status });
  }
  return new URL(location, url);
}
