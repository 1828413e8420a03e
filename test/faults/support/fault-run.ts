import { FAULTS, startFaultProxy, type Fault, type FaultProxy } from './fault-proxy.ts';
import { startKillableHub, type KillableHub, type StoredIdea } from './killable-hub.ts';
import { withMemoryStorage } from './memory-storage.ts';
import { randomFrom } from './random.ts';
import { Submitter, type Known, type Submission } from './submitter.ts';

export interface FaultRunOptions {
  readonly submissions: number;
  /** How often the server is killed on the way. */
  readonly kills: number;
  /** The same seed brings the same faults. */
  readonly seed: number;
  readonly databaseUrl?: string;
  /** Share of requests that something happens to. Default 0.4. */
  readonly rate?: number;
  /** Told after each submission. */
  readonly onProgress?: (done: number) => void;
}

export interface FaultReport {
  readonly submissions: number;
  readonly sent: number;
  readonly refused: readonly string[];
  /** Told as arrived, and not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** There under another name, or with another id than the sender was told. */
  readonly mistaken: readonly string[];
  readonly faults: Readonly<Record<Fault, number>>;
  readonly kills: number;
  readonly reloads: number;
  readonly signIns: number;
  readonly tries: number;
  readonly seconds: number;
}

const KNOWN: readonly Known[] = ['stranger', 'header', 'session'];
const PEOPLE = ['rosa-wiesengrund', 'kalle-uferlos', 'henrik-aktendeckel', 'mirja-feldweg', 'cem-brueckenbauer'];
/** Tabs at work at the same time, at most. */
const TOGETHER = 50;

/** What is in the database beside what people were told. */
export function compare(
  submissions: readonly Submission[],
  stored: readonly StoredIdea[],
): Pick<FaultReport, 'lost' | 'doubled' | 'mistaken'> {
  const byTitle = new Map<string, StoredIdea[]>();
  for (const idea of stored) byTitle.set(idea.title, [...(byTitle.get(idea.title) ?? []), idea]);
  const rows = ({ title }: Submission): readonly StoredIdea[] => byTitle.get(title) ?? [];
  const titles = (some: readonly Submission[]): readonly string[] => some.map(({ title }) => title);
  return {
    lost: titles(submissions.filter((each) => rows(each).length === 0)),
    doubled: titles(submissions.filter((each) => rows(each).length > 1)),
    mistaken: titles(
      submissions.filter((each) =>
        rows(each).some(
          ({ id, createdBy }) => createdBy !== each.author || (each.state === 'sent' && id !== each.ideaId),
        ),
      ),
    ),
  };
}

/** The next faults of a network that is as bad as the rate says. */
export const faultsOf = (random: () => number, rate: number) => (): Fault | undefined =>
  random() < rate ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;

async function submitAll(hub: KillableHub, proxy: FaultProxy, options: FaultRunOptions): Promise<Submission[]> {
  const random = randomFrom(options.seed + 1);
  const done: Submission[] = [];
  let next = 0;
  let killing: Promise<void> | undefined;
  const every = Math.ceil(options.submissions / (options.kills + 1));

  const work = async (): Promise<void> => {
    while (next < options.submissions) {
      const number = next++;
      const submitter = new Submitter({
        number,
        title: `Störung ${String(number).padStart(4, '0')}: Eingang bestätigen`,
        known: KNOWN[number % KNOWN.length]!,
        person: PEOPLE[number % PEOPLE.length]!,
        proxy: proxy.origin,
        hub: () => hub.url(),
        random,
      });
      done.push(await submitter.submit());
      options.onProgress?.(done.length);
      // In the middle of what the others are doing.
      if (done.length % every === 0 && hub.kills < options.kills) {
        killing ??= hub.killAndStart().finally(() => (killing = undefined));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(TOGETHER, options.submissions) }, work));
  await killing;
  return done;
}

/**
 * Submissions through a faulty network to a real hub, whose process is killed on the way, by the real adapter and the
 * real outbox; then what the database has beside what people were told.
 */
export async function runFaults(options: FaultRunOptions): Promise<FaultReport> {
  const begun = performance.now();
  const restore = withMemoryStorage();
  const hub = await startKillableHub(options.databaseUrl);
  const fault = faultsOf(randomFrom(options.seed), options.rate ?? 0.4);
  // Before each write one asks who reads: most faults shall meet the writes.
  const rarely = faultsOf(randomFrom(options.seed + 2), 0.1);
  const proxy = await startFaultProxy({
    target: () => hub.url(),
    fault: ({ url, method }) => (method === 'POST' ? fault() : url === '/api/v1/me' ? rarely() : undefined),
  });
  try {
    const submissions = await submitAll(hub, proxy, options);
    const stored = await hub.stopAndRead();
    const sum = (key: 'reloads' | 'signIns' | 'tries'): number =>
      submissions.reduce((total, submission) => total + submission[key], 0);
    return {
      submissions: submissions.length,
      sent: submissions.filter(({ state }) => state === 'sent').length,
      refused: submissions.filter(({ state }) => state === 'refused').map(({ title, why }) => `${title}: ${why}`),
      ...compare(submissions, stored),
      faults: proxy.counts,
      kills: hub.kills,
      reloads: sum('reloads'),
      signIns: sum('signIns'),
      tries: sum('tries'),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    await proxy.close();
    hub.remove();
    restore();
  }
}
