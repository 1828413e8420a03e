import { DAY_MS } from '../../../model/plain-date.ts';
import { isTimeZone, offsetSpanAt } from '../../../model/time-zone.ts';

/** A time zone, from wherever it is known: the platform, the file, or a bare offset. */
export interface Zone {
  /** IANA name, where it has one. */
  readonly id?: string;
  /** Milliseconds that its wall time is ahead of UTC at an instant. */
  readonly offsetAt: (instant: number) => number;
}

export const UTC: Zone = { offsetAt: () => 0 };

export const fixedZone = (offset: number): Zone => ({ offsetAt: () => offset });

/** The zone of an IANA name; null where the platform does not know it. */
export function ianaZone(id: string): Zone | null {
  if (!isTimeZone(id)) return null;
  // Neighbouring instants mostly share their offset, so the stretch that was looked up last answers most questions.
  let { from, to, offset } = offsetSpanAt(id, 0);
  return {
    id,
    offsetAt(instant) {
      if (!(instant >= from && instant < to)) ({ from, to, offset } = offsetSpanAt(id, instant));
      return offset;
    },
  };
}

export const wallAt = (zone: Zone, instant: number): number => instant + zone.offsetAt(instant);

/**
 * Instant of a wall time. A time that a change leaves out takes the offset before it, one that comes twice is the first
 * of both (RFC 5545, 3.3.5).
 */
export function instantOf(zone: Zone, wall: number): number {
  const before = zone.offsetAt(wall - DAY_MS);
  const after = zone.offsetAt(wall + DAY_MS);
  if (before === after) return wall - before;
  if (wallAt(zone, wall - before) === wall) return wall - before;
  return wallAt(zone, wall - after) === wall ? wall - after : wall - before;
}
