/**
 * Which modules share a file. Left to itself the bundler makes a chunk for each set of entries that share a module, which
 * for this many doors means dozens of tiny files that compress badly. Here the graph decides by who needs a module:
 *
 *     core    what the loader shares with widgets, on every page
 *     data    what adapters share with widgets, and the plainest of them with others, at once or later: no Lit and no
 *             page, since adapters run in Node too
 *     shared  what all widgets need that draw something, and the little that some of them do
 *     a-lent  what one widget needs at once and others later
 *     a-and-b what some widgets need, where it is enough for a file
 *     <widget>  what one widget needs, its views and its shared elements
 *     …-tags  the registering files, apart from the classes, since importing a class must register nothing
 *
 * What is reached only by import() (a rare view, a language, an adapter) is left to the bundler: it is a file of its own.
 */
import { basename } from 'node:path';
import type { Rolldown } from 'vite';

type Groups = Rolldown.CodeSplittingGroup[];
type Graph = Parameters<Extract<Rolldown.CodeSplittingGroup['name'], (...args: never[]) => unknown>>[1];

const LOADER = /\/src\/autoload\.ts$/;
const TAG_MAP = /\/src\/loader\/tag-map\.ts$/;
const REGISTRY = /\/src\/backend\/adapter-registry\.ts$/;
const PLAIN_ADAPTER = /\/static-adapter\.ts$/;
const DEFINE = /\.define\.ts$/;
/** It draws nothing, and stands beside widgets of every kind. */
const BACKEND = 'vr-backend';
const AND = '-and-';
const LENT = '-lent';
/** Bytes of source from which on a file of its own is worth a request. */
const WORTH_A_FILE = 3000;

/** A module and all that it imports statically. */
function reach(graph: Graph, from: string, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const id of graph.getModuleInfo(from)?.importedIds ?? []) reach(graph, id, found);
  return found;
}

/** A module and all that it can ever import. */
function reachInTheEnd(graph: Graph, from: string, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(from) ?? {};
  for (const id of [...importedIds, ...dynamicallyImportedIds]) reachInTheEnd(graph, id, found);
  return found;
}

const find = (ids: Iterable<string>, pattern: RegExp): string | undefined => [...ids].find((id) => pattern.test(id));

/** @returns for each module the name of its chunk; a module that is absent is left to the bundler */
function homes(graph: Graph, loader: string, ids: readonly string[]): Map<string, string> {
  const core = reach(graph, loader);
  const lazily = (pattern: RegExp): readonly string[] =>
    graph.getModuleInfo(find(ids, pattern) ?? '')?.dynamicallyImportedIds ?? [];
  const widgets = lazily(TAG_MAP).map((id) => ({ id, needs: reach(graph, id), wants: reachInTheEnd(graph, id) }));
  const adapters = lazily(REGISTRY).map((id) => ({ needs: reach(graph, id), wants: reachInTheEnd(graph, id) }));
  const plain = reach(graph, find(lazily(REGISTRY), PLAIN_ADAPTER) ?? '');

  const home = new Map<string, string>();
  for (const id of ids) {
    const users = widgets.filter(({ needs }) => needs.has(id));
    const readers = adapters.filter(({ needs }) => needs.has(id)).length;
    const [first, second] = users;
    const names = users.map((user) => basename(user.id, '.define.ts')).filter((name) => name !== BACKEND);
    // What one widget needs at once and another later must not make the other load the one.
    const isWantedElsewhere = names.length > 0 && widgets.some(({ needs, wants }) => !needs.has(id) && wants.has(id));
    const isEverybodys = names.length > 1 && names.length >= widgets.length - 1;
    const widget = isEverybodys ? 'shared' : `${names.join(AND) || BACKEND}${isWantedElsewhere ? LENT : ''}`;
    if (core.has(id)) {
      // What the loader alone needs stays in its entry: a page that names a widget's file does without it.
      if (readers + users.length > 0) home.set(id, 'core');
    } else if (readers > 0) {
      // What only some adapters share, such as the reader of calendar files, must not weigh on a page of plain JSON.
      const isPlain = plain.has(id) && adapters.filter(({ wants }) => wants.has(id)).length > 1;
      if (users.length > 0 || isPlain) home.set(id, 'data');
    } else if (first) {
      home.set(id, DEFINE.test(id) ? `${isEverybodys || second ? 'shared' : widget}-tags` : widget);
    }
  }
  return withoutTrifles(home, graph);
}

/** What some widgets share and is too little for a file goes where everybody finds it. */
function withoutTrifles(home: ReadonlyMap<string, string>, graph: Graph): Map<string, string> {
  const sizes = new Map<string, number>();
  for (const [id, name] of home) {
    sizes.set(name, (sizes.get(name) ?? 0) + (graph.getModuleInfo(id)?.code?.length ?? 0));
  }
  const isTrifle = (name: string): boolean => name.includes(AND) && (sizes.get(name) ?? 0) < WORTH_A_FILE;
  return new Map([...home].map(([id, name]) => [id, isTrifle(name) ? 'shared' : name]));
}

/** Groups for rolldown's `codeSplitting`, from what everybody needs down to what one does. */
export function chunkGroups(): Groups {
  let known: Map<string, string> | undefined;
  const seen = new Set<string>();

  // Rolldown asks group by group; the graph is whole when it asks for the first name, and the ids come from walking it.
  const homeOf = (id: string, graph: Graph): string | undefined => {
    known ??= homes(graph, [...seen].find((each) => LOADER.test(each)) ?? '', [...seen]);
    return known.get(id);
  };
  const group = (priority: number, debugName: string, accepts: (home: string) => boolean): Groups[number] => ({
    priority,
    debugName,
    // Every candidate is tested before the first is named.
    test: (id) => {
      seen.add(id);
      return true;
    },
    name: (id, graph) => {
      const home = homeOf(id, graph);
      return home && accepts(home) ? home : null;
    },
  });
  const isTags = (home: string): boolean => home.endsWith('-tags');
  return [
    group(8, 'core', (home) => home === 'core'),
    group(7, 'data', (home) => home === 'data'),
    // Lit is in here, and whoever is asked first takes along what it imports.
    group(6, 'shared', (home) => home === 'shared'),
    group(5, 'of some', (home) => home.includes(AND) && !isTags(home)),
    group(4, 'lent', (home) => home.endsWith(LENT)),
    group(3, 'widgets', (home) => !isTags(home)),
    group(2, 'shared tags', (home) => home === 'shared-tags'),
    group(1, 'tags', isTags),
  ];
}
