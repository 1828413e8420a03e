import { fromWallTime, isTimeZone } from '../../../model/time-zone.ts';

/** Dates as feeds write them; nothing that would have to be guessed. */

const ISO =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T\s]+(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?)?\s*(z|utc|gmt|[+-]\d\d:?\d\d|[+-]\d\d)?$/i;
/** RFC 822 and what is made of it: "Mon, 05 Oct 2026 08:30:00 +0200", "Mo, 5. Oktober 2026, 8:30 Uhr". */
const NAMED =
  /^(?:\p{L}+\.?,?\s*)?(\d{1,2})\.?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4}|\d\d)(?:[,T\s]+(?:um\s+)?(\d{1,2})(?:[:.](\d\d)(?:[:.](\d\d))?)?)?(?:[.,]\d+)?\s*(am|pm|uhr)?\s*\(?([a-z]+|[a-z]*[+-]\d{1,2}:?(?:\d\d)?)?\b/iu;
/** "Mon Oct  5 08:30:00 2026", "October 5, 2026". */
const MONTH_FIRST =
  /^(?:\p{L}{2,}\.?,?\s+)?(\p{L}{3,})\.?\s+(\d{1,2}),?(?:\s+(\d\d?):(\d\d)(?::(\d\d))?)?\s+(?:([a-z]{1,5})\s+)?(\d{4})$/iu;
/** "05.10.2026 08:30". */
const DOTTED =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(?:um\s+)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?)?/u;

const MONTHS: readonly RegExp[] = [
  /^jan|^jän/,
  /^feb/,
  /^m[aä]r|^mrz/,
  /^apr/,
  /^ma[iy]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[kc]t/,
  /^nov/,
  /^de[cz]/,
];
/** Hours from UTC of names that feeds still use. */
const ZONES: Readonly<Record<string, number>> = {
  mez: 1,
  cet: 1,
  mesz: 2,
  cest: 2,
  bst: 1,
  eet: 2,
  eest: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};
const HOUR = 3_600_000;

/**
 * The instant of a date, in epoch milliseconds; undefined for what is none.
 * @param timeZone of German dates without a zone; all others are UTC then, as feeds mean it
 */
export function readFeedDate(value: string | undefined, timeZone = 'Europe/Berlin'): number | undefined {
  const text = value?.trim().slice(0, 100);
  if (!text) return undefined;
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month = '1', day = '1', hour, minute, second, fraction, zone] = iso;
    const ms = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0;
    return instant([year, month, day, hour, minute, second], zone, ms);
  }
  const dotted = DOTTED.exec(text);
  if (dotted) {
    const [, day, month, year, ...time] = dotted;
    return localInstant([year, month, day, ...time], timeZone);
  }
  const named = NAMED.exec(text);
  if (named) {
    const [, day, name, short = '', given, minute, second, half, zone] = named;
    const month = monthOf(name);
    if (!month) return undefined;
    const year = short.length > 2 ? short : String(Number(short) + (Number(short) < 70 ? 2000 : 1900));
    const late = /pm/i.test(half ?? '') && Number(given) < 12 ? 12 : 0;
    const parts = [year, month, day, given && String(Number(given) + late), minute, second];
    const isGerman =
      !zone && (half?.toLowerCase() === 'uhr' || /^(?:mär|mrz|mai|okt|dez|januar|februar|juni|juli)/i.test(name ?? ''));
    return isGerman ? localInstant(parts, timeZone) : instant(parts, zone);
  }
  const [, name, day, hour, minute, second, zone, year] = MONTH_FIRST.exec(text) ?? [];
  const month = monthOf(name);
  return month ? instant([year, month, day, hour, minute, second], zone) : undefined;
}

function monthOf(name: string | undefined): string | undefined {
  const index = name ? MONTHS.findIndex((month) => month.test(name.toLowerCase())) : -1;
  return index < 0 ? undefined : String(index + 1);
}

type Parts = readonly (string | undefined)[];

/** The parts as if they were UTC; undefined where there is no such day or time. */
function wallOf(parts: Parts): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? '0'));
  const wall = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const isDay = month >= 1 && month <= 12 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return year > 1000 && isDay && hour <= 24 && minute < 60 && second <= 60 ? wall : undefined;
}

function instant(parts: Parts, zone = '', ms = 0): number | undefined {
  const wall = wallOf(parts);
  if (wall === undefined) return undefined;
  const [, sign, hours, minutes = '0'] = /([+-])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  const offset = sign
    ? (Number(hours) + Number(minutes) / 60) * (sign === '-' ? -HOUR : HOUR)
    : (ZONES[zone.toLowerCase()] ?? 0) * HOUR;
  return wall + ms - offset;
}

function localInstant(parts: Parts, timeZone: string): number | undefined {
  const wall = wallOf(parts);
  return wall === undefined || !isTimeZone(timeZone) ? wall : fromWallTime(timeZone, wall);
}
