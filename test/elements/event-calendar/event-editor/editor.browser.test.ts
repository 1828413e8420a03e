import { expect } from '@open-wc/testing';
import type { VrEventEditor } from '../../../../src/elements/event-calendar/event-editor/vr-event-editor.ts';
import '../../../../src/elements/event-calendar/event-editor/vr-event-editor.define.ts';
import {
  organiserPort,
  ORGANISER,
  OWN_EVENT,
  OWN_SERIES,
  refusingPort,
  STRANGER,
} from '../../../../stories/event-calendar/organiser-port.ts';
import { all, focused, one, textOf } from '../../support/deep.ts';
import { appears, choose, fieldOf, says, write } from '../../idea-board/idea-page/support/page-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const stages: HTMLElement[] = [];
let heard: string[] = [];

async function put(more: Partial<VrEventEditor> & { readonly width?: number }): Promise<VrEventEditor> {
  const { width = 800, ...properties } = more;
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  document.body.append(stage);
  stages.push(stage);
  const editor = document.createElement('vr-event-editor');
  Object.assign(editor, { me: ORGANISER, date: '2026-11-10', ...properties });
  for (const name of ['vr-event-changed', 'vr-event-close']) stage.addEventListener(name, () => heard.push(name));
  stage.append(editor);
  await editor.updateComplete;
  return editor;
}

const pick = (root: Element, label: string | RegExp): void => fieldOf(root, label).click();
const select = (root: Element, label: string, value: string): void => {
  const field = fieldOf<HTMLSelectElement>(root, label);
  field.value = value;
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
};

describe('<vr-event-editor>', () => {
  beforeEach(() => (heard = []));
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.remove();
  });

  it('creates an event once, however often it is sent', async () => {
    const port = organiserPort();
    const editor = await put({ port });
    await appears(editor, 'form');
    await expect(editor).to.be.accessible();
    write(editor, 'Titel', 'Meetup: Akten im Alltag');
    write(editor, 'Beginn', '2026-12-08');
    write(editor, 'Ort', 'Rathaus');
    select(editor, 'Wie oft?', 'monthly-nth');
    const typed = new CustomEvent('beforeunload', { cancelable: true });
    dispatchEvent(typed);
    expect(typed.defaultPrevented, 'asks while something is typed').to.equal(true);
    await editor.updateComplete;
    const { selectedOptions } = fieldOf<HTMLSelectElement>(editor, 'Wie oft?');
    expect(selectedOptions[0]?.textContent?.trim()).to.equal('Monatlich am zweiten Dienstag');
    const button = await choose(editor, 'Veranstaltung anlegen');
    button.click();
    await says(editor, '„Meetup: Akten im Alltag“ steht jetzt im Kalender.');
    expect(port.sent).to.have.length(1);
    const [{ input, options } = {}] = port.sent;
    expect(options?.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    expect(input).to.include({
      start: '2026-12-08T13:00:00Z',
      end: '2026-12-08T15:00:00Z',
      timeZone: 'Europe/Berlin',
      orgId: 'lindenhafen',
    });
    expect(input?.recurrence).to.deep.equal({ rule: 'FREQ=MONTHLY;BYDAY=2TU' });
    expect(heard).to.deep.equal(['vr-event-changed']);
    await waitUntil(() => focused()?.classList.contains('done'), 'the word on it has the focus');
    const leaving = new CustomEvent('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented, 'asks before the page is left').to.equal(false);
    await choose(editor, 'Fertig');
    expect(heard.at(-1)).to.equal('vr-event-close');
  });

  it('says what is wrong before it sends: at the field, in a summary with the focus, and from the server', async () => {
    const editor = await put({ port: organiserPort([OWN_EVENT]), event: OWN_EVENT, width: 320 });
    await appears(editor, 'form');
    write(editor, 'Titel', ' ');
    write(editor, 'Uhrzeit am Ende', '13:00');
    write(editor, 'Zeitzone', 'Europe/Lindenhafen');
    write(editor, 'Plätze', '20');
    write(editor, 'Anmeldung bis', '2026-11-11');
    await choose(editor, 'Änderungen speichern');
    await appears(editor, '.summary');
    for (const fault of [
      'Bitte ausfüllen',
      'Das Ende liegt vor dem Beginn',
      'Diese Zeitzone ist nicht bekannt',
      'Schon 23 Menschen sind angemeldet',
      'Das liegt nach dem Beginn der Veranstaltung',
    ])
      expect(textOf(editor)).to.contain(fault);
    await waitUntil(() => focused()?.classList.contains('summary'), 'the summary has the focus');
    await expect(editor).to.be.accessible();
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);

    const port = refusingPort([
      { field: 'topics.0', code: 'not-found' },
      { field: 'registration.capacity', code: 'below-registered' },
    ], [OWN_EVENT]); // prettier-ignore
    const other = await put({ port, event: OWN_EVENT });
    await appears(other, 'form');
    write(other, 'Titel', 'Anders');
    await choose(other, 'Änderungen speichern');
    await says(other, 'Das ist hier nicht bekannt');
    expect(textOf(other)).to.contain('Schon 23 Menschen sind angemeldet');
    expect(fieldOf(other, 'Titel').value).to.equal('Anders');
  });

  it('lays both versions side by side where somebody was faster, and loses nothing of either', async () => {
    const port = organiserPort([OWN_EVENT]);
    const editor = await put({ port, event: OWN_EVENT });
    await appears(editor, 'form');
    write(editor, 'Titel', 'Mein Titel');
    write(editor, 'Kurz gesagt', 'Mein Satz');
    write(editor, /^Was sollen die Angemeldeten/, 'Bitte lesen.');
    port.change('evt-1', { title: 'Ihr Titel', place: { name: 'Bücherei' } });
    await choose(editor, 'Änderungen speichern');
    await says(editor, 'Inzwischen hat jemand anderes etwas geändert');
    const conflict = one(editor, '.conflict');
    for (const version of ['Mein Titel', 'Ihr Titel', 'Mein Satz', 'Bücherei', 'Rathaus Lindenhafen, Raum 2.14'])
      expect(textOf(conflict)).to.contain(version);
    await expect(editor).to.be.accessible();
    one(conflict, '[data-field=title] .theirs input').click();
    await choose(editor, 'Auswahl speichern');
    await says(editor, 'Ihre Änderungen sind gespeichert. 23 Angemeldete werden benachrichtigt.');
    expect(port.sent.at(-1)?.input).to.deep.equal({ summary: 'Mein Satz', message: 'Bitte lesen.' });
  });

  it('asks for a series whether one date or all of it is meant, and what that means', async () => {
    const port = organiserPort([OWN_SERIES]);
    const editor = await put({ port, event: OWN_SERIES });
    await says(editor, 'Die anderen Termine bleiben, wie sie sind.');
    await expect(editor).to.be.accessible();
    expect(textOf(editor)).to.contain('Nur diesen Termin: Di., 24. November 2026');
    pick(editor, /^Die ganze Reihe/);
    await choose(editor, 'Weiter zum Formular');
    await appears(editor, 'vr-form');
    expect(fieldOf(editor, 'Beginn').value).to.equal('2026-11-10');
    expect(fieldOf<HTMLSelectElement>(editor, 'Wie oft?').value).to.equal('weekly');
    expect(fieldOf(editor, 'Alle wie viele Wochen').value).to.equal('2');
    write(editor, 'Uhrzeit', '15:00');
    await choose(editor, 'Änderungen speichern');
    await says(editor, 'Wer zu einem der Termine angemeldet ist, wird benachrichtigt.');
    expect(port.sent.at(-1)?.input).to.deep.equal({ start: '2026-11-10T14:00:00Z', end: '2026-11-10T15:00:00Z' });
  });

  it('cancels with a reason and takes that back, and moves online', async () => {
    const port = organiserPort([OWN_EVENT]);
    const editor = await put({ port, event: OWN_EVENT });
    await choose(editor, 'Absagen');
    await says(editor, '23 Angemeldete werden benachrichtigt.');
    write(editor, /^Warum fällt es aus/, 'Sturm.');
    await expect(editor).to.be.accessible();
    await choose(editor, 'Veranstaltung absagen');
    await says(editor, 'Die Veranstaltung ist abgesagt.');
    expect(port.sent.at(-1)?.input).to.deep.equal({ status: 'cancelled', message: 'Sturm.' });
    await choose(editor, 'Absage zurücknehmen');
    await says(editor, 'Die Absage ist zurückgenommen.');
    expect(port.sent.at(-1)?.input.status).to.equal('scheduled');

    const other = await put({ port, event: OWN_EVENT, task: 'move-online' });
    await appears(other, 'vr-form');
    await choose(other, 'Online verlegen');
    await says(other, 'Bitte ausfüllen');
    write(other, 'Link zur Online-Teilnahme', 'https://treffen.example/bauamt');
    await choose(other, 'Online verlegen');
    await says(other, 'Die Veranstaltung findet nun online statt.');
    expect(port.sent.at(-1)?.input).to.include({ status: 'moved-online', attendance: 'online' });
  });

  it('keeps what was typed when it is closed and opened again, and gives it up on wish', async () => {
    const port = organiserPort([OWN_EVENT]);
    const first = await put({ port, event: OWN_EVENT });
    await appears(first, 'form');
    write(first, 'Titel', 'Halb fertig');
    first.remove();
    const second = await put({ port, event: OWN_EVENT });
    await says(second, 'Ihr Entwurf von vorhin ist wieder da.');
    expect(fieldOf(second, 'Titel').value).to.equal('Halb fertig');
    await choose(second, 'Entwurf verwerfen');
    await waitUntil(() => fieldOf(second, 'Titel').value === OWN_EVENT.title, 'the stored title is back');
  });

  it('asks of a camp for rooms, tracks and slots, and shows how it will look', async () => {
    const port = organiserPort();
    const editor = await put({ port });
    await appears(editor, 'form');
    write(editor, 'Titel', 'Camp Lindenhafen');
    select(editor, 'Art', 'camp');
    await says(editor, 'Programm des Camps');
    write(editor, 'Räume', 'Saal\nWerkraum');
    write(editor, 'Tag', '2026-11-12');
    write(editor, 'Von', '10:00');
    write(editor, /^Bis$/, '10:45');
    await choose(editor, 'Veranstaltung anlegen');
    await says(editor, 'Das liegt außerhalb des Camps');
    write(editor, 'Tag', '2026-11-10');
    write(editor, 'Von', '14:00');
    write(editor, /^Bis$/, '14:45');
    one<HTMLDetailsElement>(editor, '.preview').open = true;
    await appears(editor, 'vr-event-details');
    await says(one(editor, 'vr-event-agenda'), 'Camp Lindenhafen');
    await expect(editor).to.be.accessible();
    await choose(editor, 'Veranstaltung anlegen');
    await says(editor, 'steht jetzt im Kalender');
    expect(port.sent.at(-1)?.input.programme).to.deep.equal({
      rooms: ['Saal', 'Werkraum'],
      slots: [{ start: '2026-11-10T13:00:00Z', end: '2026-11-10T13:45:00Z' }],
      proposals: 'open',
    });
  });

  it('tells strangers, and people who may not, instead of showing a form', async () => {
    const stranger = await put({ port: organiserPort(), me: STRANGER });
    expect(textOf(stranger)).to.contain('Wer eingeloggt ist, kann Veranstaltungen anlegen');
    const member = await put({ port: organiserPort([], { topics: [], orgs: [], offers: true, mails: false }) });
    await says(member, 'die für eine Verwaltung oder einen Verein einladen dürfen');
    const reader = await put({ port: organiserPort([{ ...OWN_EVENT, can: [] }]), event: OWN_EVENT });
    await says(reader, 'Sie können diese Veranstaltung nicht bearbeiten.');
    expect(all(stranger, 'form')).to.have.length(0);
  });
});
