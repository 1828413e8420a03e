import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayAndMonth, longDay, monthName, monthOnly, shortDay, weekdayName } from '../../src/i18n/date-words.ts';

describe('dates in words', () => {
  it('are German as Germans write them', () => {
    assert.equal(monthName('de-DE', '2026-03-12'), 'März 2026');
    assert.equal(longDay('de-DE', '2026-03-12'), 'Donnerstag, 12. März 2026');
    assert.equal(shortDay('de-DE', '2026-03-12'), 'Do., 12. März 2026');
    assert.equal(dayAndMonth('de-DE', '2026-03-12'), '12. März');
    assert.equal(weekdayName('de-DE', '2026-03-12', 'short'), 'Do');
    assert.equal(weekdayName('de-DE', '2026-03-12', 'long'), 'Donnerstag');
    assert.equal(monthOnly('de-DE', '2026-03-12', 'short'), 'Mär');
  });

  it('are Austrian in Austria', () => {
    assert.equal(monthName('de-AT', '2026-01-12'), 'Jänner 2026');
  });

  it('are English as the British write them', () => {
    assert.equal(monthName('en-GB', '2026-03-12'), 'March 2026');
    assert.match(longDay('en-GB', '2026-03-12'), /^Thursday,? 12 March 2026$/);
    assert.equal(shortDay('en-GB', '2026-03-12'), 'Thu, 12 March 2026');
    assert.equal(dayAndMonth('en-GB', '2026-03-12'), '12 March');
  });

  it('name the same day wherever the machine stands', () => {
    assert.equal(longDay('de-DE', '2026-01-01'), 'Donnerstag, 1. Januar 2026');
    assert.equal(longDay('de-DE', '2026-12-31'), 'Donnerstag, 31. Dezember 2026');
  });
});
