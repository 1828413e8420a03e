import { DAY_MS, toEpochDay } from '../../../src/model/plain-date.ts';
import type { Place } from '../../../src/model/calendar-event.ts';
import { oneLine } from '../http/characters.ts';
import type { ChangedPart, DateView } from './date-view.ts';
import type { RegistrationWords } from './registration-words.ts';

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: 'de' | 'en', timeZone: string, part: 'day' | 'time'): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${part}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(
    LOCALES[language],
    part === 'day'
      ? { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
      : { timeZone, hour: '2-digit', minute: '2-digit' },
  );
  formats.set(key, made);
  return made;
}

/** When a date is, in the zone that it was planned in; the zone is named where it is not the network's. */
export function timeWords(
  { start, end, allDay, timeZone }: DateView,
  words: RegistrationWords,
  hubZone: string,
): string {
  const { language } = words;
  if (allDay) {
    const dayOf = (epochDay: number): string => format(language, 'UTC', 'day').format(epochDay * DAY_MS);
    const first = toEpochDay(start);
    const last = toEpochDay(end) - 1;
    return last > first ? words.at(dayOf(first), dayOf(last)) : words.oneDay(dayOf(first));
  }
  const zone = timeZone ?? hubZone;
  const day = (time: string): string => format(language, zone, 'day').format(Date.parse(time));
  const clock = (time: string): string => format(language, zone, 'time').format(Date.parse(time));
  const hours = language === 'de' ? ' Uhr' : '';
  const from = `${day(start)}, ${clock(start)}`;
  const text =
    end === start
      ? `${from}${hours}`
      : `${words.at(from, day(start) === day(end) ? clock(end) : `${day(end)}, ${clock(end)}`)}${hours}`;
  return zone === hubZone ? text : `${text} (${words.zone(zone)})`;
}

export const placeWords = ({ name, address }: Place): string => oneLine(address ? `${name}, ${address}` : name);

/** What has changed, a sentence or a line each. */
export function changeLines(
  before: DateView,
  after: DateView,
  parts: readonly ChangedPart[],
  words: RegistrationWords,
  hubZone: string,
): string[] {
  const line = (part: ChangedPart): string | undefined => {
    switch (part) {
      case 'title':
        return words.newTitle(oneLine(after.title), oneLine(before.title));
      case 'time':
        return words.newTime(timeWords(after, words, hubZone), timeWords(before, words, hubZone));
      case 'place':
        if (after.place) return words.newPlace(placeWords(after.place), before.place && placeWords(before.place));
        return before.place && words.noPlace(placeWords(before.place));
      case 'online':
        return after.onlineUrl ? words.newLink(after.onlineUrl) : words.noLink;
      case 'attendance':
        return after.attendance && words.attendance[after.attendance];
      case 'status':
        return after.status === 'scheduled' && before.status === 'cancelled' ? words.back : words.status[after.status];
      case 'dates':
        return words.newDates;
    }
  };
  return parts.flatMap((part) => line(part) ?? []);
}
