import type { Backend } from '@verwaltungsrebellen/bausteine';
import { createStaticBackend } from '@verwaltungsrebellen/bausteine/adapters/static';

/**
 * Where the calendar gets its events: here a list in the program. An app that has a client and a sign-in of its own hands
 * over an object with `events.list` that asks them.
 */
export const backend: Backend = createStaticBackend({
  data: {
    events: [
      {
        uid: 'formular-werkstatt',
        title: 'Werkstatt: Formulare, die alle verstehen',
        start: '2026-06-16T12:00:00Z',
        end: '2026-06-16T14:00:00Z',
        allDay: false,
        kind: 'workshop',
        place: { name: 'Rathaus Lindenhafen, Raum 2.04' },
      },
      {
        uid: 'mittagsmeetup',
        title: 'Mittagsmeetup: Ein Beispiel aus der eigenen Arbeit',
        start: '2026-06-18T10:00:00Z',
        end: '2026-06-18T11:00:00Z',
        allDay: false,
        kind: 'meetup',
        place: { name: 'Kreishaus Auental, Kantine' },
      },
    ],
  },
});
