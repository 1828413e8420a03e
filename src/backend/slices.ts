/** Runs work that was written as a generator, from beginning to end. For Node and workers. */
export function runAtOnce<T>(work: Iterator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Milliseconds of work until the page gets its turn: half a frame. */
const SLICE_MS = 8;

/** A task of its own, behind input and painting that is waiting; timers would be held back to 4 ms, in the background to 1 s. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs the same work in slices on the main thread, where no worker is to be had.
 *
 * @returns what the work returns; rejects with what it throws, or with the signal's reason after an abort
 */
export async function runInSlices<T>(work: Iterator<undefined, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await nextTask();
  }
}
