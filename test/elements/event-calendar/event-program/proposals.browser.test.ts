import { expect } from '@open-wc/testing';
import { BARCAMP, campPort, failingCamp, type Asked } from '../../../../stories/event-calendar/sample-camp.ts';
import { all, byName, focused, one, textOf } from '../../support/deep.ts';
import { press, type } from '../../support/keys.ts';
import { appears, choose, clearStage, fieldOf, putProgram, says, write } from './support/program-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const titles = (program: Element): (string | undefined)[] =>
  all(program, '.proposal').map((each) => each.dataset['session']);

describe('proposals of <vr-event-program>', () => {
  afterEach(clearStage);

  it('stand by interest, which is shown at once and taken back where the source refuses', async () => {
    const asked: Asked[] = [];
    const program = await putProgram(BARCAMP, { port: campPort(BARCAMP, asked) });
    expect(titles(program)).to.deep.equal(['daten', 'sitzungen']);
    const button = byName(program, 'Interesse: Sitzungen, die enden');
    button.click();
    button.click();
    await says(program, 'Ihr Interesse an „Sitzungen, die enden“ ist vermerkt.');
    // The second half of a double click, after a fast answer.
    button.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    await says(program, '8 Personen interessiert');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(asked).to.deep.equal([['interest', 'sitzungen', true]]);
    button.click();
    await says(program, 'ist zurückgenommen');
    const broken = await putProgram(BARCAMP, { port: failingCamp(BARCAMP, 'offline') });
    const other = await choose(broken, 'Interesse: Sitzungen, die enden');
    await says(broken, 'Das ließ sich nicht speichern und wurde zurückgenommen. Ihr Gerät');
    expect(other.getAttribute('aria-pressed')).to.equal('false');
    expect(textOf(broken)).to.contain('7 Personen interessiert');
  });

  it('are added by a form that says what is missing and names it to the field', async () => {
    const asked: Asked[] = [];
    const program = await putProgram(BARCAMP, { port: campPort(BARCAMP, asked) });
    byName(program, 'Session vorschlagen').focus();
    await press('Enter');
    await waitUntil(() => focused()?.id === 'title', 'the title has the focus');
    await press('Enter');
    await says(program, 'Bitte geben Sie einen Titel an.');
    expect(focused()?.getAttribute('aria-invalid')).to.equal('true');
    await type('Wie wir Protokolle abgeschafft haben');
    write(program, 'Dauer in Minuten', 'bald');
    await press('Enter');
    await says(program, 'Bitte geben Sie eine Zahl zwischen 5 und 480 an.');
    write(program, 'Dauer in Minuten', '30');
    write(program, 'Themenstrang', 'Zusammenarbeit');
    await choose(program, 'Vorschlag einreichen');
    await says(program, '„Wie wir Protokolle abgeschafft haben“ ist vorgeschlagen.');
    expect(asked.map(([method, id, input]) => [method, id, input])).to.deep.equal([
      ['propose', 'barcamp', { title: 'Wie wir Protokolle abgeschafft haben', track: 'Zusammenarbeit', minutes: 30 }],
    ]);
    expect(asked[0]![3]).to.be.a('string');
    await waitUntil(() => focused()?.textContent?.includes('Protokolle') === true, 'the new proposal has the focus');
  });

  it('keep what was typed through failures and closed forms, and send all tries with one key', async () => {
    const keys: unknown[] = [];
    const port = campPort(BARCAMP);
    const propose = port.proposeSession!;
    let broken = true;
    const program = await putProgram(BARCAMP, {
      storage: 'session',
      port: {
        ...port,
        proposeSession: (id, input, options) => {
          keys.push(options?.idempotencyKey);
          return broken ? failingCamp(BARCAMP, 'timeout').proposeSession!(id, input) : propose(id, input, options);
        },
      },
    });
    await choose(program, 'Session vorschlagen');
    await appears(program, '#title');
    write(program, 'Titel', 'Ein Titel, der bleibt');
    await choose(program, 'Vorschlag einreichen');
    await says(program, 'Das ist noch nicht angekommen, Ihr Text bleibt stehen.');
    await choose(program, 'Abbrechen');
    await waitUntil(() => focused()?.id === 'propose', 'the focus is back');
    await choose(program, 'Session vorschlagen');
    await says(program, 'Ihr Entwurf ist wieder da.');
    expect(fieldOf(program, 'Titel').value).to.equal('Ein Titel, der bleibt');
    broken = false;
    await choose(program, 'Vorschlag einreichen');
    await says(program, 'ist vorgeschlagen');
    expect(new Set(keys).size).to.equal(1);
    expect(sessionStorage.length).to.equal(0);
  });

  it('of one’s own are edited and withdrawn; two versions stand side by side where somebody was faster', async () => {
    const asked: Asked[] = [];
    const port = campPort(BARCAMP, asked);
    const program = await putProgram(BARCAMP, { port });
    await choose(program, 'Offene Daten aus dem Katasteramt');
    await choose(program, 'Bearbeiten: Offene Daten aus dem Katasteramt');
    await appears(program, '#title');
    write(program, 'Titel', 'Offene Daten, leicht gemacht');
    port.meddle('daten', { title: 'Katasterdaten für alle' });
    await choose(program, 'Änderung speichern');
    await says(program, 'Jemand hat diese Session inzwischen geändert');
    const versions = one(program, '.versions');
    expect(textOf(versions)).to.contain('Offene Daten, leicht gemacht');
    expect(textOf(versions)).to.contain('Katasterdaten für alle');
    await choose(program, 'Meine Fassung speichern');
    await says(program, '„Offene Daten, leicht gemacht“ ist gespeichert.');
    await choose(program, 'Zurückziehen: Offene Daten, leicht gemacht');
    await waitUntil(() => focused()?.id === 'withdraw-yes');
    await choose(program, 'Ja, zurückziehen');
    await says(program, '„Offene Daten, leicht gemacht“ ist zurückgezogen.');
    expect(asked.at(-1)).to.deep.equal(['update', 'daten', { state: 'cancelled' }]);
    expect(titles(program)).to.deep.equal(['sitzungen']);
  });
});
