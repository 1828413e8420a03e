import { expect } from '@open-wc/testing';
import { createIcalendarBackend } from '../../../../src/backend/adapters/icalendar/icalendar-adapter.ts';
import { largeCalendar } from './support/large-calendar.ts';

describe('a large calendar in a page that allows no workers', () => {
  it('is read in slices, between which the page gets its turn', async () => {
    const real = globalThis.Worker;
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('not allowed', 'SecurityError');
      }
    } as unknown as typeof Worker;
    let turns = 0;
    let reading = true;
    const count = (): void => {
      turns++;
      if (reading) setTimeout(count);
    };
    try {
      count();
      const { events } = createIcalendarBackend({ src: 'https://kalender.example/a.ics', data: largeCalendar(4000) });
      const { items, problems } = await events.list({ from: '2026-01-01', to: '2027-01-01' });
      expect(problems).to.deep.equal([]);
      expect(items.length).to.be.greaterThan(4000);
      expect(turns).to.be.greaterThan(2);
    } finally {
      reading = false;
      globalThis.Worker = real;
    }
  });
});
