interface Timer {
  readonly id: number;
  readonly at: number;
  readonly call: () => void;
}

/** Timers that run when the test says so. `restore` gives the page its own back. */
export interface ManualClock {
  /** Runs everything due within the next `ms`, in order. */
  tick(ms: number): void;
  restore(): void;
}

export function manualClock(): ManualClock {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  let now = 0;
  let last = 1e9;
  let timers: Timer[] = [];
  globalThis.setTimeout = ((call: () => void, ms = 0) => {
    timers.push({ id: ++last, at: now + ms, call });
    return last;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => {
    timers = timers.filter((timer) => timer.id !== id);
  }) as typeof clearTimeout;
  return {
    tick(ms) {
      const end = now + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.call();
      }
      now = end;
    },
    restore() {
      globalThis.setTimeout = set;
      globalThis.clearTimeout = clear;
    },
  };
}
