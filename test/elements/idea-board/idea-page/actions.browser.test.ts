import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { PostsPort } from '../../../../src/backend/ports.ts';
import type { Idea } from '../../../../src/model/idea.ts';
import {
  AUTHOR_IDEA,
  EVALUATED_IDEA,
  MODERATED_COMMENTS,
  OFFERS_FOR_AUTHOR,
  OPEN_IDEA,
  PENDING_MERGE,
  PRACTICE_IDEA,
  RETURNED_IDEA,
  SUBMITTED_IDEA,
  TRYING_IDEA,
} from '../../../../stories/idea-board/page-ideas.ts';
import { COLLEAGUE, failingPort, portOf, type Asked } from '../../../../stories/idea-board/page-ports.ts';
import { all, byName, focused, one, textOf } from '../../support/deep.ts';
import { appears, choose, clearStage, fieldOf, putPage, says, tick, write } from './support/page-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** What was asked of the source, once it was. */
async function done(asked: readonly Asked[], method: string): Promise<Asked> {
  await waitUntil(() => asked.some(([name]) => name === method), `${method} is asked`);
  return asked.find(([name]) => name === method)!;
}

describe('what can be done on <vr-idea-page>', () => {
  afterEach(clearStage);

  it('shows the reports on an idea that was tried, and leads members to writing one', async () => {
    const questions: unknown[] = [];
    const posts = (title: string): PostsPort => ({
      list: async (query) => {
        questions.push(query);
        return {
          items: [{ id: 'b 1', title, teaser: '', authors: [], tags: [], publishedAt: '2026-03-01T09:00:00Z' }],
          problems: [],
        };
      },
      create: () => Promise.reject(new BackendError('unsupported', 'Nothing is stored here')),
    });
    const given = { port: portOf(EVALUATED_IDEA), posts: posts('Was wir gelernt haben'), feedUrl: '/berichte' };
    const page = await putPage(EVALUATED_IDEA, { ...given, me: COLLEAGUE });
    await says(page, 'Was wir gelernt haben');
    expect(byName(page, 'Was wir gelernt haben').getAttribute('href')).to.equal('/berichte#vr-post=b%201');
    expect(byName(page, 'Erfahrungsbericht schreiben').getAttribute('href')).to.equal(
      `/berichte#vr-new-report=${EVALUATED_IDEA.id}`,
    );
    expect(questions).to.deep.equal([{ idea: EVALUATED_IDEA.id, limit: 20 }]);
    await expect(page).to.be.accessible();
  });

  it('supports in one of three levels at once, changes how one is shown, and takes it back', async () => {
    const asked: Asked[] = [];
    const page = await putPage(OPEN_IDEA, { port: portOf(OPEN_IDEA, {}, asked) });
    const changed: Idea[] = [];
    page.addEventListener('vr-idea-changed', ({ detail }) => changed.push(detail.idea));
    const level = await choose(page, /^Haben wir auch/);
    expect(await done(asked, 'support')).to.deep.equal([
      'support',
      'formulare',
      { level: 'useful-here', shown: 'name' },
    ]);
    await says(page, '4 Verwaltungen haben dasselbe Problem');
    await says(page, 'Ihre Unterstützung ist gespeichert.');
    expect(level.getAttribute('aria-pressed')).to.equal('true');
    expect(changed.at(-1)?.counts.supports).to.equal(8);
    await choose(page, 'Anzeige und Notiz ändern');
    await appears(page, '[data-form=support]');
    await waitUntil(() => focused()?.matches('input[type=radio]'), 'the form has the focus');
    tick(page, 'nur mit meiner Verwaltung');
    write(page, 'Ein Wort dazu', 'Bei uns genauso.');
    await choose(page, 'Unterstützung speichern');
    await waitUntil(() => asked.length === 2);
    expect(asked[1]![2]).to.deep.equal({ level: 'useful-here', shown: 'org', note: 'Bei uns genauso.' });
    await says(page, 'Bei uns genauso.');
    byName(page, /^Haben wir auch/).click();
    await says(page, 'Ihre Unterstützung ist zurückgenommen.');
    expect(asked[2]).to.deep.equal(['support', 'formulare', undefined]);
  });

  it('takes back what was shown ahead when the source refuses, and says so', async () => {
    const page = await putPage(OPEN_IDEA, { port: failingPort(OPEN_IDEA, 'offline') });
    const level = await choose(page, /^Haben wir auch/);
    await says(page, 'Das ließ sich nicht speichern und wurde zurückgenommen. Ihr Gerät ist gerade nicht');
    await says(page, '3 Verwaltungen haben dasselbe Problem');
    expect(level.getAttribute('aria-pressed')).to.equal('false');
  });

  it('follows and stops following', async () => {
    const asked: Asked[] = [];
    const page = await putPage(OPEN_IDEA, { port: portOf(OPEN_IDEA, {}, asked) });
    await choose(page, 'Folgen');
    await says(page, 'Sie hören nun von Neuem zu dieser Idee.');
    expect(byName(page, 'Sie folgen').getAttribute('aria-pressed')).to.equal('true');
    expect(asked).to.deep.equal([['follow', 'formulare', true]]);
  });

  it('offers help with kind and size, what is wanted first', async () => {
    const asked: Asked[] = [];
    const page = await putPage(OPEN_IDEA, { port: portOf(OPEN_IDEA, {}, asked) });
    await choose(page, 'Hilfe anbieten');
    const form = await appears(page, '[data-form=offer]');
    await says(form, 'Was können Sie geben?');
    expect(textOf(all(form, '.checks .choice')[0]!)).to.equal('Recht');
    await choose(one(form, '.actions'), 'Hilfe anbieten');
    await says(form, 'Bitte wählen');
    expect(asked).to.deep.equal([]);
    tick(form, 'Recht');
    tick(form, 'zwei bis fünf Stunden');
    write(form, 'Was genau?', 'Vergaberecht.');
    await choose(one(form, '.actions'), 'Hilfe anbieten');
    expect(await done(asked, 'offerHelp')).to.deep.equal([
      'offerHelp',
      'formulare',
      { kinds: ['legal'], hours: '2-5', text: 'Vergaberecht.' },
    ]);
    await says(page, 'Danke. Ihr Angebot ist angekommen');
    expect(all(page, '.offers > li')).to.have.length(3);
    expect(all(page, '[data-form]')).to.have.length(0);
  });

  it('lets authors accept an offer for what is wanted, and thank when it is done', async () => {
    const asked: Asked[] = [];
    const page = await putPage(AUTHOR_IDEA, { port: portOf(AUTHOR_IDEA, { offers: OFFERS_FOR_AUTHOR }, asked) });
    await choose(page, 'Annehmen');
    const form = await appears(page, '[data-form^=help]');
    await says(form, 'Wofür nehmen Sie die Hilfe an?');
    write(form, 'Wofür', '0');
    await choose(form, 'Angebot annehmen');
    expect(await done(asked, 'answerHelp')).to.deep.equal(['answerHelp', 'o1', 'accept', { needIndex: 0 }]);
    await choose(page, 'Ist erledigt');
    const thanks = await appears(page, '[data-form$=done]');
    write(thanks, 'Ihr Dank', 'Großartig.');
    await choose(thanks, 'Als erledigt danken');
    await waitUntil(() => asked.filter(([method]) => method === 'answerHelp').length === 2);
    await says(page, 'erledigt Ich habe das für unseren Kreis schon einmal geprüft und schaue gern darauf. Großartig.');
  });

  it('forms a team with somebody who takes part as Patin or Pate', async () => {
    const asked: Asked[] = [];
    const page = await putPage(AUTHOR_IDEA, { port: portOf(AUTHOR_IDEA, {}, asked) });
    await choose(page, 'Team bilden');
    const form = await appears(page, '[data-form=step-teaming]');
    await waitUntil(() => all(form, 'option').length > 3, 'people are there');
    write(form, 'Patin oder Pate', 'henrik');
    await choose(one(form, '.actions'), 'Team bilden');
    expect((await done(asked, 'transition'))[2]).to.deep.equal({ to: 'teaming', patronId: 'henrik' });
    await says(page, 'Gespeichert. Die Idee steht nun auf „Team bildet sich“.');
    expect(one(page, '[aria-current=step]').textContent).to.contain('Team');
    await waitUntil(() => focused()?.id === 'idea-title', 'the focus is on the page, since the button is gone');
  });

  it('evaluates with numbers as people write them, and asks for what was learned', async () => {
    const asked: Asked[] = [];
    const idea = { ...TRYING_IDEA, can: ['transition:evaluated', 'transition:stopped'] };
    const page = await putPage(idea, { port: portOf(idea, {}, asked) });
    await choose(page, 'Versuch auswerten');
    const form = await appears(page, '[data-form=step-evaluated]');
    await appears(form, '.row');
    await choose(form, 'Auswertung veröffentlichen');
    await says(form, '2 Angaben fehlen noch oder passen nicht:');
    tick(form, 'Funktioniert teilweise');
    write(form, 'Was haben Sie gelernt?', 'Drei Menschen reichen.');
    const rows = all(form, '.row');
    expect(rows).to.have.length(3);
    write(rows[0]!, 'Nachher', '17');
    write(rows[1]!, 'Nachher', 'viel');
    await choose(form, 'Auswertung veröffentlichen');
    await says(form, 'Bitte eine Zahl eingeben');
    write(all(form, '.row')[1]!, 'Nachher', '9,25');
    await choose(form, 'Auswertung veröffentlichen');
    const [, , input] = await done(asked, 'transition');
    expect(input).to.deep.equal({
      to: 'evaluated',
      result: 'partly',
      learned: 'Drei Menschen reichen.',
      indicators: [
        { name: 'Rückfragen je Woche', before: 42, after: 17 },
        { name: 'Zeit bis zum Bescheid', unit: 'Tage', before: 12.5, after: 9.25 },
        { name: 'Zufriedenheit', unit: 'von 5' },
      ],
    });
  });

  it('goes on from an evaluation first, and round once more second', async () => {
    const page = await putPage(EVALUATED_IDEA);
    expect(all(one(page, '.steps'), 'button').map(textOf).slice(0, 3)).to.deep.equal([
      'In den Alltag übernehmen',
      'Noch einmal versuchen',
      'Mit Erkenntnis beenden',
    ]);
  });

  it('lets moderators ask back, and the author answer and submit again', async () => {
    const asked: Asked[] = [];
    const page = await putPage(SUBMITTED_IDEA, { port: portOf(SUBMITTED_IDEA, { comments: [] }, asked) });
    await choose(page, 'Rückfrage stellen');
    const form = await appears(page, '[data-form=step-returned]');
    await choose(form, 'Frage senden');
    await says(form, 'Bitte ausfüllen');
    write(form, 'Ihre Frage', 'Wer leitet das?');
    await choose(form, 'Frage senden');
    expect((await done(asked, 'transition'))[2]).to.deep.equal({ to: 'returned', note: 'Wer leitet das?' });

    const answers: Asked[] = [];
    const author = await putPage(RETURNED_IDEA, { port: portOf(RETURNED_IDEA, { comments: [] }, answers) });
    await says(author, 'Frage der Moderation: Wer soll die halbe Stunde leiten');
    await choose(author, 'Erneut einreichen');
    const again = await appears(author, '[data-form=step-submitted]');
    write(again, 'Ihre Antwort auf die Frage', 'Reihum.');
    await choose(again, 'Idee einreichen');
    expect((await done(answers, 'transition'))[2]).to.deep.equal({ to: 'submitted', note: 'Reihum.' });
  });

  it('lets moderators release, decline with a reason, merge into another idea, and settle reports', async () => {
    const asked: Asked[] = [];
    const page = await putPage(SUBMITTED_IDEA, { port: portOf(SUBMITTED_IDEA, { comments: [] }, asked) });
    expect(all(one(page, '.steps'), 'button').map(textOf)).to.deep.equal([
      'Freigeben',
      'Meldungen abschließen',
      'Rückfrage stellen',
      'Zusammenführen',
      'Nicht weiterverfolgen',
    ]);
    await choose(page, 'Zusammenführen');
    const form = await appears(page, '[data-form=step-merged]');
    const field = await appears<HTMLInputElement>(form, 'input[type=search]');
    field.value = 'Bauhof';
    field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    await choose(form, 'Suchen');
    await says(form, '1 Idee gefunden');
    tick(form, 'Eine andere Idee zu Bauhof');
    write(form, 'Begründung', 'Dasselbe Brett.');
    await choose(form, 'Zusammenführung vorschlagen');
    expect((await done(asked, 'transition'))[2]).to.deep.equal({
      to: 'merged',
      note: 'Dasselbe Brett.',
      into: 'andere',
    });
    await says(page, '1 offene Meldung');
    await choose(page, 'Meldungen abschließen');
    const settle = await appears(page, '[data-form=settle]');
    write(settle, 'Was haben Sie unternommen?', 'Gelesen, in Ordnung.');
    await choose(one(settle, '.actions'), 'Meldungen abschließen');
    expect(await done(asked, 'settleReports')).to.deep.equal(['settleReports', 'bauhof', 'Gelesen, in Ordnung.']);
    await waitUntil(() => !textOf(page).includes('1 offene Meldung'));
  });

  it('consents to a merge, or refuses it with a reason', async () => {
    const asked: Asked[] = [];
    const page = await putPage(PENDING_MERGE, { port: portOf(PENDING_MERGE, {}, asked) });
    await choose(page, 'Ablehnen');
    const form = await appears(page, '[data-form=refuse]');
    write(form, 'Warum lehnen Sie ab?', 'Wir sind weiter.');
    await choose(form, 'Ablehnung senden');
    expect(await done(asked, 'settle')).to.deep.equal([
      'settle',
      'zusammen',
      { accept: false, note: 'Wir sind weiter.' },
    ]);
    const yes: Asked[] = [];
    const other = await putPage(PENDING_MERGE, { port: portOf(PENDING_MERGE, {}, yes) });
    await choose(other, 'Zustimmen');
    expect(await done(yes, 'settle')).to.deep.equal(['settle', 'zusammen', { accept: true }]);
  });

  it('takes an idea over into one of the reader’s administrations, with a trial, and opens it', async () => {
    const asked: Asked[] = [];
    const page = await putPage(PRACTICE_IDEA, { me: COLLEAGUE, port: portOf(PRACTICE_IDEA, {}, asked) });
    const opened: string[] = [];
    page.addEventListener('vr-idea-open', ({ detail }) => opened.push(detail.id));
    await choose(page, 'Bei uns übernehmen');
    const form = await appears(page, '[data-form=take-over]');
    await says(form, 'Es entsteht eine eigene Idee Ihrer Verwaltung');
    write(form, /^Verwaltung/, 'brueckfurt');
    write(form, 'Was machen Sie anders?', 'Im Bus.');
    write(form, 'Wo wird ausprobiert?', 'Linie 7');
    write(form, 'Letzter Tag', '2026-03-01');
    await choose(form, 'Idee übernehmen');
    await says(form, 'Das Ende liegt vor dem Beginn');
    write(form, 'Letzter Tag', '2026-05-31');
    await choose(form, 'Idee übernehmen');
    const [, id, input] = await done(asked, 'takeOver');
    expect(id).to.equal('praxis');
    expect(input).to.deep.include({ orgId: 'brueckfurt', changes: 'Im Bus.' });
    expect((input as { trial: unknown }).trial).to.deep.equal({
      hypothesis: 'Rückfragen zum Formular gehen um die Hälfte zurück.',
      place: 'Linie 7',
      start: '2026-03-12',
      end: '2026-05-31',
      indicators: [
        { name: 'Rückfragen je Woche' },
        { name: 'Zeit bis zum Bescheid', unit: 'Tage' },
        { name: 'Zufriedenheit', unit: 'von 5' },
      ],
    });
    await waitUntil(() => opened.includes('neu'));
  });

  it('shows before a widening who will newly see the idea and what may name somebody', async () => {
    const asked: Asked[] = [];
    const idea = {
      ...AUTHOR_IDEA,
      reach: 'within' as const,
      body: 'Frau Muster (muster@stadt.example) fragt das immer.',
    };
    const page = await putPage(idea, { port: portOf(idea, {}, asked) });
    await choose(page, 'Mehr Menschen zeigen');
    const form = await appears(page, '[data-form=widen]');
    await says(form, 'Neu sehen sie: alle mit Konto in Kreis Auental und Stadt Brückfurt zurzeit 310 Personen');
    await says(form, /E-Mail-Adresse \( ?Die Idee\): Frau Muster \( ?muster@stadt.example/);
    await says(form, /Name \( ?Die Idee\): Frau Muster/);
    tick(form, 'Mit der Zivilgesellschaft');
    await says(form, 'alle im Internet');
    await choose(form, 'Reichweite ändern');
    expect(await done(asked, 'update')).to.deep.equal(['update', 'formulare', { reach: 'civil' }]);
  });

  it('answers with a promised date', async () => {
    const asked: Asked[] = [];
    const idea = { ...OPEN_IDEA, can: ['answer'] };
    const page = await putPage(idea, { port: portOf(idea, {}, asked) });
    await choose(one(page, '.answer'), 'Antwort geben');
    const form = await appears(page, '[data-form=answer]');
    write(form, 'Ihre Antwort', 'Wir prüfen das gern.');
    write(form, 'Endgültige Antwort bis', '2026-04-01');
    await choose(form, 'Antwort veröffentlichen');
    expect((await done(asked, 'answer'))[2]).to.deep.equal({ text: 'Wir prüfen das gern.', promisedFor: '2026-04-01' });
    await says(page, 'Eine Antwort ist bis Mi., 1. April 2026 versprochen.');
  });

  it('reports an idea to the moderators', async () => {
    const asked: Asked[] = [];
    const page = await putPage(OPEN_IDEA, { port: portOf(OPEN_IDEA, {}, asked) });
    await choose(one(page, '.page-actions'), 'Melden');
    const form = await appears(page, '[data-form=report]');
    write(form, 'Was stimmt mit dieser Idee nicht?', 'Werbung.');
    await choose(form, 'Meldung senden');
    expect(await done(asked, 'report')).to.deep.equal(['report', { type: 'idea', id: 'formulare' }, 'Werbung.']);
    await says(page, 'Danke. Ihre Meldung ist bei der Moderation angekommen.');
  });

  it('keeps what was typed through a failure, and sends it again with the same key', async () => {
    const keys: (string | undefined)[] = [];
    let fails = true;
    const good = portOf(OPEN_IDEA);
    const page = await putPage(OPEN_IDEA, {
      port: {
        ...good,
        offerHelp: (id, input, options) => {
          keys.push(options?.idempotencyKey);
          if (!fails) return good.offerHelp(id, input);
          return Promise.reject(new BackendError('timeout', 'planned'));
        },
      },
    });
    await choose(page, 'Hilfe anbieten');
    const form = await appears(page, '[data-form=offer]');
    await appears(form, '.checks');
    tick(form, 'Zeit');
    write(form, 'Was genau?', 'Dienstags.');
    await choose(one(form, '.actions'), 'Hilfe anbieten');
    await says(form, 'Das hat nicht geklappt. Die Quelle antwortet gerade nicht.');
    expect(fieldOf(form, 'Was genau?').value).to.equal('Dienstags.');
    fails = false;
    await choose(one(form, '.actions'), 'Hilfe anbieten');
    await says(page, 'Danke. Ihr Angebot ist angekommen');
    expect(keys).to.have.length(2);
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
    expect(keys[1]).to.equal(keys[0]);
  });

  it('says at its field what the source finds wrong', async () => {
    const page = await putPage(AUTHOR_IDEA, {
      port: failingPort(AUTHOR_IDEA, 'invalid', {
        status: 400,
        problem: { fieldErrors: [{ field: 'patronId', code: 'invalid' }] },
      }),
    });
    await choose(page, 'Team bilden');
    const form = await appears(page, '[data-form=step-teaming]');
    await waitUntil(() => all(form, 'option').length > 3);
    write(form, 'Patin oder Pate', 'henrik');
    await choose(one(form, '.actions'), 'Team bilden');
    await says(form, 'Bitte prüfen Sie diese Angabe');
    expect(one(form, 'select').getAttribute('aria-invalid')).to.equal('true');
    await expect(page).to.be.accessible();
  });

  it('shows both versions when somebody else was faster, and saves the chosen one', async () => {
    const asked: Asked[] = [];
    const good = portOf({ ...AUTHOR_IDEA, summary: 'Von jemand anderem geändert.', etag: '"9"' }, {}, asked);
    const matches: (string | undefined)[] = [];
    const page = await putPage(AUTHOR_IDEA, {
      port: {
        ...good,
        get: () => good.get('formulare').then((idea) => (matches.length > 0 ? idea : AUTHOR_IDEA)),
        update: (id, input, options) => {
          matches.push(options?.ifMatch);
          if (options?.ifMatch === '"9"') return good.update(id, input);
          return Promise.reject(new BackendError('conflict', 'planned', { status: 412 }));
        },
      },
    });
    await choose(page, 'Bearbeiten');
    const form = await appears(page, '[data-form=edit]');
    write(form, 'Kurz gesagt', 'Meine neue Zusammenfassung.');
    await choose(form, 'Änderungen speichern');
    await says(page, 'Inzwischen hat jemand anderes etwas geändert');
    const panel = await appears(page, '.conflict');
    await says(panel, 'Kurz gesagt Meine neue Zusammenfassung. Von jemand anderem geändert.');
    await expect(page).to.be.accessible();
    expect(fieldOf(form, 'Kurz gesagt').value).to.equal('Meine neue Zusammenfassung.');
    await choose(panel, 'Meine Fassung speichern');
    await says(page, 'Ihre Änderungen sind gespeichert.');
    expect(matches).to.deep.equal(['"1"', '"9"']);
    expect(all(page, '.conflict')).to.have.length(0);
  });

  it('hides a comment with its reason, and releases one that waited', async () => {
    const asked: Asked[] = [];
    const page = await putPage(SUBMITTED_IDEA, {
      port: portOf(SUBMITTED_IDEA, { comments: MODERATED_COMMENTS }, asked),
    });
    await says(page, '1 Beitrag wartet auf Freigabe');
    // The step of the idea has the same name: the comment's stands with the comment.
    await choose(await appears(page, '#comment-c6'), 'Freigeben');
    expect(await done(asked, 'moveComment')).to.deep.equal(['moveComment', 'c6', 'show', {}]);
    await choose(one(page, '#comment-c1'), 'Verbergen');
    const form = await appears(page, '[data-form=hide-comment-c1]');
    write(form, 'Warum verbergen Sie den Beitrag?', 'Werbung.');
    await choose(form, 'Beitrag verbergen');
    await says(page, 'Die Moderation hat diesen Beitrag verborgen: Werbung.');
  });

  it('copies the address of the idea', async () => {
    const page = await putPage(OPEN_IDEA);
    await choose(page, 'Link kopieren');
    await waitUntil(
      () => /Der Link ist kopiert|Link zu dieser Idee/.test(textOf(page)),
      'says that it is copied or shows it',
    );
    const field = one<HTMLInputElement>(page, '.page-actions input');
    expect(field.value).to.match(/#vr-idea=formulare$/);
  });

  it('leads back to the list from an idea that is not there', async () => {
    const page = await putPage(
      { ...OPEN_IDEA, body: undefined },
      { port: { ...portOf(OPEN_IDEA), get: failingPort(OPEN_IDEA, 'denied').update as never } },
    );
    let closed = 0;
    page.addEventListener('vr-idea-close', () => closed++);
    await choose(page, 'Zurück zu den Ideen');
    expect(closed).to.equal(1);
    await expect(page).to.be.accessible();
  });
});
