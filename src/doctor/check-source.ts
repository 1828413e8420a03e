import { ADAPTERS } from '../backend/adapter-registry.ts';
import type { BackendError } from '../backend/backend-error.ts';
import { openBackend } from '../backend/open-backend.ts';
import type { PortName } from '../backend/ports.ts';
import { parseSources, type Source } from '../backend/source-grammar.ts';
import type { DoctorWords } from '../i18n/de/doctor.ts';
import { doctorWords } from '../i18n/doctor-words.ts';
import { asBackendError } from '../internal/as-backend-error.ts';
import { askPort } from './ask-port.ts';
import { explainError, stoppedByPolicy } from './explain-error.ts';
import type { Finding } from './finding.ts';
import { wordsLanguage } from './language.ts';
import { originOf, watchViolations, type Violation } from './policy-violations.ts';
import { publicText } from './redact.ts';
import type { CheckOptions, DataFound, SourceFound, SourceReport } from './source-report.ts';

interface Failure {
  readonly port?: PortName;
  readonly error: BackendError;
}

/** One address, tried. */
interface Tried extends SourceFound {
  /** Kinds of data that it cannot have. */
  readonly lacking: readonly PortName[];
  readonly failures: readonly Failure[];
}

const DEFAULT_ZONE = 'Europe/Berlin';

const dataPortsOf = (kind: string): readonly PortName[] =>
  (ADAPTERS[kind]?.ports ?? []).filter((port) => port !== 'account');

/**
 * Tries what an editor has written into `src`: reads it as the widgets do, opens each address with the library's own
 * adapters, asks for a first page, and says what is there, or why not and what cures it.
 *
 * Never rejects for what a source does; after an abort it rejects with the signal's reason.
 */
export async function checkSource(src: string, options: CheckOptions = {}): Promise<SourceReport> {
  const { labels, signal } = options;
  const words = await doctorWords(wordsLanguage(options.language));
  const parsed = parseSources(src, { labels, base: location.href, kinds: Object.keys(ADAPTERS) });
  const findings: Finding[] = parsed.warnings.map(({ code, message, part }) => ({
    code,
    severity: code === 'VR013' ? 'hint' : 'fault',
    subject: part ? words.source.name(publicText(part)) : 'src',
    ...words.grammar[code],
    technical: publicText(message),
  }));
  if (!src.trim()) findings.push({ code: 'source-none', severity: 'fault', subject: 'src', ...words.source.none });

  const watch = watchViolations();
  try {
    const tried = await Promise.all(parsed.sources.map((source) => trySource(source, options)));
    signal?.throwIfAborted();
    // The report of a violation is a task of its own behind the refusal.
    await new Promise((resolve) => setTimeout(resolve));
    for (const one of tried) findings.push(...(await tell(one, tried, words, options, watch.seen)));
    return {
      ok: tried.length > 0 && !findings.some(({ severity }) => severity === 'fault'),
      sources: tried.map(({ kind, address, data }) => ({ ...(kind && { kind }), address, data })),
      findings,
    };
  } finally {
    watch.stop();
  }
}

async function trySource(source: Source, options: CheckOptions): Promise<Tried> {
  const { timeZone = DEFAULT_ZONE, timeout, fetch, signal } = options;
  const address = source.url;
  const data: DataFound[] = [];
  const failures: Failure[] = [];
  try {
    const kind =
      source.kind ?? (await (await import('../backend/probe-kind.ts')).probeKind(address, { fetch, timeout }));
    const has = dataPortsOf(kind);
    const wanted = options.ports ?? has;
    const opened = openBackend({ src: `${kind}+${address}`, base: location.href, timeZone, timeout, fetch });
    const backend = await opened.ready;
    for (const port of wanted.filter((name) => has.includes(name))) {
      try {
        const found = await askPort(backend, port, { timeZone, signal });
        if (found) data.push(found);
      } catch (error) {
        failures.push({ port, error: asBackendError(error) });
      }
    }
    const lacking = wanted.filter((name) => name !== 'account' && !has.includes(name));
    return { kind, address, data, lacking, failures };
  } catch (error) {
    return { kind: source.kind, address, data, lacking: [], failures: [{ error: asBackendError(error) }] };
  }
}

async function tell(
  one: Tried,
  all: readonly Tried[],
  words: DoctorWords,
  { ports, timeZone = DEFAULT_ZONE }: CheckOptions,
  seen: readonly Violation[],
): Promise<Finding[]> {
  const { kind, address, data, lacking, failures } = one;
  const subject = words.source.name(publicText(address), kind);
  const findings: Finding[] = [];
  const add = (code: string, severity: Finding['severity'], told: { cause: string; cure: string }): void =>
    void findings.push({ code, severity, subject, ...told });

  const filled = data.filter(({ count }) => count > 0);
  const inWords = ({ port, count, more, dates, past }: DataFound): string =>
    words.found(port, count, more, dates[0], timeZone, past);
  const current = filled.filter(({ past }) => !past);
  if (current.length > 0) add('source-found', 'ok', words.source.found(current.map(inWords).join('; ')));
  for (const past of filled.filter((found) => found.past)) add('source-past', 'hint', words.source.past(inWords(past)));
  // Who named no kind of data is content with any; who did hears of each.
  const empty = data.filter(({ count }) => count === 0);
  if (ports || (filled.length === 0 && failures.length === 0)) {
    if (empty.length > 0)
      add('source-empty', 'hint', words.source.empty(empty.map(({ port }) => words.kindOfData[port]).join(', ')));
  }
  const unreadable = data.reduce((sum, found) => sum + found.unreadable, 0);
  if (unreadable > 0) add('source-unreadable', 'hint', words.source.unreadable(unreadable));
  if (lacking.length > 0 && kind) {
    const named = (names: readonly PortName[]): string => names.map((port) => words.kindOfData[port]).join(', ');
    add('source-lacks', 'fault', words.source.lacks(named(lacking), named(dataPortsOf(kind))));
  }
  if (!ports && data.length > 0) return findings;
  const stopped = [
    ...new Set(
      all.flatMap((tried) =>
        tried.failures.flatMap(({ error }) =>
          stoppedByPolicy(error, tried.address, seen) ? (originOf(error.url ?? tried.address) ?? []) : [],
        ),
      ),
    ),
  ];
  // One dead server is one finding, however many kinds of data were asked.
  const told = new Set<string>();
  for (const { port, error } of failures) {
    const key = `${error.kind} ${error.reason ?? ''} ${error.status ?? ''}`;
    if (told.has(key)) continue;
    told.add(key);
    findings.push(await explainError(error, { words, address, subject, port: port ?? ports?.[0], seen, stopped }));
  }
  return findings;
}
