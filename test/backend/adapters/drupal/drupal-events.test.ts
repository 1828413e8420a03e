import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDrupalBackend, placeOf } from '../../../../src/backend/adapters/drupal/drupal-adapter.ts';
import type { EventsPort } from '../../../../src/backend/ports.ts';
import { runEventsPortContract } from '../../contract/events-port.contract.ts';

const SITE = 'https://kreis-auental.example/web/';
const march = { from: '2026-03-01', to: '2026-04-01' };
type Item = Readonly<Record<string, unknown>>;

interface Site {
  readonly events: readonly Item[];
  readonly included?: readonly Item[];
  /** Conditions in the address are refused. */
  readonly withoutFilter?: boolean;
  readonly withoutInclude?: boolean;
  readonly size?: number;
}

/** A Drupal in a function. It pages by the links that it gives, and answers conditions on the field of dates. */
function open(
  { events, included = [], withoutFilter, withoutInclude, size = 50 }: Site,
  src = `${SITE}jsonapi/node/event`,
) {
  const asked: URL[] = [];
  const json = (data: unknown, status = 200): Promise<Response> =>
    Promise.resolve(
      new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/vnd.api+json' } }),
    );
  const fetch = ((input: string) => {
    const url = new URL(input);
    asked.push(url);
    const refused = { jsonapi: { version: '1.0' }, errors: [{ status: '400', title: 'Bad Request' }] };
    const query = url.searchParams;
    if (url.pathname === '/web/jsonapi')
      return json({ jsonapi: {}, data: [], links: { 'node--page': {}, 'node--veranstaltung': { href: '/x' } } });
    if (!/\/node\/(event|veranstaltung)$/.test(url.pathname)) return json({ errors: [] }, 404);
    const conditions = [...query.keys()].some((key) => key.startsWith('filter'));
    if ((conditions && withoutFilter) || (query.has('include') && withoutInclude)) return json(refused, 400);
    const at = Number(query.get('page[offset]') ?? 0);
    const limit = Math.min(size, Number(query.get('page[limit]')));
    const next = new URL(url);
    next.searchParams.set('page[offset]', String(at + limit));
    next.protocol = 'http:';
    return json({
      jsonapi: { version: '1.0' },
      data: events.slice(at, at + limit),
      included: query.has('include') ? included : undefined,
      links: at + limit < events.length ? { next: { href: next.href } } : {},
    });
  }) as typeof globalThis.fetch;
  return { port: createDrupalBackend({ src, fetch }).events!, asked };
}

const node = (id: string, title: string, when: unknown, more: Item = {}, relationships: Item = {}): Item => ({
  type: 'node--event',
  id,
  attributes: {
    title,
    created: '2026-01-01T09:00:00+00:00',
    changed: '2026-01-02T09:00:00+00:00',
    field_when: when,
    ...more,
  },
  relationships,
});
const topic = { type: 'taxonomy_term--themen', id: 't1', attributes: { name: 'Treffen' } };
const organiser = { type: 'node--amt', id: 'o1', attributes: { title: 'Stadt Lindenhafen' } };
const EVENTS: readonly Item[] = [
  node(
    'a',
    'Offenes Treffen',
    { value: '2026-03-10T18:00:00+01:00', end_value: '2026-03-10T20:00:00+01:00' },
    {},
    {
      field_topics: { data: [{ type: 'taxonomy_term--themen', id: 't1' }] },
      field_organizer: { data: { type: 'node--amt', id: 'o1' } },
      node_type: { data: { type: 'node_type--node_type', id: 'x' } },
      uid: { data: { type: 'user--user', id: 'u' } },
    },
  ),
  node('b', 'Zukunftscamp Auental', { value: '2026-03-14', end_value: '2026-03-15' }),
  node('c', 'Lange Nacht', { value: '2026-03-31T22:00:00+02:00', end_value: '2026-04-01T02:00:00+02:00' }),
  node('d', 'Impuls: Einfache Sprache', { value: '2026-03-20T12:00:00+01:00', end_value: '2026-03-20T12:00:00+01:00' }),
];
const included = [topic, organiser];

runEventsPortContract('a Drupal', () => open({ events: EVENTS, included, size: 2 }), { without: ['series'] });
runEventsPortContract(
  'a Drupal that answers no conditions',
  () => open({ events: EVENTS, included, withoutFilter: true }),
  { without: ['series'] },
);

const firstOf = async (site: Site, src?: string): ReturnType<EventsPort['list']> => open(site, src).port.list(march);

describe('the address of a Drupal', () => {
  it('names the site, its type of content, and fields', () => {
    for (const [src, site, type] of [
      ['https://a.example/', 'https://a.example/', undefined],
      ['https://a.example/web/jsonapi', 'https://a.example/web/', undefined],
      ['https://a.example/de/jsonapi/node/termin?x=1', 'https://a.example/de/', 'node/termin'],
      ['https://a.example?vr-type=termin', 'https://a.example/', 'node/termin'],
      ['https://a.example/?vr-type=paragraph/date', 'https://a.example/', 'paragraph/date'],
      ['https://a.example/?vr-type=../users', 'https://a.example/', undefined],
    ] as const) {
      const place = placeOf(src);
      assert.deepEqual([place.site, place.type, place.api], [site, type, `${site}jsonapi`], src);
    }
    assert.deepEqual(placeOf('https://a.example/?vr-start=field_x&vr-end=a.b').fields, { start: 'field_x' });
  });
});

describe('events of a Drupal', () => {
  it('are asked for by their dates, with what belongs to them', async () => {
    const { port, asked } = open({ events: EVENTS, included });
    await port.list(march);
    const { searchParams } = asked.at(-1)!;
    assert.equal(searchParams.get('filter[ends][condition][path]'), 'field_when.end_value');
    assert.equal(searchParams.get('filter[ends][condition][value]'), '2026-02-26T23:00:00');
    assert.equal(searchParams.get('include'), 'field_topics,field_organizer');
  });

  it('are found where the address is that of the site alone', async () => {
    const { port, asked } = open({ events: EVENTS, included }, 'https://kreis-auental.example/web/');
    assert.equal((await port.list(march)).items.length, 4);
    assert.equal(asked.at(-1)!.pathname, '/web/jsonapi/node/veranstaltung');
  });

  it('are shown without topics where nothing may be brought along', async () => {
    const { items, problems } = await firstOf({ events: EVENTS, withoutInclude: true });
    assert.deepEqual(problems, []);
    assert.equal(items.length, 4);
    assert.deepEqual(items[0]?.topics, []);
  });

  it('have place, texts, picture, page and registration', async () => {
    const picture = { type: 'file--file', id: 'f1', attributes: { uri: { url: '/web/sites/bild.jpg' } } };
    const medium = {
      type: 'media--image',
      id: 'm1',
      relationships: { thumbnail: { data: { type: 'file--file', id: 'f1', meta: { alt: 'Ein Saal' } } } },
    };
    const event = node(
      'a',
      'Rat &amp; Haus',
      { value: '2026-03-10T18:00:00+01:00', end_value: '2026-03-10T20:00:00+01:00' },
      {
        body: { value: 'x', processed: '<p>Kommt &amp; bringt Kuchen.</p>', summary: '' },
        field_place: {
          address_line1: 'Hafenstraße 3',
          postal_code: '12345',
          locality: 'Auental',
          organization: 'Kreishaus',
        },
        field_registration: { uri: 'internal:/anmeldung', title: 'Anmelden' },
        path: { alias: '/termine/rat', langcode: 'de' },
        langcode: 'de',
      },
      { field_image: { data: { type: 'media--image', id: 'm1' } } },
    );
    const [read] = (await firstOf({ events: [event], included: [picture, medium] })).items;
    assert.equal(read?.title, 'Rat & Haus');
    assert.equal(read?.summary, 'Kommt & bringt Kuchen.');
    assert.deepEqual(read?.place, { name: 'Kreishaus', address: 'Hafenstraße 3, 12345 Auental' });
    assert.deepEqual(read?.image, { url: 'https://kreis-auental.example/web/sites/bild.jpg', alt: 'Ein Saal' });
    assert.equal(read?.url, `${SITE}termine/rat`);
    assert.deepEqual(read?.registration, { mode: 'external', url: `${SITE}anmeldung` });
  });

  it('of smart_date repeat by their values, whole days are days, and seconds are compared with seconds', async () => {
    const at = (day: number, hour = 10, minutes = 60): Item => {
      const value = Date.UTC(2026, 2, day, hour - 1) / 1000;
      return { value, end_value: value + minutes * 60, duration: minutes, rrule: null, timezone: '' };
    };
    const { port, asked } = open({
      events: [
        node('a', 'Runde', [at(2), at(9)]),
        node('b', 'Tag', [at(14, 0, 1439)]),
        node('c', 'Zwei', [at(20, 0, 2879)]),
      ],
    });
    const { items } = await port.list(march);
    assert.deepEqual(
      items.map(({ title, start, end, recurrenceId }) => [title, start, end, recurrenceId]),
      [
        ['Runde', '2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z', '2026-03-02T09:00:00Z'],
        ['Runde', '2026-03-09T09:00:00Z', '2026-03-09T10:00:00Z', '2026-03-09T09:00:00Z'],
        ['Tag', '2026-03-14', '2026-03-15', undefined],
        ['Zwei', '2026-03-20', '2026-03-22', undefined],
      ],
    );
    assert.match(asked.at(-1)!.searchParams.get('filter[begins][condition][value]')!, /^\d{10}$/);
  });

  it('with two fields, or one, for begin and end', async () => {
    const [both, one] = (
      await firstOf({
        events: [
          node('a', 'Zwei Felder', undefined, {
            field_start: '2026-03-10T18:00:00+01:00',
            field_end: '2026-03-10T19:30:00+01:00',
          }),
          node('b', 'Ein Feld', undefined, { field_start: '2026-03-11T18:00:00+01:00', field_end: null }),
        ],
      })
    ).items;
    assert.equal(both?.end, '2026-03-10T18:30:00Z');
    assert.equal(one?.end, one?.start);
  });

  it('that make no sense cost themselves only', async () => {
    const { items, problems } = await firstOf({
      events: [
        node('x', 'Ohne Zeit', { value: 'bald', end_value: '' }),
        node('y', '', EVENTS[1]),
        { id: 7 },
        EVENTS[1]!,
      ],
    });
    assert.equal(items.length, 1);
    assert.equal(problems.length, 3);
  });

  it('without any field for the time are none, and the editor hears which name to give', async () => {
    const { items, problems } = await firstOf({ events: [node('x', 'Seite', undefined, { farbe: 'blau' })] });
    assert.deepEqual(items, []);
    assert.match(problems[0]?.detail ?? '', /vr-start/);
  });

  it('are 5,000 at most', async () => {
    const events = Array.from({ length: 5200 }, (_, index) =>
      node(`n${index}`, `Termin ${index}`, { value: '2026-03-05', end_value: '2026-03-05' }),
    );
    const { items, problems } = await firstOf({ events });
    assert.equal(items.length, 5000);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['limit-reached'],
    );
  });

  it('are missing where nothing is, and invalid where the answer is something else', async () => {
    await assert.rejects(firstOf({ events: [] }, `${SITE}jsonapi/node/gibtesnicht`), { kind: 'missing' });
    const fetch = (() => Promise.resolve(new Response('{"a": 1}'))) as typeof globalThis.fetch;
    const { events } = createDrupalBackend({ src: `${SITE}jsonapi/node/event`, fetch });
    await assert.rejects(events!.list(march), { kind: 'invalid' });
  });
});
