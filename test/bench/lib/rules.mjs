/** 1,000 weekly rules over a year, against bare arithmetic that knows the answer's shape beforehand. In Node. */
import process from 'node:process';
import { createIcalendarBackend } from '../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { parseRule } from '../../../src/model/recurrence/rule.ts';
import { walkRule } from '../../../src/model/recurrence/walk-rule.ts';
import { WorkBudget } from '../../../src/model/recurrence/work-budget.ts';
import { fromWallTime } from '../../../src/model/time-zone.ts';
import { makeWeeklyIcs } from './ics.mjs';
import { median } from './statistics.mjs';

const RULES = 1_000;
const ZONE = 'Europe/Berlin';
const HOUR_MS = 3_600_000;
const WEEK_MS = 604_800_000;
const END = Date.UTC(2026, 11, 31, 22);
/** Summer time of 2026 in Berlin. */
const SUMMER = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)];

const startOf = (rule) => Date.UTC(2026, 0, 1 + (rule % 7), 8 + (rule % 12));

function byArithmetic() {
  let count = 0;
  for (let rule = 0; rule < RULES; rule++) {
    for (let wall = startOf(rule); ; wall += WEEK_MS) {
      const guess = wall - HOUR_MS;
      const instant = guess >= SUMMER[0] && guess < SUMMER[1] ? wall - 2 * HOUR_MS : guess;
      if (instant > END) break;
      count++;
    }
  }
  return count;
}

function byModel() {
  let count = 0;
  for (let index = 0; index < RULES; index++) {
    const start = startOf(index);
    const budget = new WorkBudget(10_000, 10_000);
    walkRule(parseRule('FREQ=WEEKLY'), { start, from: start, to: END + WEEK_MS, allDay: false }, budget, (wall) => {
      if (fromWallTime(ZONE, wall) > END) return false;
      count++;
      return true;
    });
  }
  return count;
}

/** The whole way from the file's series to sorted events, month by month as the calendar asks. */
async function byAdapter() {
  const { events } = createIcalendarBackend({ src: 'weekly.ics', data: makeWeeklyIcs(RULES), timeZone: ZONE });
  await events.list({ from: '2025-01-01', to: '2025-01-02' });
  return async () => {
    let count = 0;
    for (let month = 0; month < 12; month++) {
      const bound = (index) => new Date(Date.UTC(2026, index, 1)).toISOString();
      count += (await events.list({ from: bound(month), to: bound(month + 1) })).items.length;
    }
    return count;
  };
}

async function time(work, runs) {
  const cpu = [];
  let occurrences = 0;
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage();
    occurrences = await work();
    const { user, system } = process.cpuUsage(before);
    // The first run compiles.
    if (run > 0) cpu.push((user + system) / 1000);
  }
  return { cpu: median(cpu), occurrences };
}

/** @returns {Promise<{label: string, cpu: number, occurrences: number}[]>} ms of CPU, the floor first */
export async function measureRules({ runs }) {
  const ways = [
    ['bare arithmetic (floor)', byArithmetic],
    ['rule engine with time zone', byModel],
    ['calendar file, twelve months of events', await byAdapter()],
  ];
  const rows = [];
  for (const [label, work] of ways) rows.push({ label, ...(await time(work, runs)) });
  return rows;
}
