import { BackendError } from './backend-error.ts';
import type { WorkerReply } from './worker-calls.ts';

/** `self` of a worker, as far as it is used; the library of worker types cannot be loaded beside that of pages. */
const scope = globalThis as unknown as {
  onmessage:
    ((event: MessageEvent<{ readonly ask: string; readonly call: number; readonly kept: number }>) => void) | null;
  postMessage(reply: WorkerReply): void;
};

const PORTION = 250;

/** A list, in portions. */
export function postPage(call: number, { items, ...page }: { readonly items: readonly unknown[] }): void {
  for (let at = 0; at < items.length; at += PORTION)
    scope.postMessage({ call, portion: items.slice(at, at + PORTION) });
  scope.postMessage({ call, page });
}

export const postValue = (call: number, value: unknown): void => scope.postMessage({ call, value });

/** The worker's side of `WorkerCalls`: answers questions, tells failures, forgets what nobody holds, says that it is there. */
export function answerCalls<R extends { readonly ask: string }>(
  answer: (request: R & { readonly call: number }) => Promise<void> | void,
  drop: (kept: number) => void,
): void {
  const settle = async (request: { readonly ask: string; readonly call: number }): Promise<void> => {
    try {
      await answer(request as unknown as R & { readonly call: number });
    } catch (error) {
      const known = error instanceof BackendError ? error : undefined;
      scope.postMessage({
        call: request.call,
        failed: { kind: known?.kind ?? 'unknown', message: String((error as Error).message), reason: known?.reason },
      });
    }
  };
  scope.onmessage = ({ data: request }) => {
    if (request.ask === 'drop') drop(request.kept);
    else void settle(request);
  };
  scope.postMessage({ ready: true });
}
