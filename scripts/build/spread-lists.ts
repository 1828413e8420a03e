import type { Plugin } from 'vite';

/** Packages that may run on the page and call `Array.from`, which old libraries of foreign pages replace by one that knows no iterators. */
const PACKAGES = /\/node_modules\/minisearch\//;

/** `Array.from(list)` as `[...list]`, which no page can replace. */
export const spread = (code: string): string => code.replace(/\bArray\.from\(((?:[^(),]|\(\))+)\)/g, '[...$1]');

/** Does so in bundled packages; in our own code a lint rule sees to it. */
export function spreadLists(): Plugin {
  return {
    name: 'spread-lists',
    transform: { filter: { id: PACKAGES }, handler: (code) => ({ code: spread(code), map: null }) },
  };
}
