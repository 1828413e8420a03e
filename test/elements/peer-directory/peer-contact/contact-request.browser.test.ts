import { expect } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { VrContactRequest } from '../../../../src/elements/peer-directory/peer-contact/vr-contact-request.ts';
import '../../../../src/elements/peer-directory/peer-contact/vr-contact-request.define.ts';
import type { AccountPort } from '../../../../src/backend/ports.ts';
import type { Me } from '../../../../src/model/account.ts';
import { MIRJA, MIRJA_PEER, ROSA, STRANGER } from '../../../../stories/peer-directory/contact-people.ts';
import { contactPort, refusal } from '../../../../stories/peer-directory/contact-port.ts';
import { focused, one, textOf } from '../../support/deep.ts';
import { appears, choose, fieldOf, says, tick, write } from '../../idea-board/idea-page/support/page-stage.ts';
import { clearStage, heard, putPart } from '../support/part-stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

const account = (me: Me = ROSA): AccountPort => ({ me: () => Promise.resolve(me) });
const put = (more: Partial<VrContactRequest> & { readonly width?: number }): Promise<VrContactRequest> =>
  putPart<VrContactRequest>('vr-contact-request', { me: ROSA, account: account(), peer: MIRJA_PEER, ...more });

const MESSAGE = 'Wie haben Sie die Jugendlichen erreicht? Eine halbe Stunde genügt mir.';

async function fill(form: Element): Promise<void> {
  await says(form, 'Was darf Mirja Feldweg sehen');
  write(form, 'Worum geht es?', 'Jugendbeteiligung');
  write(form, 'Ihre Nachricht', MESSAGE);
}

describe('<vr-contact-request>', () => {
  afterEach(clearStage);

  it('says what the other one will see, sends once, and says what happens next', async () => {
    const port = contactPort();
    const request = await put({ port, width: 320 });
    await fill(request);
    expect(textOf(request)).to.contain('Sie geben keine Adresse weiter.');
    tick(request, /^E-Mail/);
    await says(request, 'Mirja Feldweg sieht jetzt keine Adresse von Ihnen, nach der Zusage: E-Mail: rosa');
    one(request, '.outro summary').click();
    await says(request, 'Rosa Wiesengrund, Stadt Lindenhafen möchte mit Ihnen sprechen');
    expect(textOf(one(request, '.outro blockquote'))).to.contain(MESSAGE);
    await expect(request).to.be.accessible();
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    const send = await choose(request, 'Anfrage senden');
    send.click();
    await says(request, 'Ihre Anfrage ist bei Mirja Feldweg.');
    expect(textOf(request)).to.contain('Ohne Antwort verfällt die Anfrage von selbst.');
    await waitUntil(
      () => focused()?.classList.contains('panel') === true,
      'what happened is read where the form stood',
    );
    await expect(request).to.be.accessible();
    const sent = { toId: 'mirja', topic: 'Jugendbeteiligung', message: MESSAGE, reveal: ['email'] };
    expect(port.calls).to.deep.equal([`request ${JSON.stringify(sent)} once`]);
    expect(heard.map(({ type }) => type)).to.deep.equal(['vr-contact-sent']);
    await choose(request, 'Schließen');
    expect(heard.at(-1)?.type).to.equal('vr-contact-close');
  });

  it('demands a message of twenty letters and refers to the offer that is answered', async () => {
    const port = contactPort();
    const about = { type: 'offer', id: 'o-1', title: 'Bürgerbeteiligung' } as const;
    const request = await put({ port, about, peer: MIRJA });
    await says(request, 'Es geht um: Bürgerbeteiligung');
    expect(fieldOf(request, 'Worum geht es?').value).to.equal('Bürgerbeteiligung');
    write(request, 'Ihre Nachricht', 'Zu kurz');
    await choose(request, 'Anfrage senden');
    await says(request, 'Bitte mindestens 20 Zeichen');
    expect(focused()?.id).to.equal('in-message');
    write(request, 'Ihre Nachricht', 'x'.repeat(990));
    await says(request, 'noch 10 Zeichen');
    write(request, 'Ihre Nachricht', MESSAGE);
    await choose(request, 'Anfrage senden');
    await says(request, 'Ihre Anfrage ist bei');
    expect(port.calls[0]).to.contain('"about":{"type":"offer","id":"o-1"}');
  });

  it('keeps what is on its way while the network is away, and sends it once', async () => {
    let away = true;
    const port = contactPort({ refuse: () => (away ? new BackendError('offline', 'Planned') : undefined) });
    const request = await put({ port });
    await fill(request);
    await choose(request, 'Anfrage senden');
    await says(request, 'Ihre Anfrage wartet und ist noch nicht angekommen.');
    expect(textOf(request)).to.contain('Lassen Sie diese Seite bitte offen');
    await expect(request).to.be.accessible();
    away = false;
    await choose(request, 'Erneut senden');
    await says(request, 'Ihre Anfrage ist bei Mirja Feldweg.');
    expect(port.calls.length).to.equal(1);
  });

  it('gives back what was not sent, and the form has it still when it is opened again', async () => {
    const port = contactPort({ refuse: () => new BackendError('offline', 'Planned') });
    const request = await put({ port });
    await fill(request);
    await choose(request, 'Anfrage senden');
    await choose(request, 'Doch nicht senden');
    await says(request, 'Es wird nichts gesendet.');
    expect(fieldOf(request, 'Ihre Nachricht').value).to.equal(MESSAGE);
    request.remove();
    const again = await put({ port });
    await says(again, 'Was darf Mirja Feldweg sehen');
    expect(fieldOf(again, 'Ihre Nachricht').value).to.equal(MESSAGE);
  });

  for (const [code, status, sentence] of [
    ['contact-paused', 409, 'Mirja Feldweg beantwortet zurzeit keine Anfragen.'],
    ['contact-capacity', 409, 'Im nächsten Monat ist wieder Platz.'],
    ['contact-open', 409, 'Zwischen Ihnen und Mirja Feldweg ist schon eine Anfrage offen.'],
    ['not-listed', 404, 'Mirja Feldweg steht nicht mehr im Verzeichnis.'],
  ] as const) {
    it(`says why a request does not go through: ${code}`, async () => {
      const request = await put({ port: contactPort({ refuse: () => refusal(status, code) }) });
      await fill(request);
      await choose(request, 'Anfrage senden');
      await says(request, sentence);
      expect(textOf(request)).to.contain('Ihr Text bleibt hier erhalten.');
      await expect(request).to.be.accessible();
      await choose(request, 'Zurück zum Formular');
      await appears(request, 'vr-form');
      expect(fieldOf(request, 'Ihre Nachricht').value).to.equal(MESSAGE);
    });
  }

  it('says when it goes on where a day has had its requests', async () => {
    const port = contactPort({ refuse: () => refusal(429, 'rate-limited', { retryAfter: 7200 }) });
    const request = await put({ port });
    await fill(request);
    await choose(request, 'Anfrage senden');
    await says(
      request,
      /so viele Anfragen gesendet, wie an einem Tag möglich sind\. Ab .*\d\d:\d\d Uhr geht es weiter/,
    );
    // Nothing that waits may keep the browser on this page.
    await choose(request, 'Doch nicht senden');
    await appears(request, 'vr-form');
  });

  it('names the field that the server does not take', async () => {
    const problem = { status: 422, fieldErrors: [{ field: 'reveal', code: 'not-allowed' }] };
    const port = contactPort({ refuse: () => new BackendError('invalid', 'Planned', { status: 422, problem }) });
    const request = await put({ port });
    await fill(request);
    tick(request, /^Telefon/);
    await choose(request, 'Anfrage senden');
    await says(request, 'Diesen Kontaktweg gibt es in Ihrem Eintrag nicht mehr');
    expect(fieldOf(request, 'Ihre Nachricht').value).to.equal(MESSAGE);
  });

  it('asks who is signed out meanwhile to sign in, and keeps the text', async () => {
    let signedIn = false;
    let asked = 0;
    const signIn = (): Promise<boolean> => Promise.resolve(Boolean(++asked));
    const refuse = (): BackendError | undefined =>
      signedIn ? undefined : new BackendError('denied', 'Planned', { status: 401 });
    const port = contactPort({ refuse });
    const request = await put({ port, account: { ...account(), signIn } });
    await fill(request);
    await choose(request, 'Anfrage senden');
    await says(request, 'Zum Senden müssen Sie sich noch einmal einloggen. Ihr Text ist noch da.');
    await expect(request).to.be.accessible();
    // The page learns that nobody is signed in any more; whoever comes back on this form finds the text.
    request.me = STRANGER;
    await says(request, 'Ihr Text ist noch da und steht nach dem Einloggen wieder im Formular.');
    await choose(request, 'Einloggen');
    expect(asked).to.equal(1);
    signedIn = true;
    request.me = ROSA;
    await choose(request, /Einloggen und senden|Erneut senden/);
    await says(request, 'Ihre Anfrage ist bei Mirja Feldweg.');
    expect(port.calls.length).to.equal(1);
  });

  it('shows no form where a request would lead nowhere', async () => {
    const port = contactPort();
    const away = { ...MIRJA_PEER, availability: { state: 'paused', until: '2999-12-31' } } as const;
    await says(await put({ port, peer: away }), 'Mirja Feldweg beantwortet bis');
    const over = { ...MIRJA_PEER, availability: { state: 'paused', until: '2020-01-01' } } as const;
    await appears(await put({ port, peer: over }), 'vr-form');
    const open = await put({ port, peer: { ...MIRJA_PEER, me: { request: 'sent' } } });
    await says(open, 'Sie haben Mirja Feldweg schon um Kontakt gebeten.');
    await says(await put({ port, peer: { ...MIRJA_PEER, id: 'rosa' } }), 'Das sind Sie selbst.');
    const stranger = await put({ port, me: STRANGER });
    await says(stranger, 'Wer eingeloggt ist, kann Mirja Feldweg um Kontakt bitten.');
    await expect(stranger).to.be.accessible();
  });

  it('goes on without the own entry, and says where the ways to be reached are missing', async () => {
    const none = await put({ port: contactPort({ profile: { channels: {} } }) });
    await says(none, 'In Ihrem Eintrag steht noch kein Weg, Sie zu erreichen.');
    let dead = true;
    const port = contactPort();
    const profile = port.profile!;
    port.profile = () => (dead ? Promise.reject(new BackendError('timeout', 'Planned')) : profile());
    const failed = await put({ port });
    await says(failed, 'Ihre Kontaktwege ließen sich nicht laden.');
    dead = false;
    await choose(failed, 'Erneut versuchen');
    await says(failed, 'Was darf Mirja Feldweg sehen');
  });

  it('speaks English', async () => {
    document.documentElement.lang = 'en';
    const request = await put({ port: contactPort(), locale: 'en-GB' });
    await says(request, 'Ask Mirja Feldweg for contact');
    await says(request, '20 to 1,000 characters');
    await expect(request).to.be.accessible();
  });
});
