import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recurrenceWords } from '../../src/i18n/recurrence-words.ts';

/** Rule, German, English. An empty text is a rule that no short sentence says rightly. */
const RULES: readonly (readonly [string, string, string])[] = [
  ['FREQ=DAILY', 'täglich', 'every day'],
  ['FREQ=DAILY;INTERVAL=3', 'alle 3 Tage', 'every 3 days'],
  ['FREQ=DAILY;BYMONTH=8', 'täglich im August', 'every day in August'],
  ['FREQ=DAILY;BYDAY=MO,WE', 'jeden Montag und Mittwoch', 'every Monday and Wednesday'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'montags bis freitags', 'Monday to Friday'],
  ['FREQ=DAILY;BYMONTHDAY=1', 'monatlich am 1.', 'every month on day 1'],
  ['FREQ=DAILY;INTERVAL=2;BYDAY=MO', '', ''],

  ['FREQ=WEEKLY', 'wöchentlich', 'every week'],
  ['FREQ=WEEKLY;INTERVAL=2', 'alle 2 Wochen', 'every 2 weeks'],
  ['FREQ=WEEKLY;BYDAY=TU', 'jeden Dienstag', 'every Tuesday'],
  ['freq=weekly;byday=tu', 'jeden Dienstag', 'every Tuesday'],
  ['FREQ=WEEKLY;WKST=SU;BYDAY=TH,TU', 'jeden Dienstag und Donnerstag', 'every Tuesday and Thursday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE', 'jeden Montag, Dienstag und Mittwoch', 'every Monday, Tuesday and Wednesday'],
  ['FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO', 'montags bis freitags', 'Monday to Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'täglich', 'every day'],
  [
    'FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA',
    'jeden Dienstag, Mittwoch, Donnerstag, Freitag und Samstag',
    'every Tuesday, Wednesday, Thursday, Friday and Saturday',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'alle 2 Wochen am Dienstag', 'every 2 weeks on Tuesday'],
  ['FREQ=WEEKLY;BYDAY=TU;BYMONTH=6,7', 'jeden Dienstag im Juni und Juli', 'every Tuesday in June and July'],
  ['FREQ=WEEKLY;BYDAY=1TU', '', ''],
  ['FREQ=WEEKLY;BYDAY=TU;BYSETPOS=1', '', ''],

  ['FREQ=MONTHLY', 'monatlich', 'every month'],
  ['FREQ=MONTHLY;INTERVAL=3', 'alle 3 Monate', 'every 3 months'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'jeden zweiten Dienstag im Monat', 'every second Tuesday of the month'],
  ['FREQ=MONTHLY;BYDAY=+1MO', 'jeden ersten Montag im Monat', 'every first Monday of the month'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'jeden letzten Freitag im Monat', 'every last Friday of the month'],
  ['FREQ=MONTHLY;BYDAY=-3FR', 'jeden drittletzten Freitag im Monat', 'every third to last Friday of the month'],
  ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', 'jeden letzten Freitag im Monat', 'every last Friday of the month'],
  [
    'FREQ=MONTHLY;BYDAY=1TU,3TU',
    'jeden ersten und dritten Dienstag im Monat',
    'every first and third Tuesday of the month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=1MO,-1FR',
    'jeden ersten Montag und letzten Freitag im Monat',
    'every first Monday and last Friday of the month',
  ],
  ['FREQ=MONTHLY;BYDAY=TU', 'jeden Dienstag', 'every Tuesday'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU', 'alle 2 Monate am ersten Dienstag', 'every 2 months on the first Tuesday'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', 'alle 2 Monate jeden Dienstag', 'every 2 months on every Tuesday'],
  [
    'FREQ=MONTHLY;BYDAY=1TU;BYMONTH=3,9',
    'am ersten Dienstag im März und September',
    'on the first Tuesday in March and September',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'monatlich am 15.', 'every month on day 15'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'monatlich am 1. und am 15.', 'every month on day 1 and day 15'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'monatlich am letzten Tag', 'every month on the last day'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=15,-2',
    'monatlich am 15. und am vorletzten Tag',
    'every month on day 15 and the second to last day',
  ],
  ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15', 'alle 2 Monate am 15.', 'every 2 months on day 15'],
  ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', '', ''],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '', ''],
  ['FREQ=MONTHLY;BYDAY=MO,2TU', '', ''],
  ['FREQ=MONTHLY;BYDAY=7TU', '', ''],
  ['FREQ=MONTHLY;INTERVAL=2;BYMONTH=3;BYDAY=1TU', '', ''],

  ['FREQ=YEARLY', 'jährlich', 'every year'],
  ['FREQ=YEARLY;INTERVAL=2', 'alle 2 Jahre', 'every 2 years'],
  ['FREQ=YEARLY;BYMONTH=10', 'jährlich im Oktober', 'every year in October'],
  ['FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3', 'jährlich am 3. Oktober', 'every year on 3 October'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'jährlich am 29. Februar', 'every year on 29 February'],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=9;BYDAY=-1SU',
    'alle 4 Jahre am letzten Sonntag im September',
    'every 4 years on the last Sunday in September',
  ],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=TU', 'jeden Dienstag im März', 'every Tuesday in March'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 'am letzten Tag im Februar', 'on the last day in February'],
  ['FREQ=YEARLY;BYDAY=TU', 'jeden Dienstag', 'every Tuesday'],
  ['FREQ=YEARLY;BYDAY=20MO', '', ''],
  ['FREQ=YEARLY;BYDAY=2MO', '', ''],
  ['FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1', '', ''],
  ['FREQ=YEARLY;BYWEEKNO=20', '', ''],

  ['FREQ=WEEKLY;BYDAY=TU;COUNT=10', 'jeden Dienstag, 10-mal', 'every Tuesday, 10 times'],
  ['FREQ=WEEKLY;COUNT=1', 'wöchentlich, 1-mal', 'every week, once'],
  [
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630',
    'jeden Dienstag, bis Di., 30. Juni 2026',
    'every Tuesday, until Tue, 30 June 2026',
  ],
  // 22:30 UTC on 30 June is 1 July in Berlin.
  ['FREQ=WEEKLY;UNTIL=20260630T223000Z', 'wöchentlich, bis Mi., 1. Juli 2026', 'every week, until Wed, 1 July 2026'],
  ['FREQ=WEEKLY;UNTIL=20260630T223000', 'wöchentlich, bis Di., 30. Juni 2026', 'every week, until Tue, 30 June 2026'],
  ['FREQ=WEEKLY;UNTIL=irgendwann', 'wöchentlich', 'every week'],

  ['', '', ''],
  ['FREQ=HOURLY', '', ''],
  ['FREQ=WEEKLY;BYDAY=XX', '', ''],
  ['FREQ=WEEKLY;INTERVAL=0', '', ''],
  ['FREQ=WEEKLY;INTERVAL=oft', '', ''],
  ['FREQ=MONTHLY;BYMONTHDAY=32', '', ''],
  ['FREQ=MONTHLY;BYMONTHDAY=0', '', ''],
  ['FREQ=YEARLY;BYMONTH=13', '', ''],
  ['FREQ=DAILY;BYHOUR=9', '', ''],
];

describe('recurrence in words', () => {
  for (const [rule, german, english] of RULES) {
    it(`says ${rule || 'no rule'} as "${german}"`, async () => {
      assert.equal(await recurrenceWords({ rule }, 'Europe/Berlin', 'de-DE', 'de'), german);
      assert.equal(await recurrenceWords({ rule }, 'Europe/Berlin', 'en-GB', 'en'), english);
    });
  }

  const both = async (recurrence: Parameters<typeof recurrenceWords>[0]): Promise<[string, string]> => [
    await recurrenceWords(recurrence, 'Europe/Berlin', 'de-DE', 'de'),
    await recurrenceWords(recurrence, 'Europe/Berlin', 'en-GB', 'en'),
  ];

  it('says the common rule of a network with its end', async () => {
    assert.deepEqual(await both({ rule: 'FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260630T215959Z' }), [
      'jeden zweiten Dienstag im Monat, bis Di., 30. Juni 2026',
      'every second Tuesday of the month, until Tue, 30 June 2026',
    ]);
  });

  it('lists the dates of a series without a rule, the year where it ends', async () => {
    const added = ['2026-03-03T13:00:00Z', '2026-03-19T23:30:00Z', '2026-12-15', '2027-01-12', 'irgendwann'];
    assert.deepEqual(await both({ start: '2026-03-03T13:00:00Z', added }), [
      '4 Termine: 3. März, 20. März, 15. Dezember 2026 und 12. Januar 2027',
      '4 dates: 3 March, 20 March, 15 December 2026 and 12 January 2027',
    ]);
    assert.deepEqual(await both({ start: '2026-03-03', added, removed: ['2026-12-15'] }), [
      '3 Termine: 3. März, 20. März 2026 und 12. Januar 2027',
      '3 dates: 3 March, 20 March 2026 and 12 January 2027',
    ]);
  });

  it('names the first and the last of many dates', async () => {
    const added = [...new Array(20).keys()].map((day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
    assert.deepEqual(await both({ added }), [
      '20 Termine vom 1. März 2026 bis 20. März 2026',
      '20 dates from 1 March 2026 to 20 March 2026',
    ]);
  });

  it('says the few dates that a rule leaves out or has besides', async () => {
    const rule = 'FREQ=WEEKLY;BYDAY=TU';
    assert.deepEqual(await both({ rule, removed: ['2026-05-05T12:00:00Z'], added: ['2026-05-06'] }), [
      'jeden Dienstag, außer am 5. Mai 2026, dazu am 6. Mai 2026',
      'every Tuesday, except on 5 May 2026, and on 6 May 2026',
    ]);
    const removed = ['2026-05-05', '2026-05-12', '2026-05-19', '2026-05-26'];
    assert.deepEqual(await both({ rule, removed }), ['jeden Dienstag', 'every Tuesday']);
  });

  it('says nothing of one date, and of a rule that is too odd', async () => {
    assert.deepEqual(await both({ added: ['2026-03-12'] }), ['', '']);
    assert.deepEqual(await both({ rule: 'FREQ=HOURLY', added: ['2026-03-12', '2026-03-13'] }), ['', '']);
  });
});
