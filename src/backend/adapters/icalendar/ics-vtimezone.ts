import { walkRule } from '../../../model/recurrence/walk-rule.ts';
import { parseRule, RuleError } from '../../../model/recurrence/rule.ts';
import { WorkBudget } from '../../../model/recurrence/work-budget.ts';
import { allOf, firstOf, type Component } from './ics-property.ts';
import { parseOffset, parseTime } from './ics-time.ts';
import type { Zone } from './ics-zone.ts';

/** The offsets of a VTIMEZONE (RFC 5545, 3.6.5) are worked out for these years; before and after, the nearest holds. */
const FROM = Date.UTC(1900, 0, 1);
const TO = Date.UTC(2100, 0, 1);
const MAX_ONSETS = 1000;

interface Onset {
  /** Instant from which `after` holds. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function pushOnsets(observance: Component, into: Onset[], budget: WorkBudget): void {
  const before = parseOffset(firstOf(observance, 'TZOFFSETFROM')?.value ?? '');
  const after = parseOffset(firstOf(observance, 'TZOFFSETTO')?.value ?? '');
  const start = parseTime(firstOf(observance, 'DTSTART')?.value ?? '')?.wall;
  if (Number.isNaN(after) || start === undefined) return;
  const from = Number.isNaN(before) ? after : before;
  const tell = (wall: number): boolean => into.push({ at: wall - from, before: from, after }) > 0;
  tell(start);
  for (const { value } of allOf(observance, 'RDATE')) {
    for (const text of value.split(',')) {
      const time = parseTime(text.split('/')[0] ?? '');
      if (time) tell(time.wall);
    }
  }
  for (const { value } of allOf(observance, 'RRULE')) {
    try {
      const rule = parseRule(value);
      const until = rule.until && rule.until.wall + (rule.until.utc ? from : 0);
      const walk = { start, from: Math.max(start + 1, FROM), to: TO, until, allDay: false };
      walkRule(rule, walk, new WorkBudget(MAX_ONSETS, MAX_ONSETS, budget), tell);
    } catch (error) {
      // An observance with a broken rule still has its first onset.
      if (!(error instanceof RuleError)) throw error;
    }
  }
}

/**
 * The zone that the file itself describes; null where the description has no usable offset. It is worked out when it is
 * first asked for, on the budget of all the zones of the file.
 */
export function zoneOfComponent(component: Component, budget: WorkBudget): Zone | null {
  let onsets: Onset[] | null = null;
  const known = (): Onset[] => {
    if (!onsets) {
      onsets = [];
      for (const part of component.parts) pushOnsets(part, onsets, budget);
      onsets.sort((a, b) => a.at - b.at);
    }
    return onsets;
  };
  if (!component.parts.some((part) => !Number.isNaN(parseOffset(firstOf(part, 'TZOFFSETTO')?.value ?? ''))))
    return null;
  return {
    offsetAt(instant) {
      const list = known();
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((list[middle]?.at ?? 0) <= instant) low = middle + 1;
        else high = middle;
      }
      return low > 0 ? (list[low - 1]?.after ?? 0) : (list[0]?.before ?? 0);
    },
  };
}
