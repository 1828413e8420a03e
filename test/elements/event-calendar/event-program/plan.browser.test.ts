import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { BARCAMP, campPort, STRANGER, strangersAccount } from '../../../../stories/event-calendar/sample-camp.ts';
import { all, byName, focused, one, textOf } from '../../support/deep.ts';
import { flatten } from '../../support/flatten.ts';
import { press } from '../../support/keys.ts';
import { appears, choose, clearStage, putProgram, says, setNow } from './support/program-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** Everything that a screen reader says of an element. */
async function transcript(element: Element): Promise<string[]> {
  const copy = flatten(element);
  document.body.append(copy);
  try {
    await virtual.start({ container: copy });
    const first = await virtual.lastSpokenPhrase();
    do await virtual.next();
    while ((await virtual.lastSpokenPhrase()) !== first);
    return (await virtual.spokenPhraseLog()).slice(0, -1);
  } finally {
    await virtual.stop();
    copy.remove();
  }
}

function expectInOrder(spoken: readonly string[], phrases: readonly (string | RegExp)[]): void {
  let at = 0;
  for (const phrase of phrases) {
    const found = spoken.findIndex(
      (text, index) => index >= at && (typeof phrase === 'string' ? text === phrase : phrase.test(text)),
    );
    expect(found, `"${phrase}" in:\n${spoken.slice(Math.max(0, at - 3), at + 80).join('\n')}`).to.be.at.least(0);
    at = found + 1;
  }
}

describe('the plan of <vr-event-program>', () => {
  afterEach(clearStage);

  it('is a table of times by rooms with a name, and as a screen reader says it', async () => {
    const program = await putProgram(BARCAMP);
    const table = one(program, 'table');
    expect(table.querySelector('caption')?.textContent).to.contain('Programm am Freitag, 20. März 2026');
    expect([...table.querySelectorAll('thead th')].map((th) => th.textContent)).to.deep.equal([
      'Zeit',
      'Saal',
      'Raum Ahorn',
      'Raum Birke',
    ]);
    expect(table.querySelectorAll('th:not([scope])').length).to.equal(0);
    const workshop = one(program, '[data-session=werkstatt]').closest('td')!;
    expect(workshop.rowSpan).to.equal(3);
    expectInOrder(await transcript(one(program, 'section')), [
      'heading, Programm, level 3',
      /^button, Alle Sessions, pressed/,
      /^button, Mein Programm \(0\), not pressed/,
      /^tab, Fr\., 20\. März 2026 heute, .*selected/,
      /^tab, Sa\., 21\. März 2026/,
      /^table, Programm am Freitag/,
      /^columnheader, Zeit/,
      /^columnheader, Raum Birke/,
      /^rowheader, 10:00–10:45 Uhr/,
      /^button, Begrüßung und Vorstellung der Vorschläge, not expanded/,
      /^rowheader, 11:00–11:45 Uhr/,
      'läuft jetzt',
      /^button, Bescheide, die man versteht, not expanded/,
      'mit Mara Kestner',
      /^button, Merken: Bescheide, die man versteht, not pressed/,
      'heading, Vorschläge für Sessions, level 4',
      /^button, Session vorschlagen/,
      /^button, Offene Daten aus dem Katasteramt/,
      /^button, Sitzungen, die enden/,
      /^button, Interesse: Sitzungen, die enden, not pressed/,
    ]);
  });

  it('becomes a list by time in a narrow column, without anything beside the page', async () => {
    const program = await putProgram(BARCAMP, { width: 320 });
    expect(all(program, 'table')).to.deep.equal([]);
    expectInOrder(await transcript(one(program, 'section')), [
      'heading, 10:00–10:45 Uhr, level 4',
      /^button, Begrüßung/,
      'für alle',
      'heading, 11:00–11:45 Uhr, level 4',
      'listitem, level 1, position 2, set size 2',
      'Raum Ahorn',
      'heading, 12:00 Uhr, level 4',
      /^bis 14:45 Uhr · Saal$|^Raum Ahorn/,
    ]);
    expect(program.scrollWidth).to.be.at.most(320);
    expect(one(program, 'section').scrollWidth).to.be.at.most(320);
  });

  it('marks what runs now in words, and by itself what runs next', async () => {
    const program = await putProgram(BARCAMP);
    const running = (): string[] => all(program, '[data-now][data-session]').map((each) => each.dataset['session']!);
    expect(running()).to.deep.equal(['bescheide', 'zettel']);
    expect(textOf(one(program, '[data-session=bescheide]'))).to.contain('läuft jetzt');
    setNow('2026-03-20T11:30:00Z');
    dispatchEvent(new CustomEvent('focus'));
    await waitUntil(() => running().includes('werkstatt'), 'the next round is marked');
    expect(running()).to.deep.equal(['werkstatt', 'gespraech']);
  });

  it('goes from day to day by arrow keys', async () => {
    const program = await putProgram(BARCAMP);
    one(program, '[role=tab][aria-selected=true]').focus();
    await press('ArrowRight');
    await says(program, 'Was wir mitnehmen');
    expect(focused()?.textContent).to.contain('21. März');
    expect(one(program, '[role=tabpanel]').getAttribute('aria-labelledby')).to.equal('day-2026-03-21');
  });

  it('opens a session in place: what it is about, who is interested, the way to its idea', async () => {
    const program = await putProgram(BARCAMP, { ideaUrl: 'https://ideen.example/neu?a=1#alt' });
    const title = await choose(program, 'Bescheide, die man versteht');
    await says(program, 'Wir schreiben zwei Bescheide gemeinsam um');
    expect(title.getAttribute('aria-expanded')).to.equal('true');
    const link = byName<HTMLAnchorElement>(program, /^Daraus eine Idee machen/);
    expect(link.href).to.match(/^https:\/\/ideen\.example\/neu\?a=1#vr-new-idea=Bescheide%2C%20die%20man%20versteht&/);
    expect(link.href).to.contain('&vr-eventId=barcamp&vr-sessionId=bescheide');
    await choose(program, 'Vom Formular zum Gespräch');
    await says(program, 'Zur Idee aus dieser Session');
    expect(byName<HTMLAnchorElement>(program, 'Zur Idee aus dieser Session').href).to.equal(
      'https://ideen.example/neu?a=1#vr-idea=formulare',
    );
  });

  it('says what strangers could do, and offers them to sign in', async () => {
    const event = { ...BARCAMP, can: [] };
    const program = await putProgram(event, { me: STRANGER, account: strangersAccount(), port: campPort(event) });
    await says(program, 'Wer eingeloggt ist, kann Sessions vorschlagen und Interesse zeigen.');
    expect(byName(program, 'Einloggen')).to.be.instanceOf(HTMLButtonElement);
    expect(all(program, '#propose')).to.deep.equal([]);
  });

  it('has nothing to propose where the frame is closed, or the camp is over', async () => {
    const closed = { ...BARCAMP, programme: { ...BARCAMP.programme!, proposals: 'closed' as const }, can: [] };
    await says(await putProgram(closed), 'Vorschläge werden nicht mehr angenommen.');
    const over = await putProgram(BARCAMP);
    setNow('2026-03-22T10:00:00Z');
    over.requestUpdate();
    await says(over, 'Die Veranstaltung ist vorbei.');
    expect(all(over, '#propose')).to.deep.equal([]);
  });

  it('says that there is nothing yet', async () => {
    const { programme: _, ...bare } = BARCAMP;
    const program = await putProgram({ ...bare, sessions: [] });
    await says(program, 'Das Programm steht noch nicht fest.');
    await appears(program, '#propose');
  });
});
