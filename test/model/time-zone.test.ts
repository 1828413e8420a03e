import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  boundToInstant,
  fromWallTime,
  isTimeZone,
  offsetAt,
  plainDateAt,
  startOfDay,
  toInstantString,
  toWallTime,
} from '../../src/model/time-zone.ts';

const HOUR = 3_600_000;
const at = (instant: string): number => Date.parse(instant);
/** A wall time, as this module writes it. */
const wall = (text: string): number => Date.parse(`${text}Z`);

describe('time zones', () => {
  it('are known by their IANA names and aliases', () => {
    for (const zone of ['Europe/Berlin', 'UTC', 'America/Los_Angeles', 'Asia/Calcutta', 'europe/berlin']) {
      assert.equal(isTimeZone(zone), true, zone);
    }
    for (const zone of ['', 'Berlin', 'Mars/Olympus', 'W. Europe Standard Time']) {
      assert.equal(isTimeZone(zone), false, zone);
    }
  });

  it('change their offset at the minute the law says', () => {
    assert.equal(offsetAt('Europe/Berlin', at('2026-03-29T00:59:59Z')), HOUR);
    assert.equal(offsetAt('Europe/Berlin', at('2026-03-29T01:00:00Z')), 2 * HOUR);
    assert.equal(offsetAt('Europe/Berlin', at('2026-10-25T00:59:59Z')), 2 * HOUR);
    assert.equal(offsetAt('Europe/Berlin', at('2026-10-25T01:00:00Z')), HOUR);
    assert.equal(offsetAt('America/Los_Angeles', at('2026-03-08T09:59:59Z')), -8 * HOUR);
    assert.equal(offsetAt('America/Los_Angeles', at('2026-03-08T10:00:00Z')), -7 * HOUR);
  });

  it('have offsets of half hours, and of half hours of summer time', () => {
    assert.equal(offsetAt('Asia/Kolkata', at('2026-03-12T00:00:00Z')), 5.5 * HOUR);
    assert.equal(offsetAt('Australia/Lord_Howe', at('2026-01-01T00:00:00Z')), 11 * HOUR);
    assert.equal(offsetAt('Australia/Lord_Howe', at('2026-07-01T00:00:00Z')), 10.5 * HOUR);
  });

  it('pause summer time within a year where the law does (Morocco in Ramadan)', () => {
    assert.equal(offsetAt('Africa/Casablanca', at('2024-03-01T00:00:00Z')), HOUR);
    assert.equal(offsetAt('Africa/Casablanca', at('2024-03-20T00:00:00Z')), 0);
    assert.equal(offsetAt('Africa/Casablanca', at('2024-05-01T00:00:00Z')), HOUR);
  });

  it('count an unknown zone as UTC', () => {
    assert.equal(offsetAt('Mars/Olympus', at('2026-03-12T00:00:00Z')), 0);
  });

  it('go from the wall to the instant and back, all through a year', () => {
    for (const zone of ['Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia', 'UTC']) {
      for (let hour = 0; hour < 366 * 24; hour += 7) {
        const instant = at('2026-01-01T00:00:00Z') + hour * HOUR;
        const back = fromWallTime(zone, toWallTime(zone, instant));
        // Of the hour that comes twice the first one is meant.
        assert.ok(
          back === instant || (back === instant - HOUR && toWallTime(zone, back) === toWallTime(zone, instant)),
        );
      }
    }
  });

  it('take the offset before the change for a time that the change leaves out', () => {
    assert.equal(toInstantString(fromWallTime('Europe/Berlin', wall('2026-03-29T02:30:00'))), '2026-03-29T01:30:00Z');
  });

  it('take the first of two for a time that comes twice', () => {
    assert.equal(toInstantString(fromWallTime('Europe/Berlin', wall('2026-10-25T02:30:00'))), '2026-10-25T00:30:00Z');
  });

  it('know which day it is somewhere', () => {
    assert.equal(plainDateAt('Europe/Berlin', at('2026-03-11T23:00:00Z')), '2026-03-12');
    assert.equal(plainDateAt('Europe/Berlin', at('2026-03-11T22:59:59Z')), '2026-03-11');
    assert.equal(plainDateAt('America/Los_Angeles', at('2026-03-12T06:59:00Z')), '2026-03-11');
    assert.equal(plainDateAt('Pacific/Kiritimati', at('2026-03-11T10:00:00Z')), '2026-03-12');
  });

  it('begin a day at its own midnight, also on the days of 23 and 25 hours', () => {
    const length = (date: string, next: string): number =>
      startOfDay('Europe/Berlin', next) - startOfDay('Europe/Berlin', date);
    assert.equal(length('2026-03-28', '2026-03-29'), 24 * HOUR);
    assert.equal(length('2026-03-29', '2026-03-30'), 23 * HOUR);
    assert.equal(length('2026-10-25', '2026-10-26'), 25 * HOUR);
  });

  it('read both forms of a bound, and nothing else', () => {
    assert.equal(boundToInstant('2026-03-12', 'Europe/Berlin'), at('2026-03-11T23:00:00Z'));
    assert.equal(boundToInstant('2026-07-12', 'Europe/Berlin'), at('2026-07-11T22:00:00Z'));
    assert.equal(boundToInstant('2026-03-12T10:00:00+01:00', 'America/Los_Angeles'), at('2026-03-12T09:00:00Z'));
    assert.ok(Number.isNaN(boundToInstant('morgen', 'Europe/Berlin')));
    assert.ok(Number.isNaN(boundToInstant('2026-02-30T', 'Europe/Berlin')));
  });
});
