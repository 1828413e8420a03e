import { BackendError } from '../../../src/backend/backend-error.ts';
import type { CheckAnswer } from './check-answer.ts';

type Failure = NonNullable<CheckAnswer['failure']>;

const codeOf = (error: unknown): string => {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code) return code;
  }
  return '';
};

function reasonOf(error: BackendError): Failure['reason'] {
  const { kind, status, reason } = error;
  if (reason === 'too-large') return 'too-large';
  if (status === 410) return 'gone';
  if (status !== undefined && status >= 500 && status !== 503 && status !== 504) return 'server-error';
  if (kind === 'denied') return status === undefined ? 'private-address' : 'denied';
  if (kind === 'missing') return 'missing';
  if (kind === 'busy') return 'busy';
  if (kind === 'timeout') return 'timeout';
  if (reason === undefined && kind === 'invalid' && (status === undefined || (status >= 300 && status < 400)))
    return 'redirects';
  const code = codeOf(error);
  if (/^(?:ENOTFOUND|EAI_AGAIN|ENODATA)$/.test(code)) return 'no-such-host';
  if (/^(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|UND_ERR_SOCKET)$/.test(code)) return 'refused';
  if (/TIMEOUT/.test(code)) return 'timeout';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code)) return 'certificate';
  return 'unknown';
}

/** Why an address gave nothing, in words for programs. What is no failure of a source is thrown on. */
export function failureOf(error: unknown, url: URL): Failure {
  if (!(error instanceof BackendError)) throw error;
  const host = error.url !== undefined && URL.canParse(error.url) ? new URL(error.url).host : url.host;
  return { reason: reasonOf(error), ...(error.status !== undefined && { status: error.status }), host };
}
