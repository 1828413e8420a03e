/** Events for the calendars, the same in Node and in the page for the same number: JSON as a site would deliver it. */

/** Mulberry32: small, fast, and the same everywhere. */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const KINDS = [
  'Barcamp',
  'Sprechstunde',
  'Kurs',
  'Lernzirkel',
  'Begehung',
  'Leitungsrunde',
  'Impuls',
  'Workshop',
  'Werkschau',
  'Netzwerktreffen',
];
const PLACES = [
  'Brückfurt',
  'Auental',
  'Lindenau',
  'Steinfeld',
  'Seewalde',
  'Rathaus Nord',
  'Bürgerhaus',
  'Amtshof',
  'Online',
  'Stadtpark',
];
const DAY_MS = 86_400_000;

const two = (number) => String(number).padStart(2, '0');
const plainDate = (ms) => new Date(ms).toISOString().slice(0, 10);

/** First day and number of days. */
const STRETCHES = {
  year: [Date.UTC(2026, 0, 1), 365],
  month: [Date.UTC(2026, 5, 1), 30],
  week: [Date.UTC(2026, 5, 15), 7],
};

/**
 * A tenth lasts several days, 15 in a hundred one whole day, the rest an hour to three.
 *
 * @param {number} count
 * @param {'year' | 'month' | 'week'} spread over 2026, or all in June 2026, the month that is shown, or in one week of it
 * @returns {{id: string, title: string, location: string, allDay: boolean, start: string, end: string}[]} times without
 *   zone, `end` exclusive
 */
export function makeEvents(count, spread) {
  const random = createRandom(20260601 + count);
  const [from, days] = STRETCHES[spread];
  const pick = (list) => list[Math.floor(random() * list.length)];
  const events = [];
  for (let index = 0; index < count; index++) {
    const day = Math.floor(random() * days);
    const share = random();
    const kind = pick(KINDS);
    const location = pick(PLACES);
    const midnight = from + day * DAY_MS;
    const event = { id: `e${index}`, title: `${kind} ${index} – ${location}`, location, allDay: share < 0.25 };
    if (event.allDay) {
      const length = share < 0.1 ? Math.min(2 + Math.floor(random() * 6), days - day || 1) : 1;
      event.start = plainDate(midnight);
      event.end = plainDate(midnight + length * DAY_MS);
    } else {
      const hour = 8 + Math.floor(random() * 12);
      const minute = two(15 * Math.floor(random() * 4));
      const hours = 1 + Math.floor(random() * 3);
      event.start = `${plainDate(midnight)}T${two(hour)}:${minute}:00`;
      event.end = `${plainDate(midnight)}T${two(hour + hours)}:${minute}:00`;
    }
    events.push(event);
  }
  return events;
}
