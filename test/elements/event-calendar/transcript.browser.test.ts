import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { failingBackend } from '../../../stories/event-calendar/sample-backends.ts';
import {
  dayOf,
  appears,
  clearStage,
  openDialog,
  putCalendar,
  putReadyCalendar,
  says,
  stopClock,
} from './support/stage.ts';
import { flatten } from '../support/flatten.ts';
import { press } from '../support/keys.ts';
import { one } from '../support/deep.ts';

/** Everything that a screen reader says from the beginning of an element to its end. */
async function transcript(element: Element): Promise<string[]> {
  const copy = flatten(element);
  document.body.append(copy);
  try {
    await virtual.start({ container: copy });
    const first = await virtual.lastSpokenPhrase();
    // Behind the end it begins anew.
    do await virtual.next();
    while ((await virtual.lastSpokenPhrase()) !== first);
    const spoken = await virtual.spokenPhraseLog();
    return spoken.slice(0, -1);
  } finally {
    await virtual.stop();
    copy.remove();
  }
}

/** The phrases in their order, whatever stands between them. */
function expectInOrder(spoken: readonly string[], phrases: readonly (string | RegExp)[]): void {
  let at = 0;
  for (const phrase of phrases) {
    const found = spoken.findIndex(
      (text, index) => index >= at && (typeof phrase === 'string' ? text === phrase : phrase.test(text)),
    );
    expect(
      found,
      `"${phrase}" after "${spoken[at - 1] ?? 'the beginning'}" in:\n${spoken.slice(Math.max(0, at - 3), at + 60).join('\n')}`,
    ).to.be.at.least(0);
    at = found + 1;
  }
}

describe('what a screen reader says of <vr-event-calendar>', () => {
  beforeEach(() => stopClock());
  afterEach(clearStage);

  it('in the month: what it is, the ways to go, the filters, then day by day what is on', async () => {
    const calendar = await putReadyCalendar();
    await appears(calendar, 'select');
    const spoken = await transcript(calendar);
    expectInOrder(spoken, [
      'group, Veranstaltungskalender, not busy',
      'heading, März 2026, level 2',
      'button, Vorheriger Monat',
      'button, Heute',
      'button, Nächster Monat',
      'group, Ansicht',
      'button, Monat, pressed',
      'button, Liste, not pressed',
      'search, Filter',
      /^combobox, Art/,
      /^combobox, Verwaltung/,
      'searchbox, Suche',
      'grid, März 2026',
      'columnheader, Montag',
      'columnheader, Sonntag',
      'gridcell, Montag, 23. Februar 2026, keine Termine, not selected',
      /^gridcell, Donnerstag, 5\. März 2026, 1 Termin 17:00 Feierabendtreff im Rathaus/,
      'button, 17:00 Feierabendtreff im Rathaus',
      /^gridcell, Donnerstag, 12\. März 2026, heute, 1 Termin .+, current date, selected$/,
      'button, 17:00 Abgesagt: Vortrag: Akten im Alltag',
      /^gridcell, Donnerstag, 26\. März 2026, 5 Termine/,
      'button, 2 weitere Termine am Donnerstag, 26. März 2026',
      'end of grid, März 2026',
    ]);
    expect(spoken.filter((text) => /^(graphics|image|img)/.test(text))).to.deep.equal([]);
    expect(spoken.join()).not.to.match(/undefined|null|NaN/);
  });

  it('in the list: each day as a heading, how many events it has, and each with kind, title, time and place', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="agenda"' });
    await appears(calendar, 'button.title');
    expectInOrder(await transcript(one(calendar, 'vr-event-agenda')), [
      /^heading, Donnerstag, 12\. März 2026, heute, level 4$/i,
      'listitem, level 1, position 1, set size 1',
      'Meetup',
      'button, Offene Runde der Digitallotsinnen und Digitallotsen',
      '17:00–19:00 Uhr · Café am Markt · Landkreis Beispielland',
      'heading, Freitag, 20. März 2026, level 4',
      'button, Camp Verwaltung von innen',
      'heading, Dienstag, 24. März 2026, level 4',
      'Abgesagt',
      'button, Vortrag: Akten im Alltag',
      'heading, Donnerstag, 26. März 2026, level 4',
      'listitem, level 1, position 5, set size 5',
      'button, Nachtschicht',
      '21:00 Uhr bis Fr., 27. März 2026 · Café am Markt · Stadt Musterstadt',
      'button, Mehr anzeigen',
    ]);
  });

  it('in the dialog: its name, how to close it, then term by term what is known', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-17"' });
    dayOf(calendar, '2026-03-17').focus();
    await press('Enter');
    await openDialog(calendar);
    await says(calendar, 'jeden dritten Dienstag');
    await says(calendar, 'Bringen Sie');
    await says(calendar, 'Anmelden bei anmelden.example');
    await says(calendar, 'In den Kalender');
    expectInOrder(await transcript(one(calendar, 'dialog')), [
      /^dialog, Werkstatt: Bescheide, die man versteht/,
      'button, Schließen',
      'Workshop',
      'heading, Werkstatt: Bescheide, die man versteht, level 2',
      'Wann',
      'Di., 17. März 2026, 14:00–16:30 Uhr',
      'Wiederholung',
      'jeden dritten Dienstag im Monat, bis Di., 30. Juni 2026',
      'Wo',
      'Haus der Ämter, Raum 12',
      'link, Online teilnehmen',
      'Lädt ein',
      'link, Stadt Musterstadt',
      'link, Zur Vorbereitung',
      /^link, Anmelden bei anmelden\.example.*öffnet in neuem Fenster/,
      'button, In den Kalender',
      'button, Link kopieren',
    ]);
  });

  it('of a failure: what it means in plain words, a way on, and help for those who can cure it', async () => {
    const calendar = await putCalendar({ backend: failingBackend('missing') });
    await appears(calendar, 'summary');
    expectInOrder(await transcript(calendar), [
      'group, Veranstaltungskalender, not busy',
      'status',
      /^Diese Inhalte sind an der angegebenen Stelle nicht zu finden/,
      'button, Erneut versuchen',
      /Für die Redaktion/,
    ]);
  });
});
