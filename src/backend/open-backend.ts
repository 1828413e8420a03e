import { ADAPTERS } from './adapter-registry.ts';
import { BackendError } from './backend-error.ts';
import { PORT_NAMES, type AdapterOptions, type Backend, type PortName } from './ports.ts';
import { parseSources, type Source, type SourceWarning } from './source-grammar.ts';

export interface OpenOptions extends Omit<AdapterOptions, 'src' | 'label'> {
  /** As editors write it, see `parseSources`. */
  readonly src: string;
  readonly labels?: string | null;
  /** Address of the page. */
  readonly base?: string;
}

export interface OpenedBackend {
  /** What it will have at most. */
  readonly ports: readonly PortName[];
  readonly warnings: readonly SourceWarning[];
  /** Its ports, once their adapters are loaded. Never rejects: what failed to load fails, and loads anew, when asked. */
  readonly ready: Promise<Backend>;
}

/** Turns the text of a `src` attribute into ports; several sources of a kind of data become one. */
export function openBackend({ src, labels, base, ...options }: OpenOptions): OpenedBackend {
  const { sources, warnings } = parseSources(src, { labels, base, kinds: Object.keys(ADAPTERS) });
  const portsOf = ({ kind }: Source): readonly PortName[] => (kind ? (ADAPTERS[kind]?.ports ?? []) : PORT_NAMES);

  const open = async (source: Source): Promise<Backend> => {
    try {
      const { url, label } = source;
      const kind = source.kind ?? (await (await import('./probe-kind.ts')).probeKind(url, options));
      const entry = ADAPTERS[kind];
      if (!entry) throw new BackendError('unsupported', `No adapter for kind ${kind} of ${url}`, { url });
      const create = await entry.load();
      return create({ ...options, src: url, label, getToken: entry.signsIn ? options.getToken : undefined });
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
      const list = async (...args: Parameters<NonNullable<Backend['ideas']>['list']>): Promise<unknown> => {
        const port = (await open(source))[name] as Backend['ideas'];
        if (!port) throw new BackendError('unsupported', `No ${name} at ${source.url}`, { url: source.url });
        return port.list(...args);
      };
      backend[name] = { list };
    }
    return backend;
  };

  /** What was written but cannot be used fails like a dead source, so that more than the console tells of it. */
  const refused = warnings.filter(({ part }) => part);
  const found = PORT_NAMES.filter((name) => sources.some((source) => portsOf(source).includes(name)));
  const ports = found.length || !refused.length ? found : PORT_NAMES;
  const refusal = ({ message, part }: SourceWarning): Backend => {
    const list = (): Promise<never> => Promise.reject(new BackendError('unsupported', message, { url: part }));
    return Object.fromEntries(ports.map((name) => [name, { list }]));
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
