import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { OPEN_IDEA } from '../../../../stories/idea-board/page-ideas.ts';
import { failingPort, portOf, type Asked } from '../../../../stories/idea-board/page-ports.ts';
import { all, byName, focused, isShown, one, textOf } from '../../support/deep.ts';
import { press, type } from '../../support/keys.ts';
import { appears, choose, clearStage, fieldOf, putPage, says, tick } from './support/page-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** The field for a new comment, with the focus. */
async function startWriting(page: Element): Promise<HTMLTextAreaElement> {
  await says(page, 'Ihr Beitrag');
  const field = fieldOf<HTMLTextAreaElement>(page, 'Ihr Beitrag');
  field.focus();
  return field;
}

const options = (page: Element): string[] =>
  all(page, '[role=option]')
    .filter(isShown)
    .map((option) => textOf(option));

describe('the conversation on <vr-idea-page>', () => {
  afterEach(clearStage);

  it('sends a comment of a kind, shows it at once and empties the field', async () => {
    const asked: Asked[] = [];
    const page = await putPage(OPEN_IDEA, { port: portOf(OPEN_IDEA, {}, asked) });
    await startWriting(page);
    tick(page, 'Bedenken');
    await startWriting(page);
    await type('Und der Personalrat?');
    await choose(page, 'Beitrag senden');
    await says(page, 'Ihr Beitrag ist da.');
    expect(asked).to.deep.equal([
      ['comment', 'formulare', { kind: 'concern', body: 'Und der Personalrat?', mentionIds: [] }],
    ]);
    const last = all(page, '.comments > li').at(-1)!;
    await says(last, 'Rosa Wiesengrund, Stadt Lindenhafen');
    await says(last, 'Bedenken');
    await waitUntil(() => fieldOf(page, 'Ihr Beitrag').value === '', 'the field is empty');
    await says(page, 'Gespräch (6)');
  });

  it('names somebody by @ with the keyboard alone', async () => {
    const asked: Asked[] = [];
    const page = await putPage(OPEN_IDEA, { port: portOf(OPEN_IDEA, {}, asked) });
    const field = await startWriting(page);
    await type('Hallo @');
    await waitUntil(() => options(page).length === 5, 'all who take part are listed');
    expect(field.getAttribute('aria-controls')).to.equal('people');
    await press('ArrowDown');
    expect(one(page, '[aria-selected=true]').id).to.equal(field.getAttribute('aria-activedescendant'));
    await expect(page).to.be.accessible();
    await type('brück');
    await waitUntil(() => options(page).length === 1, 'one is left');
    expect(options(page)).to.deep.equal(['Cem Brückenbauer, Stadt Brückfurt']);
    await says(page, '1 Person gefunden');
    await press('Enter');
    await waitUntil(() => field.value === 'Hallo @Cem Brückenbauer ', field.value);
    expect(options(page)).to.deep.equal([]);
    expect(focused()).to.equal(field);
    await type('und @ro');
    await waitUntil(() => options(page).length === 1);
    await press('Escape');
    await waitUntil(() => options(page).length === 0);
    await press('Tab');
    expect(focused()).not.to.equal(field);
    await choose(page, 'Beitrag senden');
    await waitUntil(() => asked.length === 1);
    expect(asked[0]![2]).to.deep.equal({
      kind: 'comment',
      body: 'Hallo @Cem Brückenbauer und @ro',
      mentionIds: ['cem'],
    });
  });

  it('replies beneath what is answered, one level deep', async () => {
    const asked: Asked[] = [];
    const page = await putPage(OPEN_IDEA, { port: portOf(OPEN_IDEA, {}, asked) });
    const thread = (await appears(page, '#comment-c1')).closest('li')!;
    const opener = await choose(one(page, '#comment-c1'), 'Antworten');
    const editor = await appears(thread, '[data-form=reply-c1]');
    await waitUntil(() => focused()?.localName === 'textarea', 'the field has the focus');
    await says(editor, 'Antwort an Cem Brückenbauer');
    await type('Danke, Cem.');
    await choose(editor, 'Antwort senden');
    await says(thread, 'Danke, Cem.');
    expect(asked[0]).to.deep.equal([
      'comment',
      'formulare',
      { kind: 'answer', body: 'Danke, Cem.', parentId: 'c1', mentionIds: [] },
    ]);
    expect(all(thread, '.replies > li')).to.have.length(2);
    expect(all(page, '.replies .replies')).to.have.length(0);
    await waitUntil(() => focused() === opener, 'the focus is back');
  });

  it('keeps what was written through failures and closing, and tells why', async () => {
    const page = await putPage(OPEN_IDEA, { port: failingPort(OPEN_IDEA, 'offline') });
    const field = await startWriting(page);
    await type('Wichtig.');
    await choose(page, 'Beitrag senden');
    await says(page, 'Das hat nicht geklappt. Ihr Gerät ist gerade nicht mit dem Netz verbunden.');
    await says(page, 'Ihr Text bleibt hier stehen.');
    expect(field.value).to.equal('Wichtig.');

    await choose(one(page, '#comment-c1'), 'Antworten');
    await appears(page, '[data-form=reply-c1]');
    await waitUntil(() => focused()?.localName === 'textarea' && focused() !== field);
    await type('Halb fertig');
    await choose(one(page, '[data-form=reply-c1]'), 'Abbrechen');
    await waitUntil(() => all(page, '[data-form=reply-c1]').length === 0);
    await choose(one(page, '#comment-c1'), 'Antworten');
    const again = await appears<HTMLTextAreaElement>(await appears(page, '[data-form=reply-c1]'), 'textarea');
    expect(again.value).to.equal('Halb fertig');
  });

  it('brings back what was written when the idea is opened again', async () => {
    const port = portOf(OPEN_IDEA);
    const page = await putPage(OPEN_IDEA, { port });
    await startWriting(page);
    await type('Noch nicht gesendet');
    page.remove();
    const later = await putPage(OPEN_IDEA, { port });
    await waitUntil(() => all(later, 'textarea').length > 0);
    expect(fieldOf(later, 'Ihr Beitrag').value).to.equal('Noch nicht gesendet');
    await says(later, 'Ihr Text von vorhin ist wieder da.');
  });

  it('changes a comment, and shows what somebody else saved in the meantime', async () => {
    const good = portOf(OPEN_IDEA);
    let other = false;
    const matches: (string | undefined)[] = [];
    const page = await putPage(OPEN_IDEA, {
      port: {
        ...good,
        comments: async () => {
          const answer = await good.comments('formulare');
          return other
            ? {
                ...answer,
                items: answer.items.map((each) =>
                  each.id === 'c2' ? { ...each, body: 'Auf dem Handy geändert.', etag: '"c2-2"' } : each,
                ),
              }
            : answer;
        },
        editComment: (comment, body, options) => {
          matches.push(options?.ifMatch);
          if (options?.ifMatch === '"c2-2"') return good.editComment(comment, body);
          other = true;
          return Promise.reject(new BackendError('conflict', 'planned', { status: 412 }));
        },
      },
    });
    const comment = await appears(page, '#comment-c2');
    await choose(comment, 'Bearbeiten');
    const field = await appears<HTMLTextAreaElement>(comment, 'textarea');
    expect(field.value).to.equal('Sehr gern. Passt Dienstag?');
    await waitUntil(() => focused() === field);
    await press('End', 'Control');
    await type(' Oder Mittwoch?');
    await choose(comment, 'Änderung speichern');
    await says(comment, 'Inzwischen steht dort: Auf dem Handy geändert.');
    expect(field.value).to.equal('Sehr gern. Passt Dienstag? Oder Mittwoch?');
    await choose(comment, 'Änderung speichern');
    await says(comment, 'Sehr gern. Passt Dienstag? Oder Mittwoch?');
    await waitUntil(() => all(comment, 'textarea').length === 0);
    expect(matches).to.deep.equal(['"c2-1"', '"c2-2"']);
  });

  it('removes one’s own comment after asking, and says that it was removed', async () => {
    const page = await putPage(OPEN_IDEA);
    const comment = await appears(page, '#comment-c2');
    await choose(comment, 'Entfernen');
    await says(comment, 'Diesen Beitrag wirklich entfernen?');
    await choose(comment, 'Ja, entfernen');
    await says(comment, 'Dieser Beitrag wurde von der Person entfernt, die ihn schrieb.');
    await says(page, 'Ihr Beitrag ist entfernt.');
  });

  it('reacts at once, and takes it back where the source refuses', async () => {
    const page = await putPage(OPEN_IDEA);
    const comment = await appears(page, '#comment-c1');
    const thanks = byName(comment, /^Danke/);
    expect([thanks.getAttribute('aria-pressed'), textOf(thanks)]).to.deep.equal(['true', 'Danke 2']);
    thanks.click();
    await waitUntil(() => textOf(thanks) === 'Danke 1', textOf(thanks));
    expect(thanks.getAttribute('aria-pressed')).to.equal('false');

    const failing = await putPage(OPEN_IDEA, { port: failingPort(OPEN_IDEA, 'busy') });
    const insight = byName(await appears(failing, '#comment-c1'), /^Guter Hinweis/);
    insight.click();
    await says(failing, 'wurde zurückgenommen. Die Quelle ist gerade ausgelastet.');
    expect(textOf(insight)).to.equal('Guter Hinweis 1');
  });

  it('says that a comment waits where it is read first', async () => {
    const good = portOf(OPEN_IDEA);
    const page = await putPage(OPEN_IDEA, {
      port: {
        ...good,
        comment: (id, input) => good.comment(id, input).then((made) => ({ ...made, state: 'pending' as const })),
      },
    });
    await startWriting(page);
    await type('Von mir.');
    await choose(page, 'Beitrag senden');
    await says(page, 'Ihr Beitrag ist angekommen. Die Moderation liest ihn, bevor andere ihn sehen.');
    await says(page, 'Wartet auf die Moderation');
  });

  it('asks for words where there are none, and for fewer where there are too many', async () => {
    const page = await putPage(OPEN_IDEA);
    const field = await startWriting(page);
    await choose(page, 'Beitrag senden');
    await says(page, 'Bitte schreiben Sie etwas.');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await expect(page).to.be.accessible();
    field.value = 'ä'.repeat(4001);
    field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    await says(page, 'Bitte kürzen Sie auf 4000 Zeichen.');
    await says(page, '1 Zeichen zu viel');
  });
});
