import { nextTask } from './next-task.ts';

/** Runs work that was written as a generator, from beginning to end. For Node and workers. */
export function runAtOnce<T>(work: Iterator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Milliseconds of work until the page gets its turn: half a frame. */
const SLICE_MS = 8;

/**
 * Runs the same work in slices on the main thread, where no worker is to be had.
 *
 * @returns what the work returns; rejects with what it throws, or with the signal's reason after an abort
 */
export async function runInSlices<T>(work: Iterator<undefined, T>, signal?: AbortSignal): Promise<T> {
  for (let slices = 0; ; slices++) {
    signal?.throwIfAborted();
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        // What is drawn of much is much, too.
        if (slices > 0) await nextTask();
        return step.value;
      }
    } while (performance.now() < until);
    await nextTask();
  }
}
