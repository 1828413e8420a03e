import { isPlainDate } from '../model/plain-date.ts';
import { toInstantString } from '../model/time-zone.ts';

/** Times as content systems and their plugins write them into fields. */

const NUMBERS = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d{1,2}):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2})[:.](\d\d)(?::(\d\d))?)?(?:\s*Uhr)?$/i;
/** Seconds or milliseconds since 1970; eight digits are a day. */
const EPOCH = /^-?(?:\d{9,10}|\d{12,13})$/;

const two = (text: string | undefined): string => (text ?? '00').padStart(2, '0');

/**
 * A time in the form that `readEvent` reads: RFC 3339, with or without offset, or a plain date. Undefined where it is
 * neither; nothing is guessed of day and month in the other order.
 */
export function foreignTime(value: unknown): string | undefined {
  if (typeof value === 'number') return foreignTime(String(Math.trunc(value)));
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (EPOCH.test(text)) return toInstantString(Number(text) * (text.length < 12 ? 1000 : 1));
  const numbers = NUMBERS.exec(text);
  const german = numbers ? null : GERMAN.exec(text);
  if (!numbers && !german) return undefined;
  const [year, month, day] = numbers ? [numbers[1], numbers[2], numbers[3]] : [german![3], german![2], german![1]];
  const [hour, minute, second, offset] = numbers ? numbers.slice(4) : german!.slice(4);
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isPlainDate(date)) return undefined;
  if (hour === undefined) return date;
  const time = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  const zone = offset?.toUpperCase() ?? '';
  return Number(hour) > 23 || Number.isNaN(Date.parse(time + (zone || 'Z'))) ? undefined : time + zone;
}
