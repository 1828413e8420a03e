import { zipSync } from 'fflate';

const UNIX = 3;
/** An ordinary file that everybody may read. */
const MODE = 0o100644;

/**
 * A zip whose bytes depend on nothing but the files and the date: ordered, no time of this machine, no owner.
 *
 * @param {ReadonlyMap<string, Uint8Array>} files by path, with `/`
 * @param {Date} date its day in UTC is the date of each file
 * @returns {Uint8Array}
 */
export function zipOf(files, date) {
  // A zip holds local time without its zone: noon of the day is the same text wherever it is made.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  const options = { mtime, level: 9, os: UNIX, attrs: MODE << 16 };
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries.map(([path, bytes]) => [path, [bytes, options]])));
}
