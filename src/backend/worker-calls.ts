import { BackendError, type BackendErrorKind, type BackendErrorOptions } from './backend-error.ts';
import type { WorkerName } from './asset-base.ts';
import { startWorker } from './workers.ts';

/** What every worker of the library answers: long lists in portions, so that unpacking one is no long task. */
export type WorkerReply =
  | { readonly ready: true }
  | { readonly call: number; readonly portion: readonly unknown[] }
  | { readonly call: number; readonly page: object }
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly failed: WorkerFailure };

export interface WorkerFailure {
  readonly kind: BackendErrorKind;
  readonly message: string;
  readonly reason: BackendErrorOptions['reason'];
}

interface Call {
  readonly items: unknown[];
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** A worker that has not said a word by then will hardly come any more. */
const START_MS = 3000;

/** The page's side of a worker: questions with numbers, answers as promises, and files that it keeps. */
export class WorkerCalls {
  readonly #worker: Worker;
  readonly #calls = new Map<number, Call>();
  #last = 0;
  /** What the worker keeps is forgotten when nobody holds it any more. */
  readonly #drops = new FinalizationRegistry<number>((kept) => this.#worker.postMessage({ ask: 'drop', kept }));

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => this.#receive(data);
    worker.onerror = ({ message }) => {
      for (const call of this.#calls.values())
        call.reject(new BackendError('unknown', `the worker failed: ${message}`));
      this.#calls.clear();
    };
  }

  /** A number for something that the worker is to keep. */
  number(): number {
    return ++this.#last;
  }

  /** Lets the worker forget what it keeps by that number once nobody holds `holder` any more. */
  keepFor(holder: object, kept: number): void {
    this.#drops.register(holder, kept);
  }

  ask(request: object, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const call = this.number();
      const abort = (): void => {
        this.#calls.delete(call);
        reject(signal?.reason as Error);
      };
      const finish = (settle: (value: never) => void) => (value: unknown) => {
        signal?.removeEventListener('abort', abort);
        this.#calls.delete(call);
        settle(value as never);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#calls.set(call, { items: [], resolve: finish(resolve), reject: finish(reject) });
      this.#worker.postMessage({ ...request, call });
    });
  }

  #receive(reply: WorkerReply): void {
    if (!('call' in reply)) return;
    const call = this.#calls.get(reply.call);
    if (!call) return;
    if ('portion' in reply) for (const item of reply.portion) call.items.push(item);
    else if ('page' in reply) call.resolve({ ...reply.page, items: call.items });
    else if ('failed' in reply)
      call.reject(new BackendError(reply.failed.kind, reply.failed.message, { reason: reply.failed.reason }));
    else call.resolve(reply.value);
  }
}

/** Waits for the first word of a worker; null where there is none, or it cannot start. */
function firstWord(name: WorkerName): Promise<WorkerCalls | null> {
  const worker = startWorker(name);
  if (!worker) return Promise.resolve(null);
  return new Promise((resolve) => {
    const fail = (): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(null);
    };
    const timer = setTimeout(fail, START_MS);
    worker.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    worker.onmessage = () => {
      clearTimeout(timer);
      resolve(new WorkerCalls(worker));
    };
  });
}

const shared = new Map<WorkerName, Promise<WorkerCalls | null>>();

/** The page's worker of that name, started when it is first asked for; null where the page cannot have one. */
export function workerCalls(name: WorkerName): Promise<WorkerCalls | null> {
  let calls = shared.get(name);
  if (!calls) shared.set(name, (calls = firstWord(name)));
  return calls;
}
