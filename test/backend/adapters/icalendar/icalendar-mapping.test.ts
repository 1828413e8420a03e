import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../../../src/model/calendar-event.ts';
import { calendarOf, eventOf, read } from './support/calendars.ts';

async function one(...lines: string[]): Promise<CalendarEvent> {
  const { items } = await read(calendarOf(eventOf('DTSTART:20260504T100000Z', 'DURATION:PT1H', ...lines)));
  assert.ok(items[0]);
  return items[0];
}

describe('an event of a calendar', () => {
  it('names its place, with the address below the name and where it is on the map', async () => {
    assert.deepEqual((await one(String.raw`LOCATION:Rathaus\nMarkt 1\n12345 Südau`, 'GEO:50.083558;8.469385')).place, {
      name: 'Rathaus',
      address: 'Markt 1, 12345 Südau',
      lat: 50.083558,
      lon: 8.469385,
    });
    assert.deepEqual((await one('LOCATION:Rathaus', 'GEO:99;8')).place, { name: 'Rathaus' });
  });

  it('says whether one goes there, joins from afar, or both', async () => {
    const place = 'LOCATION:Rathaus';
    const link = 'CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://treffen.example/raum';
    assert.equal((await one()).attendance, undefined);
    assert.equal((await one(place)).attendance, 'onsite');
    assert.equal((await one('LOCATION:Online')).attendance, 'online');
    assert.equal((await one('LOCATION:Rathaus und online (hybrid)')).attendance, 'hybrid');
    assert.deepEqual(
      [(await one(link)).attendance, (await one(link)).onlineUrl],
      ['online', 'https://treffen.example/raum'],
    );
    assert.equal((await one(place, link)).attendance, 'hybrid');
  });

  it('finds the online address where programs put it', async () => {
    const lines = [
      'LOCATION:https://zoom.us/j/123',
      'X-GOOGLE-CONFERENCE:https://zoom.us/j/123',
      'X-MICROSOFT-SKYPETEAMSMEETINGURL:https://zoom.us/j/123',
      String.raw`DESCRIPTION:Wir treffen uns hier: https://zoom.us/j/123.\nBis dann`,
    ];
    for (const line of lines) {
      const event = await one(line);
      assert.equal(event.onlineUrl, 'https://zoom.us/j/123', line);
      assert.equal(event.attendance, 'online', line);
      assert.equal(event.place, undefined, line);
    }
  });

  it('has the status of the file, or the one that stands before its title or in a property of its own', async () => {
    assert.equal((await one()).status, 'scheduled');
    assert.equal((await one('STATUS:TENTATIVE')).status, 'tentative');
    assert.equal((await one('STATUS:CANCELLED')).status, 'cancelled');
    assert.equal((await one('SUMMARY:Abgesagt: Treffen')).status, 'cancelled');
    assert.equal((await one('SUMMARY:VERSCHOBEN – Treffen')).status, 'postponed');
    assert.equal((await one('SUMMARY:Verschobene Ziele')).status, 'scheduled');
    assert.equal((await one('X-EVENT-STATUS:https://schema.org/EventMovedOnline')).status, 'moved-online');
  });

  it('has topics, and a kind where one of them says so in German or English', async () => {
    const event = await one(String.raw`CATEGORIES:Digitales,Recht\, Finanzen`, 'CATEGORIES:Barcamp');
    assert.deepEqual(
      event.topics?.map(({ id }) => id),
      ['Digitales', 'Recht, Finanzen', 'Barcamp'],
    );
    assert.deepEqual(event.topics[0]?.label, { de: 'Digitales', en: 'Digitales' });
    assert.equal(event.kind, 'camp');
    const kinds = ['Stammtisch', 'Seminar', 'Impulsvortrag', 'Lernzirkel', 'Vortrag', 'Learning Circle', 'Gremium'];
    const found = await Promise.all(kinds.map(async (word) => (await one(`CATEGORIES:${word}`)).kind));
    assert.deepEqual(found, ['meetup', 'workshop', 'impulse', 'learning-circle', 'talk', 'learning-circle', undefined]);
  });

  it('names its organiser but never an address', async () => {
    assert.deepEqual((await one('ORGANIZER;CN=Stadt Nordau:mailto:amt@nordau.example')).organiser, {
      name: 'Stadt Nordau',
    });
    assert.equal((await one('ORGANIZER;CN=amt@nordau.example:mailto:amt@nordau.example')).organiser, undefined);
    const event = await one('ORGANIZER:mailto:amt@nordau.example', 'ATTENDEE;CN=Eva:mailto:eva@nordau.example');
    assert.doesNotMatch(JSON.stringify(event), /nordau\.example/);
  });

  it('has the pictures and files of the event, but no data in the line', async () => {
    const event = await one(
      'IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/bild.png',
      'ATTACH;FMTTYPE=application/pdf;FILENAME=Plan.pdf:https://example.org/plan.pdf',
      'ATTACH;FMTTYPE=image/png;ENCODING=BASE64;VALUE=BINARY:iVBORw0KGgo=',
    );
    assert.deepEqual(event.image, { url: 'https://example.org/bild.png' });
    assert.deepEqual(event.links, [{ url: 'https://example.org/plan.pdf', label: 'Plan.pdf' }]);
  });

  it('has only addresses that lead to the web', async () => {
    const event = await one(
      'URL:javascript:alert(1)',
      'CONFERENCE;VALUE=URI:data:text/html,x',
      'ATTACH:file:///etc/passwd',
      'IMAGE;VALUE=URI:vbscript:x',
    );
    assert.deepEqual(
      [event.url, event.onlineUrl, event.links, event.image],
      [undefined, undefined, undefined, undefined],
    );
    assert.equal((await one(String.raw`URL:https://example.org/?a=1\,2`)).url, 'https://example.org/?a=1,2');
  });

  it('has a short text without markup beside the long one', async () => {
    const html = await one('DESCRIPTION:kurz', 'X-ALT-DESC;FMTTYPE=text/html:<p>Wir &amp; <b>ihr</b></p><p>alle</p>');
    assert.equal(html.description, '<p>Wir &amp; <b>ihr</b></p><p>alle</p>');
    assert.equal(html.summary, 'Wir & ihr alle');
    const long = await one(`DESCRIPTION:${'Wort '.repeat(100)}`);
    assert.ok((long.summary?.length ?? 0) <= 280 && long.summary?.endsWith('Wort…'));
  });

  it('says when it was made and in what language', async () => {
    const event = await one(
      'CREATED:20260101T080000Z',
      'LAST-MODIFIED:20260102T080000Z',
      'SUMMARY;LANGUAGE=de:Treffen',
    );
    assert.deepEqual(
      [event.createdAt, event.updatedAt, event.lang],
      ['2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z', 'de'],
    );
  });
});
