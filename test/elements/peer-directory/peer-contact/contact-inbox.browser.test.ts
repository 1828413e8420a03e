import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { VrContactInbox } from '../../../../src/elements/peer-directory/peer-contact/vr-contact-inbox.ts';
import '../../../../src/elements/peer-directory/peer-contact/vr-contact-inbox.define.ts';
import '../../../../src/elements/peer-directory/peer-contact/vr-contact-request.define.ts';
import type { VrContactRequest } from '../../../../src/elements/peer-directory/peer-contact/vr-contact-request.ts';
import { HENRIK, inDays, MIRJA_PEER, ROSA, STRANGER } from '../../../../stories/peer-directory/contact-people.ts';
import { ADDRESSES, contactPort } from '../../../../stories/peer-directory/contact-port.ts';
import { all, focused, one, textOf } from '../../support/deep.ts';
import { appears, choose, says, tick, write } from '../../idea-board/idea-page/support/page-stage.ts';
import { clearStage, heard, putPart } from '../support/part-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const account = { me: () => Promise.resolve(ROSA) };
const put = (more: Partial<VrContactInbox> & { readonly width?: number }): Promise<VrContactInbox> =>
  putPart<VrContactInbox>('vr-contact-inbox', { me: ROSA, account, ...more });

const item = (inbox: Element, id: string): HTMLElement => one(inbox, `[data-id=${id}]`);
const unfold = async (inbox: Element, id: string): Promise<void> => {
  await appears(inbox, `[data-id=${id}]`);
  one(item(inbox, id), '[data-unfold]').click();
  await appears(inbox, `[data-id=${id}] .detail`);
};
const submit = (root: Element): void =>
  one(root, 'vr-form').shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
const markup = (root: Element): string =>
  [root, ...all(root, '*')].map((each) => (each.shadowRoot?.innerHTML ?? '') + each.outerHTML).join('');

describe('<vr-contact-inbox>', () => {
  afterEach(clearStage);

  it('puts first what waits, says how each stands, and tells how many wait', async () => {
    const inbox = await put({ port: contactPort(), width: 320 });
    await says(inbox, 'Warten auf Ihre Antwort');
    const order = all(inbox, '.item').map(({ dataset }) => dataset['id']);
    expect(order).to.deep.equal(['r-1', 'r-2', 'r-3', 'r-4']);
    expect(textOf(item(inbox, 'r-4'))).to.contain('Verfallen');
    expect(textOf(inbox)).to.contain('2 warten');
    expect(heard.at(-1)?.detail).to.deep.equal({ waiting: 2 });
    await expect(inbox).to.be.accessible();
    await unfold(inbox, 'r-1');
    await says(inbox, 'Mit der Zusage sehen Sie von Henrik Aktendeckel: E-Mail, Telefon.');
    await expect(inbox).to.be.accessible();
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    await choose(inbox, 'Eintrag von Henrik Aktendeckel ansehen');
    expect(heard.at(-1)?.detail).to.deep.equal({ id: 'henrik' });
    await choose(inbox, 'Gesendet');
    await says(inbox, 'Noch ohne Antwort');
    expect(textOf(item(inbox, 's-2'))).to.contain('Gerade keine Zeit');
    await expect(inbox).to.be.accessible();
  });

  it('accepts with what the reader gives, and shows addresses only when they are asked for', async () => {
    const port = contactPort();
    const inbox = await put({ port });
    await unfold(inbox, 'r-1');
    await choose(item(inbox, 'r-1'), /^Annehmen/);
    await says(inbox, 'Was darf Henrik Aktendeckel von Ihnen sehen?');
    await waitUntil(() => focused()?.closest('fieldset, form') !== null, 'the focus is in the form');
    await expect(inbox).to.be.accessible();
    tick(inbox, /^E-Mail/);
    submit(inbox);
    await says(inbox, 'Angenommen. Henrik Aktendeckel bekommt Bescheid.');
    expect(port.calls).to.include('accept r-1 email');
    expect(heard.at(-1)?.detail).to.deep.equal({ waiting: 1 });
    const { email = '', phone = '' } = ADDRESSES['henrik']!;
    expect(markup(inbox)).to.not.contain(email);
    await waitUntil(() => focused()?.matches('[data-show]') === true, 'the way to the addresses has the focus');
    await choose(inbox, 'Kontaktdaten zeigen');
    await says(inbox, email);
    expect(one(inbox, 'a[href^=mailto]').getAttribute('href')).to.equal(`mailto:${email}`);
    expect(one(inbox, 'a[href^=tel]').textContent).to.equal(phone);
    expect(one(inbox, 'a[href^=tel]').getAttribute('href')).to.equal('tel:+4955519870');
    await waitUntil(() => focused()?.matches('.addresses') === true, 'they are read at once');
    await expect(inbox).to.be.accessible();
    await choose(inbox, /^Kopieren: E-Mail/);
    await says(inbox, /E-Mail ist (kopiert|markiert)/);
    await choose(inbox, 'Kontaktdaten verbergen');
    await waitUntil(() => !markup(inbox).includes(email), 'they have left the page');
    await choose(inbox, 'Kontaktdaten zeigen');
    await says(inbox, email);
    one(item(inbox, 'r-1'), '[data-unfold]').click();
    await waitUntil(() => !markup(inbox).includes(email), 'folding up takes them along');
  });

  it('demands that one of the two gives a way to be reached', async () => {
    const port = contactPort();
    const inbox = await put({ port, width: 280 });
    await unfold(inbox, 'r-2');
    await choose(item(inbox, 'r-2'), /^Annehmen/);
    await says(inbox, 'Ida Funkenflug gibt keine Adresse weiter.');
    const choice = (await appears(inbox, 'input[type=checkbox]')).closest('form')!;
    expect(choice.scrollWidth, 'a long address breaks').to.be.at.most(choice.clientWidth);
    submit(inbox);
    await says(inbox, 'Geben Sie mindestens einen Kontaktweg frei');
    expect(port.calls).to.deep.equal([]);
    tick(inbox, /^Telefon/);
    submit(inbox);
    await says(inbox, 'Angenommen.');
    await choose(inbox, 'Kontaktdaten zeigen');
    await says(inbox, 'Ida Funkenflug hat keine Adresse freigegeben.');
  });

  it('declines without a reason, with the words that the other one sees', async () => {
    const port = contactPort();
    const inbox = await put({ port });
    await unfold(inbox, 'r-1');
    await choose(item(inbox, 'r-1'), /^Absagen/);
    await says(inbox, 'Henrik Aktendeckel sieht: „Gerade keine Zeit“. Einen Grund brauchen Sie nicht');
    await waitUntil(() => focused()?.textContent?.trim() === 'Doch nicht', 'the way back has the focus');
    await expect(inbox).to.be.accessible();
    await choose(inbox, 'Doch nicht');
    await waitUntil(() => focused()?.dataset['answer'] === 'decline', 'the focus is back where it was');
    await choose(item(inbox, 'r-1'), /^Absagen/);
    await choose(inbox, 'Anfrage absagen');
    await says(inbox, 'Abgesagt. Henrik Aktendeckel sieht: „Gerade keine Zeit“.');
    await waitUntil(
      () => focused()?.matches('[data-id=r-1] [data-unfold]') === true,
      'the focus stays with the request',
    );
    expect(port.calls).to.deep.equal(['decline r-1']);
  });

  it('blocks and lifts the block', async () => {
    const port = contactPort();
    const inbox = await put({ port });
    await unfold(inbox, 'r-1');
    await choose(item(inbox, 'r-1'), /^Blockieren/);
    await says(inbox, 'Diese Anfrage sieht aus wie abgesagt');
    await choose(inbox, 'Henrik Aktendeckel blockieren');
    await says(inbox, 'Henrik Aktendeckel kann Ihnen keine Anfragen mehr senden.');
    one(inbox, '.blocked summary').click();
    await choose(inbox, 'Blockierung von Henrik Aktendeckel aufheben');
    await says(inbox, 'Henrik Aktendeckel kann Sie wieder um Kontakt bitten.');
    await says(inbox, 'Sie haben niemanden blockiert.');
    await expect(inbox).to.be.accessible();
    expect(port.calls).to.deep.equal(['block r-1', 'unblock henrik']);
  });

  it('takes back what was sent', async () => {
    const port = contactPort();
    const inbox = await put({ port });
    await choose(inbox, 'Gesendet');
    await unfold(inbox, 's-1');
    await says(inbox, 'Nach der Zusage sichtbar: E-Mail');
    await choose(item(inbox, 's-1'), /^Zurücknehmen/);
    await choose(inbox, 'Anfrage zurücknehmen');
    await says(inbox, 'Ihre Anfrage ist zurückgenommen.');
    expect(port.calls).to.deep.equal(['withdraw s-1']);
  });

  it('opens the request that a link names, in whichever list it stands', async () => {
    const inbox = await put({ port: contactPort(), requestId: 's-2' });
    await says(inbox, 'Mit welchem Werkzeug zeichnen Sie Ihre Abläufe?');
    await says(inbox, 'Andere im Verzeichnis haben vielleicht Zeit.');
    await waitUntil(() => focused()?.matches('[data-id=s-2] [data-unfold]') === true, 'it has the focus');
    inbox.requestId = 'r-3';
    await says(inbox, 'Darf ich einen Vormittag lang zusehen');
    inbox.requestId = 'nowhere';
    await says(inbox, 'Diese Anfrage gibt es nicht mehr, oder sie ist nicht für Sie bestimmt.');
    await expect(inbox).to.be.accessible();
  });

  it('says how a request stands that was over when it was answered', async () => {
    const port = contactPort();
    const inbox = await put({ port });
    await unfold(inbox, 'r-1');
    await choose(item(inbox, 'r-1'), /^Absagen/);
    port.change('r-1', { state: 'withdrawn', topic: undefined, message: '', can: ['block'] });
    await choose(inbox, 'Anfrage absagen');
    await says(inbox, 'Diese Anfrage ist nicht mehr offen. Ihr Stand: Zurückgenommen.');
    await says(inbox, 'Ihr Text ist nicht mehr zu sehen.');
  });

  it('says that an answer failed, beside the question, and takes it the next time', async () => {
    const port = contactPort();
    const answer = port.answerRequest!;
    let dead = true;
    port.answerRequest = (...given) =>
      dead ? Promise.reject(new BackendError('timeout', 'Planned')) : answer(...given);
    const inbox = await put({ port });
    await unfold(inbox, 'r-1');
    await choose(item(inbox, 'r-1'), /^Absagen/);
    await choose(inbox, 'Anfrage absagen');
    await says(inbox, 'Das hat nicht geklappt.');
    dead = false;
    await choose(inbox, 'Anfrage absagen');
    await says(inbox, 'Abgesagt.');
  });

  it('shows what is on its way before what has arrived', async () => {
    let away = true;
    const port = contactPort({ refuse: () => (away ? new BackendError('offline', 'Planned') : undefined) });
    const request = await putPart<VrContactRequest>('vr-contact-request', {
      me: ROSA,
      account,
      port,
      peer: MIRJA_PEER,
    });
    await says(request, 'Was darf Mirja Feldweg sehen');
    write(request, 'Ihre Nachricht', 'Haben Sie eine Vorlage für mich? Das wäre sehr freundlich.');
    await choose(request, 'Anfrage senden');
    await says(request, 'Ihre Anfrage wartet');
    request.remove();
    const inbox = await put({ port });
    await choose(inbox, 'Gesendet');
    await says(inbox, 'Anfrage an Mirja Feldweg');
    await expect(inbox).to.be.accessible();
    away = false;
    await choose(inbox, 'Erneut senden');
    await waitUntil(() => all(inbox, '.panel').length === 0, 'nothing is on its way any more');
    await waitUntil(() => all(inbox, '.item').length === 3, 'it stands among those that were sent');
  });

  it('says what is loading, empty, failed, denied, and shows strangers the way in', async () => {
    const waits = { ...contactPort(), requests: () => new Promise<never>(() => undefined) };
    const loading = await put({ port: waits });
    await says(loading, 'Die Anfragen werden geladen');
    await expect(loading).to.be.accessible();
    const empty = await put({ port: contactPort({ items: [] }) });
    await says(empty, 'Noch hat Sie niemand um Kontakt gebeten.');
    await expect(empty).to.be.accessible();
    for (const [kind, sentence] of [
      ['offline', 'nicht mit dem Netz verbunden'],
      ['denied', 'nur eingeloggt zu sehen'],
    ] as const) {
      const dead = { ...contactPort(), requests: () => Promise.reject(new BackendError(kind, 'Planned')) };
      const failed = await put({ port: dead });
      await says(failed, sentence);
      await expect(failed).to.be.accessible();
    }
    let asked = 0;
    const signIn = (): Promise<boolean> => Promise.resolve(Boolean(asked++));
    const stranger = await put({ port: contactPort(), me: STRANGER, account: { ...account, signIn } });
    await says(stranger, 'Ihre Kontaktanfragen sehen Sie, sobald Sie eingeloggt sind.');
    await expect(stranger).to.be.accessible();
    await choose(stranger, 'Einloggen');
    expect(asked).to.equal(1);
  });

  it('stays whole with a long list, names and words, and speaks English', async () => {
    document.documentElement.lang = 'en';
    const many = ['r-1', 'r-2', 'r-3'].map((id, at) => ({
      id,
      box: 'received' as const,
      peer: { ...HENRIK, displayName: 'Donaudampfschifffahrtsgesellschaftskapitänswitwe'.repeat(2) },
      topic: 'Verwaltungsverfahrensbeschleunigungsgesetz'.repeat(3),
      message: `${'Wort'.repeat(60)}\n\nمرحبا`,
      reveal: [],
      state: at === 0 ? ('sent' as const) : ('declined' as const),
      createdAt: inDays(-1),
      expiresAt: inDays(13),
      can: [],
    }));
    const port = contactPort({ items: many });
    const requests = port.requests!;
    port.requests = async (query) => ({ ...(await requests(query)), ...(query.cursor ? {} : { next: 'more' }) });
    const inbox = await put({ port, locale: 'en-GB', width: 320 });
    await says(inbox, 'Waiting for your answer');
    await unfold(inbox, 'r-1');
    await choose(inbox, 'Show more');
    await waitUntil(() => all(inbox, '.more').length === 0, 'there is no more');
    expect(all(inbox, '.item').length).to.equal(3);
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    await expect(inbox).to.be.accessible();
  });
});
