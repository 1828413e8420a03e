import { isPlainDate } from '../model/plain-date.ts';
import { fromWallTime, toInstantString } from '../model/time-zone.ts';
import type { Reader } from './read-shape.ts';

const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const LOCAL_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
/** RFC 3339, also without offset; nothing that a browser would guess at. */
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i;

/** A time in the model's form: an instant in UTC, or with `allDay` a plain date; undefined when it is neither. */
export function readTime(value: string, allDay: boolean, timeZone: string): string | undefined {
  if (allDay) {
    const date = value.slice(0, 10);
    return isPlainDate(date) ? date : undefined;
  }
  if (UTC_SECONDS.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : value;
  if (LOCAL_SECONDS.test(value)) return localTime(value, timeZone);
  const [, local, offset] = TIME.exec(value) ?? [];
  if (!local) return undefined;
  return offset ? instantText(Date.parse(value)) : localTime(local, timeZone);
}

const instantText = (ms: number): string | undefined => (Number.isNaN(ms) ? undefined : toInstantString(ms));

/** Instants of the local times met last, of one zone: events tend to begin at the same full hours of the same days. */
const localTimes = new Map<string, string | undefined>();
const MAX_LOCAL_TIMES = 5000;
let localZone = '';

function localTime(local: string, timeZone: string): string | undefined {
  if (timeZone !== localZone || localTimes.size > MAX_LOCAL_TIMES) localTimes.clear();
  localZone = timeZone;
  let instant = localTimes.get(local);
  if (instant === undefined) {
    const wall = Date.parse(`${local}Z`);
    instant = Number.isNaN(wall) ? undefined : instantText(fromWallTime(timeZone, wall));
    localTimes.set(local, instant);
  }
  return instant;
}

/** Whether a time says where on Earth it is meant. */
export const hasOffset = (value: string): boolean => !LOCAL_SECONDS.test(value) && TIME.exec(value)?.[2] !== undefined;

export const time: Reader<string> = (value, { timeZone }) =>
  typeof value === 'string' ? readTime(value, false, timeZone) : undefined;
