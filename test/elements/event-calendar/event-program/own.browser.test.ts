import { expect } from '@open-wc/testing';
import { fillSheet } from '../../../../src/elements/event-calendar/event-program/print-sheet.ts';
import { BARCAMP, campPort } from '../../../../stories/event-calendar/sample-camp.ts';
import { all, byName, one, textOf } from '../../support/deep.ts';
import { choose, clearStage, putProgram, says } from './support/program-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const remember = (program: Element, title: string): Promise<HTMLElement> => choose(program, `Merken: ${title}`);

/** The text of the file that is handed over to be saved. */
async function savedFile(work: () => Promise<unknown>): Promise<string> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob: Blob | undefined;
  URL.createObjectURL = (given: Blob) => ((blob = given), 'blob:none');
  HTMLAnchorElement.prototype.click = () => undefined;
  try {
    await work();
    await waitUntil(() => blob !== undefined, 'a file is saved');
    return await blob!.text();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
}

describe("the reader's own programme in <vr-event-program>", () => {
  afterEach(clearStage);

  it('is for the visit only where nothing may be kept, and says so', async () => {
    const port = campPort(BARCAMP);
    const program = await putProgram(BARCAMP, { port });
    const button = await remember(program, 'Bescheide, die man versteht');
    await says(program, 'Ihr Programm bleibt nur für diesen Besuch erhalten.');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    program.remove();
    const again = await putProgram(BARCAMP, { port });
    await says(again, 'Mein Programm (1)');
    const elsewhere = await putProgram(BARCAMP);
    await says(elsewhere, 'Mein Programm (0)');
  });

  it('is kept on the device where the page allows it, for the person who reads, and goes when it is deleted', async () => {
    const program = await putProgram(BARCAMP, { storage: 'local' });
    await remember(program, 'Ein Amt ohne Zettel');
    await says(await putProgram(BARCAMP, { storage: 'local' }), 'Mein Programm (1)');
    await says(await putProgram(BARCAMP, { storage: 'local', me: undefined }), 'Mein Programm (0)');
    await choose(program, 'Mein Programm (1)');
    await says(program, 'Ihr Programm ist auf diesem Gerät gespeichert.');
    await choose(program, 'Mein Programm löschen');
    await says(program, 'Ihr Programm ist gelöscht.');
    expect(localStorage.length).to.equal(0);
  });

  it('shows what was picked, and what overlaps', async () => {
    const program = await putProgram(BARCAMP);
    await remember(program, 'Bescheide, die man versteht');
    await remember(program, 'Ein Amt ohne Zettel');
    await remember(program, 'Vom Formular zum Gespräch');
    await choose(program, 'Mein Programm (3)');
    await says(program, '2 Sessions in Ihrem Programm überschneiden sich.');
    expect(textOf(one(program, '[data-session=zettel]'))).to.contain(
      'Überschneidet sich in Ihrem Programm mit „Bescheide, die man versteht“',
    );
    expect(all(program, '[data-session=werkstatt]')).to.deep.equal([]);
    byName(program, /^Sa\., 21/).click();
    await says(program, 'An diesem Tag haben Sie sich noch nichts gemerkt.');
  });

  it('goes along as a calendar file, each session with a name that stays', async () => {
    const program = await putProgram(BARCAMP);
    await remember(program, 'Bescheide, die man versteht');
    await choose(program, 'Mein Programm (1)');
    const file = await savedFile(() => choose(program, 'Mein Programm als Kalenderdatei'));
    const plain = file.replace(/\r\n /g, '');
    expect(plain.match(/BEGIN:VEVENT/g)?.length).to.equal(1);
    expect(plain).to.contain('UID:session-bescheide-barcamp@impulswerk.example');
    expect(plain).to.contain('DTSTART;TZID=Europe/Berlin:20260320T110000');
    expect(plain).to.contain('LOCATION:Saal\\, Alte Posthalterei Brückfurt');
    expect(plain).to.contain('Mara Kestner');
    await choose(program, 'Alle Sessions');
    const whole = await savedFile(() => choose(program, 'Programm als Kalenderdatei'));
    expect(whole.match(/BEGIN:VEVENT/g)?.length).to.equal(6);
  });

  it('is printed on a sheet of its own, as is the whole', async () => {
    const program = await putProgram(BARCAMP);
    const { prototype } = HTMLIFrameElement;
    const own = Object.getOwnPropertyDescriptor(prototype, 'contentWindow')!;
    let printed = 0;
    // Nothing may really be printed here.
    Object.defineProperty(prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        const view = own.get!.call(this) as Window | null;
        if (view) view.print = () => void printed++;
        return view;
      },
    });
    try {
      await choose(program, 'Programm drucken');
      await waitUntil(() => document.querySelector('iframe') !== null, 'a sheet is made');
      const page = document.querySelector('iframe')!.contentDocument!;
      expect(printed).to.equal(1);
      const text = page.body.innerText;
      expect(page.defaultView!.getComputedStyle(page.querySelector('td')!).borderTopStyle).to.equal('solid');
      expect(page.querySelectorAll('table').length).to.equal(2);
      expect(page.querySelectorAll('th[scope=row]').length).to.be.greaterThan(6);
      expect(text).to.contain('Camp Verwaltung von innen');
      expect(text).to.contain('Freitag, 20. März 2026');
      expect(text).to.contain('mit Mara Kestner');
      expect(text).to.contain('läuft weiter');
    } finally {
      Object.defineProperty(prototype, 'contentWindow', own);
      for (const frame of document.querySelectorAll('iframe')) frame.remove();
    }
    const bare = document.implementation.createHTMLDocument();
    fillSheet(bare, {
      lang: 'de',
      title: '<b>Camp</b>',
      subtitle: '',
      days: [{ title: 'Tag', columns: ['Zeit', 'Saal'], rows: [['10:00', '<i>x</i>']] }],
    });
    expect(bare.body.textContent).to.contain('<b>Camp</b>');
    expect(bare.querySelector('i')).to.equal(null);
  });
});
