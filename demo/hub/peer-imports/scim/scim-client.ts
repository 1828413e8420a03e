import { Agent, fetch as undiciFetch, type Response as UndiciResponse } from 'undici';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { errorOfStatus } from '../../../../src/backend/http-errors.ts';
import { addressCheck, checkLiteral, guardedLookup, type AddressCheck } from '../../sources/address-guard.ts';

export interface ScimOptions {
  /** Base of the service, such as `https://idm.stadt.example/scim/v2`. */
  readonly url: string;
  readonly token: string;
  readonly allowPrivate: readonly string[];
  /** For everything that is read, all answers together. */
  readonly seconds: number;
  readonly maxBytes: number;
}

export type ScimObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is ScimObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads from a SCIM 2.0 service within one budget of time and bytes. Each connection is checked like those to sources. */
export class ScimClient {
  readonly #options: ScimOptions;
  readonly #isAllowed: AddressCheck;
  readonly #agent: Agent;
  readonly #signal: AbortSignal;
  #bytes = 0;

  constructor(options: ScimOptions) {
    this.#options = options;
    this.#isAllowed = addressCheck(options.allowPrivate);
    this.#agent = new Agent({ connect: { lookup: guardedLookup(this.#isAllowed), timeout: 5_000 } });
    this.#signal = AbortSignal.timeout(options.seconds * 1000);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /**
   * @param path below the base, with its query
   * @throws BackendError; its text names neither the token nor what the service holds
   */
  async get(path: string): Promise<ScimObject> {
    const { url: base, token, seconds } = this.#options;
    const url = new URL(`${base.replace(/\/+$/, '')}/${path}`);
    if (url.username || url.password) throw new BackendError('denied', 'addresses with a password are not read');
    checkLiteral(url.hostname, this.#isAllowed);
    try {
      const response = await undiciFetch(url, {
        dispatcher: this.#agent,
        // The token goes to the address that somebody has configured, and nowhere else.
        redirect: 'manual',
        signal: this.#signal,
        headers: {
          accept: 'application/scim+json, application/json;q=0.9',
          authorization: `Bearer ${token}`,
          'user-agent': 'Bausteine-Hub (directory reader)',
        },
      });
      const bytes = await this.#read(response);
      if (response.status >= 400)
        throw errorOfStatus(url.origin, response.status, response.headers as unknown as Headers, bytes);
      if (response.status !== 200)
        throw new BackendError('invalid', `an answer of ${response.status}`, { status: response.status });
      return this.#parse(bytes);
    } catch (error) {
      if (error instanceof BackendError) throw error;
      if (this.#signal.aborted)
        throw new BackendError('timeout', `not read to its end in ${seconds} s`, { cause: error });
      const cause = (error as Error).cause;
      if (cause instanceof BackendError) throw cause;
      const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? (error as Error).name;
      throw new BackendError('unknown', `no answer: ${code}`, { cause: error });
    }
  }

  async #read(response: UndiciResponse): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body ?? []) {
      const bytes = chunk as Uint8Array;
      this.#bytes += bytes.length;
      if (this.#bytes > this.#options.maxBytes) {
        throw new BackendError('invalid', `more than ${this.#options.maxBytes} bytes`, { reason: 'too-large' });
      }
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  }

  #parse(bytes: Uint8Array): ScimObject {
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder().decode(bytes));
    } catch (cause) {
      throw new BackendError('invalid', 'no readable JSON', { cause });
    }
    if (!isObject(value)) throw new BackendError('invalid', 'no SCIM answer');
    return value;
  }
}
