import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { read, sharedPath } from './support/calendars.ts';

const folder = 'fixtures/radicale';
const skip = sharedPath(folder) ? false : 'the recorded answers beside the repository (../shared/fixtures) are absent';
const answer = (file: string): Uint8Array => readFileSync(sharedPath(`${folder}/${file}`) ?? file);
const winter = { from: '2026-10-01', to: '2027-01-01' };

describe('the recorded answers of a Radicale server', { skip }, () => {
  it('show a public collection with its series, the moved date and the holiday', async () => {
    const { items, problems } = await read(answer('collection.ics'), winter);
    assert.deepEqual(problems, []);
    const monday = items.filter(({ uid }) => uid === 'series@test');
    assert.equal(monday.length, 12, '13 Mondays, one of them left out');
    assert.equal(monday[0]?.start, '2026-10-05T17:00:00Z');
    assert.equal(monday[3]?.start, '2026-10-26T18:00:00Z', 'an hour later in UTC after the change of the clocks');
    const moved = monday.find(({ changed }) => changed);
    assert.equal(moved?.title, 'Montagstreff (verlegt)');
    assert.equal(moved?.start, '2026-11-17T19:00:00Z');
    assert.equal(moved?.recurrenceId, '2026-11-16T18:00:00Z');
    const holiday = items.find(({ uid }) => uid === 'allday@test');
    assert.deepEqual([holiday?.start, holiday?.end, holiday?.allDay], ['2026-12-24', '2026-12-27', true]);
    assert.deepEqual(
      holiday?.topics?.map(({ id }) => id),
      ['Feiertag', 'Kultur'],
    );
    assert.equal(holiday?.source?.label, 'Öffentliche Termine');
  });

  it('show a single event', async () => {
    const { items, problems } = await read(answer('single.ics'), winter);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      items.map(({ title, place, url }) => [title, place?.name, url]),
      [['Einzeltermin, mit Komma', 'Saal 1', 'https://example.org/e/1']],
    );
  });

  it('show the calendars inside the answer to a query', async () => {
    const { items, problems } = await read(answer('report-calendar-query.xml'), winter);
    assert.deepEqual(problems, []);
    assert.equal(items.length, 12);
  });

  it('are refused where they hold no calendar', async () => {
    for (const file of ['propfind-depth1.xml', 'request-calendar-query.xml', 'collection.ics.headers']) {
      await assert.rejects(read(answer(file), winter), { kind: 'invalid', reason: 'content-type' }, file);
    }
  });
});
