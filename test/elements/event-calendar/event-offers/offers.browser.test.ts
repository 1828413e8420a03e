import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { VrEventOffers } from '../../../../src/elements/event-calendar/event-offers/vr-event-offers.ts';
import '../../../../src/elements/event-calendar/event-offers/vr-event-offers.define.ts';
import { offersPort, ORGANISER, STRANGER } from '../../../../stories/event-calendar/organiser-port.ts';
import { all, focused, one, textOf } from '../../support/deep.ts';
import { appears, choose, fieldOf, says, write } from '../../idea-board/idea-page/support/page-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const stages: HTMLElement[] = [];
let heard: CustomEvent[] = [];

async function put(more: Partial<VrEventOffers> & { readonly width?: number }): Promise<VrEventOffers> {
  const { width = 800, ...properties } = more;
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  document.body.append(stage);
  stages.push(stage);
  const offers = document.createElement('vr-event-offers');
  Object.assign(offers, { me: ORGANISER, ...properties });
  for (const name of ['vr-event-changed', 'vr-event-open-id'])
    stage.addEventListener(name, (event) => heard.push(event as CustomEvent));
  stage.append(offers);
  await offers.updateComplete;
  return offers;
}

const item = (offers: Element, id: string): HTMLElement => one(offers, `[data-id=${id}]`);

describe('<vr-event-offers>', () => {
  beforeEach(() => (heard = []));
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.remove();
  });

  it('lists impulses and circles, and takes interest with one press and back with another', async () => {
    const port = offersPort();
    const offers = await put({ port, width: 320 });
    await says(offers, '4 Menschen interessiert das');
    await says(offers, '2 von 6 Plätzen frei');
    await expect(offers).to.be.accessible();
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    const toggle = await choose(item(offers, 'imp-1'), /^Interessiert mich/);
    toggle.click();
    await says(offers, '5 Menschen interessiert das');
    expect(textOf(offers)).to.contain('Sie erfahren es zuerst');
    // The second half of a double click, after a fast answer.
    toggle.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    expect(one(item(offers, 'imp-1'), '.toggle').getAttribute('aria-pressed')).to.equal('true');
    await choose(item(offers, 'imp-1'), /^Interessiert mich/);
    await says(offers, '4 Menschen interessiert das');
    expect(port.calls.at(-1)).to.equal('interest imp-1 false');
  });

  it('offers an impulse, with the title that another page began', async () => {
    const port = offersPort([]);
    const offers = await put({ port, newImpulse: 'Ich zeige, wie wir Akten loswerden' });
    await appears(offers, 'vr-form');
    await waitUntil(() => focused()?.id === 'in-title', 'writing begins in the title');
    expect(fieldOf(offers, 'Was zeigen Sie?').value).to.equal('Ich zeige, wie wir Akten loswerden');
    await expect(offers).to.be.accessible();
    write(offers, 'Dauer in Minuten', '3');
    const send = all<HTMLButtonElement>(offers, 'vr-form button[type=submit]')[0] ?? one(offers, 'button[type=submit]');
    send.click();
    await says(offers, 'Bitte mindestens 5');
    write(offers, 'Dauer in Minuten', '20');
    one(offers, 'button[type=submit]').click();
    await says(offers, 'Ihr Impuls steht in der Liste.');
    expect(port.calls).to.deep.equal(['offer Ich zeige, wie wir Akten loswerden once']);
  });

  it('sets a date, tells who hears of it first, and leads to the event', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await choose(offers, /^Termin festlegen/);
    await says(offers, '7 Menschen haben Interesse und erfahren es zuerst.');
    write(offers, 'Tag', '2030-05-14');
    write(offers, 'Beginn', '09:00');
    await waitUntil(() => fieldOf(offers, 'Ende').value === '09:45', 'the end follows');
    write(offers, 'Plätze', '12');
    await says(offers, '24 Stunden vor allen anderen anmelden');
    await expect(offers).to.be.accessible();
    await choose(offers, 'Termin veröffentlichen');
    await says(offers, '7 Menschen sind benachrichtigt.');
    expect(port.calls.at(-1)).to.contain('"start":"2030-05-14T07:00:00Z","end":"2030-05-14T07:45:00Z","capacity":12');
    expect(heard.at(-1)?.type).to.equal('vr-event-changed');
    await choose(item(offers, 'imp-2'), /^Zum Termin/);
    expect(heard.at(-1)?.detail).to.deep.equal({ id: 'evt-new', start: '2030-05-14T07:00:00Z' });
  });

  it('asks before an impulse is withdrawn, with the focus on the way back', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await choose(offers, /^Zurückziehen/);
    await says(offers, '7 Menschen haben Interesse und werden benachrichtigt.');
    await waitUntil(() => focused()?.textContent?.trim() === 'Behalten', 'the way back has the focus');
    await choose(offers, 'Impuls zurückziehen');
    await says(offers, 'Der Impuls ist zurückgezogen.');
    expect(port.calls).to.deep.equal(['withdraw imp-2']);
  });

  it('lays both versions of an impulse side by side where it was changed elsewhere', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await choose(offers, /^Bearbeiten/);
    await appears(offers, 'vr-form');
    write(offers, 'Worum geht es genau?', 'Mit echten Bescheiden.');
    port.change('imp-2', { title: 'Anderswo geändert' });
    await choose(offers, 'Änderungen speichern');
    await says(offers, 'Inzwischen hat jemand anderes etwas geändert');
    await expect(offers).to.be.accessible();
    await choose(offers, 'Auswahl speichern');
    await says(offers, 'Ihre Änderungen sind gespeichert.');
    expect(port.calls.at(-1)).to.equal('update imp-2 {"abstract":"Mit echten Bescheiden."}');
    expect(textOf(item(offers, 'imp-2'))).to.contain('Anderswo geändert');
  });

  it('founds a circle whose dates are filled in, and changes single ones', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await choose(offers, 'Lernzirkel gründen');
    await appears(offers, 'vr-form');
    write(offers, 'Titel', 'Leichte Sprache');
    write(offers, 'Erstes Treffen', '2030-03-05');
    write(offers, 'Wie viele Treffen?', '3');
    await waitUntil(() => all(offers, '[data-field=dates] .row').length === 3, 'three meetings are filled in');
    const days = all<HTMLInputElement>(offers, '[data-field=dates] input[type=date]').map(({ value }) => value);
    expect(days).to.deep.equal(['2030-03-05', '2030-03-19', '2030-04-02']);
    await expect(offers).to.be.accessible();
    write(offers, 'Plätze', '2');
    one(offers, 'vr-form').shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await says(offers, 'Bitte mindestens 3');
    write(offers, 'Plätze', '6');
    one(offers, 'vr-form').shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await says(offers, 'Sie sind das erste Mitglied.');
    expect(port.calls).to.deep.equal(['found Leichte Sprache 3 6']);
  });

  it('lets members join and leave a circle', async () => {
    const port = offersPort();
    const offers = await put({ port });
    await choose(offers, /^Beitreten/);
    await says(offers, 'Die Termine finden Sie im Kalender.');
    await says(item(offers, 'cir-1'), '1 von 6 Plätzen frei');
    expect(textOf(item(offers, 'cir-2'))).to.contain('Mara Kestner');
    await choose(item(offers, 'cir-2'), /^Austreten/);
    await says(offers, 'Aus diesem Lernzirkel austreten?');
    one(item(offers, 'cir-2'), 'vr-form').shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await says(offers, 'Sie sind ausgetreten.');
    expect(port.calls).to.deep.equal(['register cir-1', 'unregister cir-2']);
  });

  it('shows strangers the way in, and says what is empty or failed', async () => {
    let asked = 0;
    const account = { me: () => Promise.resolve(STRANGER), signIn: () => Promise.resolve(Boolean(asked++)) };
    const stranger = await put({ port: offersPort([], []), me: STRANGER, account: account });
    await says(stranger, 'Noch bietet niemand einen Impuls an.');
    expect(textOf(stranger)).to.contain('Zurzeit läuft kein Lernzirkel.');
    await choose(stranger, 'Einloggen');
    expect(asked).to.equal(1);
    await expect(stranger).to.be.accessible();
    const dead = { ...offersPort(), impulses: () => Promise.reject(new BackendError('timeout', 'Planned')) };
    const broken = await put({ port: dead });
    await says(broken, 'Erneut versuchen');
    expect(textOf(broken)).to.contain('Verständlich schreiben im Amt');
  });
});
