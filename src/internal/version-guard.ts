import { runtime, type Runtime } from './runtime.ts';
import { VERSION } from './version.ts';
import { warnOnce } from './warn.ts';

/** The part of a version whose change may break a promise: its major number, before 1.0 the minor one, too. */
const promiseOf = (version: string): string | undefined => /^(0\.\d+|[1-9]\d*)\b/.exec(version)?.[1];

/**
 * Whether this copy goes together with the one that came first, so that parts of both may stand in one page. Inner parts of
 * another major version do not know each other: then all of the first copy is used, and nothing of this one, which is told.
 */
export function goesWithFirst(page: Runtime = runtime()): boolean {
  if (promiseOf(page.version) === promiseOf(VERSION)) return true;
  (page.others ??= new Set()).add(VERSION);
  warnOnce(
    'VR002',
    `Version ${page.version} was there first, and ${VERSION} does not go with it: nothing of ${VERSION} is used.`,
  );
  return false;
}
