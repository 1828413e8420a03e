import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRule } from '../../../src/model/recurrence/rule.ts';
import { walkRule } from '../../../src/model/recurrence/walk-rule.ts';
import { WorkBudget } from '../../../src/model/recurrence/work-budget.ts';

interface Told {
  readonly starts: string[];
  readonly spent: boolean;
}

/** Starts between two wall times, as text; of a series of whole days their dates. */
function walk(
  rule: string,
  start: string,
  from = '1900-01-01',
  to = '2100-01-01',
  budget = new WorkBudget(50_000, 5000),
): Told {
  const allDay = start.length === 10;
  const starts: string[] = [];
  const times = { start: Date.parse(`${start}Z`), from: Date.parse(from), to: Date.parse(to), allDay };
  if (allDay) times.start = Date.parse(start);
  walkRule(parseRule(rule), times, budget, (wall) => {
    starts.push(new Date(wall).toISOString().slice(0, allDay ? 10 : 16));
    return true;
  });
  return { starts, spent: budget.spent };
}

const list = (rule: string, start: string, from?: string, to?: string): string =>
  walk(rule, start, from, to).starts.join(' ');

describe('a rule', () => {
  it('by days counts in its interval', () => {
    assert.equal(list('FREQ=DAILY;INTERVAL=10;COUNT=3', '2026-01-25'), '2026-01-25 2026-02-04 2026-02-14');
  });

  it('by weeks begins its weeks with the day that WKST names', () => {
    const rule = 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU';
    assert.equal(list(`${rule};WKST=MO`, '1997-08-05'), '1997-08-05 1997-08-10 1997-08-19 1997-08-24');
    assert.equal(list(`${rule};WKST=SU`, '1997-08-05'), '1997-08-05 1997-08-17 1997-08-19 1997-08-31');
  });

  it('by months leaves out months without that day', () => {
    assert.equal(list('FREQ=MONTHLY;COUNT=3', '2026-01-31'), '2026-01-31 2026-03-31 2026-05-31');
    assert.equal(list('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2026-01-31'), '2026-01-31 2026-02-28 2026-03-31');
  });

  it('knows the last Friday and the second last weekday of a month', () => {
    assert.equal(list('FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2026-01-30'), '2026-01-30 2026-02-27 2026-03-27');
    assert.equal(
      list('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3', '1997-09-29'),
      '1997-09-29 1997-10-30 1997-11-27',
    );
  });

  it('by years knows the 29th of February, the 20th Monday and the 100th day', () => {
    assert.equal(list('FREQ=YEARLY;COUNT=3', '2024-02-29'), '2024-02-29 2028-02-29 2032-02-29');
    assert.equal(list('FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19'), '1997-05-19 1998-05-18 1999-05-17');
    assert.equal(
      list('FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200', '1997-01-01'),
      '1997-01-01 1997-04-10 1997-07-19 2000-01-01',
    );
  });

  it('by week numbers takes the weeks of ISO 8601, those across New Year too', () => {
    assert.equal(list('FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3', '1997-05-12'), '1997-05-12 1998-05-11 1999-05-17');
    assert.equal(list('FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;COUNT=2', '2020-12-31'), '2020-12-31 2026-12-31');
    assert.equal(list('FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3', '2024-01-01'), '2024-01-01 2024-12-30 2025-12-29');
  });

  it('finds the Friday that is a 13th, and the Tuesday after the first Monday of November', () => {
    assert.equal(
      list('FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1998-02-13', '1998-01-01', '1999-12-31'),
      '1998-02-13 1998-03-13 1998-11-13 1999-08-13',
    );
    assert.equal(
      list('FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3', '1996-11-05'),
      '1996-11-05 2000-11-07 2004-11-02',
    );
  });

  it('by hours, minutes and seconds keeps to the hours it is given', () => {
    assert.equal(
      list('FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000', '1997-09-02T09:00', '1997-09-02', '1997-09-02T17:00Z'),
      '1997-09-02T09:00 1997-09-02T12:00 1997-09-02T15:00',
    );
    assert.equal(
      list('FREQ=MINUTELY;INTERVAL=30;BYHOUR=9,10', '2026-05-04T09:00', '2026-05-05', '2026-05-05T12:00Z'),
      '2026-05-05T09:00 2026-05-05T09:30 2026-05-05T10:00 2026-05-05T10:30',
    );
    assert.equal(
      walk('FREQ=SECONDLY;BYMINUTE=0;BYSECOND=0;COUNT=3', '2026-05-04T09:00').starts.at(-1),
      '2026-05-04T11:00',
    );
  });

  it('picks from all the times of a day by BYSETPOS', () => {
    assert.equal(
      list('FREQ=DAILY;BYHOUR=9,12,15;BYSETPOS=1,-1;COUNT=4', '2026-05-04T09:00'),
      '2026-05-04T09:00 2026-05-04T15:00 2026-05-05T09:00 2026-05-05T15:00',
    );
  });

  it('takes its first start as one of the COUNT, whether the rule meets it or not', () => {
    assert.equal(list('FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-05-04'), '2026-05-04 2026-05-05 2026-05-12');
  });

  it('that ends before it begins has no starts', () => {
    const starts: number[] = [];
    const day = Date.UTC(2026, 4, 4);
    const times = { start: day, from: 0, to: Infinity, until: day - 1, allDay: true };
    walkRule(parseRule('FREQ=DAILY'), times, new WorkBudget(10, 10), (wall) => starts.push(wall) > 0);
    assert.deepEqual(starts, []);
  });
});

describe('an endless or huge rule', () => {
  it('costs no more when it is old', () => {
    const budget = new WorkBudget(40, 40);
    assert.equal(walk('FREQ=DAILY', '1970-01-01', '2026-05-01', '2026-05-31', budget).starts.length, 31);
    assert.equal(budget.spent, false);
  });

  it('with a COUNT of a billion is entered where it is looked at', () => {
    const { starts, spent } = walk(
      'FREQ=SECONDLY;COUNT=1000000000',
      '2016-01-04T10:00',
      '2026-05-01',
      '2026-05-01T00:00:09Z',
    );
    assert.equal(starts.length, 10);
    assert.equal(spent, false);
  });

  it('counts rightly what it skips', () => {
    const whole = walk('FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=1000', '2016-01-04').starts;
    const late = walk('FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=1000', '2016-01-04', '2022-04-01').starts;
    assert.equal(whole.length, 1000);
    assert.deepEqual(
      late,
      whole.filter((day) => day >= '2022-04-01'),
    );
  });

  it('that never comes true ends with the range', () => {
    assert.equal(list('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01'), '2026-01-01');
    assert.equal(list('FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1', '2026-01-01'), '2026-01-01');
    assert.equal(list('FREQ=YEARLY;INTERVAL=2000000000', '2026-01-01'), '2026-01-01');
  });

  it('is cut off when its budget is used up, and says so', () => {
    const { starts, spent } = walk('FREQ=SECONDLY', '2026-05-01T00:00', '2026-05-01', '2026-06-01');
    assert.equal(starts.length, 5000);
    assert.equal(spent, true);
  });

  it('pays from the budget of the whole answer too', () => {
    const whole = new WorkBudget(1000, 15);
    const first = walk('FREQ=DAILY', '2026-05-01', '2026-05-01', '2026-05-10', new WorkBudget(100, 100, whole));
    const second = walk('FREQ=DAILY', '2026-05-01', '2026-05-01', '2026-05-10', new WorkBudget(100, 100, whole));
    assert.deepEqual([first.starts.length, first.spent], [10, false]);
    assert.deepEqual([second.starts.length, second.spent], [5, true]);
  });
});
