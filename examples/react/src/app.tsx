import { useState } from 'react';
// Registers the tag before React draws it: React then sets properties, objects too, where it would write attributes.
import '@verwaltungsrebellen/bausteine/elements/vr-event-calendar';
import type { CalendarEvent, VrEventOpenEvent } from '@verwaltungsrebellen/bausteine';
import type {} from '@verwaltungsrebellen/bausteine/react';
import { backend } from './termine.ts';

const VIEWS = [
  { view: 'agenda', word: 'Liste' },
  { view: 'month', word: 'Monat' },
];

export function App() {
  const [view, setView] = useState('agenda');
  const [chosen, setChosen] = useState<CalendarEvent>();
  const onOpen = (event: VrEventOpenEvent) => {
    // The app shows the event itself; without this the calendar opens its own dialog.
    event.preventDefault();
    setChosen(event.detail.event);
  };
  return (
    <main>
      <h1>Termine im Netzwerk</h1>
      <p>Werkstätten und Meetups aus Lindenhafen und Auental.</p>
      <fieldset>
        <legend>Ansicht</legend>
        {VIEWS.map(({ view: name, word }) => (
          <label key={name}>
            <input type="radio" name="ansicht" checked={view === name} onChange={() => setView(name)} />
            {word}
          </label>
        ))}
      </fieldset>
      <p className="chosen" role="status">
        {chosen ? `Ausgewählt: ${chosen.title}` : 'Wählen Sie einen Termin aus.'}
      </p>
      <vr-event-calendar backend={backend} view={view} date="2026-06-15" headingLevel={2} onvr-event-open={onOpen} />
    </main>
  );
}
