/** Keeps what the page says on `console.warn` from the test's log, and tells it. */
export interface ConsoleWatch {
  readonly warnings: readonly string[];
  restore(): void;
}

export function watchWarnings(): ConsoleWatch {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => void warnings.push(String(parts[0]));
  return {
    warnings,
    restore: () => {
      console.warn = warn;
    },
  };
}
