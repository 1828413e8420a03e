import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockTime } from '../../src/i18n/date-words.ts';
import { de } from '../../src/i18n/de/calendar.ts';
import { en } from '../../src/i18n/en/calendar.ts';
import { sinceWords, timeRange, whenWords } from '../../src/i18n/when-words.ts';
import { timed, wholeDays } from '../model/support/events.ts';

const BERLIN = 'Europe/Berlin';

describe('the time of an event', () => {
  it('is told by 24 hours in both languages', () => {
    assert.equal(clockTime(0), '00:00');
    assert.equal(clockTime(845), '14:05');
    assert.equal(clockTime(1439), '23:59');
    const event = timed('Meetup', '2026-03-12T13:00:00Z', '2026-03-12T15:00:00Z');
    assert.equal(timeRange(event, BERLIN, de), '14:00–16:00 Uhr');
    assert.equal(timeRange(event, BERLIN, en), '14:00–16:00');
    assert.equal(whenWords(event, BERLIN, 'de-DE', de), 'Do., 12. März 2026, 14:00–16:00 Uhr');
    assert.equal(whenWords(event, BERLIN, 'en-GB', en), 'Thu, 12 March 2026, 14:00–16:00');
  });

  it('is one moment where it has no length', () => {
    const event = timed('Frist', '2026-03-12T13:00:00Z');
    assert.equal(timeRange(event, BERLIN, de), '14:00 Uhr');
    assert.equal(whenWords(event, BERLIN, 'de-DE', de), 'Do., 12. März 2026, 14:00 Uhr');
  });

  it('names midnight at its end as the end of that day', () => {
    const event = timed('Abend', '2026-03-12T18:00:00Z', '2026-03-12T23:00:00Z');
    assert.equal(timeRange(event, BERLIN, de), '19:00–24:00 Uhr');
    assert.equal(whenWords(event, BERLIN, 'de-DE', de), 'Do., 12. März 2026, 19:00–24:00 Uhr');
  });

  it('names both days where it goes over night', () => {
    const event = timed('Nacht', '2026-03-12T18:00:00Z', '2026-03-13T01:00:00Z');
    assert.equal(timeRange(event, BERLIN, de), '19:00 Uhr');
    assert.equal(
      whenWords(event, BERLIN, 'de-DE', de),
      'Do., 12. März 2026, 19:00 Uhr – Fr., 13. März 2026, 02:00 Uhr',
    );
  });

  it('names the start alone in a list where it ends at midnight some days later', () => {
    const event = timed('Lang', '2026-03-12T18:00:00Z', '2026-03-14T23:00:00Z');
    assert.equal(timeRange(event, BERLIN, de), '19:00 Uhr');
    assert.equal(
      whenWords(event, BERLIN, 'de-DE', de),
      'Do., 12. März 2026, 19:00 Uhr – Sa., 14. März 2026, 24:00 Uhr',
    );
  });

  it('has no clock for whole days, and names the last of them', () => {
    assert.equal(timeRange(wholeDays('Tag', '2026-03-12', '2026-03-13'), BERLIN, de), '');
    assert.equal(
      whenWords(wholeDays('Tag', '2026-03-12', '2026-03-13'), BERLIN, 'de-DE', de),
      'Do., 12. März 2026, ganztägig',
    );
    assert.equal(
      whenWords(wholeDays('Camp', '2026-03-28', '2026-03-30'), BERLIN, 'de-DE', de),
      'Sa., 28. März 2026 – So., 29. März 2026',
    );
  });

  it('is that of the zone asked for, also in the hour when the clock changes', () => {
    const event = timed('Wechsel', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z');
    assert.equal(timeRange(event, BERLIN, de), '01:30–03:30 Uhr');
    assert.equal(timeRange(event, 'UTC', de), '00:30–01:30 Uhr');
    assert.equal(timeRange(event, 'America/Los_Angeles', de), '17:30–18:30 Uhr');
  });
});

describe('the age of what is shown', () => {
  const at = (text: string): number => Date.parse(text);

  it('is a time of today, or a day and a time', () => {
    const now = at('2026-03-12T15:00:00Z');
    assert.equal(sinceWords(at('2026-03-12T13:05:00Z'), now, BERLIN, 'de-DE', de), '14:05 Uhr');
    assert.equal(sinceWords(at('2026-03-11T13:05:00Z'), now, BERLIN, 'de-DE', de), 'Mi., 11. März 2026, 14:05 Uhr');
    assert.equal(sinceWords(at('2026-03-11T13:05:00Z'), now, BERLIN, 'en-GB', en), 'Wed, 11 March 2026, 14:05');
  });
});
