import { expect } from '@open-wc/testing';
import type { Idea } from '../../../../src/model/idea.ts';
import * as ideas from '../../../../stories/idea-board/page-ideas.ts';
import {
  COLLEAGUE,
  failingPort,
  NOBODY,
  portOf,
  readOnlyPort,
  strangersAccount,
} from '../../../../stories/idea-board/page-ports.ts';
import { all, byName, isShown, one, textOf } from '../../support/deep.ts';
import { appears, choose, clearStage, putPage, says } from './support/page-stage.ts';

const STATES: readonly (readonly [what: string, idea: Idea, awaited: string])[] = [
  ['open', ideas.OPEN_IDEA, 'Sehr gern. Passt Dienstag?'],
  ['its author’s', ideas.AUTHOR_IDEA, 'Team bilden'],
  ['a stranger’s', ideas.STRANGER_IDEA, 'Sehr gern. Passt Dienstag?'],
  ['new, for moderators', ideas.SUBMITTED_IDEA, '1 offene Meldung'],
  ['returned with a question', ideas.RETURNED_IDEA, 'Wer soll die halbe Stunde leiten'],
  ['being tried', ideas.TRYING_IDEA, 'noch 19 Tage'],
  ['evaluated', ideas.EVALUATED_IDEA, 'Drei Menschen reichen'],
  ['documented', ideas.PRACTICE_IDEA, 'Übernommen von 2 Verwaltungen'],
  ['stopped with a lesson', ideas.STOPPED_IDEA, 'Ohne Vorlauf im Personalrat'],
  ['to be merged', ideas.PENDING_MERGE, 'soll Teil von'],
  ['long', ideas.LONG_IDEA, 'Bürgerbeteiligungsverfahren'],
  ['hostile', ideas.HOSTILE_IDEA, '<img src=x'],
];

describe('<vr-idea-page> in its states', () => {
  afterEach(clearStage);

  for (const [what, idea, awaited] of STATES) {
    it(`has no fault that axe finds: ${what}`, async () => {
      const page = await putPage(idea);
      await says(page, awaited);
      await appears(page, 'article');
      await expect(page).to.be.accessible();
    });
  }

  it('has none at 320 pixels, and is no wider', async () => {
    for (const idea of [ideas.EVALUATED_IDEA, ideas.LONG_IDEA]) {
      const page = await putPage(idea, { width: 320 });
      await says(page, 'Beitrag senden');
      await expect(page).to.be.accessible();
      expect(page.scrollWidth).to.be.at.most(320);
      for (const element of all(page, '.columns > *, .head, .trial-card')) {
        expect(element.getBoundingClientRect().right, element.className).to.be.at.most(
          page.getBoundingClientRect().right + 1,
        );
      }
    }
  });

  it('has none in English, in which no German word stands', async () => {
    document.documentElement.lang = 'en';
    const page = await putPage({ ...ideas.OPEN_IDEA, needs: [] });
    await says(page, 'Send comment');
    await expect(page).to.be.accessible();
    expect(textOf(page)).not.to.match(/Unterstützung|Verlauf|Hilfe anbieten|Beitrag senden/);
  });

  it('shows the way as a list in which it says where the idea stands, and the next step in a sentence', async () => {
    const page = await putPage(ideas.TRYING_IDEA);
    const stations = all(one(page, '.way'), 'li');
    expect(stations.map((each) => each.querySelector('.station')?.textContent)).to.deep.equal([
      'Eingereicht',
      'Offen',
      'Team',
      'Versuch',
      'Ausgewertet',
      'Alltag',
      'Dokumentiert',
    ]);
    const current = stations.filter((each) => each.getAttribute('aria-current') === 'step');
    expect(current).to.have.length(1);
    expect(textOf(current[0]!)).to.contain('Versuch');
    await says(page, 'Die Idee wird ausprobiert. Als Nächstes: auswerten');
  });

  it('says why an idea left the way, with the lesson where there is one', async () => {
    const page = await putPage(ideas.STOPPED_IDEA);
    await says(page, 'Beendet, mit Erkenntnis');
    await says(page, 'Was gelernt wurde: Ohne Vorlauf im Personalrat geht es nicht.');
    const parked = await putPage({ ...ideas.OPEN_IDEA, stage: 'parked', reason: 'Wir warten auf den Umbau.' });
    await says(parked, 'Grund: Wir warten auf den Umbau.');
  });

  it('tells how many administrations have the same problem, and which', async () => {
    const page = await putPage(ideas.OPEN_IDEA);
    await says(page, '3 Verwaltungen haben dasselbe Problem Kreis Auental · Stadt Brückfurt');
    await says(page, '7 Personen unterstützen die Idee, 2 Personen machen mit');
  });

  it('shows pictures with words, their place kept and loaded late; files with type and size', async () => {
    const page = await putPage(ideas.OPEN_IDEA);
    const picture = one<HTMLImageElement>(page, 'img');
    expect(picture.alt).to.contain('Ein Tisch im Foyer');
    expect(picture.loading).to.equal('lazy');
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).to.deep.equal(['320', '180']);
    expect(byName(page, 'leitfaden-kurz.pdf').closest('.file')).to.exist;
    await says(page, 'PDF, 1,2 MB');
  });

  it('draws what was counted before and after, and says the same in a table', async () => {
    const page = await putPage(ideas.EVALUATED_IDEA);
    const chart = await appears(page, 'svg[role=img]');
    expect(chart.getAttribute('aria-label')).to.equal('Rückfragen je Woche: vorher 42, nachher 17');
    const [before, after] = [...chart.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('width')));
    expect(after! / before!).to.be.closeTo(17 / 42, 0.02);
    const rows = all(one(page, 'table'), 'tbody tr').map((row) => textOf(row).replace(/\u00a0/g, ' '));
    expect(rows).to.deep.equal([
      'Rückfragen je Woche 42 17 −60 %',
      'Zeit bis zum Bescheid 12,5 Tage 9 Tage −28 %',
      'Zufriedenheit 3,1 von 5 4,4 von 5 +42 %',
    ]);
  });

  it('says kindly that a promised answer is late', async () => {
    const page = await putPage(ideas.TRYING_IDEA);
    await says(page, 'Eine Antwort war bis So., 8. März 2026 versprochen. Sie steht noch aus');
  });

  it('offers only what `can` names', async () => {
    const page = await putPage(ideas.STRANGER_IDEA, { me: NOBODY });
    await says(page, 'Gespräch');
    const names = all(page, 'button')
      .filter(isShown)
      .map((button) => textOf(button));
    expect(
      names.filter((name) => !/^(Danke|Guter|Gefällt|Antworten|Melden|Bearbeiten|Entfernen)/.test(name)),
    ).to.deep.equal(['Link kopieren', 'Drucken']);
  });

  it('offers only what the source is able to do', async () => {
    const page = await putPage(ideas.AUTHOR_IDEA, { port: readOnlyPort(ideas.AUTHOR_IDEA) });
    expect(all(page, '.levels, .steps, .talk')).to.have.length(0);
    await expect(page).to.be.accessible();
  });

  it('asks strangers to sign in where that is possible', async () => {
    const page = await putPage(ideas.STRANGER_IDEA, { me: NOBODY, account: strangersAccount() });
    await says(page, 'Wer eingeloggt ist, kann unterstützen');
    expect(byName(page, 'Einloggen')).to.exist;
  });

  it('says that removed and hidden comments are, and why', async () => {
    const page = await putPage(ideas.OPEN_IDEA);
    await says(page, 'Dieser Beitrag wurde von der Person entfernt, die ihn schrieb.');
    await says(page, 'Die Moderation hat diesen Beitrag verborgen: Nannte eine Kollegin');
  });

  it('says what could not be loaded and tries again when asked; the rest is there', async () => {
    const good = portOf(ideas.OPEN_IDEA);
    let fails = true;
    const port = {
      ...good,
      comments: () =>
        (fails
          ? failingPort(ideas.OPEN_IDEA, 'busy').comment!('x', { kind: 'comment', body: '' })
          : good.comments('x')) as never,
    };
    const page = await putPage(ideas.OPEN_IDEA, { port });
    await says(page, 'Die Beiträge ließen sich nicht laden. Die Quelle ist gerade ausgelastet');
    await says(page, '3 Verwaltungen haben dasselbe Problem');
    fails = false;
    await choose(page, 'Erneut versuchen');
    await says(page, 'Sehr gern. Passt Dienstag?');
  });

  it('says that an idea is not there, without a word of what it was', async () => {
    const port = { ...portOf(ideas.OPEN_IDEA), get: failingPort(ideas.OPEN_IDEA, 'missing').update as never };
    const page = await putPage({ ...ideas.OPEN_IDEA, body: undefined }, { port });
    await says(page, 'Diese Idee gibt es hier nicht, oder Sie dürfen sie nicht sehen.');
    expect(textOf(page)).not.to.contain('Formulare');
  });

  it('shows the tree of those who took the idea over, and leads to each', async () => {
    const page = await putPage(ideas.PRACTICE_IDEA, { me: COLLEAGUE });
    const opened: string[] = [];
    page.addEventListener('vr-idea-open', ({ detail }) => opened.push(detail.id));
    await says(page, 'Übernommen von Bescheide laut vorlesen');
    await choose(page, 'Formulare im Kreishaus testen');
    expect(opened).to.deep.equal(['kind-1']);
  });

  it('tells who supports, and how many are a number only', async () => {
    const page = await putPage(ideas.OPEN_IDEA);
    (await appears(page, '.support summary')).click();
    await says(page, 'Cem Brückenbauer Stadt Brückfurt Ich mache mit');
    await says(page, 'und 5 Personen, nur als Zahl');
  });

  it('prints the whole history', async () => {
    const page = await putPage(ideas.PRACTICE_IDEA);
    expect(all(one(page, '.history'), 'li')).to.have.length(6);
    dispatchEvent(new CustomEvent('beforeprint'));
    await page.updateComplete;
    expect(all(one(page, '.history'), 'li')).to.have.length(8);
    dispatchEvent(new CustomEvent('afterprint'));
  });
});
