import { plainDateAt } from '../../../src/model/time-zone.ts';
import { isPlainDate, toEpochDay } from '../../../src/model/plain-date.ts';

/** Monday of the week: epoch day 0 was a Thursday. */
const weekOf = (epochDay: number): number => Math.floor((epochDay + 3) / 7);

/**
 * Which dates of a series have become which when its rule or its start has changed. Dates that are still there stay. Of
 * the others, one that lies on the same day is the same, else the only one that is new in the same week, else in the same
 * month: "Tuesdays at six" that become "Wednesdays at seven" keep their people. Dates without such a counterpart are
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
  const places: readonly ((key: string) => string)[] = [
    dayOf,
    (key) => `w${weekOf(toEpochDay(dayOf(key)))}`,
    (key) => dayOf(key).slice(0, 7),
  ];
  const taken = new Set<string>();
  for (const placeOf of places) {
    const free = after.filter((key) => !kept.has(key) && !taken.has(key));
    const gone = before.filter((key) => !known.has(key) && !moved.has(key));
    const only = (keys: readonly string[]): ReadonlyMap<string, string | null> => {
      const found = new Map<string, string | null>();
      for (const key of keys) found.set(placeOf(key), found.has(placeOf(key)) ? null : key);
      return found;
    };
    const targets = only(free);
    for (const [place, key] of only(gone)) {
      const target = targets.get(place);
      if (key === null || !target) continue;
      taken.add(target);
      moved.set(key, target);
    }
  }
  const asked = new Set(wanted);
  return new Map([...moved].filter(([key]) => asked.has(key)));
}
