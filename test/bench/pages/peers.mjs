/** People that are searched while somebody types: ours through its port, others on the page's thread. */
const query = new URLSearchParams(location.search);

/** @returns {Promise<(q: string) => Promise<readonly {id: string}[]>>} the best ten */
async function ours() {
  const { createStaticBackend } = await import('/dist/adapters/static.js');
  const { peers } = createStaticBackend({ src: new URL('/people.json', location.href).href });
  await peers.list({ limit: 10 });
  await peers.list({ q: 'Lindenhafen', limit: 10 });
  return async (q) => (await peers.list({ q, limit: 10 })).items;
}

async function others(module) {
  const { makeSearch } = await import(module);
  const { peers } = await (await fetch('/people.json')).json();
  const words = (peer) =>
    [
      peer.function,
      peer.org?.name,
      peer.unit,
      peer.headline,
      peer.bio,
      ...[...(peer.expertise ?? []), ...(peer.interests ?? [])].map(({ label }) => label),
      ...(peer.offers ?? []).flatMap(({ topic, text }) => [topic.label.de, text]),
    ].join(' ');
  const search = makeSearch(peers.map((peer) => ({ id: peer.id, name: peer.displayName, text: words(peer) })));
  return (q) => Promise.resolve(search(q));
}

let search;
globalThis.benchOpen = async () => {
  const begin = performance.now();
  search = await (query.has('module') ? others(query.get('module')) : ours());
  return performance.now() - begin;
};
/** One keystroke: ids of the best ten, and ms on the clock. */
globalThis.benchType = async (q) => {
  const begin = performance.now();
  const found = await search(q);
  return { ids: found.map(({ id }) => id), ms: performance.now() - begin };
};
globalThis.benchReady = true;
