import type { Me } from '../model/account.ts';
import type { BackendError } from './backend-error.ts';

/** What a request is signed with, and which state of the session it comes from. */
export interface Proof {
  readonly headers: Readonly<Record<string, string>>;
  readonly generation: number;
}

/** Who the requests of one source are signed by; shared by all its ports. */
export interface Session {
  /** What to send along with a request. @throws {BackendError} `denied`, reason `sign-in`, where no proof can be had */
  sign(method: string, url: string): Promise<Proof>;
  /** Whether a refusal has to do with who is signed in, so that `renew` may help. */
  concerns(error: BackendError): boolean;
  /**
   * A newer proof after a refusal; one renewal serves all requests that were refused meanwhile.
   * @throws {BackendError} `denied`, reason `sign-in`, where the reader has to sign in; else why it could not be renewed
   */
  renew(method: string, url: string, proof: Proof, error: BackendError): Promise<Proof>;
  /** The error for a reader who has to sign in. */
  refused(error: BackendError): BackendError;
  /** Who reads, as the source says now. */
  me(options?: { readonly signal?: AbortSignal; readonly fresh?: boolean }): Promise<Me>;
  /** Asks again who reads, and tells the listeners; after a sign-in, a sign-out, or when a page comes back. */
  changed(): void;
  /** Calls back whenever another person may be reading; gives what ends it. */
  subscribe(listener: () => void): () => void;
}
