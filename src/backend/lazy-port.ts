import { BackendError } from './backend-error.ts';

/** Whatever it takes: that is the port's to say. */
type Method = (...args: never[]) => Promise<unknown>;

/** Names of what a port can do, without its plain values. */
export type MethodOf<P> = { [K in keyof P]-?: NonNullable<P[K]> extends Method ? K : never }[keyof P];

/**
 * A port whose code is fetched with the first question: a page that shows something else of the same source does not pay
 * for it. What it can do must be known before, since a method that is there is a capability.
 */
export function lazyPort<P extends object>(
  names: readonly MethodOf<P>[],
  load: () => Promise<P>,
): Pick<P, MethodOf<P>> {
  let loading: Promise<P> | undefined;
  const open = async (): Promise<P> => {
    try {
      return await (loading ??= load());
    } catch (cause) {
      loading = undefined;
      throw cause instanceof BackendError ? cause : new BackendError('unknown', 'A part did not load', { cause });
    }
  };
  const call =
    (name: MethodOf<P>): Method =>
    async (...args: unknown[]) =>
      ((await open()) as Record<MethodOf<P>, (...all: unknown[]) => Promise<unknown>>)[name](...args);
  return Object.fromEntries(names.map((name) => [name, call(name)])) as Pick<P, MethodOf<P>>;
}
