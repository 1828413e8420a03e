import { PORT_NAMES, type Backend, type PortName } from './ports.ts';

/**
 * Key of a context that carries one port, for this library's widgets and for any other implementation of the community
 * context protocol (the brand is what `@lit/context` reads its types from).
 */
export type PortContext<N extends PortName = PortName> = symbol & { readonly __context__: NonNullable<Backend[N]> };

/** The context of a port. Two copies of the library meet in it, since the key is the page's (`Symbol.for`). */
export const portContext = <N extends PortName>(name: N): PortContext<N> =>
  Symbol.for(`vr.port.${name}`) as PortContext<N>;

/** The port a context carries, if it is one of ours. */
export const portOfContext = (context: unknown): PortName | undefined =>
  PORT_NAMES.find((name) => portContext(name) === context);
