import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { untrustedHtml } from '../../src/model/common.ts';
import { eventJsonLd, eventsJsonLd } from '../../src/model/event-json-ld.ts';

const EVENT: CalendarEvent = {
  uid: 'treffen',
  title: 'Offenes Treffen',
  start: '2026-03-10T17:00:00Z',
  end: '2026-03-10T19:00:00Z',
  allDay: false,
};
const link = ({ uid }: CalendarEvent): string => `https://netz.example/#vr-event=${uid}`;
const ld = (changes: Partial<CalendarEvent> = {}) => eventJsonLd({ ...EVENT, ...changes }, { language: 'de', link });

describe('an event for programs that read pages', () => {
  it('says what, when and where it is, and where to read on', () => {
    const { '@type': type, name, startDate, endDate, eventStatus, url } = ld();
    assert.deepEqual(
      { type, name, startDate, endDate, eventStatus, url },
      {
        type: 'Event',
        name: 'Offenes Treffen',
        startDate: '2026-03-10T17:00:00Z',
        endDate: '2026-03-10T19:00:00Z',
        eventStatus: 'https://schema.org/EventScheduled',
        url: 'https://netz.example/#vr-event=treffen',
      },
    );
    assert.equal(ld({ url: 'https://amt.example/treffen' }).url, 'https://amt.example/treffen');
    assert.equal(ld({ kind: 'workshop' })['@type'], 'EducationEvent');
  });

  it('ends with its last day, not with the day after', () => {
    const { startDate, endDate } = ld({ start: '2026-03-14', end: '2026-03-16', allDay: true });
    assert.deepEqual([startDate, endDate], ['2026-03-14', '2026-03-15']);
  });

  it('tells a cancelled, a postponed, a moved and an online one apart', () => {
    const status = (changes: Partial<CalendarEvent>) => (ld(changes).eventStatus as string).replace(/.*\//, '');
    assert.equal(status({ status: 'cancelled' }), 'EventCancelled');
    assert.equal(status({ status: 'postponed' }), 'EventPostponed');
    assert.equal(status({ status: 'moved-online' }), 'EventMovedOnline');
    assert.equal(status({ changed: true, recurrenceId: '2026-03-09T17:00:00Z' }), 'EventRescheduled');
    assert.equal(ld({ changed: true, recurrenceId: '2026-03-09T17:00:00Z' }).previousStartDate, '2026-03-09T17:00:00Z');
    assert.equal(status({ changed: true, recurrenceId: EVENT.start }), 'EventScheduled');
  });

  it('is on site, online or both', () => {
    const place = { name: 'Saal 1', address: 'Hafenstraße 3', lat: 53.5, lon: 10 };
    const where = (changes: Partial<CalendarEvent>) => {
      const { eventAttendanceMode, location } = ld(changes);
      const types = [location].flat().map((each) => (each as { '@type'?: string } | undefined)?.['@type']);
      return [(eventAttendanceMode as string).replace(/.*\/|EventAttendanceMode/g, ''), ...types];
    };
    assert.deepEqual(where({ place }), ['Offline', 'Place']);
    assert.deepEqual(where({ onlineUrl: 'https://video.example/1' }), ['Online', 'VirtualLocation']);
    assert.deepEqual(where({ place, attendance: 'hybrid' }), ['Mixed', 'Place', 'VirtualLocation']);
    assert.deepEqual(where({ place, onlineUrl: 'https://video.example/1' }), ['Mixed', 'Place', 'VirtualLocation']);
    assert.deepEqual(where({ attendance: 'online' }), ['Online', 'VirtualLocation']);
    assert.deepEqual(where({}), ['Offline', undefined]);
  });

  it('offers places while there are some', () => {
    const registration = { mode: 'hub', capacity: 20, registered: 5 } as const;
    assert.equal((ld({ registration }).offers as { availability: string }).availability, 'https://schema.org/InStock');
    assert.equal(ld({ registration }).remainingAttendeeCapacity, 15);
    const full = ld({ registration: { ...registration, registered: 21 } });
    assert.equal((full.offers as { availability: string }).availability, 'https://schema.org/SoldOut');
    assert.equal(full.remainingAttendeeCapacity, 0);
    assert.equal(ld({ registration: { mode: 'none' } }).offers, undefined);
  });

  it('has the planned sessions of a camp in it, without the names of those who hold them', () => {
    const sessions = [
      {
        id: '1',
        title: 'Formulare',
        state: 'scheduled',
        start: '2026-03-14T09:00:00Z',
        end: '2026-03-14T10:00:00Z',
        room: 'Werkstatt',
        hosts: [{ displayName: 'Renate Musterfrau' }],
      },
      { id: '2', title: 'Nur ein Vorschlag', state: 'proposed' },
    ] as const;
    const text = JSON.stringify(ld({ kind: 'camp', sessions }));
    assert.match(text, /"name":"Formulare".*Werkstatt/);
    assert.doesNotMatch(text, /Nur ein Vorschlag|Renate/);
  });

  it('is told in plain words, and no longer than anybody reads', () => {
    const html = untrustedHtml(`<p>Bringt <b>Fragen</b> mit &amp; Kuchen.</p><p>${'lang '.repeat(900)}</p>`);
    const description = ld({ description: html }).description as string;
    assert.match(description, /^Bringt Fragen mit & Kuchen\.\n/);
    assert.equal(description.length, 1000);
  });
});

describe('the data block of a page', () => {
  const options = { language: 'de', link } as const;
  it('names public events alone, and not more than asked', () => {
    const events = [
      { ...EVENT, visibility: 'network' as const },
      ...Array.from({ length: 60 }, (_, index) => ({ ...EVENT, uid: String(index), visibility: 'public' as const })),
    ];
    const block = JSON.parse(eventsJsonLd(events, options)) as { identifier: string }[];
    assert.equal(block.length, 50);
    assert.equal(block[0]?.identifier, '0');
    assert.equal(eventsJsonLd([{ ...EVENT, visibility: 'unit' }], options), '');
  });

  it('cannot be ended by what it says', () => {
    for (const title of ['</script><script>alert(1)</script>', '<!-- <script>', ']]>', '\u2028&lt;']) {
      const text = eventsJsonLd([{ ...EVENT, title }], options);
      assert.doesNotMatch(text, /[<>&\u2028]/);
      assert.equal((JSON.parse(text) as { name: string }[])[0]?.name, title);
    }
  });
});
