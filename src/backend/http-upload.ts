import { BackendError } from './backend-error.ts';
import { errorOfFailure, errorOfStatus } from './http-errors.ts';
import type { HttpAnswer } from './http.ts';

export interface TransferOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials;
  /** Milliseconds without any progress until it is given up. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * A POST by XMLHttpRequest, which tells how many bytes have left. Errors are those of every other request.
 *
 * @throws {BackendError}, or the signal's reason after an abort
 */
export function uploadWithProgress(url: string, form: FormData, options: TransferOptions): Promise<HttpAnswer> {
  const { headers, credentials, timeout, signal, onProgress } = options;
  return new Promise<HttpAnswer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let share = 0;
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    const onAbort = (): void => {
      request.abort();
      settle(() => reject(signal?.reason as Error));
    };
    const onMove = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        request.abort();
        settle(() => reject(new BackendError('timeout', `Nothing moved for ${timeout} ms: ${url}`, { url })));
      }, timeout);
    };
    const tell = (next: number): void => {
      if (next <= share) return;
      share = next;
      onProgress?.(share);
    };

    request.open('POST', url);
    request.responseType = 'arraybuffer';
    request.withCredentials = credentials === 'include';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    // The last byte has left before the server has said anything: 1 is told with the answer only.
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      onMove();
      if (lengthComputable && total > 0) tell(Math.min(loaded / total, 0.99));
    };
    request.onprogress = onMove;
    request.onload = () =>
      settle(() => {
        const from = request.responseURL || url;
        const bytes = new Uint8Array((request.response as ArrayBuffer | null) ?? new ArrayBuffer(0));
        const answered = readHeaders(request.getAllResponseHeaders());
        if (request.status >= 400) {
          reject(errorOfStatus(from, request.status, answered, bytes));
          return;
        }
        tell(1);
        resolve({ url: from, status: request.status, headers: answered, bytes });
      });
    request.onerror = () =>
      settle(() => void errorOfFailure(url, new TypeError('The transfer failed'), fetch).then(reject, reject));
    signal?.addEventListener('abort', onAbort);
    onMove();
    request.send(form);
  });
}

/** Headers out of the text that XMLHttpRequest gives (one a line, "name: value"). */
function readHeaders(text: string): Headers {
  const headers = new Headers();
  for (const line of text.split('\r\n')) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  return headers;
}
