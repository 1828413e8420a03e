import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import type { Accounts } from '../../../demo/hub/accounts/accounts.ts';
import { ANONYMOUS } from '../../../demo/hub/authorization/caller.ts';
import { sendDigests } from '../../../demo/hub/notifications/digests.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import type { Hub } from '../../../demo/hub/hub.ts';
import { NETWORK, personId, type Who } from '../participation/ideas-hub.ts';
import { DAY } from '../registration/meetings-hub.ts';
import { startMailServer, type MailServer } from '../support/sent-mails.ts';
import { NOW, onEitherEngine, testConfig } from '../support/test-hub.ts';
import { startContactsHub, type ContactsHub } from './contacts-hub.ts';
import { answerOf, marksIn, routesOf, type Route } from './walk.ts';

const PEOPLE = NETWORK.map(({ id }) => id);
type Person = (typeof PEOPLE)[number];
const CHANNELS = ['mail', 'fon', 'chat'] as const;

const fonOf = (who: Person): string => `+4955501${PEOPLE.indexOf(who)}7700`;
const addressesOf = (who: Person) => ({
  email: `mk-${who}-mail@marker.example`,
  phone: fonOf(who),
  chat: `@mk-${who}-chat:marker.example`,
});
/** What an address of somebody is found by: as it is, and without what spellings leave out. */
const marksOf = (who: Person): readonly string[] => [`mk-${who}-mail`, `mk${who}mail`, fonOf(who).slice(1), `mk-${who}-chat`, `mk${who}chat`]; // prettier-ignore
/** Somebody who was entered by others, somebody who was invited, and what is typed into forms. */
const ENTERED = 'mk-entered-mail';
const INVITED = 'mk-invited-mail';
const TYPED = 'mk-typed-words';
const ALL = [...PEOPLE.flatMap(marksOf), ENTERED, INVITED, TYPED];

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The kinds of readers there are: two have agreed, the others have not. */
const READERS = ['stranger', 'rosa', 'henrik', 'mirja', 'kalle', 'ayla', 'cem'] as const satisfies readonly Who[];

/** Where an address may stand, and whose: only one's own entry, and what somebody has given by accepting. */
const OWN = ['/api/v1/me/profile', '/api/v1/me/profile.vcf', '/api/v1/me/export'];

onEitherEngine('No address', (engine) => {
  let hub: ContactsHub;
  let posting: Hub | undefined;
  let server: MailServer;
  let accounts: Accounts | undefined;
  let routes: readonly Route[];
  let accepted: string;
  const ids = new Map<string, readonly string[]>();
  const log: string[] = [];

  /** Sends a request to a route that may not be there yet. */
  const multipart = (fields: Readonly<Record<string, string>>, file: Buffer, name: string) => {
    const parts = Object.entries(fields).map(([field, value]) => `--b\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`); // prettier-ignore
    const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return {
      payload: Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from('\r\n--b--\r\n')]),
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    };
  };
  const send = async (who: Who, request: string, form: ReturnType<typeof multipart>) => {
    const [method, path] = request.split(' ');
    const answer = await hub.app.inject({ method: method as 'POST', url: `/api/v1${path}`, payload: form.payload, headers: { ...form.headers, 'x-test-person': who } }); // prettier-ignore
    return { status: answer.statusCode, body: answer.body };
  };
  const ok = async (who: Who, request: string, body?: object, headers?: Readonly<Record<string, string>>) => {
    const answer = await hub.as(who, request, body, headers);
    assert.ok(answer.status < 300, `${request}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  before(async () => {
    server = await startMailServer();
    const base = testConfig();
    const config: HubConfig = {
      ...base,
      logLevel: 'debug',
      publicUrl: 'http://localhost:8080',
      mail: { ...base.mail, smtpUrl: server.url, from: 'Netzwerk <netz@netz.example>' },
      signIn: { ...base.signIn, mode: 'demo', invitations: true },
      seed: false,
      limits: {
        ...base.limits,
        requestsPerMinute: 100_000,
        personSubmissionsPer5Minutes: 100_000,
        uploadsPerHour: 100_000,
        contactRequestsPerDay: 100,
      },
    };
    hub = await startContactsHub(engine, {
      config,
      // As sign-in does it: who somebody is stands in the database, with the name of today.
      identify: async ({ headers }) =>
        (await accounts?.caller(`account-${String(headers['x-test-person'])}`)) ?? ANONYMOUS,
      logStream: { write: (line) => void log.push(line) },
    });
    ({ accounts } = hub.parts);
    await hub.database.write(['account'], async (transaction) => {
      for (const who of PEOPLE) {
        await transaction
          .updateTable('account')
          .set({ email: addressesOf(who).email })
          .where('id', '=', `account-${who}`)
          .execute();
      }
      const membership = { personId: personId('cem'), orgId: 'brueckfurt', roles: ['member', 'moderator', 'admin'] as const }; // prettier-ignore
      await accounts?.grant(transaction, membership);
    });
    routes = routesOf(hub.app);
    await fill();
    posting = makeHub({ config: { ...hub.config, ...config }, database: hub.database, clock: () => hub.now });
    await posting.jobs.start({ work: true, onError: (error) => log.push(String(error)), pollSeconds: 0.5 });
    await readIds();
  });
  after(async () => {
    await posting?.jobs.stop();
    posting?.mailer.close();
    await hub?.parts.jobs.stop();
    await hub?.close();
    await server.close();
  });

  /** People do with the hub what there is to do, so that every route has something to tell. */
  async function fill(): Promise<void> {
    for (const who of PEOPLE) {
      const { phone, chat } = addressesOf(who);
      await ok(who, 'PUT /me/profile', {
        visibility: 'public',
        headline: `Fragen Sie mich, ${who}`,
        expertise: [{ label: 'Formulare', level: 'expert' }],
        channels: { phone, chat },
        monthlyRequests: 20,
      });
      const { consentText } = await ok(who, 'GET /me/profile');
      const consent = { listed: true, textVersion: consentText.version };
      assert.equal((await ok(who, 'PUT /me/profile/consent', consent)).state, 'listed');
    }
    if (routes.some(({ method, path }) => method === 'POST' && path === '/api/v1/offers')) {
      for (const [who, direction] of [
        ['henrik', 'offer'],
        ['rosa', 'seek'],
      ] as const)
        await ok(who, 'POST /offers', {
          direction,
          topic: 'Formulare',
          form: 'talk',
          until: '2026-12-31',
          text: 'Gern',
        });
    }
    const photo = await send('rosa', 'POST /me/profile/photo', multipart({ alt: 'Rosa' }, Buffer.from(PIXEL, 'base64'), 'rosa.png')); // prettier-ignore
    assert.equal(photo.status, 200, photo.body);
    const people = Buffer.from(`Name;E-Mail\nEva Eingetragen;${ENTERED}@marker.example\n`);
    const imported = await send('kalle', 'POST /peer-imports', multipart({ orgId: 'lindenhafen', invite: 'true' }, people, 'leute.csv')); // prettier-ignore
    assert.equal(imported.status, 201, imported.body);
    await ok('kalle', 'POST /invitations', { email: `${INVITED}@marker.example`, orgId: 'lindenhafen' });

    const idea = await hub.idea();
    await hub.namelessIdea();
    await ok('henrik', `POST /ideas/${idea}/comments`, { kind: 'comment', body: 'Das brauchen wir auch.' });
    await ok('kalle', `PUT /ideas/${idea}/supports/me`, { level: 'i-join', shown: 'name', note: 'Gern' });
    await ok('mirja', `POST /ideas/${idea}/help-offers`, { kinds: ['it'], text: 'Ich kann helfen.' });
    await ok('mirja', 'POST /reports', { object: { type: 'idea', id: idea }, reason: 'Tippfehler' });
    await ok('henrik', `PUT /ideas/${idea}/follow`);
    const event = await hub.event({ visibility: 'public', registration: { mode: 'hub', capacity: 1 } });
    await ok('rosa', `PUT /events/${event}/registration/me`, { note: 'Ich komme später.' });
    await ok('henrik', `PUT /events/${event}/registration/me`, {});
    await ok('kalle', `PATCH /events/${event}`, { title: 'Meetup: neu' }, { 'if-match': '*' });
    const at = (days: number): string => new Date(NOW + days * DAY).toISOString();
    const programme = { rooms: ['Kontor'], slots: [{ start: at(3), end: at(3.02) }], proposals: 'open' };
    const camp = await hub.event({ kind: 'camp', start: at(3), end: at(4), visibility: 'public', programme });
    await ok('rosa', `POST /events/${camp}/sessions`, { title: 'Formulare' });
    const impulse = await ok('rosa', 'POST /impulses', { title: 'Wie wir kürzen' });
    await ok('henrik', `PUT /impulses/${impulse.id}/interest/me`);
    const report = await ok('rosa', 'POST /posts', { title: 'Wie wir kürzen', body: 'Satz für Satz.', ideaId: idea });
    await ok('rosa', `POST /posts/${report.id}/steps`, { to: 'submit' });
    await ok('ayla', `POST /posts/${report.id}/steps`, { to: 'publish' });
    const dates = [1, 8].map((day) => ({ start: at(day), end: at(day + 0.1) }));
    await ok('rosa', 'POST /circles', { title: 'Kreis', places: 5, dates });

    const everything = { reveal: ['email', 'phone', 'chat'] };
    accepted = await hub.asked('rosa', 'henrik', {
      ...everything,
      topic: 'Formulare',
      about: { type: 'idea', id: idea },
    });
    await hub.deliver();
    await hub.reply('henrik', accepted, 'accept', everything);
    await hub.reply('rosa', await hub.asked('cem', 'rosa', everything), 'decline');
    await hub.reply('mirja', await hub.asked('kalle', 'mirja', everything), 'block');
    await hub.asked('kalle', 'mirja', everything);
    await hub.reply('bente', await hub.asked('bente', 'mirja', everything), 'withdraw');
    await hub.asked('ayla', 'kalle', everything);
    await hub.deliver();
  }

  /** Ids of everything there is, by table. */
  async function readIds(): Promise<void> {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' order by 1`.execute(hub.database.kysely);
    for (const { name } of tables) {
      const { rows } = await sql<{ id: string }>`
        select id::text as id from ${sql.table(name)} order by id limit 40`.execute(hub.database.kysely);
      ids.set(name, rows.map(({ id }) => id)); // prettier-ignore
    }
    ids.set(
      'person',
      ['rosa', 'henrik', 'mirja', 'bente'].map((who) => personId(who as Person)),
    );
    ids.set('contact_request', [accepted, ...(ids.get('contact_request') ?? []).filter((id) => id !== accepted)]); // prettier-ignore
  }

  /** Which table the ids of an address are in. An address of a kind that is not here is tried with every id there is. */
  const TABLES: Readonly<Record<string, string>> = {
    ideas: 'idea',
    events: 'event',
    sessions: 'event_session',
    impulses: 'impulse',
    comments: 'idea_comment',
    'help-offers': 'help_offer',
    peers: 'person',
    offers: 'peer_offer',
    'contact-requests': 'contact_request',
    uploads: 'upload',
    posts: 'post',
    blocks: 'person',
    registrations: 'event_registration',
  };

  /** What an address must be asked with, to tell anything. */
  const QUERIES: Readonly<Record<string, string>> = {
    '/api/v1/events': `from=2026-06-01&to=2026-08-01`,
    '/api/v1/ideas/similar': 'q=Formular',
    '/api/v1/ideas/audience': 'reach=civil&orgId=lindenhafen',
    '/api/v1/feed-check': `url=${encodeURIComponent('https://hub.example/feed.xml')}`,
    '/oembed': `url=${encodeURIComponent('http://localhost:8080/embed/event-calendar')}`,
  };

  /** Addresses of a route, its parameters filled in. */
  function urlsOf(path: string, most = 4): readonly string[] {
    const parameter = /\/([^/]+)\/:(\w+)/.exec(path);
    if (!parameter) {
      const query = QUERIES[path];
      return [query ? `${path}?${query}` : path.replace(/:\w+/g, 'heart')];
    }
    const [whole, kind = ''] = parameter;
    const known = TABLES[kind];
    const values = known
      ? (ids.get(known) ?? []).slice(0, most)
      : [...ids.values()].flatMap((some) => some.slice(0, 2));
    return values.flatMap((value) => urlsOf(path.replace(whole, `/${kind}/${encodeURIComponent(value)}`), most));
  }

  const ask = (who: Who, method: string, url: string, more: object = {}) =>
    answerOf(hub.app, {
      method: method,
      url,
      ...more,
      headers: { ...(who !== 'stranger' && { 'x-test-person': who }), ...(more as { headers?: object }).headers },
    });

  interface Found {
    readonly who: Who;
    readonly route: string;
    readonly url: string;
    readonly marks: readonly string[];
  }

  /** Whose addresses somebody may read there. */
  function allowed(who: Who, url: string, status: number): readonly string[] {
    const [path = ''] = url.split('?');
    const isOwn = OWN.includes(path) || path.startsWith('/api/v1/me/profile/');
    if (status < 300 && who !== 'stranger' && isOwn) return marksOf(who as Person);
    if (path === `/api/v1/contact-requests/${accepted}` && (who === 'rosa' || who === 'henrik'))
      return marksOf(who === 'rosa' ? 'henrik' : 'rosa');
    return [];
  }

  /** Reads all there is as somebody; gives where addresses stood, and which routes had something to tell. */
  async function readAll(who: Who): Promise<{ found: Found[]; told: Set<string> }> {
    const found: Found[] = [];
    const told = new Set<string>();
    for (const { method, path } of routes) {
      if (method !== 'GET') continue;
      for (const url of urlsOf(path)) {
        const { status, headers, body } = await ask(who, method, url);
        assert.notEqual(status, 500, `${who} ${url}`);
        if (status < 400) told.add(path);
        const marks = [...marksIn(headers, ALL), ...marksIn(body, ALL)];
        if (marks.length > 0) found.push({ who, route: `${method} ${path}`, url, marks });
      }
    }
    return { found, told };
  }

  const leaksOf = (found: readonly Found[], status = 200): readonly Found[] =>
    found.filter(({ who, url, marks }) => marks.some((mark) => !allowed(who, url, status).includes(mark)));

  test('is found by a search of answers that overlooks one', async () => {
    const { email, phone, chat } = addressesOf('henrik');
    for (const text of [
      `{"bio":"${email}"}`,
      email.toUpperCase(),
      encodeURIComponent(chat),
      '%6d%6b-henrik-mail',
      '&#109;k-henrik-chat',
      '\\u006dk-henrik-mail',
      `cursor=${Buffer.from(JSON.stringify(['x', email])).toString('base64url')}`,
      '=6D=6B-henrik=\r\n-mail',
      'X:mk-hen\r\n rik-chat',
      `+49 (555) ${phone.slice(6, 8)} / ${phone.slice(8)}`,
    ])
      assert.notDeepEqual(marksIn(text, ALL), [], text);
    assert.deepEqual(marksIn('Henrik Aktendeckel, mk, marker.example', ALL), []);
    assert.equal(new Set(CHANNELS).size, 3);
    const described = (await hub.as('stranger', 'GET /openapi.json')).body.paths as Record<string, object>;
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    for (const [path, methods] of Object.entries(described)) {
      const plain = path.replace(/\{(\w+)\}/g, ':$1');
      for (const method of Object.keys(methods)) assert.ok(known.has(`${method.toUpperCase()} ${plain}`), plain);
    }
  });

  test('is read by anybody but its owner, and the two of a request that was accepted', async () => {
    const found: Found[] = [];
    const told = new Set<string>();
    for (const who of READERS) {
      const read = await readAll(who);
      found.push(...read.found);
      for (const path of read.told) told.add(path);
    }
    assert.deepEqual(leaksOf(found), []);
    assert.deepEqual(
      [...new Set(found.map(({ route }) => route))].toSorted(),
      ['/api/v1/contact-requests/:id', '/api/v1/me/export', '/api/v1/me/profile', '/api/v1/me/profile.vcf'].map((path) => `GET ${path}`), // prettier-ignore
    );
    // Each of the two sees all that the other chose, each of all their own.
    for (const who of ['rosa', 'henrik'] as const) {
      const other = who === 'rosa' ? 'henrik' : 'rosa';
      const { contact } = (await hub.seen(who, accepted)).body;
      assert.deepEqual(contact, addressesOf(other));
      assert.deepEqual((await hub.as(who, 'GET /me/profile')).body.channels, addressesOf(who));
    }
    // A route that never had anything to tell was not looked at: give it something in `fill`, or its ids in `TABLES`. Old
    // libraries come from the machine, and `/embed` names its widgets by an error.
    const silent = routes
      .filter(({ method, path }) => method === 'GET' && !told.has(path) && !path.startsWith('/gallery/lib/'))
      .map(({ path }) => path);
    assert.deepEqual(silent.toSorted(), ['/embed', '/sign-in/oidc/:issuer', '/sign-in/oidc/callback']);
  });

  test('is found by searching for it', async () => {
    const described = (await hub.as('stranger', 'GET /openapi.json')).body.paths as Readonly<
      Record<string, { readonly get?: { readonly parameters?: readonly { readonly name: string }[] } }>
    >;
    let asked = 0;
    for (const [path, { get }] of Object.entries(described)) {
      if (path.includes('{') || !get?.parameters?.some(({ name }) => name === 'q')) continue;
      for (const who of ['stranger', 'rosa', 'bente'] as const) {
        for (const q of Object.values(addressesOf('kalle'))) {
          const query = (QUERIES[path] ?? '').replace(/^q=.*/, '');
          const { body } = await ask(who, 'GET', `${path}?${query}&q=${encodeURIComponent(q)}`);
          const { items } = JSON.parse(body) as { readonly items?: readonly unknown[] };
          assert.deepEqual(items, [], `${who} ${path} ${q}`);
          asked += 1;
        }
      }
    }
    assert.ok(asked >= 9);
  });

  test('is in a mail to anybody: only on its envelope', async () => {
    assert.ok(posting && (await sendDigests(posting, 'daily')) > 0);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from jobs.job where name = 'mail.send'`.execute(hub.database.kysely);
    const expected = rows[0]?.count ?? 0;
    assert.ok(expected > 8, String(expected));
    const entered: string[] = [];
    for (let index = 0; index < expected; index += 1) {
      const { raw, to } = await server.next();
      assert.equal(to.length, 1);
      const rest = raw.replace(/^To:.*(\r\n[ \t].*)*\r\n/im, '');
      assert.notEqual(rest, raw);
      const marks = marksIn(rest, ALL);
      // Who was entered by others reads what they said, the address among it (GDPR, Art. 14).
      if (to.join().startsWith(ENTERED)) entered.push(...marks);
      else assert.deepEqual(marks, [], raw);
    }
    assert.deepEqual(entered, [ENTERED]);
  });

  test('is said back by what is refused', async () => {
    const typed = {
      email: `${TYPED}@marker.example`,
      toId: TYPED,
      message: TYPED,
      title: TYPED,
      displayName: [TYPED],
      channels: { email: TYPED, phone: TYPED, chat: { [TYPED]: TYPED } },
      reveal: [TYPED],
      return: `https://${TYPED}.example`,
    };
    const last = ({ path }: Route): number => (path.startsWith('/api/v1/me') ? 1 : 0);
    const writes = routes.filter(({ method }) => method !== 'GET').toSorted((one, other) => last(one) - last(other));
    const statuses = new Set<number>();
    const leaks: Found[] = [];
    const look = async (who: Who, { method, path }: Route, url: string, more: object): Promise<void> => {
      const { status, headers, body } = await ask(who, method, url, more);
      statuses.add(status);
      const marks = marksIn(`${headers}\n${body}`, status < 400 ? ALL.filter((mark) => mark !== TYPED) : ALL);
      if (marks.length === 0) return;
      leaks.push(...leaksOf([{ who, route: `${method} ${path}`, url, marks }], status));
    };
    const [impulse = ''] = ids.get('impulse') ?? [];
    const stale = { payload: { title: TYPED }, headers: { 'if-match': '"0.old"' } };
    const change = { method: 'PATCH', path: '/api/v1/impulses/:id' };
    await look('rosa', change, `/api/v1/impulses/${impulse}`, stale);
    const key = { 'idempotency-key': 'one' };
    for (const title of ['Erst', TYPED])
      await look('rosa', { method: 'POST', path: '/api/v1/impulses' }, '/api/v1/impulses', { payload: { title }, headers: key }); // prettier-ignore
    const again = { payload: { toId: personId('kalle'), message: `${TYPED}, und noch einmal`, reveal: ['email'] } };
    for (let twice = 0; twice < 2; twice += 1)
      await look('ayla', { method: 'POST', path: '/api/v1/contact-requests' }, '/api/v1/contact-requests', again);
    for (const route of writes) {
      const urls = urlsOf(route.path, 1);
      assert.ok(urls.length > 0, `no object is known for ${route.path}`);
      for (const who of ['stranger', 'kalle', 'cem'] as const) {
        for (const url of [...urls.slice(0, 3), route.path.replace(/:\w+/g, 'nothing')]) {
          if (route.method !== 'DELETE') {
            await look(who, route, url, { payload: typed, headers: { 'if-match': '"0.old"' } });
            await look(who, route, url, { payload: '{"a":', headers: { 'content-type': 'application/json' } });
          }
          await look(who, route, url, { headers: { 'if-match': '"0.old"' } });
        }
      }
    }
    for (const { method, path } of routes) {
      if (method !== 'GET') continue;
      for (const who of ['stranger', 'kalle'] as const) {
        const url = path.replace(/:\w+/g, 'nothing');
        const { status, headers, body } = await ask(
          who,
          method,
          `${url}?cursor=${TYPED}&limit=0&q=${TYPED}&return=${TYPED}`,
        );
        statuses.add(status);
        if (status < 400) continue;
        assert.deepEqual(marksIn(`${headers}\n${body}`, ALL), [], url);
      }
    }
    assert.deepEqual(leaks, []);
    for (const status of [400, 401, 403, 404, 409, 412, 422]) assert.ok(statuses.has(status), String(status));
    assert.equal(statuses.has(500), false);
  });

  test('is in the log, at the level that says most, nor in the numbers about the hub', async () => {
    // A statement that fails has its values with it.
    await sql`alter table peer_profile rename column channels to channels_away`.execute(hub.database.kysely);
    try {
      const input = { channels: { phone: fonOf('ayla'), chat: TYPED } };
      assert.equal((await hub.as('ayla', 'PUT /me/profile', input)).status, 500);
      assert.equal((await hub.seen('rosa', accepted)).status, 500);
    } finally {
      await sql`alter table peer_profile rename column channels_away to channels`.execute(hub.database.kysely);
    }
    await ask('rosa', 'GET', `/api/v1/nowhere?email=${TYPED}`);
    assert.ok(log.length > 1000);
    assert.ok(log.some((line) => line.includes('request failed')));
    assert.deepEqual(marksIn(log.join('\n'), ALL), []);
  });

  test('could stand where this would not see it: one that is put into an entry is found everywhere', async () => {
    await hub.database.write(['peer', 'account', 'idea', 'event'], async (transaction) => {
      await transaction
        .updateTable('person')
        .set({ displayName: `Bente (${addressesOf('bente').email})` })
        .where('id', '=', personId('bente'))
        .execute();
    });
    const { found } = await readAll('ayla');
    const where = new Set(leaksOf(found).map(({ route }) => route));
    for (const path of ['/api/v1/peers', '/api/v1/peers/:id']) assert.ok(where.has(`GET ${path}`), path);
  });
});
