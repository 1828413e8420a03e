import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessKind, parseSources } from '../../src/backend/source-grammar.ts';

const base = 'https://intranet.lindenhafen.example/start/index.html';
const kinds = ['hub', 'static', 'icalendar', 'feed'];
const parse = (src: string, labels?: string): ReturnType<typeof parseSources> =>
  parseSources(src, { labels, base, kinds });

describe('the kind of an address without one', () => {
  const rows: [address: string, kind: string | undefined][] = [
    ['https://a.example/kalender.ics', 'icalendar'],
    ['https://a.example/kalender.ICS?token=1', 'icalendar'],
    ['webcal://a.example/x', 'icalendar'],
    ['https://cloud.example/remote.php/dav/public-calendars/AbC?export', 'icalendar'],
    ['https://cloud.example/remote.php/dav/calendars/u/c?export&accept=ics', 'icalendar'],
    ['https://cloud.example/remote.php/dav/public-calendars/AbC/', 'caldav'],
    ['https://a.example/dav.php/calendars/netz/termine/', 'caldav'],
    ['https://a.example/caldav/termine', 'caldav'],
    ['https://a.example/wp-json/tribe/events/v1/events', 'wordpress'],
    ['https://a.example/jsonapi/node/event', 'drupal'],
    ['https://a.example/events.json', 'static'],
    ['https://a.example/feed.json', 'feed'],
    ['https://a.example/feed/', 'feed'],
    ['https://a.example/rss.xml', 'feed'],
    ['https://a.example/blog/atom', 'feed'],
    ['https://a.example/wp-json/wp/v2/posts', 'wordpress'],
    ['https://a.example/jsonapi/node/article', 'drupal'],
    ['https://hub.example/api/v1', 'hub'],
    ['https://social.example/@amt', 'mastodon'],
    ['https://social.example/users/amt?boosts=1', 'mastodon'],
    ['https://a.example/kalender', undefined],
    ['https://a.example/', undefined],
  ];
  for (const [address, kind] of rows)
    it(`${address} is ${kind ?? 'left to a look at the answer'}`, () => {
      assert.equal(guessKind(address), kind);
    });
});

describe('src', () => {
  it('takes several addresses with and without kind, and their names in order', () => {
    const { sources, warnings } = parse(' icalendar+https://a.example/x\n/b.json  hub+/ ', 'Stadt A; Kreis B;  ');
    assert.deepEqual(sources, [
      { kind: 'icalendar', url: 'https://a.example/x', label: 'Stadt A' },
      { kind: 'static', url: 'https://intranet.lindenhafen.example/b.json', label: 'Kreis B' },
      { kind: 'hub', url: 'https://intranet.lindenhafen.example/' },
    ]);
    assert.deepEqual(warnings, []);
  });

  it('resolves relative addresses against the page', () => {
    assert.equal(parse('termine/x.ics').sources[0]?.url, 'https://intranet.lindenhafen.example/start/termine/x.ics');
    assert.equal(parse('static+../x').sources[0]?.url, 'https://intranet.lindenhafen.example/x');
  });

  it('leaves the kind open where nothing tells it', () => {
    assert.deepEqual(parse('https://a.example/kalender').sources, [
      { kind: undefined, url: 'https://a.example/kalender' },
    ]);
  });

  it('keeps what is good when a part is wrong, and names the part', () => {
    const { sources, warnings } = parse(
      'foo+https://a.example/ /good.ics javascript:alert(1) https://u:p@a.example/x.ics',
    );
    assert.deepEqual(
      sources.map(({ url }) => url),
      ['https://intranet.lindenhafen.example/good.ics'],
    );
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['VR004', 'VR007', 'VR006'],
    );
  });

  it('never repeats a secret in a warning', () => {
    for (const { message } of [
      ...parse('https://u:secret@a.example/x.ics').warnings,
      ...parse('ftp://u:secret@a/').warnings,
    ])
      assert.doesNotMatch(message, /secret/);
  });

  it('keeps names with their address when another address is wrong', () => {
    assert.deepEqual(
      parse('http:// /b.ics', 'A; B').sources.map(({ label }) => label),
      ['B'],
    );
  });

  it('tells of more names than addresses', () => {
    assert.deepEqual(
      parse('/a.ics', 'A; B').warnings.map(({ code }) => code),
      ['VR013'],
    );
  });

  it('is empty when nothing is written', () => {
    assert.deepEqual(parse('  '), { sources: [], warnings: [] });
  });
});
