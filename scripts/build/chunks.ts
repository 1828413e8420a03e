/**
 * Which modules share a file. Left to itself the bundler makes a chunk for each set of entries that share a module, which
 * for this many doors means dozens of tiny files that compress badly. Here the graph decides by who needs a module:
 *
 *     core    what the loader shares with widgets, on every page
 *     data    what adapters share with widgets, and the plainest of them with others, at once or later: no Lit and no
 *             page, since adapters run in Node too; also what the doctor shares with widgets, since it works where Lit
 *             cannot start
 *     a-data  what adapters share with one widget alone
 *     shared  what all widgets need that draw something
 *     a-lent  what one widget needs at once and others later
 *     a-and-b what some widgets need: those who do not need it do not pay for it, as far as it is enough for a file
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
const DOCTOR = /\/src\/doctor\/doctor\.ts$/;
const DEFINE = /\.define\.ts$/;
/** It draws nothing, and stands beside widgets of every kind. */
const BACKEND = 'vr-backend';
const AND = '-and-';
const LENT = '-lent';
const DATA_OF = '-data';
/** Less source than this is never a file of its own. */
const WORTH_A_FILE = 1000;
/** So many bytes of source may rather come for nothing than by a request of their own: about 250 as they travel. */
const WORTH_A_REQUEST = 1000;

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

/** Modules that share a file, and the widgets that download it. */
interface Home {
  readonly ids: readonly string[];
  /** Who needs it at once. */
  readonly users: ReadonlySet<string>;
  /** Who needs it later. */
  readonly later: ReadonlySet<string>;
  /** Bytes of source. */
  readonly size: number;
}

/** What moving in together costs: bytes that somebody downloads for nothing or too early, less the requests that are saved. */
function priceOf(a: Home, b: Home): number {
  const waste = (home: Home, other: Home): number => {
    const tooEarly = [...other.users].filter((user) => !home.users.has(user)).length;
    const besides = [...other.later].filter((user) => !home.users.has(user) && !home.later.has(user)).length;
    return home.size * (tooEarly + besides / 2);
  };
  const saved = [...a.users].filter((user) => b.users.has(user)).length;
  return waste(a, b) + waste(b, a) - saved * WORTH_A_REQUEST;
}

const together = (a: Home, b: Home): Home => {
  const users = new Set([...a.users, ...b.users]);
  const later = new Set([...a.later, ...b.later].filter((user) => !users.has(user)));
  return { ids: [...a.ids, ...b.ids], users, later, size: a.size + b.size };
};

/** Puts homes together as long as that is cheaper, and those that are too little for a file where it costs least. */
function settle(homes: readonly Home[]): readonly Home[] {
  const pairs = homes.flatMap((a, index) => homes.slice(index + 1).map((b) => ({ a, b, price: priceOf(a, b) })));
  const isTrifle = ({ size }: Home): boolean => size < WORTH_A_FILE;
  const [best] = pairs
    .filter(({ a, b, price }) => price < 0 || isTrifle(a) || isTrifle(b))
    .sort((one, other) => one.price - other.price);
  if (!best) return homes;
  return settle([...homes.filter((home) => home !== best.a && home !== best.b), together(best.a, best.b)]);
}

/** @returns for each module the name of its chunk; a module that is absent is left to the bundler */
function homes(graph: Graph, loader: string, ids: readonly string[]): Map<string, string> {
  const core = reach(graph, loader);
  const lazily = (pattern: RegExp): readonly string[] =>
    graph.getModuleInfo(find(ids, pattern) ?? '')?.dynamicallyImportedIds ?? [];
  const widgets = lazily(TAG_MAP).map((id) => ({
    name: basename(id, '.define.ts'),
    needs: reach(graph, id),
    wants: reachInTheEnd(graph, id),
  }));
  const drawing = widgets.filter(({ name }) => name !== BACKEND);
  const adapters = lazily(REGISTRY).map((id) => ({ needs: reach(graph, id), wants: reachInTheEnd(graph, id) }));
  const doctor = reach(graph, find(ids, DOCTOR) ?? '');
  const plain = reach(graph, find(lazily(REGISTRY), PLAIN_ADAPTER) ?? '');

  const home = new Map<string, string>();
  const common = new Map<string, Home>();
  for (const id of ids) {
    const needing = widgets.filter(({ needs }) => needs.has(id));
    const users = new Set(drawing.filter(({ needs }) => needs.has(id)).map(({ name }) => name));
    // What one widget needs at once and another later must not make the other load the one.
    const later = new Set(
      drawing.filter(({ name, wants }) => !users.has(name) && wants.has(id)).map(({ name }) => name),
    );
    const readers = adapters.filter(({ needs }) => needs.has(id)).length;
    if (core.has(id)) {
      // What the loader alone needs stays in its entry: a page that names a widget's file does without it.
      if (readers + needing.length > 0) home.set(id, 'core');
    } else if (readers > 0) {
      // What only some adapters share, such as the reader of calendar files, must not weigh on a page of plain JSON.
      const isPlain = plain.has(id) && adapters.filter(({ wants }) => wants.has(id)).length > 1;
      const isOnes = users.size === 1 && !isPlain;
      if (isOnes) home.set(id, [...users].join() + DATA_OF);
      else if (needing.length > 0 || isPlain) home.set(id, 'data');
    } else if (doctor.has(id) && needing.length > 0) {
      home.set(id, 'data');
    } else if (DEFINE.test(id) && needing.length > 0) {
      const [only = BACKEND] = users;
      home.set(id, `${needing.length > 1 ? 'shared' : later.size > 0 ? only + LENT : only}-tags`);
    } else if (users.size > 1) {
      const key = [...users, '', ...later].join();
      const own: Home = { ids: [id], users, later, size: graph.getModuleInfo(id)?.code?.length ?? 0 };
      const known = common.get(key);
      common.set(key, known ? together(known, own) : own);
    } else if (needing.length > 0) {
      const [only = BACKEND] = users;
      home.set(id, later.size > 0 ? only + LENT : only);
    }
  }
  for (const { ids: tenants, users, later } of settle([...common.values()])) {
    const some = [...users].sort().join(AND) + (later.size > 0 ? LENT : '');
    for (const id of tenants) home.set(id, users.size === drawing.length ? 'shared' : some);
  }
  return home;
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
  // Whoever is asked first takes along what it imports: so the data before Lit, and what many need before what few do.
  return [
    group(9, 'core', (home) => home === 'core'),
    group(8, 'data', (home) => home === 'data'),
    group(7, 'data of one', (home) => home.endsWith(DATA_OF)),
    group(6, 'shared', (home) => home === 'shared'),
    ...[9, 8, 7, 6, 5, 4, 3, 2].map((users) =>
      group(5 + users / 10, `of ${users}`, (home) => home.split(AND).length === users && !isTags(home)),
    ),
    group(4, 'lent', (home) => home.endsWith(LENT)),
    group(3, 'widgets', (home) => !isTags(home)),
    group(2, 'shared tags', (home) => home === 'shared-tags'),
    group(1, 'tags', isTags),
  ];
}
