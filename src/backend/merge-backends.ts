import type { SourceRef } from '../model/page.ts';
import { mergeEvents } from './merge-events.ts';
import type { Backend } from './ports.ts';

export interface NamedBackend {
  readonly source: SourceRef;
  readonly backend: Backend;
}

/** The backends of several sources as one. Data that cannot be merged come from the first source that has them. */
export function mergeBackends(backends: readonly NamedBackend[], timeZone?: string): Backend {
  const calendars = backends.flatMap(({ source, backend }) =>
    backend.events ? [{ source, port: backend.events }] : [],
  );
  const first = <N extends keyof Backend>(name: N): Backend =>
    backends.find(({ backend }) => backend[name])?.backend ?? {};
  const { ideas } = first('ideas');
  const { peers } = first('peers');
  const { posts } = first('posts');
  const { account } = first('account');
  return {
    ...(calendars.length ? { events: mergeEvents(calendars, timeZone) } : {}),
    ...(ideas ? { ideas } : {}),
    ...(peers ? { peers } : {}),
    ...(posts ? { posts } : {}),
    ...(account ? { account } : {}),
  };
}
