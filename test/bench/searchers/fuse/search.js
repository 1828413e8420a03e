import Fuse from 'fuse.js';

/** As its documentation begins: keys, and what is near enough. */
export function makeSearch(people) {
  const fuse = new Fuse(people, { keys: ['name', 'text'], ignoreLocation: true, threshold: 0.3 });
  return (q) => fuse.search(q, { limit: 10 }).map(({ item }) => item);
}
