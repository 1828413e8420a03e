import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { calendarOf, read } from './support/calendars.ts';

const runs = process.env['VR_FULL'] ? 5000 : 400;
const names =
  'BEGIN END UID DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SUMMARY LOCATION GEO URL STATUS CATEGORIES SEQUENCE X-WR-TIMEZONE TZID TZOFFSETFROM TZOFFSETTO CONFERENCE'.split(
    ' ',
  );
const values =
  'VCALENDAR VEVENT VTIMEZONE STANDARD DAYLIGHT VALARM 20260504 20260504T180000 20260504T180000Z 00000000 99991231T235959Z 00010101 20260329T023000 P1W PT1H PT0S P999999999W -PT5M 20260504T180000Z/PT1H 20260504T180000/20260505T180000 FREQ=DAILY FREQ=SECONDLY FREQ=YEARLY;BYDAY=-1MO;BYSETPOS=-1 FREQ=MONTHLY;INTERVAL=999999999999 FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30 FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO,TU FREQ=YEARLY;BYWEEKNO=53;COUNT=1000000000 FREQ=MINUTELY;BYHOUR=3;BYMINUTE=7;COUNT=999999 Europe/Berlin +0100 -2359 constructor __proto__ <b>x</b> 1;2 mailto:a@b https://example.org/'.split(
    ' ',
  );
const params = [
  '',
  ';VALUE=DATE',
  ';TZID=Europe/Berlin',
  ';TZID=__proto__',
  ';VALUE=PERIOD',
  ';RANGE=THISANDFUTURE',
  ';CN="a',
  ';',
];

const line = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...params), fc.constantFrom(...values))
      .map(([name, param, value]) => `${name}${param}:${value}`),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VTIMEZONE', 'END:VTIMEZONE', 'BEGIN:VCALENDAR'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** Items, or an explained error; anything else, or more than two seconds of work, is a fault. */
async function survives(data: string | Uint8Array): Promise<void> {
  const begin = process.cpuUsage();
  try {
    const { items, problems } = await read(data);
    for (const { uid, start, end, allDay } of items) {
      assert.match(start, allDay ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      assert.ok(uid !== '' && end >= start, `${start} to ${end}`);
    }
    for (const { code, detail = '' } of problems) assert.ok(code && detail.length <= 300);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
  }
  const { user, system } = process.cpuUsage(begin);
  assert.ok((user + system) / 1000 < 2000, `${(user + system) / 1000} ms of work`);
}

describe('the reader', () => {
  it('survives any lines a calendar can be made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 60 }), async (lines) =>
        survives(calendarOf('BEGIN:VEVENT', ...lines)),
      ),
      { numRuns: runs },
    );
  });

  it('survives any event with any times, rules and changes', async () => {
    const event = fc
      .array(line, { maxLength: 8 })
      .map((lines) =>
        [
          'BEGIN:VEVENT',
          'UID:a',
          'DTSTART:20260101T100000Z',
          ...lines.filter((text) => !/^(BEGIN|END|UID|DTSTART)/.test(text)),
          'END:VEVENT',
        ].join('\n'),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 4 }), async (events) => survives(calendarOf(...events))),
      { numRuns: runs },
    );
  });

  it('survives any bytes, also in the middle of a calendar', async () => {
    const whole = new TextEncoder().encode(
      calendarOf('BEGIN:VEVENT', 'DTSTART:20260504T180000Z', 'SUMMARY:Größe', 'END:VEVENT'),
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: whole.length }), async (bytes, at) => {
        await survives(bytes);
        await survives(Uint8Array.from([...whole.subarray(0, at), ...bytes, ...whole.subarray(at)]));
      }),
      { numRuns: runs },
    );
  });
});
