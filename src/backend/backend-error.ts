/**
 * What went wrong between a widget and its source, in kinds that people can be told about.
 *
 * - `offline`: the device has no network
 * - `timeout`: no answer in time
 * - `denied`: 401 or 403, or a sign-in page in place of data
 * - `missing`: 404 or 410
 * - `invalid`: an answer that is not what it should be (HTML in place of a calendar, broken JSON)
 * - `blocked`: the browser hides the answer: CORS, mixed content, local network access, a Content-Security-Policy
 * - `busy`: 429 or 503; `retryAfter` in seconds where the server named it
 * - `unsupported`: the source cannot do what was asked
 * - `conflict`: 409 or 412, somebody else was faster
 * - `unknown`: anything else, with its cause
 */
export const BACKEND_ERROR_KINDS = [
  'offline',
  'timeout',
  'denied',
  'missing',
  'invalid',
  'blocked',
  'busy',
  'unsupported',
  'conflict',
  'unknown',
] as const;
export type BackendErrorKind = (typeof BACKEND_ERROR_KINDS)[number];

/** Why the browser hid an answer, where it can be reasoned out. */
export type BlockedReason = 'mixed-content' | 'local-network' | 'cors-or-csp';

export interface BackendErrorOptions {
  readonly status?: number;
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
  readonly url?: string;
  readonly reason?: BlockedReason | 'sign-in' | 'html' | 'content-type' | 'too-large' | 'empty' | 'not-a-feed';
  /** RFC 9457 problem details of the hub. */
  readonly problem?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error that leaves an adapter. `message` is technical and English; words for people come from the dictionaries. */
export class BackendError extends Error {
  readonly kind: BackendErrorKind;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly url: string | undefined;
  readonly reason: BackendErrorOptions['reason'];
  readonly problem: Readonly<Record<string, unknown>> | undefined;

  constructor(kind: BackendErrorKind, message: string, options: BackendErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'BackendError';
    this.kind = kind;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
    this.url = options.url;
    this.reason = options.reason;
    this.problem = options.problem;
  }
}
