import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createWordpressBackend } from '../../../../src/backend/adapters/wordpress/wordpress-adapter.ts';
import type { EventsPort } from '../../../../src/backend/ports.ts';
import { runEventsPortContract } from '../../contract/events-port.contract.ts';

const SITE = 'https://lindenhafen.example/blog/';
const march = { from: '2026-03-01', to: '2026-04-01' };
type Item = Readonly<Record<string, unknown>>;
type Answers = Readonly<Record<string, (query: URLSearchParams) => unknown>>;

/** A WordPress in a function: what its routes answer, by their path behind `wp-json/`. */
function network(routes: Answers) {
  const asked: string[] = [];
  const fetch = ((input: string) => {
    const url = new URL(input);
    asked.push(url.href.slice(SITE.length));
    const path = url.href.slice(SITE.length + 8).replace(/\?.*/, '');
    const answer = routes[path]?.(url.searchParams);
    const missing = { code: 'rest_no_route', message: 'No route', data: { status: 404 } };
    const [data, headers] =
      answer instanceof Array && answer.length === 2 && 'pages' in Object(answer[1]) ? answer : [answer, {}];
    const { pages } = headers as { pages?: number };
    return Promise.resolve(
      new Response(JSON.stringify(data ?? missing), {
        status: data === undefined ? 404 : 200,
        headers: { 'content-type': 'application/json', ...(pages && { 'x-wp-totalpages': String(pages) }) },
      }),
    );
  }) as typeof globalThis.fetch;
  return { fetch, asked };
}

const open = (routes: Answers, src = SITE, timeZone = 'Europe/Berlin'): { port: EventsPort; asked: string[] } => {
  const { fetch, asked } = network(routes);
  return { port: createWordpressBackend({ src, fetch, timeZone }).events!, asked };
};

const tribeEvent = (id: number, title: string, start: string, end: string, more: Item = {}): Item => ({
  id,
  title,
  description: '<p>Alle sind willkommen.</p>',
  excerpt: '',
  url: `${SITE}veranstaltung/${id}/`,
  website: '',
  image: false,
  all_day: false,
  start_date: start,
  end_date: end,
  timezone: 'Europe/Berlin',
  categories: [],
  tags: [],
  venue: [],
  organizer: [],
  ...more,
});
const utc = (start: string, end: string): Item => ({ utc_start_date: start, utc_end_date: end });
const TRIBE: readonly Item[] = [
  tribeEvent(1, 'Offenes Treffen', '2026-03-10 18:00:00', '2026-03-10 20:00:00', {
    ...utc('2026-03-10 17:00:00', '2026-03-10 19:00:00'),
    categories: [{ name: 'Treffen', slug: 'treffen' }],
    organizer: [{ organizer: 'Stadt Lindenhafen', website: 'https://stadt.lindenhafen.example/' }],
  }),
  tribeEvent(2, 'Zukunftscamp Auental', '2026-03-14 00:00:00', '2026-03-15 23:59:59', { all_day: true }),
  tribeEvent(
    3,
    'Lange Nacht',
    '2026-03-31 22:00:00',
    '2026-04-01 02:00:00',
    utc('2026-03-31 20:00:00', '2026-04-01 00:00:00'),
  ),
  tribeEvent(4, 'Impuls: Einfache Sprache', '2026-03-20 12:00:00', '2026-03-20 12:00:00'),
];
const tribeRoutes = (events: readonly Item[], size = 50): Answers => ({
  'tribe/events/v1/events': (query) => {
    const page = Number(query.get('page'));
    const pages = Math.max(1, Math.ceil(events.length / size));
    return page > pages ? undefined : { events: events.slice((page - 1) * size, page * size), total_pages: pages };
  },
});

const post = (id: number, title: string, meta: Item, more: Item = {}): Item => ({
  id,
  link: `${SITE}termin/${id}/`,
  modified_gmt: '2026-01-05T09:00:00',
  title: { rendered: title },
  content: { rendered: '<p>Alle sind willkommen.</p>', protected: false },
  excerpt: { rendered: '' },
  meta,
  ...more,
});
const POSTS: readonly Item[] = [
  post(
    1,
    'Offenes Treffen',
    { beginn: '10.03.2026 18:00 Uhr', ende: '10.03.2026 20:00', veranstalter: 'Stadt Lindenhafen' },
    { _embedded: { 'wp:term': [[{ id: 5, slug: 'treffen', name: 'Treffen', taxonomy: 'category' }]] } },
  ),
  post(2, 'Zukunftscamp Auental', { beginn: '20260314', ende: '20260315' }),
  post(3, 'Lange Nacht', { beginn: '2026-03-31T22:00:00+02:00', ende: '2026-04-01 02:00:00' }),
  post(4, 'Impuls: Einfache Sprache', { beginn: 1774004400, ende: '' }),
];
const postRoutes = (posts: readonly Item[], type = 'termin'): Answers => ({
  '': () => ({ timezone_string: 'Europe/Berlin', gmt_offset: 1 }),
  'wp/v2/types': () => ({ post: { rest_base: 'posts' }, termin: { rest_base: type } }),
  [`wp/v2/${type}`]: (query) => {
    const page = Number(query.get('page'));
    return [posts.slice((page - 1) * 100, page * 100), { pages: Math.max(1, Math.ceil(posts.length / 100)) }];
  },
});

runEventsPortContract('The Events Calendar of a WordPress', () => open(tribeRoutes(TRIBE, 2)), { without: ['series'] });
runEventsPortContract('a post type of a WordPress', () => open(postRoutes(POSTS)), { without: ['series'] });

describe('events of The Events Calendar', () => {
  const first = async (more: Item) => (await open(tribeRoutes([{ ...TRIBE[0]!, ...more }])).port.list(march)).items[0]!;

  it('have place, organiser, topics, picture and words without HTML', async () => {
    const event = await first({
      title: 'Rat &#038; Haus &#8211; <em>offen</em>',
      excerpt: '<p>Kommt &amp; bringt Kuchen.</p>',
      image: { url: `${SITE}bild.jpg` },
      website: 'https://treffen.example/',
      venue: {
        venue: 'B&uuml;rgersaal',
        address: 'Hafenstra&szlig;e 3',
        zip: '12345',
        city: 'Lindenhafen',
        geo_lat: 53.5,
        geo_lng: 10.1,
      },
    });
    assert.equal(event.title, 'Rat & Haus – offen');
    assert.equal(event.summary, 'Kommt & bringt Kuchen.');
    assert.deepEqual(event.place, {
      name: 'Bürgersaal',
      address: 'Hafenstraße 3, 12345 Lindenhafen',
      lat: 53.5,
      lon: 10.1,
    });
    assert.deepEqual(event.organiser, { name: 'Stadt Lindenhafen', url: 'https://stadt.lindenhafen.example/' });
    assert.deepEqual(event.topics, [{ id: 'treffen', label: { de: 'Treffen' } }]);
    assert.deepEqual([event.image?.url, event.kind, event.attendance], [`${SITE}bild.jpg`, 'meetup', 'onsite']);
    assert.deepEqual(event.links, [{ url: 'https://treffen.example/' }]);
    assert.equal(event.timeZone, 'Europe/Berlin');
  });

  it('may be cancelled, or online', async () => {
    assert.equal((await first({ event_status: 'canceled' })).status, 'cancelled');
    const online = await first({ is_virtual: true, virtual_url: 'https://video.example/1' });
    assert.deepEqual([online.attendance, online.onlineUrl], ['online', 'https://video.example/1']);
    assert.equal((await first({ venue: { venue: 'Online (Zoom)' } })).attendance, 'online');
  });

  it('hold their hour where the zone is an offset, or none that there is', async () => {
    for (const timezone of ['UTC+1', 'Europa/Lindenhafen', null])
      assert.equal((await first({ timezone })).start, '2026-03-10T17:00:00Z');
    const wall = await first({ timezone: 'America/New_York', utc_start_date: undefined, utc_end_date: undefined });
    assert.equal(wall.start, '2026-03-10T22:00:00Z', 'a wall time in its own zone');
  });

  it('of a series are told apart though they share a number', async () => {
    const later = {
      ...TRIBE[0]!,
      start_date: '2026-03-17 18:00:00',
      end_date: '2026-03-17 20:00:00',
      ...utc('2026-03-17 17:00:00', '2026-03-17 19:00:00'),
    };
    const { port } = open(tribeRoutes([TRIBE[0]!, later]));
    const { items } = await port.list(march);
    assert.deepEqual(
      items.map(({ recurrenceId }) => recurrenceId),
      ['2026-03-10T17:00:00Z', '2026-03-17T17:00:00Z'],
    );
    assert.equal((await port.get!(items[1]!.uid, { recurrenceId: items[1]!.recurrenceId })).start, items[1]!.start);
  });

  it('that make no sense cost themselves only', async () => {
    const { items, problems } = await open(
      tribeRoutes([
        { ...TRIBE[0]!, id: 9, start_date: 'bald', utc_start_date: '' },
        { id: 8 },
        null as unknown as Item,
        TRIBE[3]!,
      ]),
    ).port.list(march);
    assert.equal(items.length, 1);
    assert.deepEqual(
      problems.map(({ code, item }) => [code, item]),
      [
        ['invalid-item', '9'],
        ['invalid-item', '8'],
        ['invalid-item', undefined],
      ],
    );
  });
});

describe('events in a post type', () => {
  const list = async (posts: readonly Item[], query = '') =>
    open(postRoutes(posts), `${SITE}?vr-type=termin${query}`).port.list(march);

  it('are read from the fields that the address names, groups and pairs too', async () => {
    const posts = [
      post(1, 'Gruppe', [] as unknown as Item, {
        acf: { wann: { tag: '2026-03-02', uhrzeit: '9:30' }, wo: 'Rathaus' },
      }),
    ];
    const { items } = await list(posts, '&vr-start=wann.tag,wann.uhrzeit&vr-place=wo');
    assert.deepEqual(
      [items[0]?.start, items[0]?.end, items[0]?.place?.name],
      ['2026-03-02T08:30:00Z', '2026-03-02T08:30:00Z', 'Rathaus'],
    );
  });

  it('repeat by a rule, and keep their hour', async () => {
    const posts = [
      post(1, 'Runde', { start: '2026-03-19 10:00', end: '2026-03-19 11:00', rrule: 'RRULE:FREQ=WEEKLY;COUNT=3' }),
    ];
    const { items } = await open(postRoutes(posts), `${SITE}wp-json/wp/v2/termin`).port.list({
      ...march,
      to: '2026-05-01',
    });
    assert.deepEqual(
      items.map(({ start }) => start),
      ['2026-03-19T09:00:00Z', '2026-03-26T09:00:00Z', '2026-04-02T08:00:00Z'],
    );
  });

  it('are in the zone that the site says, an offset too', async () => {
    const posts = [post(1, 'Runde', { start: '2026-03-19 10:00' })];
    for (const [index, start] of [
      [{ timezone_string: 'Europe/London', gmt_offset: 0 }, '2026-03-19T10:00:00Z'],
      [{ timezone_string: '', gmt_offset: 2 }, '2026-03-19T08:00:00Z'],
      [{ timezone_string: '', gmt_offset: '5.5' }, '2026-03-19T09:00:00Z'],
      [undefined, '2026-03-19T09:00:00Z'],
    ] as const) {
      const { items } = await open({ ...postRoutes(posts), '': () => index }, `${SITE}?vr-type=termin`).port.list(
        march,
      );
      assert.equal(items[0]?.start, start);
    }
  });

  it('without a field for the time are none, and the editor hears which name to give', async () => {
    const { items, problems } = await list([post(1, 'Nur Text', { farbe: 'blau' })]);
    assert.deepEqual(items, []);
    assert.match(problems[0]?.detail ?? '', /vr-start/);
  });

  it('with an end before the start, or a time that is none, become problems', async () => {
    const { items, problems } = await list([
      post(1, 'Rückwärts', { start: '2026-03-19 10:00', end: '2026-03-19 09:00' }),
      post(2, 'Unsinn', { start: '2026-02-31' }),
      post(3, 'Leer', { start: '' }),
      post(4, 'Gut', { start: '2026-03-19 10:00', end: 'später', vr_zone: 'Mars/Krater' }),
    ]);
    assert.deepEqual(
      items.map(({ title, start, end }) => [title, start, end]),
      [['Gut', '2026-03-19T09:00:00Z', '2026-03-19T09:00:00Z']],
    );
    assert.equal(problems.length, 3);
  });

  it('are 5,000 at most, and fetched page by page', async () => {
    const posts = Array.from({ length: 5300 }, (_, index) =>
      post(index + 1, `Termin ${index}`, { start: '2026-03-19' }),
    );
    const { port, asked } = open(postRoutes(posts), `${SITE}?vr-type=termin`);
    const { items, problems } = await port.list(march);
    assert.equal(items.length, 5000);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['limit-reached'],
    );
    assert.equal(asked.filter((path) => path.includes('wp/v2/termin?')).length, 50);
  });

  it('are not there where nothing sounds like events: that is missing, and says what to do', async () => {
    const { port } = open({ 'wp/v2/types': () => ({ post: { rest_base: 'posts' } }) });
    await assert.rejects(port.list(march), { kind: 'missing', message: /vr-type/ });
  });

  const recorded = new URL('../../../../../shared/fixtures/wordpress/events.json', import.meta.url);
  it('of a real WordPress are read', { skip: !existsSync(recorded) && 'no recorded answers beside' }, async () => {
    const posts = JSON.parse(readFileSync(recorded, 'utf8')) as Item[];
    const { port } = open(postRoutes(posts, 'events'), `${SITE}wp-json/wp/v2/events`);
    const { items, problems } = await port.list({ from: '2026-12-01', to: '2027-01-01' });
    assert.deepEqual(problems, []);
    assert.equal(items.filter(({ title }) => title === 'Termin 8').length > 0, true);
    const last = items.find(({ title }) => title === 'Termin 8');
    assert.deepEqual(
      [last?.start, last?.end, last?.place?.name],
      ['2026-12-08T18:00:00Z', '2026-12-08T20:00:00Z', 'Saal 8'],
    );
  });
});
