import { ADAPTERS } from '../../../src/backend/adapter-registry.ts';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { Backend } from '../../../src/backend/ports.ts';
import type { Problem } from '../../../src/model/page.ts';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { portsOf } from '../config/source-checks.ts';
import type { SourceConfig } from '../config/config.ts';
import { storeGatheredPosts } from '../posts/post-store.ts';
import { takeEvents } from './calendar-reading.ts';
import { readPosts } from './gathered-posts.ts';
import { GATHERED_AHEAD_MS, GATHERED_BACK_MS } from './gathered-range.ts';
import { KEPT_ANSWERS, packAnswers, unpackAnswers } from './kept-answers.ts';
import { problemsToKeep, type Reading, type ReadingOptions } from './reading.ts';
import { SourceFetch } from './source-fetch.ts';
import { everyMinutes, pauseOf } from './source-pace.ts';
import { hashOf, USER_AGENT } from './source-reader.ts';

/** Sources that come in pages are read to their end once a day; between, until a page holds nothing new. */
const WHOLE_MS = DAY_MS;
/** Answers of a program carry more around the same posts than a feed does. */
const PROGRAM_FACTOR = 4;

/** The address as the adapter wants it: the key of a Ghost is part of it. */
function addressOf({ url, key }: SourceConfig): string {
  if (key === undefined) return url;
  const address = new URL(url);
  address.searchParams.set('key', key);
  return address.href;
}

async function openBackend({ hub, source }: ReadingOptions, fetch: typeof globalThis.fetch): Promise<Backend> {
  const adapter = ADAPTERS[source.kind];
  if (!adapter) throw new BackendError('unsupported', `nothing here reads ${source.kind}`);
  const create = await adapter.load();
  return create({
    src: addressOf(source),
    fetch,
    timeZone: source.timeZone ?? hub.config.timeZone,
    label: source.label,
    timeout: hub.config.limits.feedSeconds * 1000,
  });
}

async function knownIds({ hub, source }: ReadingOptions): Promise<Set<string>> {
  const rows = await hub.database.kysely.selectFrom('post').select('guid').where('sourceId', '=', source.id).execute();
  return new Set(rows.flatMap(({ guid }) => guid ?? []));
}

/** Takes over what the source has; gives how many things of it are here, and what went wrong with some. */
async function take(options: ReadingOptions, backend: Backend, isWhole: boolean) {
  const { hub, source } = options;
  const { config, directory, clock } = hub;
  const problems: Problem[] = [];
  let count = 0;
  for (const port of portsOf(source)) {
    if (port === 'posts') {
      if (!backend.posts) throw new BackendError('unsupported', `${source.kind} gives no posts`);
      const read = await readPosts(backend.posts, {
        source,
        directory,
        most: config.limits.feedItems,
        ...(!isWhole && { known: await knownIds(options) }),
      });
      problems.push(...read.problems);
      count += await storeGatheredPosts(hub, source.id, read.posts);
    } else {
      if (!backend.events) throw new BackendError('unsupported', `${source.kind} gives no events`);
      const now = clock();
      const page = await backend.events.list({
        from: toInstantString(now - GATHERED_BACK_MS),
        to: toInstantString(now + GATHERED_AHEAD_MS),
      });
      const taken = await takeEvents(hub, source, page);
      problems.push(...taken.problems);
      count += taken.count;
    }
  }
  return { count, problems };
}

/**
 * Reads a source with the library's own adapter for it, however many requests that takes; all of them go through one
 * guard and out of one budget.
 * @throws BackendError
 */
export async function readByAdapter(options: ReadingOptions): Promise<Reading> {
  const { hub, source, row, gate } = options;
  const { config, clock } = hub;
  const { feedBytes, feedSeconds } = config.limits;
  const contact = config.publicUrl ? `; +${config.publicUrl}` : '';
  const settings = hashOf(JSON.stringify([source, config.timeZone, config.topics, config.organisations, feedBytes]));
  const session = new SourceFetch(
    {
      url: source.url,
      allowPrivate: source.allowPrivate ?? [],
      maxBytes: source.kind === 'feed' ? feedBytes : feedBytes * PROGRAM_FACTOR,
      seconds: feedSeconds,
      userAgent: USER_AGENT.replace(')', `${contact})`),
      gate,
    },
    unpackAnswers(row.body, row.contentType),
  );
  try {
    const readAt = row.importedAt?.getTime() ?? 0;
    const isSame = row.importKey === settings;
    const isWhole = !isSame || clock() - readAt >= WHOLE_MS;
    const { count, problems } = await take(options, await openBackend(options, session.fetch), isWhole);
    const pause = pauseOf(everyMinutes(source), session.answers);
    const [first] = session.answers;
    return {
      pause,
      values: {
        etag: first?.headers['etag'] ?? null,
        lastModified: first?.headers['last-modified'] ?? null,
        importKey: settings,
        ...(isWhole && { importedAt: new Date(clock()) }),
        itemCount: count,
        problems: problemsToKeep(problems),
        ...(!session.isUnchanged && { body: packAnswers(session.answers), contentType: KEPT_ANSWERS }),
      },
    };
  } finally {
    await session.close();
  }
}
