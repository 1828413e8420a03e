import { expect } from '@open-wc/testing';
import type { VrEventDetails } from '../../../src/elements/event-calendar/vr-event-details.ts';
import '../../../src/elements/event-calendar/vr-event-details.define.ts';
import { en } from '../../../src/i18n/en/event-page.ts';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import { CAMP, CANCELLED, FULL_EVENT } from '../../../stories/event-calendar/sample-events.ts';
import { all, byName, isShown, one, textOf } from '../support/deep.ts';
import { clearStage, putStage, says } from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const putDetails = async (event: CalendarEvent, more: Partial<VrEventDetails> = {}): Promise<VrEventDetails> => {
  const details = Object.assign(document.createElement('vr-event-details'), { event, ...more });
  putStage('').append(details);
  await details.updateComplete;
  return details;
};

/** Terms and what stands behind them. */
function facts(details: Element): Record<string, string> {
  const found: Record<string, string> = {};
  for (const term of all(details, 'dt')) {
    if (term.nextElementSibling) found[textOf(term)] = textOf(term.nextElementSibling);
  }
  return found;
}

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

describe('<vr-event-details>', () => {
  afterEach(clearStage);

  it('has no fault that axe finds', async () => {
    for (const event of [FULL_EVENT, CAMP, CANCELLED]) {
      const details = await putDetails(event);
      await says(details, event.title);
      await expect(details).to.be.accessible();
    }
  });

  it('says what, when, where, who and how often', async () => {
    const details = await putDetails(FULL_EVENT);
    await waitUntil(() => 'Wiederholung' in facts(details));
    expect(one(details, '[role=heading]').textContent?.trim()).to.equal('Werkstatt: Bescheide, die man versteht');
    const told = facts(details);
    expect(told['Wann']).to.equal('Di., 17. März 2026, 14:00–16:30 Uhr');
    expect(told['Wo']).to.contain('Haus der Ämter, Raum 12').and.to.contain('Beispielallee 3, 01234 Musterstadt');
    expect(told['Wo']).to.contain('vor Ort und online').and.to.contain('Online teilnehmen');
    expect(told['Lädt ein']).to.equal('Stadt Musterstadt');
    expect(told['Themen']).to.equal('Digitalisierung, Beteiligung');
    expect(told['Wiederholung']).to.equal('jeden dritten Dienstag im Monat, bis Di., 30. Juni 2026');
    expect(told['Links']).to.equal('Folien');
    expect(told['Quelle']).to.equal('Kalender der Stadt');
    expect(textOf(details)).to.contain('Noch 3 Plätze frei').and.to.contain('Anmeldung bis So., 15. März 2026');
  });

  it('leaves out what is not known', async () => {
    const details = await putDetails({
      uid: 'x',
      title: 'Kurz',
      start: '2026-03-12T10:00:00Z',
      end: '2026-03-12T10:00:00Z',
      allDay: false,
    });
    expect(Object.keys(facts(details))).to.deep.equal(['Wann']);
    expect(textOf(details)).not.to.contain('undefined');
  });

  it('says in words that an event is cancelled, and offers no registration then', async () => {
    const details = await putDetails({ ...FULL_EVENT, status: 'cancelled' });
    expect(one(details, '.status').textContent).to.equal('Abgesagt');
    expect(textOf(details)).not.to.contain('Anmeldung');
    for (const [status, words] of [
      ['postponed', 'Verschoben'],
      ['tentative', 'Noch nicht sicher'],
      ['moved-online', 'Findet online statt'],
    ] as const) {
      expect(textOf(await putDetails({ ...FULL_EVENT, status }))).to.contain(words);
    }
  });

  it('says when it is full, and how many wait', async () => {
    const details = await putDetails({
      ...FULL_EVENT,
      registration: { mode: 'external', url: 'https://anmelden.example', capacity: 20, registered: 22, waiting: 1 },
    });
    expect(textOf(details)).to.contain('Ausgebucht · 1 Person auf der Warteliste');
  });

  it('shows the programme in its order, without what was only proposed', async () => {
    const text = textOf(await putDetails(CAMP));
    expect(text).to.match(/Programm Freitag, 20\. März 2026 Begrüßung 10:00–10:30 Uhr Vom Formular zum Gespräch/);
    expect(text).to.contain('11:00–12:00 Uhr · Saal · Praxis · Mara Muster');
    expect(text).not.to.contain('Nicht angenommen');
  });

  it('says the clock of another place where that differs', async () => {
    const lisbon = { ...FULL_EVENT, timeZone: 'Europe/Lisbon' };
    expect(facts(await putDetails(lisbon))['Wann']).to.contain(
      'Ortszeit (Lisbon): Di., 17. März 2026, 13:00–15:30 Uhr',
    );
    const vienna = { ...FULL_EVENT, timeZone: 'Europe/Vienna' };
    expect(facts(await putDetails(vienna))['Wann']).not.to.contain('Ortszeit');
    const broken = { ...FULL_EVENT, timeZone: 'Nirgendwo/Zeit' };
    expect(facts(await putDetails(broken))['Wann']).to.contain('14:00–16:30 Uhr');
  });

  it('speaks English', async () => {
    const details = await putDetails(FULL_EVENT, { words: en, locale: 'en-GB' });
    await waitUntil(() => 'Repeats' in facts(details));
    expect(facts(details)['Repeats']).to.equal('every third Tuesday of the month, until Tue, 30 June 2026');
    expect(facts(details)['Topics']).to.equal('Digitalisation, Participation');
  });

  it('makes links of web, mail and telephone only', async () => {
    const details = await putDetails({
      ...FULL_EVENT,
      url: 'javascript:alert(1)',
      onlineUrl: ' JavaScript:alert(2)',
      organiser: { name: 'Böse', url: 'data:text/html,<script>alert(3)</script>' },
      links: [
        { url: 'vbscript:alert(4)', label: 'Vier' },
        { url: 'https://gut.example/seite' },
        { url: 'java\nscript:alert(5)', label: 'Fünf' },
      ],
      registration: { mode: 'external', url: 'javascript:alert(6)' },
    });
    for (const link of all<HTMLAnchorElement>(details, 'a[href]')) expect(link.href).to.match(/^(https?|mailto|tel):/);
    expect(facts(details)['Links']).to.contain('gut.example').and.to.contain('Vier');
    for (const link of all(details, 'a[target=_blank]')) expect(link.getAttribute('rel')).to.contain('noopener');
  });

  it('cleans the description', async () => {
    const details = await putDetails({
      ...FULL_EVENT,
      description: untrustedHtml('<p>Gut</p><img src=x onerror="document.title=1"><script>document.title=1</script>'),
    });
    await says(details, 'Gut');
    expect(all(details, 'img, script')).to.have.length(0);
  });

  it('saves the one event as a calendar file', async () => {
    const details = await putDetails(FULL_EVENT);
    const file = catchFile();
    byName(details, 'In den Kalender').click();
    const { name, text } = await file;
    expect(name).to.equal('Werkstatt-Bescheide-die-man-versteht.ics');
    expect(text).to.match(/^BEGIN:VCALENDAR\r\n/);
    expect(text.match(/BEGIN:VEVENT/g)).to.have.length(1);
    expect(text).to.contain('SUMMARY:Werkstatt: Bescheide\\, die man versteht');
    const [, event] = text.split('BEGIN:VEVENT');
    expect(event).not.to.contain('RRULE');
    expect(event).not.to.contain('RECURRENCE-ID');
  });

  it('copies the link to the event, and says so', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    try {
      const details = await putDetails(FULL_EVENT);
      byName(details, 'Link kopieren').click();
      await waitUntil(() => one(details, '[role=status]').textContent?.includes('Der Link ist kopiert.'));
      expect(copied[0]).to.match(/#vr-event=werkstatt-1%40musterstadt\.example&vr-date=2026-03-17T13%3A00%3A00Z$/);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('shows the link to be copied by hand where the browser copies nothing', async () => {
    const clipboard = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const { execCommand } = document;
    document.execCommand = () => false;
    try {
      const details = await putDetails(FULL_EVENT);
      const field = one<HTMLInputElement>(details, 'input');
      expect(field.tabIndex).to.equal(-1);
      byName(details, 'Link kopieren').click();
      await waitUntil(() => field.tabIndex === 0);
      expect(isShown(field)).to.equal(true);
      expect(field.value).to.contain('#vr-event=');
      expect(field.getBoundingClientRect().width).to.be.above(100);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
      document.execCommand = execCommand;
    }
  });
});
