import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addToCalendarLinks } from '../../src/model/add-to-calendar-links.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { untrustedHtml } from '../../src/model/common.ts';

const EVENT: CalendarEvent = {
  uid: 'werkstatt',
  title: 'Werkstatt: Bescheide & Briefe, die man versteht',
  start: '2026-03-17T13:00:00Z',
  end: '2026-03-17T15:30:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
  summary: 'Wir schreiben um.',
  place: { name: 'Haus der Ämter', address: 'Beispielallee 3, 01234 Musterstadt' },
};
const LINK = 'https://netz.example/termine#vr-event=werkstatt';

const parameters = (address: string): Record<string, string> => Object.fromEntries(new URL(address).searchParams);

describe('links that add an event to a calendar', () => {
  it('give Google the instants in UTC, whatever the zone of the event', () => {
    const { origin, pathname } = new URL(addToCalendarLinks(EVENT).google);
    assert.equal(origin + pathname, 'https://calendar.google.com/calendar/render');
    assert.deepEqual(parameters(addToCalendarLinks(EVENT, LINK).google), {
      action: 'TEMPLATE',
      text: EVENT.title,
      dates: '20260317T130000Z/20260317T153000Z',
      details: `Wir schreiben um.\n\n${LINK}`,
      location: 'Haus der Ämter, Beispielallee 3, 01234 Musterstadt',
    });
  });

  it('give Outlook the same, for accounts of work and personal ones', () => {
    const { outlookWork, outlookHome } = addToCalendarLinks(EVENT, LINK);
    assert.match(outlookWork, /^https:\/\/outlook\.office\.com\/calendar\/deeplink\/compose\?/);
    assert.equal(outlookWork.replace('outlook.office.com', 'outlook.live.com'), outlookHome);
    assert.deepEqual(parameters(outlookHome), {
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: '2026-03-17T13:00:00Z',
      enddt: '2026-03-17T15:30:00Z',
      subject: EVENT.title,
      body: `Wir schreiben um.\n\n${LINK}`,
      location: 'Haus der Ämter, Beispielallee 3, 01234 Musterstadt',
    });
    // Outlook shows the plus of form encoding as it is.
    assert.doesNotMatch(outlookHome, /\+/);
  });

  it('turn offsets and fractions of seconds into plain UTC', () => {
    const shifted = { ...EVENT, start: '2026-03-17T14:00:00.000+01:00', end: '2026-03-17T16:30:00+01:00' };
    assert.equal(addToCalendarLinks(shifted).google, addToCalendarLinks(EVENT).google);
    assert.equal(addToCalendarLinks(shifted).outlookWork, addToCalendarLinks(EVENT).outlookWork);
  });

  it('name whole days with the day after the last as their end', () => {
    const camp = { ...EVENT, start: '2026-03-20', end: '2026-03-22', allDay: true };
    const { google, outlookHome } = addToCalendarLinks(camp);
    assert.equal(parameters(google)['dates'], '20260320/20260322');
    const { startdt, enddt, allday } = parameters(outlookHome);
    assert.deepEqual([startdt, enddt, allday], ['2026-03-20', '2026-03-22', 'true']);
  });

  it('lead to the online room where there is no other, or people meet online only', () => {
    const { place: _, ...online } = { ...EVENT, onlineUrl: 'https://konferenz.example/raum' };
    assert.equal(parameters(addToCalendarLinks(online).google)['location'], 'https://konferenz.example/raum');
    const moved = { ...EVENT, attendance: 'online' as const, onlineUrl: 'https://konferenz.example/raum' };
    assert.equal(parameters(addToCalendarLinks(moved).google)['location'], 'https://konferenz.example/raum');
    const hybrid = { ...EVENT, attendance: 'hybrid' as const, onlineUrl: 'https://konferenz.example/raum' };
    assert.match(parameters(addToCalendarLinks(hybrid).google)['location'] ?? '', /^Haus der Ämter/);
    assert.match(parameters(addToCalendarLinks(hybrid).google)['details'] ?? '', /https:\/\/konferenz\.example\/raum$/);
  });

  it('stay short enough for every browser and proxy, and keep the link whole', () => {
    const { summary: _, ...bare } = EVENT;
    const long = {
      ...bare,
      title: `\ud83d${'Ü'.repeat(400)}`,
      description: untrustedHtml(`<p>${'Größe 🚀 & mehr '.repeat(600)}</p>`),
      place: { name: 'Ö'.repeat(500) },
    };
    const { google, outlookWork, outlookHome } = addToCalendarLinks(long, LINK);
    for (const address of [google, outlookWork, outlookHome]) {
      assert.ok(URL.canParse(address));
      assert.ok(address.length <= 1900, String(address.length));
    }
    const usual = { ...EVENT, summary: 'Größe 🚀 & mehr '.repeat(300) };
    const address = addToCalendarLinks(usual, LINK).google;
    assert.ok(address.length <= 1900, String(address.length));
    assert.ok(parameters(address)['details']?.endsWith(LINK));
  });

  it('read a description without its markup', () => {
    const { summary: _, ...bare } = EVENT;
    const event = { ...bare, description: untrustedHtml('<p>Bitte <b>mitbringen</b>:</p><ul><li>Stift</li></ul>') };
    assert.equal(parameters(addToCalendarLinks(event).google)['details'], 'Bitte mitbringen:\nStift');
  });
});
