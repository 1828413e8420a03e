import { plainDateAt } from '../../../src/model/time-zone.ts';
import { isPlainDate, toEpochDay } from '../../../src/model/plain-date.ts';

/** Monday of the week: epoch day 0 was a Thursday. */
const weekOf = (epochDay: number): number => Math.floor((epochDay + 3) / 7);

/** The keys that have their place for themselves, by it. */
function onlyOnes(keys: readonly string[], placeOf: (key: string) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const key of keys) found.set(placeOf(key), found.has(placeOf(key)) ? null : key);
  return new Map([...found].flatMap(([place, key]) => (key === null ? [] : [[place, key] as const])));
}

/**
 * Which dates of a series have become which when its rule or its start has changed. Dates that are still there stay. Of
 * the others, one that lies on the same day is the same, else the only one that is new in the same week, else the only
 * one of the same month: "Tuesdays at six" that become "Wednesdays at seven" keep their people. Dates without such a counterpart are
 * left out. No two become one.
 *
 * @param wanted dates that people are registered for @param before @param after all dates, before and after
 */
export function movedDates(
  wanted: readonly string[],
  before: readonly string[],
  after: readonly string[],
  zone: string,
): ReadonlyMap<string, string> {
  const dayOf = (key: string): string => (isPlainDate(key) ? key : plainDateAt(zone, Date.parse(key)));
  const known = new Set(after);
  const kept = new Set(before);
  const moved = new Map<string, string>();
  for (const key of wanted) if (known.has(key)) moved.set(key, key);
  const taken = new Set<string>();
  const isFree = (key: string): boolean => !kept.has(key) && !taken.has(key);
  const isGone = (key: string): boolean => !known.has(key) && !moved.has(key);
  const match = (placeOf: (key: string) => string, gone: readonly string[], free: readonly string[]): void => {
    const targets = onlyOnes(free, placeOf);
    for (const [place, key] of onlyOnes(gone, placeOf)) {
      const target = targets.get(place);
      if (target === undefined || !isGone(key) || !isFree(target)) continue;
      taken.add(target);
      moved.set(key, target);
    }
  };
  match(dayOf, before.filter(isGone), after.filter(isFree));
  match((key) => `w${weekOf(toEpochDay(dayOf(key)))}`, before.filter(isGone), after.filter(isFree));
  // A month tells nothing of a series that meets every week: there it has to be the only date, before and after.
  match((key) => dayOf(key).slice(0, 7), before, after);
  const asked = new Set(wanted);
  return new Map([...moved].filter(([key]) => asked.has(key)));
}
