import type { Me } from '../../../model/account.ts';
import { BackendError } from '../../backend-error.ts';
import { createHttp, type HttpReader } from '../../http.ts';
import type { AdapterOptions } from '../../ports.ts';
import type { Proof, Session } from '../../session.ts';
import { readMe } from './hub-account-answers.ts';

/** Milliseconds for which the hub's word on who reads is believed; several widgets ask within them. */
const BELIEVED = 30_000;

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';
/** A web page where the hub would have given data: a hub never does, a sign-in in front of it may. */
const isPage = ({ reason }: BackendError): boolean => reason === 'html' || reason === 'sign-in';
const isCsrf = ({ status, problem }: BackendError): boolean => status === 403 && problem?.['code'] === 'csrf';

/** What was learnt by a renewal, for all requests that waited for it. */
interface Renewal {
  /** A new token that the page has given. */
  readonly token?: string;
  /** The session of the browser holds, and belongs to somebody. */
  readonly signedIn: boolean;
  /** Somebody else reads now than when the refused request was made. */
  readonly otherPerson: boolean;
  /** Even who reads was answered by a web page: something in front of the hub wants a sign-in. */
  readonly shut?: boolean;
}

export type HubSessionOptions = Pick<AdapterOptions, 'fetch' | 'timeout' | 'getToken' | 'credentials' | 'signIn'> & {
  /** Base of the hub without a slash at the end. */
  readonly base: string;
};

/**
 * Who reads from a hub: by a token of the page's own (`getToken`), else by the hub's cookie, whose writes carry the
 * session's CSRF token out of `/me`.
 */
export class HubSession implements Session {
  readonly #options: HubSessionOptions;
  readonly #read: HttpReader;
  readonly #listeners = new Set<() => void>();
  /** Counts what makes older proofs worthless. */
  #generation = 0;
  #me: Me | undefined;
  #meAt = 0;
  #csrf: string | undefined;
  #renewing: Promise<Renewal> | undefined;
  #requiring: Promise<boolean> | undefined;
  #loading: Promise<Me> | undefined;
  #unwatch: (() => void) | undefined;

  constructor(options: HubSessionOptions) {
    const { fetch, timeout, credentials } = options;
    this.#options = options;
    this.#read = createHttp({ fetch, timeout, credentials });
  }

  async sign(method: string, url: string): Promise<Proof> {
    const token = await this.#token(url);
    if (token) return this.#proof({ authorization: `Bearer ${token}` });
    if (isRead(method)) return this.#proof({});
    if (!this.#me) await this.#load();
    return this.#proof(this.#csrf ? { 'x-csrf-token': this.#csrf } : {});
  }

  concerns(error: BackendError): boolean {
    return error.status === 401 || isPage(error) || isCsrf(error);
  }

  async renew(method: string, url: string, proof: Proof, error: BackendError): Promise<Proof> {
    if (proof.generation !== this.#generation) return this.sign(method, url);
    this.#renewing ??= this.#renewOnce(url, proof).finally(() => (this.#renewing = undefined));
    const { token, signedIn, otherPerson, shut } = await this.#renewing;
    // The hub itself can be reached: a page in place of this one answer was no sign-in.
    if (error.reason === 'html' && !shut) throw error;
    if (token) return this.#proof({ authorization: `Bearer ${token}` });
    // What one person has written is never sent in the name of another.
    if (signedIn && (isRead(method) || !otherPerson)) return this.sign(method, url);
    // One word to the page for all that were refused together.
    this.#requiring ??= this.#require().finally(() => (this.#requiring = undefined));
    if (await this.#requiring) return this.sign(method, url);
    throw this.refused(error);
  }

  refused(error: BackendError): BackendError {
    const { url, status, problem } = error;
    return new BackendError('denied', error.message, { url, status, problem, reason: 'sign-in', cause: error });
  }

  async me({ signal, fresh }: { readonly signal?: AbortSignal; readonly fresh?: boolean } = {}): Promise<Me> {
    if (this.#me && !fresh && performance.now() - this.#meAt < BELIEVED) return this.#me;
    signal?.throwIfAborted();
    const loading = this.#load();
    if (!signal) return loading;
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', stop, { once: true });
      loading.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }

  changed(): void {
    this.#forget();
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#unwatch ??= this.#options.signIn?.watch?.(() => void this.#check());
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unwatch?.();
      this.#unwatch = undefined;
    };
  }

  #proof(headers: Proof['headers']): Proof {
    return { headers, generation: this.#generation };
  }

  async #token(url: string, refresh?: boolean): Promise<string | null | undefined> {
    try {
      return await this.#options.getToken?.(url, ...(refresh ? [{ refresh }] : []));
    } catch (cause) {
      throw new BackendError('denied', `No token for ${url}`, { url, cause, reason: 'sign-in' });
    }
  }

  async #renewOnce(url: string, proof: Proof): Promise<Renewal> {
    const token = await this.#token(url, true);
    this.#generation++;
    this.#loading = undefined;
    if (token && `Bearer ${token}` !== proof.headers['authorization']) {
      return { token, signedIn: true, otherPerson: false };
    }
    if (token) return { signedIn: false, otherPerson: false };
    const before = this.#me && idOf(this.#me);
    const me = await this.#load().catch((error: unknown) => {
      if (error instanceof BackendError && isPage(error)) return undefined;
      throw error;
    });
    if (!me) return { signedIn: false, otherPerson: false, shut: true };
    return { signedIn: !me.anonymous, otherPerson: before !== undefined && before !== idOf(me) };
  }

  /** Tells the page that a sign-in is needed; true when it has seen to it. */
  async #require(): Promise<boolean> {
    const done = (await this.#options.signIn?.required?.()) ?? false;
    if (done) this.changed();
    return done;
  }

  /** Asks the hub who reads; those who ask meanwhile get the same answer. */
  #load(anew = false): Promise<Me> {
    if (anew) this.#loading = undefined;
    const loading = (this.#loading ??= this.#ask().finally(() => {
      if (this.#loading === loading) this.#loading = undefined;
    }));
    return loading;
  }

  async #ask(): Promise<Me> {
    const generation = this.#generation;
    const url = `${this.#options.base}/api/v1/me`;
    const token = await this.#token(url);
    const ask = (bearer: string | null | undefined): ReturnType<HttpReader['json']> =>
      this.#read.json(url, bearer ? { headers: { authorization: `Bearer ${bearer}` } } : {});
    const { data } = await ask(token).catch(async (error: unknown) => {
      const isOld = token && error instanceof BackendError && error.status === 401;
      const renewed = isOld ? await this.#token(url, true) : undefined;
      if (!renewed || renewed === token) throw error;
      return ask(renewed);
    });
    const { me, csrfToken } = readMe(data, url);
    // Somebody has signed in or out since it was asked: this answer is of before.
    if (generation !== this.#generation) return this.#load();
    const before = this.#me;
    this.#me = me;
    this.#meAt = performance.now();
    this.#csrf = csrfToken;
    if (before && idOf(before) !== idOf(me)) this.#tell();
    return me;
  }

  /** Somebody may have signed in or out elsewhere: told only where it is so. */
  async #check(): Promise<void> {
    try {
      if (this.#me) await this.#load(true);
    } catch (error) {
      // Who reads is asked again with the next question.
      if (!(error instanceof BackendError)) throw error;
    }
  }

  #forget(): void {
    this.#generation++;
    this.#me = this.#csrf = this.#loading = undefined;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const idOf = (me: Me): string => (me.anonymous ? '' : (me.person?.id ?? '?'));
