import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/backend-error.ts';
import {
  failing,
  ideaOf,
  never,
  ROSA,
  SECRET,
  STRANGER,
  submissionBackend,
} from '../../../stories/idea-submission/sample-backends.ts';
import { all, byName, one, textOf } from '../support/deep.ts';
import { appears, clearStage, fillTo, headed, pressButton, putForm, says, submitAll, write } from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const leaving = (): boolean => !window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));

describe('an idea on its way', () => {
  afterEach(clearStage);

  it('says that it is being sent, and cannot be sent twice', async () => {
    const backend = submissionBackend({ create: never });
    const form = await putForm({ backend });
    await submitAll(form);
    await says(form, 'Wird gesendet');
    await says(form, 'Ihre Idee ist unterwegs');
    expect(all(form, 'button[type=submit]')).to.have.length(0);
    expect(backend.heard).to.have.length(1);
  });

  it('waits for the network, says so, warns on leaving, and goes with the same key when asked', async () => {
    const backend = submissionBackend({ create: failing('offline', {}, 1) });
    const form = await putForm({ backend });
    await submitAll(form);
    await says(form, 'Wartet auf Netz');
    await says(form, 'Lassen Sie dieses Fenster bis dahin bitte offen.');
    expect(leaving()).to.equal(true);
    await pressButton(form, 'Erneut senden');
    await headed('Ihre Idee ist angekommen');
    const keys = backend.heard.map(({ options }) => options?.idempotencyKey);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('waits its turn where too many submit at once', async () => {
    const form = await putForm({
      backend: submissionBackend({ create: failing('busy', { status: 429, retryAfter: 1 }, 1) }),
    });
    await submitAll(form);
    await says(form, 'Gerade kommen sehr viele Einreichungen an.');
    await headed('Ihre Idee ist angekommen');
  });

  it('goes on after a reload where storage allows, with the same key, and shows the confirmation', async () => {
    const first = submissionBackend({ create: failing('offline') });
    const form = await putForm({ backend: first, attributes: 'storage="session"' });
    await submitAll(form);
    await says(form, 'Auch nach einem Neuladen dieser Seite geht es weiter.');
    expect(JSON.stringify({ ...sessionStorage })).to.contain('Ein Regal für Werkzeug');
    form.remove();
    const second = submissionBackend();
    const again = await putForm({ backend: second, attributes: 'storage="session"' });
    await says(again, /Ihre Idee ist (unterwegs|angekommen)/);
    if (!textOf(again).includes('angekommen')) await pressButton(again, 'Erneut senden');
    await says(again, 'Ihre Idee ist angekommen');
    expect(second.heard[0]?.options?.idempotencyKey).to.equal(first.heard[0]?.options?.idempotencyKey);
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('Ein Regal');
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain(SECRET);
  });

  it('keeps nothing on the device unless it may', async () => {
    const form = await putForm();
    await fillTo(form, 'preview');
    expect({ ...localStorage, ...sessionStorage }).to.deep.equal({});
    expect(leaving()).to.equal(true);
  });

  it('offers to sign in where that is needed, keeps what was written, and sends it then', async () => {
    let asked = 0;
    const backend = submissionBackend({
      me: STRANGER,
      vocabulary: { anonymous: false },
      signIn: async () => ++asked > 0,
    });
    const form = await putForm({ backend });
    await says(form, 'Zum Einreichen loggen Sie sich bitte ein. Schreiben können Sie schon jetzt.');
    await submitAll(form);
    await headed('Ihre Idee ist angekommen');
    expect(asked).to.equal(1);
    expect(backend.heard[0]?.input.title).to.equal('Ein Regal für Werkzeug, das alle brauchen');
  });

  it('survives a sign-in that leaves the page, and only that', async () => {
    const signIn = (): Promise<boolean> => new Promise(() => undefined);
    const form = await putForm({
      backend: submissionBackend({ me: STRANGER, vocabulary: { anonymous: false }, signIn }),
    });
    await fillTo(form, 'idea');
    await pressButton(form, 'Zurück');
    await pressButton(form, 'Einloggen');
    await waitUntil(() => JSON.stringify({ ...sessionStorage }).includes('Ein Regal'), 'laid down for the way');
    form.remove();
    const back = await putForm({ backend: submissionBackend({ me: ROSA }) });
    await says(back, 'Sie sind eingeloggt. Ihr Entwurf ist noch da.');
    expect(one<HTMLTextAreaElement>(back, 'textarea').value).to.contain('jeden Morgen Werkzeug');
    expect({ ...localStorage, ...sessionStorage }).to.deep.equal({});
  });

  it('says so when the sign-in has ended, and goes on after a new one', async () => {
    let allowed = false;
    const backend = submissionBackend({
      me: ROSA,
      signIn: async () => (allowed = true),
      create: async (input) => {
        if (!allowed) throw new BackendError('denied', 'Signed out', { status: 401 });
        return { idea: ideaOf(input) };
      },
    });
    const form = await putForm({ backend });
    await submitAll(form);
    await says(form, 'Sie sind nicht mehr eingeloggt');
    allowed = true;
    await pressButton(form, 'Erneut senden');
    await headed('Ihre Idee ist angekommen');
  });
});

describe("a form's draft", () => {
  afterEach(clearStage);

  it('is back after a reload of the tab where storage allows, and can be discarded', async () => {
    const form = await putForm({ attributes: 'storage="session"' });
    await fillTo(form, 'idea');
    await waitUntil(() => JSON.stringify({ ...sessionStorage }).includes('Seltenes Werkzeug'));
    form.remove();
    const again = await putForm({ attributes: 'storage="session"' });
    await says(again, 'Ihr Entwurf ist wieder da.');
    expect(one<HTMLTextAreaElement>(again, 'textarea').value).to.contain('jeden Morgen');
    await pressButton(again, 'Entwurf verwerfen');
    await waitUntil(() => one<HTMLTextAreaElement>(again, 'textarea').value === '');
    expect({ ...sessionStorage }).to.deep.equal({});
  });

  it('stays on the device only for who says so, and is never shown to another person', async () => {
    const form = await putForm({ attributes: 'storage="local"' });
    await fillTo(form, 'problem');
    await waitUntil(() => Object.keys(sessionStorage).length > 0);
    expect({ ...localStorage }).to.deep.equal({});
    (await appears<HTMLInputElement>(form, 'input[name=remember]')).click();
    await waitUntil(() => JSON.stringify({ ...localStorage }).includes('jeden Morgen'));
    expect({ ...sessionStorage }).to.deep.equal({});
    form.remove();
    const other = await putForm({ attributes: 'storage="local"', backend: submissionBackend({ me: ROSA }) });
    await says(other, 'Rosa Wiesengrund');
    expect(one<HTMLTextAreaElement>(other, 'textarea').value).to.equal('');
    other.remove();
    const again = await putForm({ attributes: 'storage="local"' });
    await says(again, 'Ihr Entwurf ist wieder da.');
  });

  it('is not overwritten where another tab has gone on with it: the person chooses', async () => {
    const form = await putForm({ attributes: 'storage="local"' });
    await fillTo(form, 'problem');
    (await appears<HTMLInputElement>(form, 'input[name=remember]')).click();
    await waitUntil(() => Object.keys(localStorage).length > 0);
    const [key, text] = Object.entries(localStorage)[0] as [string, string];
    const kept = JSON.parse(text) as { value: { form: Record<string, unknown> } };
    const other = JSON.stringify({
      ...kept,
      tab: 'another',
      at: Date.now() + 1000,
      value: { ...kept.value, form: { ...kept.value.form, problem: 'Im anderen Tab geschrieben' } },
    });
    localStorage.setItem(key, other);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: other, storageArea: localStorage }));
    await says(form, 'Diesen Entwurf haben Sie inzwischen in einem anderen Tab geändert.');
    await pressButton(form, 'Stand aus dem anderen Tab übernehmen');
    await waitUntil(() => one<HTMLTextAreaElement>(form, 'textarea').value === 'Im anderen Tab geschrieben');
    await write(form, 'problem', 'Hier weiter geschrieben');
    expect(byName(form, 'Weiter zu Ihrer Idee')).to.exist;
  });
});
