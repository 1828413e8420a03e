import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRule, RuleError } from '../../../src/model/recurrence/rule.ts';

describe('the text of a rule', () => {
  it('is read in any case, with lists in order and without doubles', () => {
    const rule = parseRule('freq=monthly;byday=-1fr,+2MO;BYMONTHDAY=13,-1,13;interval=2;wkst=su');
    assert.equal(rule.frequency, 'monthly');
    assert.deepEqual(rule.byDay, [
      { weekday: 5, nth: -1 },
      { weekday: 1, nth: 2 },
    ]);
    assert.deepEqual(rule.byMonthDay, [-1, 13]);
    assert.equal(rule.interval, 2);
    assert.equal(rule.weekStart, 7);
  });

  it('says of its end whether it is a day, a local time or UTC', () => {
    assert.deepEqual(parseRule('FREQ=DAILY;UNTIL=20261231').until, {
      wall: Date.UTC(2026, 11, 31),
      utc: false,
      dateOnly: true,
    });
    assert.deepEqual(parseRule('FREQ=DAILY;UNTIL=20261231T220000Z').until, {
      wall: Date.UTC(2026, 11, 31, 22),
      utc: true,
      dateOnly: false,
    });
  });

  it('may hold empty parts and a semicolon at its end', () => {
    assert.equal(parseRule('FREQ=WEEKLY;BYDAY=;COUNT=;').byDay.length, 0);
  });

  it('is refused where it cannot be followed to the letter', () => {
    const bad = [
      '',
      'BYDAY=MO',
      'FREQ=FORTNIGHTLY',
      'FREQ=DAILY;INTERVAL=0',
      'FREQ=DAILY;COUNT=0',
      'FREQ=DAILY;COUNT=-3',
      'FREQ=DAILY;UNTL=20261231',
      'FREQ=DAILY;UNTIL=morgen',
      'FREQ=DAILY;BYHOUR=24',
      'FREQ=MONTHLY;BYMONTHDAY=0',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=YEARLY;BYDAY=99MO',
      'FREQ=DAILY;garbage',
      'RSCALE=CHINESE;FREQ=YEARLY',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD',
    ];
    for (const text of bad) assert.throws(() => parseRule(text), RuleError, text);
  });
});
