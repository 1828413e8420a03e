import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchemaValidationError,
} from 'fastify';
import { HttpProblem, type FieldError, type FieldErrorCode } from './http-problem.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const FIELD_CODES: Readonly<Record<string, FieldErrorCode>> = {
  required: 'required',
  minLength: 'too-short',
  maxLength: 'too-long',
  minItems: 'too-few',
  maxItems: 'too-many',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  enum: 'not-allowed',
  const: 'not-allowed',
  anyOf: 'not-allowed',
  additionalProperties: 'unknown-field',
  pattern: 'format',
  format: 'format',
  type: 'type',
};

function fieldError(error: FastifySchemaValidationError): FieldError {
  const params = error.params as { missingProperty?: string; additionalProperty?: string; limit?: number };
  const path = error.instancePath.split('/').slice(1);
  const inner = params.missingProperty ?? params.additionalProperty;
  if (inner) path.push(inner);
  return {
    field: path.join('.'),
    code: FIELD_CODES[error.keyword] ?? 'format',
    message: error.message ?? error.keyword,
    ...(typeof params.limit === 'number' && { limit: params.limit }),
  };
}

function fieldErrors(validation: readonly FastifySchemaValidationError[]): FieldError[] {
  const errors: FieldError[] = [];
  for (const entry of validation) {
    const error = fieldError(entry);
    // One word a field: the first, which is the most particular.
    if (!errors.some(({ field }) => field === error.field)) errors.push(error);
  }
  return errors;
}

const BY_STATUS: Readonly<Record<number, HttpProblem['code']>> = {
  400: 'invalid-request',
  401: 'sign-in-required',
  403: 'denied',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'rate-limited',
  503: 'busy',
};

/** Classes of SQLSTATE, and network errors, that mean that the database is away, not that we asked wrongly. */
const isDatabaseAway = (code: unknown): boolean =>
  typeof code === 'string' && (/^(08|53|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code) || code === '40001');

/** All connections were taken for too long; the pool's error has no code. */
const isPoolBusy = ({ message }: Error): boolean => message === 'timeout exceeded when trying to connect';

/** The database refuses a text with a zero byte, or half a character: somebody asked with what cannot be in any text. */
const isNoText = (code: unknown): boolean => code === '22021' || code === '22P05';

function toProblem(error: FastifyError): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error.validation) return new HttpProblem('invalid-request', { fieldErrors: fieldErrors(error.validation) });
  if (isDatabaseAway(error.code) || isPoolBusy(error)) return new HttpProblem('busy', { retryAfter: 5, cause: error });
  if (isNoText(error.code)) {
    return new HttpProblem('invalid-request', { detail: 'The request holds characters that no text has.' });
  }
  const status = error.statusCode ?? 500;
  if (status === 400 && (error instanceof SyntaxError || /JSON/.test(error.code ?? ''))) {
    return new HttpProblem('invalid-json', { cause: error });
  }
  const code = BY_STATUS[status];
  // The words of an unforeseen error may hold anything; they belong in the log, not in the answer.
  if (!code) return new HttpProblem('internal', { cause: error });
  return new HttpProblem(code, { detail: error.message.slice(0, 300), cause: error });
}

/** Sends a problem; the one place that writes `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  const { headers, retryAfter } = problem.options;
  if (headers) reply.headers(headers);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (problem.statusCode === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(problem.statusCode)
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ ...problem.body(), instance: reply.request.url.split('?')[0] });
}

export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.statusCode >= 500) request.log.error({ err: problem.cause ?? problem }, 'request failed');
  return sendProblem(reply, problem);
}

/** Every answer that is not a success is a problem, of routes and of the framework alike. */
export function installProblemHandler(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => handleError(error, request, reply));
}
