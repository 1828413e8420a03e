import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import type { Hub } from '../../../demo/hub/hub.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { sendDigests } from '../../../demo/hub/notifications/digests.ts';
import { startIdeasHub, type IdeasHub, type Who } from '../participation/ideas-hub.ts';
import { startMailServer, type MailServer, type SentMail } from '../support/sent-mails.ts';
import { onEitherEngine } from '../support/test-hub.ts';

/** The headers and the text of a mail as its reader sees them. */
function read({ raw }: SentMail): { readonly headers: string; readonly text: string } {
  const at = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ');
  const body = raw.slice(at + 4);
  const text = /content-transfer-encoding: base64/i.test(headers)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        /quoted-printable/i.test(headers) ? 'latin1' : 'utf8',
      ).toString('utf8');
  const words = headers.replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, code: string) =>
    Buffer.from(code, 'base64').toString('utf8'),
  );
  return {
    headers: words.replace(/=\?UTF-8\?Q\?([^?]*)\?=\s?/gi, (_all, code: string) =>
      Buffer.from(
        code
          .replace(/_/g, ' ')
          .replace(/=([0-9A-F]{2})/g, (_hex, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString('utf8'),
    ),
    text: text.replace(/\r\n/g, '\n'),
  };
}

onEitherEngine('Mails about what is new', (engine) => {
  let hub: IdeasHub;
  let server: MailServer;
  let posting: Hub;
  before(async () => {
    hub = await startIdeasHub(engine);
    server = await startMailServer();
    const config: HubConfig = {
      ...hub.config,
      publicUrl: 'https://netz.example/ideen',
      mail: { ...hub.config.mail, smtpUrl: server.url, from: 'Netzwerk <netz@netz.example>' },
    };
    posting = makeHub({ config, database: hub.database, clock: () => Date.now() });
    await posting.jobs.start({ work: true, onError: () => undefined, pollSeconds: 0.5 });
  });
  beforeEach(() => hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute()));
  afterEach(() => assert.deepEqual(server.waiting, [], 'nobody got a mail too many'));
  after(async () => {
    await posting.jobs.stop();
    posting.mailer.close();
    await server.close();
    await hub.close();
  });

  const choose = async (who: Who, settings: object): Promise<void> => {
    const all = { locale: 'de', digest: 'daily', muted: [], ...settings };
    assert.equal((await hub.as(who, 'PUT /me/settings', all, { 'if-match': '*' })).status, 200);
  };
  const say = (who: Who, id: string, body: string) =>
    hub.as(who, `POST /ideas/${id}/comments`, { kind: 'comment', body });

  test('collect what is unread by idea, with a link to each and the way to switch them off', async () => {
    const [id, other] = [await hub.idea(), await hub.idea({ title: 'Sprechstunde ohne Termin\nund ohne Schlange' })];
    await say('henrik', id, 'Das brauchen wir auch.\nhttps://boese.example');
    await hub.as('mirja', `PUT /ideas/${id}/supports/me`, {
      level: 'interesting',
      shown: 'count-only',
      note: 'geheim',
    });
    await say('kalle', other, 'Und bei uns?');
    assert.equal(await sendDigests(posting, 'weekly'), 0);
    assert.equal(await sendDigests(posting, 'daily'), 1);
    const mail = await server.next();
    assert.deepEqual(mail.to, ['rosa@lindenhafen.example']);
    const { headers, text } = read(mail);
    assert.match(headers, /Subject: 3 Neuigkeiten für Sie bei Verwaltungsrebellen/);
    assert.match(headers, /List-Unsubscribe: <https:\/\/netz\.example\/ideen\/#vr-notifications>/i);
    assert.match(headers, /Auto-Submitted: auto-generated/i);
    assert.equal(
      text.trim(),
      [
        'Guten Tag Rosa Wiesengrund,',
        'das ist neu für Sie bei Verwaltungsrebellen:',
        [
          'Ein Formular statt siebzehn',
          '- Henrik Aktendeckel hat kommentiert. „Das brauchen wir auch. https://boese.example“',
          '- Jemand unterstützt Ihre Idee.',
          `https://netz.example/ideen/#vr-idea=${id}`,
        ].join('\n'),
        [
          'Sprechstunde ohne Termin und ohne Schlange',
          '- Kalle Uferlos hat kommentiert. „Und bei uns?“',
          `https://netz.example/ideen/#vr-idea=${other}`,
        ].join('\n'),
        'Sie bekommen diese Mail höchstens einmal am Tag. Ändern oder abschalten: https://netz.example/ideen/#vr-notifications',
      ].join('\n\n'),
    );
    for (const secret of ['mirja', 'Mirja', 'geheim', '@auental.example'])
      assert.equal(mail.raw.includes(secret), false);
    assert.equal(await sendDigests(posting, 'daily'), 0, 'what was mailed is not mailed again');
  });

  test('speak the language and keep the rhythm that people have chosen', async () => {
    const id = await hub.idea();
    await choose('henrik', { locale: 'en', digest: 'at-once' });
    await choose('cem', { digest: 'never' });
    for (const who of ['henrik', 'cem'] as const) await hub.as(who, `PUT /ideas/${id}/follow`);
    await say('rosa', id, 'Wir treffen uns am Dienstag.');
    assert.equal(await sendDigests(posting, 'daily'), 0);
    assert.equal(await sendDigests(posting, 'weekly'), 0);
    assert.equal(await sendDigests(posting, 'at-once'), 1);
    const { headers, text } = read(await server.next());
    assert.match(headers, /Subject: New for you: Ein Formular statt siebzehn: Rosa Wiesengrund has commented\./);
    assert.match(text, /^Hello Henrik Aktendeckel,\n\nthis is new for you/);
    assert.match(text, /You get this mail as soon as there is news\. Change or switch off: https:/);
  });

  test('leave out what was read, switched off or taken out of sight meanwhile', async () => {
    await choose('henrik', {});
    const id = await hub.idea();
    await hub.as('henrik', `PUT /ideas/${id}/follow`);
    await say('rosa', id, 'Gelesen');
    await hub.as('henrik', 'POST /me/notifications/read', {});
    assert.equal(await sendDigests(posting, 'daily'), 0);
    await say('rosa', id, 'Abgeschaltet');
    await choose('henrik', { muted: ['comment'] });
    assert.equal(await sendDigests(posting, 'daily'), 0);
    await choose('henrik', {});
    await say('rosa', id, 'Nicht mehr zu sehen');
    await hub.database.write(['idea'], (transaction) =>
      transaction.updateTable('idea').set({ visibility: 'organisation' }).where('id', '=', id).execute(),
    );
    assert.equal(await sendDigests(posting, 'daily'), 0);
  });

  test('go out once, also when two hubs send at the same time', async () => {
    const id = await hub.idea();
    await say('henrik', id, 'Nur einmal');
    const sent = await Promise.all([1, 2, 3].map(() => sendDigests(posting, 'daily')));
    assert.equal(
      sent.reduce((sum, count) => sum + count, 0),
      1,
    );
    assert.match(read(await server.next()).text, /Nur einmal/);
  });

  test('are marked as sent when, and only when, they are on their way', async () => {
    const id = await hub.idea();
    await say('henrik', id, 'Der Rechner stürzt ab');
    const { mailer } = posting;
    const failing = Object.assign(Object.create(mailer) as typeof mailer, {
      send: () => Promise.reject(new Error('killed in between')),
    });
    Object.defineProperty(failing, 'isEnabled', { value: true });
    await assert.rejects(sendDigests({ ...posting, mailer: failing }, 'daily'), /killed in between/);
    assert.equal(await sendDigests(posting, 'daily'), 1);
    assert.match(read(await server.next()).text, /Der Rechner stürzt ab/);
  });

  test('bring up nothing that is older than two weeks, and wait for a mail server', async () => {
    const id = await hub.idea();
    await say('henrik', id, 'Von vor drei Wochen');
    await hub.database.kysely
      .updateTable('notification')
      .set({ at: new Date(Date.now() - 21 * 86_400_000) })
      .execute();
    assert.equal(await sendDigests(posting, 'daily'), 0);
    await say('henrik', id, 'Von heute');
    const without = makeHub({ config: hub.config, database: hub.database, clock: () => Date.now() });
    assert.equal(await sendDigests(without, 'daily'), 0);
    assert.equal(await sendDigests(posting, 'daily'), 1, 'nothing was lost meanwhile');
    assert.match(read(await server.next()).headers, /Subject: Neu für Sie/);
  });
});
