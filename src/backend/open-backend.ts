import { ADAPTERS } from './adapter-registry.ts';
import { BackendError } from './backend-error.ts';
import { PORT_NAMES, type AdapterOptions, type Backend, type PortName, type SignInPage } from './ports.ts';
import { parseSources, type Source, type SourceWarning } from './source-grammar.ts';

export interface OpenOptions extends Omit<AdapterOptions, 'src' | 'label' | 'signIn'> {
  /** As editors write it, see `parseSources`. */
  readonly src: string;
  readonly labels?: string | null;
  /** Address of the page. */
  readonly base?: string;
  /** Brings what the page does about signing in; asked for only where a source knows people. */
  readonly signIn?: () => Promise<SignInPage>;
}

export interface OpenedBackend {
  /** What it will have at most. */
  readonly ports: readonly PortName[];
  readonly warnings: readonly SourceWarning[];
  /** Its ports, once their adapters are loaded. Never rejects: what failed to load fails, and loads anew, when asked. */
  readonly ready: Promise<Backend>;
}

/** Data that any source may have; people are known by kinds that say so. */
const DATA_PORTS = PORT_NAMES.filter((name) => name !== 'account');

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** What a port is asked first, and can always answer. */
const firstMethods = (name: PortName): readonly string[] =>
  name === 'account' ? ['me'] : name === 'ideas' ? ['list', 'get'] : ['list'];

/** Turns the text of a `src` attribute into ports; several sources of a kind of data become one. */
export function openBackend({
  src,
  labels,
  base,
  getToken,
  credentials,
  methodOverride,
  signIn,
  ...options
}: OpenOptions): OpenedBackend {
  const { sources, warnings } = parseSources(src, { labels, base, kinds: Object.keys(ADAPTERS) });
  const portsOf = ({ kind }: Source): readonly PortName[] => (kind ? (ADAPTERS[kind]?.ports ?? []) : DATA_PORTS);

  // A token is one server's: named beside another, a chat would be given the token of the hub.
  const signing = new Set(
    sources.flatMap(({ kind = '', url }) =>
      ADAPTERS[kind]?.signsIn || ADAPTERS[kind]?.takesToken ? [new URL(url).origin] : [],
    ),
  );

  const open = async (source: Source): Promise<Backend> => {
    try {
      const { url, label } = source;
      const kind = source.kind ?? (await (await import('./probe-kind.ts')).probeKind(url, options));
      const entry = ADAPTERS[kind];
      if (!entry) throw new BackendError('unsupported', `No adapter for kind ${kind} of ${url}`, { url });
      const [create, page] = await Promise.all([entry.load(), entry.signsIn ? signIn?.() : undefined]);
      return create({
        ...options,
        src: url,
        label,
        ...(entry.signsIn && { getToken, credentials, methodOverride, signIn: page }),
        ...(entry.takesToken && signing.size === 1 && { getToken, credentials }),
      });
    } catch (cause) {
      throw cause instanceof BackendError
        ? cause
        : new BackendError('unknown', `The adapter of ${source.url} did not load`, { url: source.url, cause });
    }
  };

  /** Ports that open their source again with each question, and so tell why they cannot answer, or do. */
  const openLater = (source: Source): Backend => {
    const backend: Record<string, unknown> = {};
    for (const name of portsOf(source)) {
      const ask =
        (method: string) =>
        async (...args: unknown[]): Promise<unknown> => {
          const port = (await open(source))[name] as Partial<Record<string, Method>> | undefined;
          if (!port?.[method])
            throw new BackendError('unsupported', `No ${name} at ${source.url}`, { url: source.url });
          return port[method](...args);
        };
      backend[name] = Object.fromEntries(firstMethods(name).map((method) => [method, ask(method)]));
    }
    return backend;
  };

  /** What was written but cannot be used fails like a dead source, so that more than the console tells of it. */
  const refused = warnings.filter(({ part }) => part);
  const found = PORT_NAMES.filter((name) => sources.some((source) => portsOf(source).includes(name)));
  const ports = found.length || !refused.length ? found : DATA_PORTS;
  const refusal = ({ message, part }: SourceWarning): Backend => {
    const list = (): Promise<never> => Promise.reject(new BackendError('unsupported', message, { url: part }));
    return Object.fromEntries(DATA_PORTS.filter((name) => ports.includes(name)).map((name) => [name, { list }]));
  };

  const openAll = async (): Promise<Backend> => {
    const all = [
      ...(await Promise.all(
        sources.map(async (source) => ({
          backend: await open(source).catch(() => openLater(source)),
          source: { id: source.url, label: source.label, url: source.url },
        })),
      )),
      ...refused.map((warning) => ({ backend: refusal(warning), source: { id: warning.part! } })),
    ];
    if (all.length < 2) return all[0]?.backend ?? {};
    const { mergeBackends } = await import('./merge-backends.ts');
    return mergeBackends(all, options.timeZone);
  };

  return { ports, warnings, ready: openAll() };
}
