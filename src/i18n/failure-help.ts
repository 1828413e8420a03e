import type { BackendError, BackendErrorKind } from '../backend/backend-error.ts';

/** What is known of a failure. */
export interface FailureFacts {
  readonly kind: BackendErrorKind;
  readonly reason: BackendError['reason'];
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  /** Address that was asked, without user name and password; empty where none is known. */
  readonly url: string;
  /** Origin of the address; empty where none is known. */
  readonly host: string;
  readonly pageOrigin: string;
}

/** In the words of an editor: why, and what to do. */
export interface FailureHelp {
  readonly cause: string;
  readonly cure: string;
}

/** Names of the lines, and the lines themselves. */
export interface FailureExplanation extends FailureHelp {
  readonly labels: {
    readonly cause: string;
    readonly cure: string;
    readonly address: string;
    readonly technical: string;
  };
  readonly address: string;
}

/** Explains a failure to an editor, in the dictionary's language. The words are loaded on first use. */
export async function explainFailure(
  error: BackendError,
  language: string,
  pageOrigin: string,
): Promise<FailureExplanation> {
  const { help, labels } = language === 'en' ? await import('./en/help.ts') : await import('./de/help.ts');
  const { kind, reason, status, retryAfter } = error;
  const address = URL.canParse(error.url ?? '') ? new URL(error.url ?? '') : undefined;
  if (address) address.username = address.password = '';
  const url = address?.href ?? '';
  return {
    ...help({ kind, reason, status, retryAfter, url, host: address?.origin ?? '', pageOrigin }),
    labels,
    address: url,
  };
}
