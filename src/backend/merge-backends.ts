import type { SourceRef } from '../model/page.ts';
import { mergeEvents, type EventHomes, type EventsSource } from './merge-events.ts';
import type { Backend, EventsPort } from './ports.ts';

export interface NamedBackend {
  readonly source: SourceRef;
  readonly backend: Backend;
}

/** The backends of several sources as one. Data that cannot be merged come from the first source that has them. */
export async function mergeBackends(backends: readonly NamedBackend[], timeZone?: string): Promise<Backend> {
  const calendars = backends.flatMap(({ source, backend }) =>
    backend.events ? [{ source, port: backend.events }] : [],
  );
  const first = <N extends keyof Backend>(name: N): Backend =>
    backends.find(({ backend }) => backend[name])?.backend ?? {};
  const boards = backends.flatMap(({ source, backend }) => (backend.ideas ? [{ source, port: backend.ideas }] : []));
  const directories = backends.flatMap(({ source, backend }) =>
    backend.peers ? [{ source, port: backend.peers }] : [],
  );
  const blogs = backends.flatMap(({ source, backend }) => (backend.posts ? [{ source, port: backend.posts }] : []));
  const { account } = first('account');
  // Most pages with several sources show calendars; they do without what joins boards.
  const ideas = boards.length > 1 ? (await import('./merge-ideas.ts')).mergeIdeas(boards) : boards[0]?.port;
  const peers =
    directories.length > 1 ? (await import('./merge-peers.ts')).mergePeers(directories) : directories[0]?.port;
  const posts = blogs.length > 1 ? (await import('./merge-posts.ts')).mergePosts(blogs) : blogs[0]?.port;
  const events = calendars.length ? await mergeCalendars(calendars, timeZone) : undefined;
  return {
    ...(events ? { events } : {}),
    ...(ideas ? { ideas } : {}),
    ...(peers ? { peers } : {}),
    ...(posts ? { posts } : {}),
    ...(account ? { account } : {}),
  };
}

/** One calendar; what takes part in meetings is fetched only where one of the sources can do more than list. */
async function mergeCalendars(calendars: readonly EventsSource[], timeZone?: string): Promise<EventsPort> {
  const homes: EventHomes = new Map();
  const events = mergeEvents(calendars, timeZone, homes);
  const takesPart = ({ port }: EventsSource): boolean => 'vocabulary' in port || 'create' in port || 'register' in port;
  if (!calendars.some(takesPart)) return events;
  const { mergeMeetings } = await import('./merge-meetings.ts');
  return { ...events, ...mergeMeetings(calendars, events, homes) };
}
