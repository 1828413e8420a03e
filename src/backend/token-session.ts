import { BackendError } from './backend-error.ts';
import type { GetToken } from './ports.ts';
import type { Proof, Session } from './session.ts';

/** Signs requests to a system that others run, by a token of the page's own; without one they go with its cookies. */
export class TokenSession implements Session {
  readonly #getToken: GetToken | undefined;
  /** Headers that the system wants of requests by cookie. */
  readonly #always: Readonly<Record<string, string>>;

  constructor(getToken: GetToken | undefined, always: Readonly<Record<string, string>> = {}) {
    this.#getToken = getToken;
    this.#always = always;
  }

  sign(_method: string, url: string): Promise<Proof> {
    return this.#proof(url);
  }

  concerns(error: BackendError): boolean {
    return error.status === 401;
  }

  async renew(_method: string, url: string, proof: Proof, error: BackendError): Promise<Proof> {
    const newer = await this.#proof(url, true);
    if (newer.headers['authorization'] === proof.headers['authorization']) throw this.refused(error);
    return newer;
  }

  refused({ message, url, status, problem }: BackendError): BackendError {
    return new BackendError('denied', message, { url, status, problem, reason: 'sign-in' });
  }

  me(): Promise<never> {
    return Promise.reject(new BackendError('unsupported', 'Nobody is known here'));
  }

  changed(): void {
    // Nobody is signed in or out here.
  }

  subscribe(): () => void {
    return () => undefined;
  }

  async #proof(url: string, refresh?: boolean): Promise<Proof> {
    let token: string | null | undefined;
    try {
      token = await this.#getToken?.(url, ...(refresh ? [{ refresh }] : []));
    } catch (cause) {
      throw new BackendError('denied', `No token for ${url}`, { url, cause, reason: 'sign-in' });
    }
    return { headers: { ...this.#always, ...(token ? { authorization: `Bearer ${token}` } : {}) }, generation: 0 };
  }
}
