import { WorkBudget } from '../../../model/recurrence/work-budget.ts';
import { firstOf, unescapeText, type Component } from './ics-property.ts';
import { zoneOfComponent } from './ics-vtimezone.ts';
import { fixedZone, ianaZone, UTC, type Zone } from './ics-zone.ts';
import { windowsZone } from './windows-zones.ts';

/** Names that stand for a zone in practice and that neither IANA nor Windows lists. */
const EVERYDAY: ReadonlyMap<string, string> = new Map([
  ['z', 'UTC'],
  ['tzone://microsoft/utc', 'UTC'],
  ['coordinated universal time', 'UTC'],
  ['mez', 'Europe/Berlin'],
  ['mesz', 'Europe/Berlin'],
  ['cest', 'Europe/Berlin'],
  ['mitteleuropäische zeit', 'Europe/Berlin'],
  ['mitteleuropäische normalzeit', 'Europe/Berlin'],
  ['mitteleuropäische sommerzeit', 'Europe/Berlin'],
  ['eastern time (us & canada)', 'America/New_York'],
  ['central time (us & canada)', 'America/Chicago'],
  ['mountain time (us & canada)', 'America/Denver'],
  ['pacific time (us & canada)', 'America/Los_Angeles'],
]);
/** No honest file names more zones than there are; a longer list is not worth the look-ups. */
const MAX_NAMES = 600;
/** Four hundred zones with two changes a year through two centuries. */
const ZONE_STEPS = 200_000;
const AREAS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic'];

/** `/mozilla.org/20070129_1/Europe/Berlin`, `/freeassociation.sourceforge.net/Europe/Berlin`: the name at the end. */
function behindPrefix(name: string): Zone | null {
  const parts = name.split('/');
  if (parts.length < 3) return null;
  return ianaZone(parts.slice(-3).join('/')) ?? ianaZone(parts.slice(-2).join('/'));
}

/** `UTC+11`, `GMT-03:30`, `+0100`. */
function offsetName(name: string): Zone | null {
  const match = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(name);
  if (!match) return null;
  const size = Number(match[2]) * 3_600_000 + Number(match[3] ?? 0) * 60_000;
  return fixedZone(match[1] === '-' ? -size : size);
}

/** `(UTC+01:00) Amsterdam, Berlin, Bern`: the first of the cities that has a zone of its own, else the offset. */
function displayName(name: string): Zone | null {
  const match = /^\((?:UTC|GMT)([+-]\d\d:?\d\d)?\)\s*(.*)$/i.exec(name);
  if (!match) return null;
  const places = match[2] ?? '';
  const everyday = EVERYDAY.get(places.toLowerCase());
  if (everyday) return ianaZone(everyday);
  const fixed = match[1] ? offsetName(match[1]) : UTC;
  for (const city of places.split(',')) {
    for (const area of AREAS) {
      const zone = ianaZone(`${area}/${city.trim().replaceAll(' ', '_')}`);
      // In January one half of the world has its standard time, in July the other.
      if (zone && fixed && [0, 6].some((month) => zone.offsetAt(Date.UTC(2024, month, 1)) === fixed.offsetAt(0)))
        return zone;
    }
  }
  return fixed;
}

/** Finds the zones that a calendar file names, each name once. */
export class ZoneBook {
  /** Names without a zone, in the order in which they were asked for. */
  readonly unknown: string[] = [];
  readonly #described = new Map<string, Component>();
  readonly #budget = new WorkBudget(ZONE_STEPS, ZONE_STEPS);
  readonly #known = new Map<string, Zone | null>();

  constructor(zones: readonly Component[]) {
    for (const component of zones) {
      const name = unescapeText(firstOf(component, 'TZID')?.value ?? '').trim();
      if (name && !this.#described.has(name)) this.#described.set(name, component);
    }
  }

  /** The zone of a TZID; null where nobody knows it. */
  find(name: string): Zone | null {
    let zone = this.#known.get(name);
    if (zone === undefined) {
      if (this.#known.size >= MAX_NAMES) return null;
      zone = this.#look(name.trim());
      this.#known.set(name, zone);
      if (!zone) this.unknown.push(name.trim());
    }
    return zone;
  }

  /**
   * Names of the platform come first: their history is complete, while files often describe the present year only. For
   * a name that somebody made up the file's own description counts.
   */
  #look(name: string): Zone | null {
    const everyday = EVERYDAY.get(name.toLowerCase());
    const component = this.#described.get(name) ?? this.#described.get(unescapeText(name));
    return (
      ianaZone(name) ??
      ianaZone(windowsZone(name) ?? '') ??
      behindPrefix(name) ??
      (component ? zoneOfComponent(component, this.#budget) : null) ??
      (everyday ? ianaZone(everyday) : null) ??
      offsetName(name) ??
      displayName(name)
    );
  }
}
