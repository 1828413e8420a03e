import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { createIcalendarBackend } from '../../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { readCalendar } from '../../../../src/backend/adapters/icalendar/ics-calendar.ts';
import { runAtOnce } from '../../../../src/backend/slices.ts';
import { largeCalendar } from './support/large-calendar.ts';

const src = 'https://kalender.example/gross.ics';
const year = { from: '2026-01-01', to: '2027-01-01' };

describe('a large calendar in a page', () => {
  const data = largeCalendar(2000);

  it('is read by a worker, and answers as it does without one', async () => {
    expect(data.length).to.be.greaterThan(300_000);
    const { events } = createIcalendarBackend({ src, data });
    const page = await events.list(year);
    const started = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(started.some((name) => name.includes('icalendar.worker'))).to.equal(true);
    const options = { timeZone: 'Europe/Berlin', source: { id: src } };
    const expected = runAtOnce(runAtOnce(readCalendar(data, options)).list(year));
    expect(page.items.length).to.be.greaterThan(2000);
    expect(page).to.deep.equal(JSON.parse(JSON.stringify(expected)));
  });

  it('gives pages and single events from there', async () => {
    const { events } = createIcalendarBackend({ src, data: new TextEncoder().encode(data) });
    const first = await events.list({ ...year, limit: 3, q: 'Kinder' });
    expect(first.items.length).to.equal(3);
    const event = await events.get?.('7@gross.example');
    expect(event?.title).to.equal('Gruppenabend Nr. 7 für alle, die kommen');
    const missing = await events.get?.('nirgends').catch((error: unknown) => error);
    expect(missing).to.be.instanceOf(BackendError);
    expect((missing as BackendError).kind).to.equal('missing');
  });

  it('that is none is refused from there', async () => {
    const { events } = createIcalendarBackend({ src, data: `<html>${' '.repeat(400_000)}</html>` });
    const error = await events.list(year).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(BackendError);
    expect((error as BackendError).reason).to.equal('html');
  });

  it('can be given up', async () => {
    const stop = new AbortController();
    const { events } = createIcalendarBackend({ src, data });
    const asked = events.list(year, { signal: stop.signal }).catch((reason: unknown) => reason);
    stop.abort();
    expect(((await asked) as Error).name).to.equal('AbortError');
  });
});
