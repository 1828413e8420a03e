/** Dates as feeds write them; nothing that would have to be guessed. */

const ISO =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T\s]+(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?)?\s*(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?$/i;
/** "5 Oct 2026", "5. Oktober 2026", "05-Oct-26", "05.10.2026". */
const DAY_FIRST = /(?:^|[\s,])(\d\d?)[.\s-]+(\p{L}{3,}|\d\d?)[.,\s-]+(\d{4}|\d\d)(?!\d|:)/u;
/** "Oct 5 08:30:00 2026", "October 5, 2026". */
const MONTH_FIRST = /(\p{L}{3,})\.?\s+(\d\d?),?\s(?:.*\s)?(\d{4})$/u;
const TIME = /[\s,T](\d\d?)[:.](\d\d)(?:[:.](\d\d))?\s*(pm|uhr)?(?:\s*\(?(?:gmt|utc)?([+-]\d\d?:?\d\d|[a-z]{1,5})\b)?/i;
const MONTHS = [
  'jan jän',
  'feb',
  'mar mär mrz',
  'apr',
  'may mai',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct okt',
  'nov',
  'dec dez',
];
/** Hours from UTC of names that feeds still use. */
const ZONES = new Map(
  'mez1 cet1 bst1 mesz2 cest2 eet2 eest3 est-5 edt-4 cst-6 cdt-5 mst-7 mdt-6 pst-8 pdt-7'
    .split(' ')
    .map((word) => [word.replace(/\W*\d/, ''), parseInt(word.replace(/[a-z]+/, ''), 10)]),
);

/**
 * The instant of a date, in epoch milliseconds; undefined for what is none.
 * @param toInstant of a time on German clocks, which the UTC milliseconds stand for that read the same. Times in German
 *   ("05.10.2026 8:30 Uhr") without a zone are such; all others without one are UTC, as feeds mean it
 */
export function readFeedDate(
  value: string | undefined,
  toInstant: (wall: number) => number = (wall) => wall,
): number | undefined {
  const text = (value ?? '').trim().slice(0, 100);
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month = 1, day = 1, hour, minute, second, fraction = 0, zone] = iso;
    return instant([year, month, day, hour, minute, second], zone, Math.floor(Number(`0.${fraction}`) * 1000));
  }
  const [, day, name, year] = DAY_FIRST.exec(text) ?? swapped(MONTH_FIRST.exec(text));
  if (!name) return undefined;
  const [, hour, minute, second, half = '', zone] = TIME.exec(text.slice(text.indexOf(name))) ?? [];
  const month = Number(name) || 1 + MONTHS.findIndex((all) => all.split(' ').includes(name.slice(0, 3).toLowerCase()));
  const late = /pm/i.test(half) && Number(hour) < 12 ? 12 : 0;
  const century = Number(year) > 99 ? 0 : Number(year) < 70 ? 2000 : 1900;
  const at = instant([Number(year) + century, month, day, Number(hour ?? 0) + late, minute, second], zone);
  const isGerman = Number(name) > 0 || /uhr/i.test(half) || /^(?:mär|mrz|mai|okt|dez|.*ar$|ju[nl]i$)/i.test(name);
  return at === undefined || zone || !isGerman ? at : toInstant(at);
}

const swapped = (found: RegExpExecArray | null): readonly (string | undefined)[] =>
  found ? [found[0], found[2], found[1], found[3]] : [];

function instant(parts: readonly (string | number | undefined)[], zone = '', ms = 0): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const [, sign, hours, minutes = 0] = /([+-])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  const ahead = sign
    ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
    : (ZONES.get(zone.toLowerCase()) ?? 0) * 60;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isTime = hour < 25 && minute < 60 && second < 61 && year > 1000;
  if (!isTime || midnight.getUTCDate() !== day || midnight.getUTCMonth() !== month - 1) return undefined;
  return midnight.getTime() + ((hour * 60 + minute - ahead) * 60 + Math.min(second, 59)) * 1000 + ms;
}
