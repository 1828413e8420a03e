import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { createIcalendarBackend } from '../../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { NO_UID } from '../../../../src/backend/adapters/icalendar/ics-event.ts';
import { sharedPath } from './support/calendars.ts';

interface Expected {
  readonly uid: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly status?: string;
}

interface Row {
  readonly file: string;
  readonly category: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly events: readonly Expected[];
}

interface RobustRow {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly encoding?: string;
  readonly good: readonly Expected[];
  readonly minProblems: number;
  readonly maxMs: number;
}

interface Manifest {
  readonly rows: readonly Row[];
  readonly robust: readonly RobustRow[];
}

const manifestPath = sharedPath('corpus/ics/manifest.json');
const manifest = manifestPath ? (JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest) : null;
const skip = manifest ? false : 'the corpus beside the repository (../shared/corpus/ics) is absent';

function bytesOf(file: string, encoding?: string): Uint8Array {
  const bytes = readFileSync(sharedPath(`corpus/ics/${file}`) ?? file);
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes;
}

async function occurrences(
  data: Uint8Array,
  { from, to }: { from: string; to: string },
): Promise<{ events: Expected[]; problems: number }> {
  try {
    const { events } = createIcalendarBackend({
      src: 'https://kalender.example/a.ics',
      data,
      timeZone: 'Europe/Berlin',
    });
    const { items, problems } = await events.list({ from, to });
    return {
      events: items.map((event) => ({ ...event, uid: event.uid.startsWith(NO_UID) ? '' : event.uid })),
      problems: problems.length,
    };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { events: [], problems: 1 };
  }
}

/** Cancelled occurrences may be shown as such or left out, so they count on neither side. */
function keysOf(events: readonly Expected[], withUid: boolean): string[] {
  return events
    .filter(({ status }) => (status ?? '').toUpperCase() !== 'CANCELLED')
    .map(({ uid, start, end, allDay, title }) => JSON.stringify([withUid ? uid : '', start, end, allDay, title]))
    .sort();
}

async function failuresIn(rows: readonly Row[]): Promise<string[]> {
  const failures: string[] = [];
  for (const row of rows) {
    const withUid = row.events.some(({ uid }) => uid !== '');
    const { events } = await occurrences(bytesOf(row.file), row);
    const found = keysOf(events, withUid);
    const expected = keysOf(row.events, withUid);
    if (found.join('\n') !== expected.join('\n')) failures.push(`${row.file} ${row.from}`);
  }
  return failures;
}

function assertShare(failures: readonly string[], total: number, goal: number): void {
  const share = (total - failures.length) / total;
  assert.ok(share >= goal, `${(100 * share).toFixed(1)} % of ${total}, failed: ${failures.join(', ')}`);
}

describe('the calendars of the corpus', { skip }, () => {
  const rows = manifest?.rows ?? [];
  const wild = rows.filter(({ category }) => category.startsWith('wild'));
  const own = rows.filter((row) => !wild.includes(row));

  it('made to test one rule each are read as expected in at least 97 of 100 windows', async () => {
    assertShare(await failuresIn(own), own.length, 0.97);
  });

  it('found in the wild are read as expected in at least 96 of 100 windows', async () => {
    assertShare(await failuresIn(wild), wild.length, 0.96);
  });

  it('that are malformed keep their good events and tell their faults, at least 94 of 100', async () => {
    const failures: string[] = [];
    for (const row of manifest?.robust ?? []) {
      const data = bytesOf(row.file, row.encoding);
      const begin = process.cpuUsage();
      const { events, problems } = await occurrences(data, row);
      const used = process.cpuUsage(begin);
      const ms = (used.user + used.system) / 1000;
      assert.ok(ms <= row.maxMs, `${row.file} took ${ms} ms of work`);
      const found = keysOf(events, true);
      const kept = keysOf(row.good, true).every((key) => found.includes(key));
      if (!kept || problems < row.minProblems) failures.push(row.file);
    }
    assertShare(failures, manifest?.robust.length ?? 0, 0.94);
    assert.equal(({} as Record<string, unknown>)['x'], undefined, 'no file may reach Object.prototype');
  });
});
