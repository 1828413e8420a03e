import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { AccountPort } from '../../../../src/backend/ports.ts';
import {
  CANCELLED_MEETUP,
  CIRCLE,
  CLOSED_MEETUP,
  EXTERNAL_MEETUP,
  FULL_MEETUP,
  HEAD_START,
  LATER_MEETUP,
  MEETUP,
  MOVED_DATE,
  PAST_MEETUP,
  REGISTERED_MEETUP,
  WAITING_MEETUP,
} from '../../../../stories/event-calendar/page-events.ts';
import {
  NOBODY,
  refusal,
  ROSA_SIGNED_IN,
  samplePort,
  strangersAccount,
  type Asked,
} from '../../../../stories/event-calendar/page-ports.ts';
import { all, byName, focused, one, textOf } from '../../support/deep.ts';
import { appears, choose, clearStage, has, putPage, says, type } from './support/page-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const offline = (): BackendError => new BackendError('offline', 'No network');

describe('registering on the page of an event', () => {
  afterEach(clearStage);

  it('says how it stands in every phase, and offers what can be done then', async () => {
    const phases = [
      [MEETUP, 'Noch 3 von 20 Plätzen frei · Anmeldung bis Mi., 18. März 2026, 12:00 Uhr', 'Anmelden'],
      [FULL_MEETUP, 'Alle Plätze sind vergeben. Wird ein Platz frei, rückt nach', 'Auf die Warteliste'],
      [LATER_MEETUP, 'Die Anmeldung beginnt am Sa., 14. März 2026, 08:00 Uhr.', ''],
      [HEAD_START, 'Sie können sich schon jetzt anmelden.', 'Anmelden'],
      [CLOSED_MEETUP, 'Die Anmeldung ist seit Mi., 11. März 2026, 12:00 Uhr geschlossen.', ''],
      [PAST_MEETUP, 'Anmelden ist nicht mehr möglich.', ''],
      [CANCELLED_MEETUP, 'Der Termin ist abgesagt.', ''],
      [EXTERNAL_MEETUP, 'anderen Website', /^Anmelden bei anmelden\.brueckfurt\.example/],
      [MOVED_DATE, 'gilt für diesen einen Termin: Do., 19. März 2026, 14:00–16:00 Uhr.', 'Anmelden'],
      [REGISTERED_MEETUP, 'Sie sind angemeldet.', 'Abmelden'],
      [WAITING_MEETUP, 'Sie stehen auf Platz 3 der Warteliste.', 'Abmelden'],
      [CIRCLE, 'gilt für den ganzen Lernzirkel mit allen Terminen', 'Abmelden'],
      [{ ...MEETUP, recurrence: { rule: 'FREQ=WEEKLY' } }, 'Öffnen Sie dafür den Termin im Kalender.', ''],
      [{ ...MEETUP, can: [] }, 'Mit Ihrem Konto können Sie sich hier nicht anmelden.', ''],
    ] as const;
    for (const [event, words, control] of phases) {
      const page = await putPage(event);
      await says(page, words);
      if (control) expect(has(page, control), words).to.equal(true);
      else expect(has(page, 'Anmelden'), words).to.equal(false);
      await expect(page).to.be.accessible();
      clearStage();
    }
  });

  it('takes a registration once, however often the button is pressed, and says what comes next', async () => {
    const asked: Asked[] = [];
    const page = await putPage(MEETUP, { port: samplePort(MEETUP, asked) });
    const changes: unknown[] = [];
    page.addEventListener('vr-event-changed', (event) => changes.push(event.detail.event.me?.registered));
    await choose(page, 'Anmelden');
    const note = await appears<HTMLTextAreaElement>(page, 'textarea');
    await waitUntil(() => focused() === note, 'the first field has the focus');
    await says(page, 'Andere Teilnehmende sehen es nicht. Es wird 30 Tage nach dem Termin gelöscht.');
    await expect(page).to.be.accessible();
    type(note, '  Ich bringe Kuchen mit.  ');
    const send = byName(page, 'Jetzt anmelden');
    send.click();
    send.click();
    await says(page, 'Sie sind jetzt angemeldet. Eine Mail mit dem Kalendereintrag ist auf dem Weg zu Ihnen.');
    expect(asked).to.deep.equal([['register', { id: 'm1' }, { note: 'Ich bringe Kuchen mit.' }]]);
    expect(changes).to.deep.equal([true]);
    expect(textOf(one(page, '[role=status] .strong'))).to.equal('Sie sind jetzt angemeldet.');
    // The pressed button is gone; the focus is where it is said.
    expect(focused()?.textContent?.trim()).to.equal('Anmeldung');
    await says(page, 'Noch 2 von 20 Plätzen frei');
  });

  it('asks once before a place is given back, and then says that it is', async () => {
    const asked: Asked[] = [];
    const page = await putPage(REGISTERED_MEETUP, { port: samplePort(REGISTERED_MEETUP, asked) });
    await says(page, 'Ihre Nachricht Ich bringe den Fall Carport mit.');
    await choose(page, 'Abmelden');
    await says(page, 'Wirklich abmelden? Ihr Platz geht sofort an die nächste Person.');
    await choose(page, 'Angemeldet bleiben');
    await waitUntil(() => focused()?.textContent?.includes('Angaben ändern'), 'the focus is back');
    expect(asked).to.deep.equal([]);
    await choose(page, 'Abmelden');
    await choose(page, 'Ja, abmelden');
    await says(page, 'Sie sind abgemeldet. Ihre Angaben sind gelöscht.');
    expect(asked).to.deep.equal([['unregister', { id: 'm1' }]]);
    expect(has(page, 'Anmelden')).to.equal(true);
  });

  it('changes what was written, and refuses what is too long without losing it', async () => {
    const asked: Asked[] = [];
    const page = await putPage(REGISTERED_MEETUP, { port: samplePort(REGISTERED_MEETUP, asked) });
    await choose(page, 'Angaben ändern');
    const needs = await appears<HTMLTextAreaElement>(page, '#needs');
    expect(needs.value).to.equal('Ein Platz nahe der Tür.');
    type(needs, 'x'.repeat(501));
    await choose(page, 'Angaben speichern');
    await says(page, 'Bitte höchstens 500 Zeichen.');
    expect(focused()).to.equal(needs);
    expect(asked).to.deep.equal([]);
    type(needs, 'Induktionsschleife');
    await choose(page, 'Angaben speichern');
    await says(page, 'Ihre Angaben sind gespeichert.');
    await says(page, 'Induktionsschleife');
  });

  it('says so when the last place went to somebody else in that moment', async () => {
    const port = samplePort(MEETUP);
    const page = await putPage(MEETUP, { port });
    await choose(page, 'Anmelden');
    await appears(page, 'textarea');
    port.happens((event) => ({ ...event, registration: { ...event.registration!, registered: 20, waiting: 4 } }));
    await choose(page, 'Jetzt anmelden');
    await says(page, 'Der letzte Platz wurde in diesem Moment vergeben. Sie stehen jetzt auf Platz 5 der Warteliste.');
    await says(page, 'Wird ein Platz frei, rücken Sie nach und bekommen sofort eine Mail.');
  });

  it('waits while there is no network, says so honestly, and sends it when asked', async () => {
    const asked: Asked[] = [];
    const port = samplePort(MEETUP, asked);
    port.failure = offline();
    const page = await putPage(MEETUP, { port });
    await choose(page, 'Anmelden');
    type(await appears<HTMLTextAreaElement>(page, 'textarea'), 'Ich komme.');
    await choose(page, 'Jetzt anmelden');
    await says(page, 'Ihre Anmeldung wartet und ist noch nicht angekommen.');
    await says(page, 'Erst wenn sie angekommen ist, steht fest, ob Sie einen Platz haben.');
    await says(page, 'Lassen Sie diese Seite bitte offen, sonst geht sie verloren.');
    await expect(page).to.be.accessible();
    // Who closes the dialog and opens it again finds it waiting.
    const again = await putPage(MEETUP, { port });
    await says(again, 'Ihre Anmeldung wartet');
    port.failure = undefined;
    await choose(again, 'Erneut senden');
    await says(again, 'Sie sind jetzt angemeldet.');
    expect(asked.at(-1)).to.deep.equal(['register', { id: 'm1' }, { note: 'Ich komme.' }]);
  });

  it('keeps it on the device where the page allows it, and takes it back where it may have arrived', async () => {
    const asked: Asked[] = [];
    const port = samplePort(MEETUP, asked);
    port.failure = new BackendError('timeout', 'No answer');
    const page = await putPage(MEETUP, { port, storage: 'session' });
    await choose(page, 'Anmelden');
    await choose(page, 'Jetzt anmelden');
    await says(page, 'Sie bleibt erhalten, solange dieser Tab offen ist.');
    expect(Object.keys(sessionStorage).some((key) => key.includes('event-registrations'))).to.equal(true);
    port.failure = undefined;
    await choose(page, 'Doch nicht senden');
    await waitUntil(() => asked.at(-1)?.[0] === 'unregister', 'what may have arrived is taken back');
    await waitUntil(() => !Object.keys(sessionStorage).some((key) => key.includes('event-registrations')));
  });

  it('says in words why it was refused, and shows how it stands now', async () => {
    for (const [code, words] of [
      ['registration-closed', 'Die Anmeldung wurde inzwischen geschlossen.'],
      ['event-cancelled', 'Der Termin wurde inzwischen abgesagt.'],
      ['event-over', 'Der Termin hat inzwischen begonnen.'],
    ] as const) {
      const port = samplePort(MEETUP);
      port.failure = refusal(code);
      const page = await putPage(MEETUP, { port });
      await choose(page, 'Anmelden');
      await choose(page, 'Jetzt anmelden');
      await says(page, `Die Anmeldung ging nicht durch. ${words}`);
      port.happens((event) => ({ ...event, status: 'cancelled', can: [] }));
      await choose(page, 'Verstanden');
      await says(page, 'Der Termin ist abgesagt. Niemand muss sich abmelden.');
      clearStage();
    }
  });

  it('leads strangers to the sign-in, and back to the form with what they typed', async () => {
    const stranger = { ...MEETUP, can: [] };
    const port = samplePort(stranger);
    let signIns = 0;
    const account: AccountPort = { ...strangersAccount(), signIn: () => Promise.resolve(++signIns > 0) };
    const page = await putPage(stranger, { port, account, me: NOBODY });
    await choose(page, 'Anmelden');
    type(await appears<HTMLTextAreaElement>(page, '#needs'), 'Rampe');
    await says(page, 'Was Sie eingetragen haben, bleibt stehen.');
    await choose(page, 'Erst einloggen, dann anmelden');
    await waitUntil(() => signIns === 1);
    // Somebody has signed in: the calendar hands over who, and the source says what they may do.
    port.happens(() => MEETUP);
    page.account = { me: () => Promise.resolve(ROSA_SIGNED_IN) };
    page.me = ROSA_SIGNED_IN;
    await choose(page, 'Jetzt anmelden');
    await says(page, 'Sie sind jetzt angemeldet.');
    await says(page, 'Was Sie brauchen Rampe');
  });

  it('finds what was typed before a sign-in on another page', async () => {
    const stranger = { ...MEETUP, can: [] };
    const before = await putPage(stranger, { account: strangersAccount(), me: NOBODY });
    await choose(before, 'Anmelden');
    type(await appears<HTMLTextAreaElement>(before, '#note'), 'Ich bringe Fragen mit.');
    await choose(before, 'Erst einloggen, dann anmelden');
    for (const stage of all(document, 'vr-event-page')) stage.remove();
    const after = await putPage(MEETUP);
    await says(after, 'Ihre Angaben von vorhin stehen wieder im Formular. Angemeldet sind Sie noch nicht.');
    expect((await appears<HTMLTextAreaElement>(after, '#note')).value).to.equal('Ich bringe Fragen mit.');
  });

  it('leads to the page of an event whose source takes no registrations', async () => {
    const event = { ...MEETUP, url: 'https://lindenhafen.example/meetup' };
    const { register: _, ...port } = samplePort(event);
    const page = await putPage(event, { port });
    await says(page, 'Anmelden können Sie sich auf der Seite, von der dieser Termin kommt.');
    expect(has(page, 'Anmelden')).to.equal(false);
  });

  it('opens by itself at the moment that the registration begins', async () => {
    const soon = new Date(Date.now() + 150).toISOString();
    const event = {
      ...MEETUP,
      start: '2999-01-01T10:00:00Z',
      end: '2999-01-01T11:00:00Z',
      can: [],
      registration: { mode: 'hub' as const, opensAt: soon },
    };
    const element = Object.assign(document.createElement('vr-event-registration'), {
      event,
      port: samplePort(event),
      account: strangersAccount(),
      me: NOBODY,
    });
    document.body.append(element);
    try {
      await says(element, 'Die Anmeldung beginnt am');
      await choose(element, 'Anmelden');
    } finally {
      element.remove();
    }
  });
});
