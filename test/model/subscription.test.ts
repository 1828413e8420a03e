import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subscription } from '../../src/model/subscription.ts';

const BASE = 'https://netz.example/termine/';
const HUB = {
  subscribeUrl: 'https://hub.example/calendar.ics',
  subscribeFilters: true,
  feeds: { rss: 'https://hub.example/calendar.rss', json: 'https://hub.example/calendar.json' },
};

describe('addresses of a subscription', () => {
  it('come as an address to copy and as one that a calendar program opens', () => {
    assert.deepEqual(subscription(HUB, {}, BASE), {
      https: 'https://hub.example/calendar.ics',
      webcal: 'webcal://hub.example/calendar.ics',
      rss: 'https://hub.example/calendar.rss',
      json: 'https://hub.example/calendar.json',
      filtered: false,
    });
  });

  it('carry what the calendar is narrowed to, where the source can do it', () => {
    const filter = { kind: 'meetup', topic: 'Klima & Wandel', org: '' };
    const made = subscription(HUB, filter, BASE);
    assert.equal(made?.https, 'https://hub.example/calendar.ics?kind=meetup&topic=Klima+%26+Wandel');
    assert.equal(made.rss, 'https://hub.example/calendar.rss?kind=meetup&topic=Klima+%26+Wandel');
    assert.equal(made.filtered, true);
    const { subscribeFilters: _, ...plain } = HUB;
    assert.equal(subscription(plain, filter, BASE)?.https, 'https://hub.example/calendar.ics');
    assert.equal(subscription(plain, filter, BASE)?.filtered, false);
  });

  it('are absolute, also where the source is meant relative to the page or as webcal', () => {
    assert.equal(subscription({ subscribeUrl: '../k.ics' }, {}, BASE)?.https, 'https://netz.example/k.ics');
    assert.equal(
      subscription({ subscribeUrl: 'webcal://a.example/k.ics' }, {}, BASE)?.https,
      'https://a.example/k.ics',
    );
    const intranet = subscription({ subscribeUrl: '/calendar.ics' }, {}, 'http://intranet/');
    assert.deepEqual(
      [intranet?.https, intranet?.webcal],
      ['http://intranet/calendar.ics', 'webcal://intranet/calendar.ics'],
    );
  });

  it('are none where the source has none, or one that no link may have', () => {
    assert.equal(subscription({}, {}, BASE), undefined);
    assert.equal(subscription({ subscribeUrl: 'javascript:alert(1)' }, {}, BASE), undefined);
    assert.equal(subscription({ subscribeUrl: 'https://' }, {}, BASE), undefined);
  });
});
