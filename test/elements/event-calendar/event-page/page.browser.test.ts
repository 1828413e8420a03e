import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { VrEventSubscribe } from '../../../../src/elements/event-calendar/event-page/vr-event-subscribe.ts';
import '../../../../src/elements/event-calendar/event-page/vr-event-subscribe.define.ts';
import { VrEventChangedEvent } from '../../../../src/elements/event-calendar/event-page/events.ts';
import type { CalendarEvent } from '../../../../src/model/calendar-event.ts';
import {
  CIRCLE,
  MEETUP,
  MOVED_DATE,
  ORGANISED,
  REGISTRATIONS,
} from '../../../../stories/event-calendar/page-events.ts';
import { samplePort, type Asked } from '../../../../stories/event-calendar/page-ports.ts';
import { all, byName, focused, one } from '../../support/deep.ts';
import { flatten } from '../../support/flatten.ts';
import { appears, choose, clearStage, has, putPage, says } from './support/page-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** Catches the file that the next click saves. */
function catchFile(): Promise<{ name: string; text: string }> {
  return new Promise((resolve) => {
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
      HTMLAnchorElement.prototype.click = click;
      void fetch(this.href)
        .then((answer) => answer.text())
        .then((text) => resolve({ name: this.download, text }));
    };
  });
}

/** Everything that a screen reader says from the beginning of an element to its end. */
async function transcript(element: Element): Promise<string> {
  const copy = flatten(element);
  document.body.append(copy);
  try {
    await virtual.start({ container: copy });
    const first = await virtual.lastSpokenPhrase();
    do await virtual.next();
    while ((await virtual.lastSpokenPhrase()) !== first);
    return (await virtual.spokenPhraseLog()).join('\n');
  } finally {
    await virtual.stop();
    copy.remove();
  }
}

describe('the page of an event', () => {
  afterEach(clearStage);

  it('says when a moved date of a series would have been, and of which series it is', async () => {
    const page = await putPage(MOVED_DATE);
    await says(page, 'Verlegt. Nach der Reihe wäre der Termin: Mi., 18. März 2026, 14:00 Uhr.');
    await says(page, 'jeden dritten Mittwoch im Monat, bis Di., 30. Juni 2026');
    const map = byName<HTMLAnchorElement>(page, 'Auf der Karte zeigen (OpenStreetMap)');
    expect(map.href).to.contain('https://www.openstreetmap.org/search?query=Am%20Markt%201');
  });

  it('stays with the date that is shown when its whole series is changed, at the new time', async () => {
    const port = samplePort(MOVED_DATE);
    const asked: unknown[] = [];
    const page = await putPage(MOVED_DATE, { port });
    port.get = (_uid, options) => {
      asked.push(options?.recurrenceId);
      return Promise.reject(new BackendError('offline', 'No network'));
    };
    const heard: CalendarEvent[] = [];
    page.addEventListener('vr-event-changed', ({ detail }) => heard.push(detail.event));
    const { recurrenceId: _, changed: _changed, ...whole } = MOVED_DATE;
    const recurrence = { ...MOVED_DATE.recurrence, start: '2026-01-21T15:00:00Z' };
    one(page, 'article').dispatchEvent(
      new VrEventChangedEvent({
        ...whole,
        title: 'Neu benannt',
        start: recurrence.start,
        end: '2026-01-21T16:00:00Z',
        recurrence,
      }),
    );
    await says(page, 'Neu benannt');
    await says(page, 'Mi., 18. März 2026, 16:00–17:00 Uhr');
    expect(heard.map(({ recurrenceId }) => recurrenceId)).to.deep.equal(['2026-03-18T15:00:00Z']);
    expect(asked).to.deep.equal(['2026-03-18T15:00:00Z']);
    port.get = () => Promise.reject(new BackendError('missing', 'No such date'));
    one(page, 'article').dispatchEvent(
      new VrEventChangedEvent({ ...whole, start: '2026-01-21T15:00:00Z', end: '2026-01-21T16:00:00Z', recurrence }),
    );
    await says(page, 'Mi., 21. Januar 2026, 16:00–17:00 Uhr');
  });

  it('shows members of a learning circle its guide, its dates and each other', async () => {
    const page = await putPage(CIRCLE);
    await says(page, '4 Termine: 3. März, 19. März, 2. April und 16. April 2026');
    await says(page, 'Ändert sich etwas, lesen Sie es bei Ihren Neuigkeiten.');
    await says(page, 'Wer im Lernzirkel ist Rosa Lindner Stadt Lindenhafen Mirja Feldweg');
    expect(byName<HTMLAnchorElement>(page, 'Leitfaden des Lernzirkels').href).to.match(/leitfaden\.pdf$/);
    await expect(page).to.be.accessible();
  });

  it('says who sees what not all see, and that an event is not certain', async () => {
    const page = await putPage({ ...MEETUP, visibility: 'network', status: 'tentative' });
    await says(page, 'Nur Mitglieder des Netzwerks sehen diesen Termin.');
    await says(page, 'Dieser Termin ist noch nicht sicher.');
  });

  it('leads back to the calendar from an event that is gone, and shows what it knows of one that fails', async () => {
    const port = samplePort(MEETUP);
    port.get = () => Promise.reject(new BackendError('timeout', 'No answer'));
    const page = await putPage(MEETUP, { port });
    await says(page, 'Die Angaben können älter sein.');
    port.get = () => Promise.reject(new BackendError('missing', 'Gone'));
    let closed = 0;
    page.addEventListener('vr-event-close', () => closed++);
    await choose(page, 'Erneut versuchen');
    await says(page, 'Diesen Termin gibt es hier nicht mehr');
    await choose(page, 'Zurück zum Kalender');
    expect(closed).to.equal(1);
  });

  it('reads well: what, when, how it stands, the form with who reads it, and what came of it', async () => {
    const page = await putPage(MEETUP);
    expect(await transcript(page)).to.match(
      /heading, Meetup: Fehlerkultur im Bauamt, level 2[^]*region[^]*heading, Anmeldung, level 3[^]*Noch 3 von 20 Plätzen frei[^]*button, Anmelden[^]*heading, Teilen und speichern, level 3/,
    );
    await choose(page, 'Anmelden');
    await appears(page, 'textarea');
    expect(await transcript(page)).to.match(
      /Nachricht an die Einladenden[^]*Freiwillig[^]*textbox[^]*Was Sie brauchen, um gut teilnehmen zu können[^]*textbox[^]*Andere Teilnehmende sehen es nicht[^]*button, Jetzt anmelden/,
    );
    await choose(page, 'Jetzt anmelden');
    await says(page, 'Sie sind jetzt angemeldet.');
    expect(await transcript(page)).to.match(/status[^]*Sie sind jetzt angemeldet\.[^]*button, Abmelden/);
    await choose(page, 'Abmelden');
    await appears(page, '.ask');
    expect(await transcript(page)).to.match(/group[^]*Wirklich abmelden\?[^]*button, Ja, abmelden/);
  });
});

describe('the list of registrations', () => {
  afterEach(clearStage);

  it('is there for organisers alone, and asks for nobody before it is opened', async () => {
    expect(has(await putPage(MEETUP), 'Anmeldungen ansehen')).to.equal(false);
    const asked: Asked[] = [];
    const page = await putPage(ORGANISED, { port: samplePort(ORGANISED, asked) });
    await says(page, '20 angemeldet von 20 Plätzen · 2 auf der Warteliste');
    expect(asked).to.deep.equal([]);
    await choose(page, 'Anmeldungen ansehen');
    await says(page, 'Rosa Lindner Stadt Lindenhafen Angemeldet Seit Mo., 2. März 2026');
    await says(page, 'Warteliste, Platz 1');
    await says(page, 'Nicht mehr im Netzwerk');
    await expect(page).to.be.accessible();
    expect(all(page, 'tbody tr').map((row) => row.dataset['state'])).to.deep.equal([
      'registered',
      'registered',
      'registered',
      'waiting',
      'cancelled',
    ]);
  });

  it('stays a table for screen readers where it is laid out as blocks', async () => {
    const page = await putPage(ORGANISED, { width: 320 });
    await choose(page, 'Anmeldungen ansehen');
    const table = await appears(page, 'table');
    expect(getComputedStyle(table).display).to.equal('block');
    expect(await transcript(table)).to.match(
      /columnheader, Name[^]*rowheader, Rosa Lindner[^]*cell[^]*Ein Platz nahe der Tür/,
    );
    await expect(page).to.be.accessible();
    expect(page.scrollWidth).to.be.at.most(320);
  });

  it('removes somebody after asking, and keeps the focus', async () => {
    const asked: Asked[] = [];
    const page = await putPage(ORGANISED, { port: samplePort(ORGANISED, asked) });
    await choose(page, 'Anmeldungen ansehen');
    await choose(page, 'Mirja Feldweg entfernen');
    await says(page, 'Anmeldung von Mirja Feldweg wirklich entfernen? Die Person erfährt es.');
    await choose(page, 'Ja, entfernen');
    await says(page, 'Die Anmeldung von Mirja Feldweg ist entfernt.');
    expect(asked.find(([method]) => method === 'removeRegistration')).to.deep.equal([
      'removeRegistration',
      { id: 'm1' },
      'r2',
    ]);
    expect(focused()?.textContent?.trim()).to.equal('Wer kommt');
  });

  it('goes on page by page, saves a table, and says why it could not', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ ...REGISTRATIONS[1]!, id: `m${index}` }));
    const port = samplePort(ORGANISED, [], many);
    const page = await putPage(ORGANISED, { port });
    await choose(page, 'Anmeldungen ansehen');
    await says(page, '50 von 120 Einträgen');
    await choose(page, 'Mehr anzeigen');
    await says(page, '100 von 120 Einträgen');
    const file = catchFile();
    await choose(page, 'Als Tabelle speichern (CSV)');
    expect((await file).name).to.equal('anmeldungen-Meetup-Fehlerkultur-im-Bauamt.csv');
    await says(page, 'Die Tabelle ist gespeichert.');
    port.failure = new BackendError('offline', 'No network');
    await choose(page, 'Neu laden');
    await says(page, 'Die Anmeldungen konnten nicht geladen werden.');
    expect(all(page, 'tbody tr').length).to.equal(100);
    port.failure = undefined;
    await choose(page, 'Erneut versuchen');
    await says(page, 'Neu geladen: 120 Einträge');
  });
});

describe('ways out of the page', () => {
  afterEach(clearStage);

  it('lead to other calendars by links that name the date in UTC', async () => {
    const page = await putPage(MEETUP);
    await choose(page, /^In einen anderen Kalender/);
    const google = new URL(byName<HTMLAnchorElement>(page, /^Google Kalender/).href);
    expect(google.searchParams.get('dates')).to.equal('20260319T130000Z/20260319T150000Z');
    expect(google.searchParams.get('details')).to.contain('#vr-event=m1');
    expect(byName<HTMLAnchorElement>(page, /^Outlook \(Arbeit/).host).to.equal('outlook.office.com');
    expect(byName<HTMLAnchorElement>(page, 'Apple Kalender').href).to.equal(
      'https://netz.example/api/v1/events/m1.ics',
    );
    const mail = byName<HTMLAnchorElement>(page, 'Per Mail').href;
    expect(decodeURIComponent(mail)).to.contain('Do., 19. März 2026, 14:00–16:00 Uhr').and.to.contain('#vr-event=m1');
    await expect(page).to.be.accessible();
  });

  it('name the one date of a series that is shown', async () => {
    const page = await putPage(MOVED_DATE);
    await appears(page, 'vr-event-share');
    await waitUntil(() => has(page, 'Per Mail'));
    expect(decodeURIComponent(decodeURIComponent(byName<HTMLAnchorElement>(page, 'Per Mail').href))).to.contain(
      '#vr-event=m1&vr-date=2026-03-18T13:00:00Z',
    );
    const file = catchFile();
    await choose(page, 'In den Kalender');
    expect((await file).text).to.contain('DTSTART');
    await says(page, 'Die Kalenderdatei ist gespeichert.');
  });
});

describe('<vr-event-subscribe>', () => {
  afterEach(() => one(document, 'vr-event-subscribe').remove());

  const put = (more: Partial<VrEventSubscribe>): VrEventSubscribe => {
    const element = Object.assign(document.createElement('vr-event-subscribe'), { port: samplePort(MEETUP), ...more });
    document.body.append(element);
    return element;
  };

  it('gives an address to copy and to open, with what is chosen, and the way in usual programs', async () => {
    const subscribe = put({ filter: { kind: 'meetup' }, filterLabel: 'Meetup' });
    await says(subscribe, 'Abonniert wird nur die Auswahl: Meetup.');
    expect(one<HTMLInputElement>(subscribe, 'input').value).to.equal('https://netz.example/calendar.ics?kind=meetup');
    expect(byName<HTMLAnchorElement>(subscribe, 'In der Kalender-App öffnen').href).to.equal(
      'webcal://netz.example/calendar.ics?kind=meetup',
    );
    expect(byName<HTMLAnchorElement>(subscribe, 'RSS').href).to.equal('https://netz.example/calendar.rss?kind=meetup');
    for (const program of ['Outlook', 'Apple Kalender', 'Google Kalender', 'Thunderbird'])
      await says(subscribe, program);
    await expect(subscribe).to.be.accessible();
  });

  it('shows the address to be copied by hand where the browser copies nothing', async () => {
    const { execCommand } = document;
    document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      configurable: true,
    });
    try {
      const subscribe = put({});
      await choose(subscribe, 'Adresse kopieren');
      await says(subscribe, 'Die Adresse ist markiert. Bitte kopieren Sie sie von Hand.');
    } finally {
      document.execCommand = execCommand;
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('is not there where a source cannot be subscribed to', async () => {
    const subscribe = put({ port: { list: () => Promise.reject(new Error('unused')) } });
    await subscribe.updateComplete;
    expect(all(subscribe, 'section')).to.deep.equal([]);
  });
});
