import assert from 'node:assert/strict';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { after, before, test } from 'node:test';
import type { WebhookConfig } from '../../../demo/hub/config/config-schema.ts';
import { Jobs } from '../../../demo/hub/jobs/jobs.ts';
import { announce, defineWebhooks } from '../../../demo/hub/webhooks/webhooks.ts';
import { sendWebhook } from '../../../demo/hub/webhooks/webhook-sender.ts';
import type { IdeaRow } from '../../../demo/hub/ideas/idea-rules.ts';
import { startIdeasHub, type IdeasHub } from '../participation/ideas-hub.ts';
import { onEitherEngine, testConfig } from '../support/test-hub.ts';

const KEY = randomBytes(32);
const SECRET = `whsec_${KEY.toString('base64')}`;

const ROW = { id: 'x', stage: 'open', visibility: 'public', releasedAt: new Date(), title: 'Eine Idee' } as IdeaRow;

interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A tool of an administration: keeps what it is sent and answers with the statuses it is given, then with 204. */
async function startReceiver(statuses: number[] = []) {
  const arrived: Arrived[] = [];
  const wanted: ((message: Arrived) => void)[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      response.writeHead(statuses.shift() ?? 204, { location: 'http://127.0.0.1:9/' }).end();
      const taker = wanted.shift();
      if (taker) taker({ headers: request.headers, body });
      else arrived.push({ headers: request.headers, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`,
    arrived,
    next: (): Promise<Arrived> => {
      const first = arrived.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => wanted.push(resolve));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What any receiver does (standardwebhooks.com), with nothing of ours. */
function isGenuine({ headers, body }: Arrived, key: Buffer): boolean {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const mine = createHmac('sha256', key).update(signed).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((part) => {
      const [version, signature = ''] = part.split(',');
      const theirs = Buffer.from(signature, 'base64');
      return version === 'v1' && theirs.length === mine.length && timingSafeEqual(theirs, mine);
    });
}

onEitherEngine('Webhooks', (engine) => {
  let hub: IdeasHub;
  let tool: Awaited<ReturnType<typeof startReceiver>>;
  let jobs: Jobs;
  before(async () => {
    tool = await startReceiver();
    const webhooks: WebhookConfig[] = [
      { id: 'tool', url: tool.url, secret: SECRET, allowPrivate: ['127.0.0.1'] },
      { id: 'picky', url: 'http://127.0.0.1:9/', secret: SECRET, events: ['idea.answered'] },
    ];
    const signIn = { ...testConfig().signIn, mode: 'none' } as const;
    hub = await startIdeasHub(engine, { config: testConfig({ webhooks, signIn, publicUrl: 'https://netz.example' }) });
    jobs = new Jobs(hub.database);
    defineWebhooks({ config: hub.config, jobs, clock: () => Date.now() });
    await jobs.start({ work: true, onError: () => undefined, pollSeconds: 0.5 });
  });
  after(async () => {
    await jobs.stop();
    await hub.close();
    await tool.close();
  });

  const next = async (): Promise<{ readonly type: string; readonly data: Readonly<Record<string, unknown>> }> => {
    const message = await tool.next();
    assert.ok(isGenuine(message, KEY), 'the signature holds');
    assert.equal(isGenuine({ ...message, body: message.body.replace('idea', 'ydea') }, KEY), false);
    assert.equal(isGenuine(message, randomBytes(32)), false);
    assert.match(String(message.headers['webhook-id']), /^msg_[\w-]{20,}$/);
    assert.ok(Math.abs(Number(message.headers['webhook-timestamp']) - Date.now() / 1000) < 60);
    assert.equal(message.headers['content-type'], 'application/json');
    return JSON.parse(message.body) as never;
  };

  test('hear what happens to a public idea, signed, with public facts only', async () => {
    const id = await hub.idea();
    const url = `https://netz.example/#vr-idea=${id}`;
    const title = 'Ein Formular statt siebzehn';
    const events = [await next(), await next()].sort((a, b) => a.type.localeCompare(b.type));
    assert.deepEqual(
      events.map(({ type, data }) => [type, data]),
      [
        ['idea.released', { id, stage: 'open', title, url }],
        ['idea.submitted', { id, stage: 'submitted', url }],
      ],
    );
    const comment = { kind: 'comment', body: 'Henrik sagt etwas Vertrauliches' };
    await hub.as('henrik', `POST /ideas/${id}/comments`, comment);
    const commented = await next();
    assert.deepEqual([commented.type, commented.data], ['idea.commented', { id, stage: 'open', title, url }]);
    await hub.as('henrik', `PUT /ideas/${id}/supports/me`, { level: 'i-join', shown: 'name' });
    assert.equal((await next()).type, 'idea.supported');
    await hub.as('henrik', `POST /ideas/${id}/help-offers`, { kinds: ['it'] });
    assert.equal((await next()).type, 'idea.help-offered');
    assert.deepEqual(tool.arrived, []);
  });

  test('do not hear the title of what is not public, nor of drafts, nor of what waits for a moderator', async () => {
    const within = await hub.idea({ reach: 'within' });
    for (const { data } of [await next(), await next()]) {
      assert.deepEqual(Object.keys(data).sort(), ['id', 'stage', 'url']);
      assert.equal(data['id'], within);
    }
    const draft = await hub.as('rosa', 'POST /ideas', { title: 'Noch nicht fertig', draft: true });
    assert.equal(draft.status, 201, JSON.stringify(draft.body));
    const { id, secret } = await hub.namelessIdea();
    assert.deepEqual([(await next()).data['id'], (await next()).data['id']], [id, id]);
    await hub.as(
      'stranger',
      `POST /ideas/${id}/comments`,
      { kind: 'comment', body: 'wartet' },
      { 'x-idea-secret': secret },
    );
    await hub.as('kalle', `PUT /ideas/${within}/supports/me`, { level: 'interesting', shown: 'name' });
    assert.deepEqual([(await next()).data['id']], [within], 'nothing came before it');
  });

  test('are tried again later, and put aside where the receiver says that it is gone', async () => {
    const receivers = [await startReceiver([503]), await startReceiver([302]), await startReceiver([410])];
    const webhooks = receivers.map(({ url }, index) => ({
      id: `other-${index}`,
      url,
      secret: SECRET,
      allowPrivate: ['127.0.0.1'],
    }));
    const config = { ...hub.config, webhooks };
    const fresh = await engine.start();
    const others = new Jobs(fresh.database);
    defineWebhooks({ config, jobs: others, clock: () => Date.now() });
    await others.start({ work: true, onError: () => undefined, pollSeconds: 0.5 });
    await fresh.database.write([], (transaction) =>
      announce({ config, jobs: others, clock: () => Date.now() }, transaction, 'idea.changed', ROW),
    );
    for (const receiver of receivers) assert.ok(isGenuine(await receiver.next(), KEY));
    await others.stop();
    const counts = await others.counts();
    const count = (queue: string, state: string) =>
      counts.find((each) => each.queue === queue && each.state === state)?.count;
    assert.deepEqual([count('webhooks.send', 'retry'), count('dead', 'created')], [2, 1]);
    await fresh.close();
    for (const receiver of receivers) await receiver.close();
  });

  test('hear nothing of what was taken back', async () => {
    const parts = { config: hub.config, jobs, clock: () => Date.now() };
    await assert.rejects(
      hub.database.write([], async (transaction) => {
        await announce(parts, transaction, 'idea.changed', ROW);
        throw new Error('taken back');
      }),
      /taken back/,
    );
    await hub.database.write([], (transaction) => announce(parts, transaction, 'idea.stage-changed', ROW));
    assert.equal((await next()).type, 'idea.stage-changed');
  });

  test('reach no address inside the house that nobody has allowed', async () => {
    const send = (url: string, allowPrivate?: string[]) =>
      sendWebhook({ id: 'x', url, secret: SECRET, ...(allowPrivate && { allowPrivate }) }, { id: 'm', body: '{}' }, 0);
    const local = tool.url.replace('127.0.0.1', 'localhost');
    for (const url of [tool.url, local, 'http://[::1]/', 'http://169.254.169.254/latest/meta-data']) {
      await assert.rejects(send(url), { kind: 'denied' }, url);
    }
    await assert.rejects(send('http://127.0.0.1:9/', ['127.0.0.1']), { kind: 'unknown' });
    assert.equal(await send(local, ['127.0.0.1', '::1']), 204);
    await tool.next();
    assert.deepEqual(tool.arrived, []);
  });
});
