import type { BackendError } from '../backend/backend-error.ts';
import type { PortName } from '../backend/ports.ts';
import type { DoctorWords } from '../i18n/de/doctor.ts';
import { explainFailure } from '../i18n/failure-help.ts';
import type { Finding } from './finding.ts';
import { allowingLine, originOf, violationFor, type Violation } from './policy-violations.ts';
import { publicText } from './redact.ts';

/** What is known around a failure. */
export interface Around {
  readonly words: DoctorWords;
  /** Address of the source, without credentials. */
  readonly address: string;
  readonly subject: string;
  readonly port?: PortName;
  /** What the page's policies stopped meanwhile. */
  readonly seen: readonly Violation[];
  /** Origins of all sources that a policy stopped, for one line that allows them all. */
  readonly stopped: readonly string[];
}

const CONNECT = 'connect-src';

/** The page as a server sees it; `null` in a frame without an origin, which only a star allows. */
const allowedOrigin = (): string => (globalThis.origin === 'null' ? '*' : globalThis.origin);

/** Whether it was the page's own policy that stopped the request. */
export const stoppedByPolicy = ({ url }: BackendError, address: string, seen: readonly Violation[]): boolean =>
  violationFor(url ?? address, CONNECT, seen) !== undefined;

/** A failure in words, with the line that cures it where there is one. */
export async function explainError(error: BackendError, around: Around): Promise<Finding> {
  const { words, address, subject, port, seen, stopped } = around;
  const { kind, reason, message } = error;
  const url = error.url && URL.canParse(error.url) ? error.url : address;
  const host = originOf(url) ?? url;
  const technical = publicText(`${kind}: ${message}`);
  const fault = (code: string, told: { cause: string; cure: string }, copy?: string): Finding => ({
    code,
    severity: 'fault',
    subject,
    ...told,
    ...(copy && { copy }),
    technical,
  });

  const violation = violationFor(url, CONNECT, seen);
  if (violation)
    return fault(
      'source-csp',
      words.source.csp(CONNECT, host),
      allowingLine(violation.originalPolicy, CONNECT, stopped.length > 0 ? stopped : [host]),
    );
  if (reason === 'mixed-content')
    return fault('source-mixed-content', words.source.mixed(url), url.replace(/^http:/, 'https:'));
  if (reason === 'local-network')
    return fault(
      'source-local-network',
      words.source.local(host),
      `LocalNetworkAccessAllowedForUrls: ["${location.origin}"]`,
    );
  if (kind === 'blocked')
    return fault(
      'source-cors',
      words.source.cors(host, location.origin),
      `Access-Control-Allow-Origin: ${allowedOrigin()}`,
    );
  if (reason === 'html') return fault('source-html', words.source.html(port));
  const { cause, cure } = await explainFailure(error, words.lang, location.origin);
  return fault(`source-${reason === 'sign-in' ? 'sign-in' : kind}`, { cause, cure });
}
