import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EventsPort } from '../../../src/backend/ports.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';

/**
 * A place that holds exactly these events, in Europe/Berlin:
 *
 * | uid | title | time | more |
 * |---|---|---|---|
 * | treffen | Offenes Treffen | 2026-03-10 18:00-20:00 | kind meetup (where the source has kinds), organiser Stadt Lindenhafen |
 * | camp | Zukunftscamp Auental | 2026-03-14 and 15, all day | |
 * | nacht | Lange Nacht | 2026-03-31 22:00 to 2026-04-01 02:00 | |
 * | impuls | Impuls: Einfache Sprache | 2026-03-20 12:00, no length | |
 * | woche | Wochenrunde | Thursdays 10:00-11:00, 2026-03-19 to 2026-04-09; that of 2 April is cancelled in the series (EXDATE) | |
 */
export interface EventsPortPlace {
  readonly port: EventsPort;
  close?(): Promise<void> | void;
}

export interface EventsContractOptions {
  /** Parts of the contract that the source's format cannot carry. */
  readonly without?: readonly ('series' | 'kind')[];
}

const march = { from: '2026-03-01', to: '2026-04-01' };
const titles = (events: readonly CalendarEvent[]): string[] => events.map(({ title }) => title);

/** What every source of events promises (`EventsPort`). */
export function runEventsPortContract(
  name: string,
  open: () => Promise<EventsPortPlace> | EventsPortPlace,
  { without = [] }: EventsContractOptions = {},
): void {
  const series = !without.includes('series');

  describe(`events of ${name}`, () => {
    let place: EventsPortPlace;
    let port: EventsPort;
    before(async () => {
      place = await open();
      port = place.port;
    });
    after(() => place.close?.());

    it('come sorted by start, series expanded', async () => {
      const { items, problems } = await port.list(march);
      assert.deepEqual(problems, []);
      assert.deepEqual(titles(items), [
        'Offenes Treffen',
        'Zukunftscamp Auental',
        ...(series ? ['Wochenrunde'] : []),
        'Impuls: Einfache Sprache',
        ...(series ? ['Wochenrunde'] : []),
        'Lange Nacht',
      ]);
    });

    it('have times in one form: instants in UTC, or plain dates with an exclusive end', async () => {
      const { items } = await port.list(march);
      const [treffen, camp] = items;
      assert.deepEqual(
        [treffen?.start, treffen?.end, treffen?.allDay],
        ['2026-03-10T17:00:00Z', '2026-03-10T19:00:00Z', false],
      );
      assert.deepEqual([camp?.start, camp?.end, camp?.allDay], ['2026-03-14', '2026-03-16', true]);
      const impuls = items.find(({ title }) => title.startsWith('Impuls'));
      assert.equal(impuls?.start, impuls?.end);
    });

    it('are in a range as far as they reach into it', async () => {
      const inRange = async (from: string, to: string): Promise<string[]> =>
        titles((await port.list({ from, to })).items);
      assert.deepEqual(await inRange('2026-03-15', '2026-03-16'), ['Zukunftscamp Auental'], 'second day');
      assert.deepEqual(await inRange('2026-03-16', '2026-03-19'), [], 'the end is exclusive');
      assert.deepEqual(await inRange('2026-03-14T00:00:00+01:00', '2026-03-14T00:00:01+01:00'), [
        'Zukunftscamp Auental',
      ]);
      assert.deepEqual(await inRange('2026-03-13', '2026-03-14'), [], 'the end of the range is exclusive');
      assert.deepEqual(await inRange('2026-03-10T18:59:59Z', '2026-03-10T20:00:00Z'), ['Offenes Treffen']);
      assert.deepEqual(await inRange('2026-03-10T19:00:00Z', '2026-03-10T20:00:00Z'), []);
      assert.deepEqual(await inRange('2026-03-20T11:00:00Z', '2026-03-20T11:00:01Z'), ['Impuls: Einfache Sprache']);
      assert.deepEqual(await inRange('2026-03-20T10:00:00Z', '2026-03-20T11:00:00Z'), []);
      assert.deepEqual(await inRange('2026-04-01', '2026-04-02'), ['Lange Nacht'], 'past midnight');
    });

    it('can be told apart', async () => {
      const { items } = await port.list({ from: '2026-01-01', to: '2027-01-01' });
      const keys = items.map(({ uid, recurrenceId }) => `${uid} ${recurrenceId ?? ''}`);
      assert.equal(new Set(keys).size, items.length);
      assert.equal(items.length, series ? 7 : 4);
    });

    it('come in pages that together are the whole, each once', async () => {
      const range = { from: '2026-01-01', to: '2027-01-01' };
      const whole = (await port.list(range)).items;
      const walked: CalendarEvent[] = [];
      let cursor: string | undefined;
      do {
        const page = await port.list({ ...range, limit: 2, cursor });
        assert.ok(page.items.length <= 2);
        walked.push(...page.items);
        cursor = page.next;
      } while (cursor && walked.length <= whole.length);
      assert.deepEqual(
        walked.map(({ uid, start }) => [uid, start]),
        whole.map(({ uid, start }) => [uid, start]),
      );
    });

    it('are found by words, case and umlauts aside', async () => {
      assert.deepEqual(titles((await port.list({ ...march, q: 'zukunftsCAMP auental' })).items), [
        'Zukunftscamp Auental',
      ]);
      assert.deepEqual((await port.list({ ...march, q: 'zukunftscamp treffen' })).items, []);
    });

    if (!without.includes('kind'))
      it('are narrowed by kind', async () => {
        assert.deepEqual(titles((await port.list({ ...march, kind: 'meetup' })).items), ['Offenes Treffen']);
      });

    it('are narrowed by organisation', async () => {
      assert.deepEqual(titles((await port.list({ ...march, org: 'Stadt Lindenhafen' })).items), ['Offenes Treffen']);
    });

    it('are none where there are none', async () => {
      const page = await port.list({ from: '2020-01-01', to: '2020-02-01' });
      assert.deepEqual(page.items, []);
      assert.equal(page.next, undefined);
    });

    it('are not asked for any more after an abort', async () => {
      const abort = new AbortController();
      abort.abort();
      await assert.rejects(port.list(march, { signal: abort.signal }), { name: 'AbortError' });
    });

    it('are refused for a range that is none', async () => {
      await assert.rejects(port.list({ from: 'heute', to: 'morgen' }), { name: 'BackendError' });
    });

    if (series)
      it('keep their hour across the change of the clocks, and leave out what was cancelled', async () => {
        const { items } = await port.list({ from: '2026-03-01', to: '2026-05-01', q: 'wochenrunde' });
        assert.deepEqual(
          items.map(({ start }) => start),
          ['2026-03-19T09:00:00Z', '2026-03-26T09:00:00Z', '2026-04-09T08:00:00Z'],
        );
        assert.deepEqual(
          items.map(({ recurrenceId }) => recurrenceId),
          items.map(({ start }) => start),
        );
      });

    it('can be had one by one, where the source can do that', async () => {
      if (!port.get) return;
      const [treffen] = (await port.list(march)).items;
      assert.equal((await port.get(treffen!.uid)).title, 'Offenes Treffen');
      await assert.rejects(port.get('there-is-no-such-event'), { name: 'BackendError', kind: 'missing' });
      if (!series) return;
      const instance = (await port.list({ ...march, q: 'wochenrunde' })).items[1]!;
      const got = await port.get(instance.uid, { recurrenceId: instance.recurrenceId });
      assert.equal(got.start, instance.start);
    });
  });
}
