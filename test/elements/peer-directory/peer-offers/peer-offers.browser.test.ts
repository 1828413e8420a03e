import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { VrPeerOffers } from '../../../../src/elements/peer-directory/peer-offers/vr-peer-offers.ts';
import '../../../../src/elements/peer-directory/peer-offers/vr-peer-offers.define.ts';
import { shortDay } from '../../../../src/i18n/date-words.ts';
import { addMonths } from '../../../../src/model/plain-date.ts';
import { plainDateAt } from '../../../../src/model/time-zone.ts';
import { dayIn, ROSA, STRANGER } from '../../../../stories/peer-directory/contact-people.ts';
import { offersPort } from '../../../../stories/peer-directory/offers-port.ts';
import { all, focused, one, textOf } from '../../support/deep.ts';
import { appears, choose, fieldOf, says, tick, write } from '../../idea-board/idea-page/support/page-stage.ts';
import { clearStage, heard, putPart } from '../support/part-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const put = (more: Partial<VrPeerOffers> & { readonly width?: number }): Promise<VrPeerOffers> =>
  putPart<VrPeerOffers>('vr-peer-offers', { me: ROSA, ...more });

const card = (offers: Element, id: string): HTMLElement => one(offers, `[data-id=${id}]`);
const mine = (offers: Element, id: string): HTMLElement => one(offers, `.mine[data-id=${id}]`);
const submit = (root: Element): void =>
  one(root, 'vr-form').shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
const select = (offers: Element, name: string, value: string): void => {
  const field = one<HTMLSelectElement>(offers, `select[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
};
const monthsAhead = (months: number): string => addMonths(plainDateAt('Europe/Berlin', Date.now()), months);

describe('<vr-peer-offers>', () => {
  afterEach(clearStage);

  it('shows short cards with who, what, in which form and until when, and leads on from them', async () => {
    const offers = await put({ port: offersPort(), width: 320 });
    await says(offers, 'Wie wir 40 Jugendliche');
    const text = textOf(card(offers, 'o-1'));
    for (const part of ['Bietet', 'Bürgerbeteiligung', 'Workshop', 'Mirja Feldweg', 'Kreis Auental'])
      expect(text).to.contain(part);
    expect(text).to.contain(`bis ${shortDay('de-DE', dayIn(90))}`);
    await expect(offers).to.be.accessible();
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    await choose(card(offers, 'o-1'), /^Kontakt anfragen/);
    expect(heard.at(-1)?.detail.peer.id).to.equal('mirja');
    expect(heard.at(-1)?.detail.about).to.deep.equal({ type: 'offer', id: 'o-1', title: 'Bürgerbeteiligung' });
    await choose(card(offers, 'o-1'), 'Mirja Feldweg, Eintrag ansehen');
    expect(heard.at(-1)?.type).to.equal('vr-peer-open');
    expect(heard.at(-1)?.detail).to.deep.equal({ id: 'mirja' });
  });

  it('narrows by direction, topic, form and words, each choice with its count', async () => {
    const offers = await put({ port: offersPort() });
    await says(offers, '6 Einträge');
    const direction = one<HTMLSelectElement>(offers, 'select[name=direction]');
    expect([...direction.options].map(({ text }) => text.trim())).to.deep.equal(['Alle', 'Bietet (3)', 'Sucht (3)']);
    select(offers, 'direction', 'seek');
    await says(offers, '3 Einträge');
    select(offers, 'topic', 'prozesse');
    await says(offers, '2 Einträge');
    select(offers, 'form', 'workshop');
    await says(offers, 'Zu dieser Auswahl gibt es nichts.');
    await choose(offers, 'Filter zurücksetzen');
    await says(offers, '6 Einträge');
    const search = one<HTMLInputElement>(offers, 'input[type=search]');
    search.value = 'Scannen';
    search.dispatchEvent(new CustomEvent('input', { bubbles: true }));
    await says(offers, '1 Eintrag');
    expect(textOf(card(offers, 'o-4'))).to.contain('Bauakten');
  });

  it('puts up an offer with a topic of the list, and a search with a word of one’s own', async () => {
    const port = offersPort({ own: [] });
    const offers = await put({ port });
    await says(offers, 'Sie bieten und suchen zurzeit nichts.');
    await choose(offers, 'Etwas anbieten');
    await says(offers, 'Wer es brauchen kann, bittet Sie um Kontakt');
    await waitUntil(() => focused()?.id === 'in-topic', 'writing begins with the topic');
    await expect(offers).to.be.accessible();
    submit(offers);
    await says(offers, 'Bitte ausfüllen');
    write(offers, 'Thema', 'leichte sprache');
    write(offers, 'Was genau bieten Sie?', 'Ich lese gegen.');
    tick(offers, /^3 Monate/);
    submit(offers);
    await says(offers, `Ihr Eintrag steht bis ${shortDay('de-DE', monthsAhead(3))} am Brett.`);
    await waitUntil(() => focused()?.dataset['begin'] === 'offer', 'the focus is back where it began');
    expect(port.calls[0]).to.equal(
      `create {"direction":"offer","topic":"sprache","form":"talk","text":"Ich lese gegen.","until":"${monthsAhead(3)}"} once`,
    );
    await choose(offers, 'Etwas suchen');
    await appears(offers, 'vr-form');
    write(offers, 'Thema', 'Wartemarken');
    tick(offers, 'Anderes Datum');
    await appears(offers, '#in-until');
    write(offers, 'Letzter Tag', '2020-01-01');
    submit(offers);
    await says(offers, 'Das liegt in der Vergangenheit');
    write(offers, 'Letzter Tag', '2999-01-01');
    await says(offers, 'Höchstens zwölf Monate voraus');
    write(offers, 'Letzter Tag', dayIn(40));
    submit(offers);
    await says(offers, `Ihr Eintrag steht bis ${shortDay('de-DE', dayIn(40))} am Brett.`);
    expect(port.calls[1]).to.contain('"direction":"seek","topic":"Wartemarken"');
  });

  it('says what ends soon and has run out, and renews it', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await says(offers, `endet bald, am ${shortDay('de-DE', dayIn(6))}`);
    expect(textOf(mine(offers, 'm-3'))).to.contain(`abgelaufen am ${shortDay('de-DE', dayIn(-4))}`);
    await choose(mine(offers, 'm-2'), /^Verlängern/);
    await says(offers, 'Wie lange soll „Prozesse aufnehmen“ noch am Brett stehen?');
    await expect(offers).to.be.accessible();
    tick(offers, /^12 Monate/);
    submit(offers);
    await says(offers, `Verlängert bis ${shortDay('de-DE', monthsAhead(12))}.`);
    await waitUntil(() => focused()?.closest('[data-id=m-2]') !== null, 'the focus stays with the offer');
    await choose(mine(offers, 'm-3'), /^Noch einmal/);
    await appears(offers, 'vr-form');
    submit(offers);
    await says(offers, `Steht wieder am Brett, bis ${shortDay('de-DE', monthsAhead(6))}.`);
    one(offers, 'details summary').click();
    await choose(mine(offers, 'm-4'), /^Noch einmal/);
    await appears(offers, 'vr-form');
    submit(offers);
    await waitUntil(() => all(offers, 'details').length === 0, 'nothing has ended any more');
    expect(port.calls.at(-1)).to.equal(`update m-4 {"until":"${monthsAhead(6)}","state":"open"}`);
  });

  it('settles and withdraws, and takes it back', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await choose(mine(offers, 'm-1'), /^Erledigt/);
    await says(offers, '„Leichte Sprache“ ist erledigt und steht nicht mehr am Brett.');
    await waitUntil(() => focused()?.textContent?.trim() === 'Rückgängig machen', 'the way back has the focus');
    await expect(offers).to.be.accessible();
    await choose(offers, 'Rückgängig machen');
    await says(offers, '„Leichte Sprache“ steht wieder am Brett.');
    port.change('m-1', { text: 'Anderswo geändert' });
    await choose(mine(offers, 'm-1'), /^Zurückziehen/);
    await says(offers, '„Leichte Sprache“ ist zurückgezogen');
    expect(port.calls).to.deep.equal([
      'update m-1 {"state":"matched"}',
      'update m-1 {"state":"open"}',
      'update m-1 {"state":"closed"}',
    ]);
  });

  it('lays both versions of an offer side by side where it was changed elsewhere', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await choose(mine(offers, 'm-1'), /^Bearbeiten/);
    await appears(offers, 'vr-form');
    expect(fieldOf(offers, 'Letzter Tag').value).to.equal(dayIn(90));
    write(offers, 'Was genau bieten Sie?', 'Auch Formulare.');
    port.change('m-1', { form: 'workshop' });
    await choose(offers, 'Änderungen speichern');
    await says(offers, 'Inzwischen hat jemand anderes etwas geändert');
    await waitUntil(() => focused()?.matches('.conflict .title') === true, 'what happened is read first');
    await expect(offers).to.be.accessible();
    await choose(offers, 'Auswahl speichern');
    await says(offers, 'Ihre Änderungen sind gespeichert.');
    expect(port.calls.at(-1)).to.equal('update m-1 {"text":"Auch Formulare."}');
    expect(textOf(mine(offers, 'm-1'))).to.contain('Workshop');
  });

  it('leads from an own offer to an impulse where there is a calendar to take it', async () => {
    const offers = await put({ port: offersPort() });
    await appears(offers, '.mine');
    expect(textOf(offers)).to.not.contain('Als Impuls anbieten');
    offers.eventUrl = '/termine.html#somewhere';
    await says(offers, 'Als Impuls anbieten');
    const link = one<HTMLAnchorElement>(mine(offers, 'm-1'), 'a');
    expect(link.getAttribute('href')).to.equal('/termine.html#vr-new-impulse=Leichte%20Sprache');
  });

  it('says where nobody else sees what one offers, and that an entry is needed', async () => {
    const draft = await put({ port: offersPort({ profile: { state: 'draft' } }) });
    await says(draft, 'Ihr Eintrag ist noch nicht veröffentlicht.');
    await expect(draft).to.be.accessible();
    const port = offersPort({ own: [] });
    const problem = { status: 404, code: 'not-listed' };
    port.createOffer = () => Promise.reject(new BackendError('missing', 'Planned', { status: 404, problem }));
    const offers = await put({ port, profileUrl: '/ich.html' });
    await choose(offers, 'Etwas suchen');
    await appears(offers, 'vr-form');
    write(offers, 'Thema', 'Wartemarken');
    submit(offers);
    await says(offers, 'Dafür muss Ihr Eintrag im Verzeichnis stehen. Mein Eintrag');
    expect(fieldOf(offers, 'Thema').value).to.equal('Wartemarken');
    const many = { status: 422, fieldErrors: [{ field: 'offers', code: 'too-many', limit: 20 }] };
    port.createOffer = () => Promise.reject(new BackendError('invalid', 'Planned', { status: 422, problem: many }));
    submit(offers);
    await says(offers, 'Mehr Einträge sind nicht möglich. Beenden Sie zuerst einen anderen');
    await choose(offers, 'Abbrechen');
    await choose(offers, 'Etwas suchen');
    await appears(offers, 'vr-form');
    expect(fieldOf(offers, 'Thema').value).to.equal('Wartemarken');
  });

  it('says what is loading, empty, failed, and shows strangers the way in', async () => {
    const waits = { ...offersPort(), offers: () => new Promise<never>(() => undefined) };
    const loading = await put({ port: waits });
    await says(loading, 'Angebote und Gesuche werden geladen');
    await expect(loading).to.be.accessible();
    const empty = await put({ port: offersPort({ board: [], own: [] }) });
    await says(empty, 'Zurzeit bietet und sucht hier niemand etwas.');
    await expect(empty).to.be.accessible();
    const dead = { ...offersPort(), offers: () => Promise.reject(new BackendError('offline', 'Planned')) };
    const failed = await put({ port: dead });
    await says(failed, 'nicht mit dem Netz verbunden');
    await expect(failed).to.be.accessible();
    let asked = 0;
    const signIn = (): Promise<boolean> => Promise.resolve(Boolean(asked++));
    const stranger = await put({
      port: offersPort({ own: [] }),
      me: STRANGER,
      account: { me: () => Promise.resolve(STRANGER), signIn },
    });
    await says(stranger, 'Eingeloggt sehen Sie, was zu Ihnen passt');
    await says(stranger, 'Kontakt anfragen');
    expect(textOf(stranger)).to.not.contain('Etwas anbieten');
    await expect(stranger).to.be.accessible();
    await choose(stranger, 'Einloggen');
    expect(asked).to.equal(1);
  });

  it('speaks English', async () => {
    document.documentElement.lang = 'en';
    const offers = await put({ port: offersPort(), locale: 'en-GB' });
    await says(offers, 'From the administrations');
    await says(offers, 'Public participation');
    await expect(offers).to.be.accessible();
  });
});
