/** What is wrong with one field of a request. `code` is for programs, which have the words; `message` is English and technical. */
export interface FieldError {
  /** Dotted path in the body, or the name of the query parameter. */
  readonly field: string;
  readonly code: FieldErrorCode;
  readonly message: string;
  /** The bound that was passed, where there is one. */
  readonly limit?: number;
}

export type FieldErrorCode =
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'too-many'
  | 'too-few'
  | 'out-of-range'
  | 'not-allowed'
  | 'unknown-field'
  | 'format'
  | 'type'
  | 'not-found'
  | 'order'
  /** Fewer places than people who have one. */
  | 'below-registered'
  /** A deadline behind the start. */
  | 'after-start'
  /** A session that does not lie within its camp. */
  | 'outside'
  /** A room or a host that is elsewhere then. */
  | 'taken'
  /** An instant that has passed. */
  | 'past'
  /** Only its source changes it. */
  | 'locked'
  /** A part of an entry that would be for more than the entry itself. */
  | 'wider-than-entry'
  /** A workbook of a spreadsheet program, which can save it as CSV. */
  | 'spreadsheet'
  /** A table without a column that names people. */
  | 'no-name-column';

/** Names of what can go wrong. They are part of the public interface: clients choose their words by them. */
export type ProblemCode =
  | 'invalid-request'
  | 'invalid-json'
  | 'sign-in-required'
  | 'denied'
  | 'csrf'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'registration-closed'
  | 'registration-not-open'
  | 'event-over'
  | 'event-cancelled'
  | 'session-conflict'
  | 'not-listed'
  | 'consent-text'
  | 'outside'
  | 'contact-paused'
  | 'contact-capacity'
  | 'contact-open'
  | 'contact-blocked'
  | 'request-over'
  | 'gone'
  | 'precondition-failed'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported-media-type'
  | 'format-not-offered'
  | 'idempotency-key-reused'
  | 'rate-limited'
  | 'busy'
  | 'not-ready'
  | 'internal';

const KNOWN: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'invalid-request': { status: 400, title: 'The request has fields that are not right' },
  'invalid-json': { status: 400, title: 'The body is not readable JSON' },
  'sign-in-required': { status: 401, title: 'Sign-in is required' },
  denied: { status: 403, title: 'The caller may not do this' },
  csrf: { status: 403, title: 'A write with a session must come from a page that may use it' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  conflict: { status: 409, title: 'The object is not in a state that allows this' },
  'registration-closed': { status: 409, title: 'Nobody can register for this any more' },
  'registration-not-open': { status: 409, title: 'The registration has not been opened yet' },
  'event-over': { status: 409, title: 'The event has begun already' },
  'event-cancelled': { status: 409, title: 'The event is cancelled' },
  'session-conflict': { status: 409, title: 'A room or a host is taken at that time' },
  'not-listed': { status: 404, title: 'This person is not in the directory at present' },
  'consent-text': { status: 409, title: 'The text of the consent is another one by now' },
  outside: { status: 422, title: 'The session does not lie within the camp and its slots' },
  'contact-paused': { status: 409, title: 'This person takes no requests at present' },
  'contact-capacity': { status: 409, title: 'This person has as many requests this month as they can answer' },
  'contact-open': { status: 409, title: 'A request between the two is open already' },
  'contact-blocked': { status: 409, title: 'The caller has blocked this person' },
  'request-over': { status: 409, title: 'The request is not open any more' },
  gone: { status: 410, title: 'This was here once and is gone' },
  'precondition-failed': { status: 412, title: 'Somebody changed the object in the meantime' },
  'precondition-required': { status: 428, title: 'The header If-Match is required' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The type of the body is not supported' },
  'format-not-offered': { status: 501, title: 'The answer is not offered in this format' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  busy: { status: 503, title: 'The hub cannot answer right now' },
  'not-ready': { status: 503, title: 'The hub is not ready' },
  internal: { status: 500, title: 'The hub made a mistake' },
};

export interface HttpProblemOptions {
  readonly detail?: string;
  readonly fieldErrors?: readonly FieldError[];
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members of the body that only this problem has (RFC 9457, 3.2). */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** Thrown anywhere in a route, answered as RFC 9457 problem details. `detail` must not hold personal data. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly statusCode: number;
  readonly title: string;
  readonly options: HttpProblemOptions;

  constructor(code: ProblemCode, options: HttpProblemOptions = {}) {
    super(options.detail ?? KNOWN[code].title, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HttpProblem';
    this.code = code;
    this.statusCode = KNOWN[code].status;
    this.title = KNOWN[code].title;
    this.options = options;
  }

  /** The body on the wire (RFC 9457, 3). */
  body(): Readonly<Record<string, unknown>> {
    const { detail, fieldErrors, retryAfter, more } = this.options;
    return {
      type: `urn:bausteine:problem:${this.code}`,
      title: this.title,
      status: this.statusCode,
      code: this.code,
      ...(detail !== undefined && { detail }),
      ...(fieldErrors && { fieldErrors }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...more,
    };
  }
}

/** A request whose fields are not right, as one problem. */
export const invalidFields = (fieldErrors: readonly FieldError[]): HttpProblem =>
  new HttpProblem('invalid-request', { fieldErrors });
