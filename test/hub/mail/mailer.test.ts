import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SMTPServerOptions } from 'smtp-server';
import { Accounts } from '../../../demo/hub/accounts/accounts.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { Directory } from '../../../demo/hub/directory/directory.ts';
import { Jobs } from '../../../demo/hub/jobs/jobs.ts';
import { Mailer } from '../../../demo/hub/mail/mailer.ts';
import type { Mail } from '../../../demo/hub/mail/mail.ts';
import { startMailServer, type MailServer } from '../support/sent-mails.ts';
import { onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const MAIL: Mail = {
  to: { address: 'rosa@lindenhafen.example' },
  subject: 'Sie sind dabei: Frühstück für Verwaltungsrebellinnen',
  text: 'Guten Tag Rosa Wiesengrund,\n\nSie haben einen Platz. Bis Donnerstag!\n',
};

/** Decodes quoted-printable and base64 parts well enough to look for words in them. */
const plain = (raw: string): string =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replace(/=/g, ''), 'hex').toString('utf8'))
    .replace(/=\?UTF-8\?[QB]\?([^?]*)\?=/gi, (_all, text: string) => text.replace(/_/g, ' '));

onEitherEngine('Mails', (engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await engine.start();
  });
  after(() => hub.close());

  async function withMailer(
    options: SMTPServerOptions,
    run: (mailer: Mailer, server: MailServer, jobs: Jobs) => Promise<void>,
  ): Promise<void> {
    const server = await startMailServer(options);
    const jobs = new Jobs(hub.database);
    const from = 'Netzwerk <netz@hub.example>';
    const config: HubConfig = {
      ...hub.config,
      publicUrl: 'https://hub.example',
      mail: { ...hub.config.mail, smtpUrl: server.url, from },
    };
    const mailer = new Mailer({ config, database: hub.database, jobs });
    await jobs.start({ work: true, onError: () => undefined, pollSeconds: 0.5 });
    try {
      await run(mailer, server, jobs);
    } finally {
      await jobs.stop();
      mailer.close();
      await server.close();
    }
  }
  const send = (mailer: Mailer, mail: Mail) => hub.database.write([], (transaction) => mailer.send(transaction, mail));

  test('go out once the transaction holds, in plain text and with the date as a calendar file', async () => {
    await withMailer({}, async (mailer, server) => {
      await assert.rejects(
        hub.database.write([], async (transaction) => {
          await mailer.send(transaction, { ...MAIL, subject: 'Nie' });
          throw new Error('taken back');
        }),
      );
      const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
      const calendar = { method: 'REQUEST', fileName: 'termin.ics', content } as const;
      assert.equal(await send(mailer, { ...MAIL, calendar }), true);
      const { from, to, raw } = await server.next();
      assert.equal(from, 'netz@hub.example');
      assert.deepEqual(to, ['rosa@lindenhafen.example']);
      assert.match(plain(raw), /Subject: .*Sie[ _]sind[ _]dabei/);
      assert.match(plain(raw), /Sie haben einen Platz\. Bis Donnerstag!/);
      assert.match(raw, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
      assert.match(raw, /filename=termin\.ics/);
      assert.match(raw, /Auto-Submitted: auto-generated/i);
      assert.match(raw, /Message-ID: <[\w-]+@hub\.example>/i);
      assert.deepEqual(server.waiting, []);
    });
  });

  test('find the address of a person when they go out, and none of one who has left', async () => {
    const { database, config } = hub;
    const accounts = new Accounts({ config, database, directory: new Directory(config) });
    const accountId = await accounts.signIn({
      issuer: 'https://sso.example',
      subject: 'kalle',
      displayName: 'Kalle Uferlos',
      email: 'kalle@lindenhafen.example',
    });
    await withMailer({}, async (mailer, server) => {
      await send(mailer, { ...MAIL, to: { accountId: 'nobody' } });
      await send(mailer, { ...MAIL, to: { accountId } });
      assert.deepEqual((await server.next()).to, ['kalle@lindenhafen.example']);
      assert.deepEqual(server.waiting, []);
    });
  });

  test('cannot carry headers or receivers of a stranger', async () => {
    await withMailer({}, async (mailer, server) => {
      const bad: Partial<Mail>[] = [
        { subject: 'Hallo\r\nBcc: alle@stadt.example' },
        { subject: 'Hallo\u2028Bcc: alle@stadt.example' },
        { to: { address: 'a@stadt.example, b@stadt.example' } },
        { to: { address: 'a@stadt.example\r\nRCPT TO:<b@stadt.example>' } },
        { to: { address: '"<b@stadt.example>" <a@stadt.example>' } },
        { calendar: { method: 'PUBLISH', fileName: 'x"\r\ny.ics', content: '' } },
      ];
      for (const change of bad) await assert.rejects(send(mailer, { ...MAIL, ...change }), /do not have its shape/);
      assert.deepEqual(server.waiting, []);
    });
  });

  test('are put aside when the server refuses them for good', async () => {
    let asked: (() => void) | undefined;
    const refused = new Promise<void>((resolve) => (asked = resolve));
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, done) => {
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      asked?.();
    };
    await withMailer({ onRcptTo }, async (mailer, _server, jobs) => {
      await send(mailer, MAIL);
      await refused;
      await jobs.stop();
      assert.equal((await jobs.counts()).find(({ queue }) => queue === 'dead')?.count, 1);
    });
  });

  test('are not sent without a mail server, and the configuration says so', async () => {
    const jobs = new Jobs(hub.database);
    const mailer = new Mailer({ config: hub.config, database: hub.database, jobs });
    assert.equal(mailer.isEnabled, false);
    assert.equal(await send(mailer, MAIL), false);
    assert.equal((await hub.app.inject('/api/v1/config')).json().features.mail, false);
    const mail = { ...testConfig().mail, smtpUrl: 'smtp://127.0.0.1:9' };
    const other = await engine.start({ config: testConfig({ mail }) });
    assert.equal((await other.app.inject('/api/v1/config')).json().features.mail, true);
    await other.close();
  });
});
