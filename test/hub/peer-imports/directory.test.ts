import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import type { DirectoryConfig, HubConfig } from '../../../demo/hub/config/config-schema.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import type { Hub } from '../../../demo/hub/hub.ts';
import { sweepImports } from '../../../demo/hub/peer-imports/leave-import.ts';
import { DirectoryPuller } from '../../../demo/hub/peer-imports/scim/directory-puller.ts';
import { sharedPath } from '../../backend/adapters/icalendar/support/calendars.ts';
import { NOW, onEitherEngine, testConfig, type TestHub } from '../support/test-hub.ts';
import { ScimServer, type FakeUser } from './scim-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Directory {
  readonly state: string;
  readonly people: number;
  readonly created: number;
  readonly updated: number;
  readonly gone: number;
  readonly heldBack: number;
  readonly failure?: { readonly kind: string; readonly detail: string; readonly count: number };
}

onEitherEngine('A directory of people', (engine) => {
  const server = new ScimServer();
  let running: TestHub;
  let hub: Hub;
  let puller: DirectoryPuller;
  let now = NOW;
  const log: string[] = [];

  const directory = (changes: Partial<DirectoryConfig> = {}): DirectoryConfig => ({
    id: 'haus',
    kind: 'scim',
    url: server.url,
    token: server.token,
    org: 'stadt-a',
    label: 'Verzeichnis der Stadt',
    allowPrivate: ['127.0.0.0/8'],
    ...changes,
  });
  const configured = (directories: DirectoryConfig[], more: Partial<HubConfig> = {}): HubConfig =>
    testConfig({ directories, ...more });

  before(async () => {
    await server.start();
    running = await engine.start({ clock: () => now, config: configured([directory()]) });
    use([directory()]);
  });
  after(async () => {
    await running.close();
    await server.stop();
  });
  beforeEach(async () => {
    server.reply = undefined;
    server.cursors = false;
    server.requests.length = 0;
  });

  /** The same database, under another configuration. */
  function use(directories: DirectoryConfig[], more: Partial<HubConfig> = {}): void {
    const config = { ...running.config, ...configured(directories, more), dataDir: running.config.dataDir };
    hub = makeHub({ config, database: running.database, clock: () => now });
    puller = new DirectoryPuller(hub, () => 0.5);
  }

  async function pull(config = directory()): Promise<Directory> {
    await puller.prepare();
    await puller.pull(config);
    return status();
  }
  const listed = async (person: string): Promise<{ statusCode: number; body: string; items: Directory[] }> => {
    const { statusCode, body } = await running.app.inject({
      url: '/api/v1/directories',
      headers: { 'x-test-person': person },
    });
    log.push(body);
    return { statusCode, body, items: (JSON.parse(body) as { items: Directory[] }).items };
  };
  const status = async (): Promise<Directory> => {
    const [found] = (await listed('organiserA')).items;
    assert.ok(found);
    return found;
  };
  const entries = () =>
    running.database.kysely
      .selectFrom('peerProfile')
      .innerJoin('person', 'person.id', 'peerProfile.personId')
      .selectAll('peerProfile')
      .select('person.displayName')
      .orderBy('displayName')
      .execute();
  const user = (index: number, changes: Partial<FakeUser> = {}): FakeUser => ({
    id: `u${index}`,
    displayName: `Person ${index}`,
    title: 'Sachbearbeitung',
    department: 'Amt 1',
    email: `p${index}@aehringen.example`,
    version: 'W/"1"',
    preferredLanguage: 'de-DE, en;q=0.8',
    ...changes,
  });

  test('brings people as drafts, asks for no more than it needs, and writes nothing twice', async () => {
    server.users = [1, 2, 3, 4, 5, 6, 7].map((index) => user(index));
    assert.equal((await status()).state, 'waiting');
    const first = await pull();
    assert.deepEqual([first.state, first.people, first.created, first.gone], ['ok', 7, 7, 0]);
    const [one] = await entries();
    assert.deepEqual(
      [
        one?.displayName,
        one?.unit,
        one?.orgId,
        one?.listed,
        one?.source,
        one?.document,
        one?.channels,
        one?.lockedFields,
      ],
      [
        'Person 1',
        'Amt 1',
        'stadt-a',
        false,
        'scim',
        { function: 'Sachbearbeitung', languages: ['de', 'en'] },
        { email: 'p1@aehringen.example' },
        ['displayName', 'org', 'unit'],
      ],
    );
    const asked = server.requests.filter(({ url }) => url.pathname.endsWith('/Users'));
    assert.deepEqual(
      asked.map(({ url }) => url.searchParams.get('startIndex')),
      ['1', '4', '7'],
    );
    const attributes = asked[0]?.url.searchParams.get('attributes') ?? '';
    assert.match(attributes, /displayName/);
    assert.doesNotMatch(attributes, /photo|phone|manager|userName|groups/);
    const before = await entries();
    assert.deepEqual([(await pull()).created, (await pull()).updated], [0, 0]);
    assert.deepEqual(await entries(), before);
  });

  test('pages by cursor where the service has them, with the filter that is configured', async () => {
    server.cursors = true;
    const before = await entries();
    await pull(directory({ filter: 'active eq true and title co "Sach"' }));
    const asked = server.requests.filter(({ url }) => url.pathname.endsWith('/Users'));
    assert.deepEqual(
      asked.map(({ url }) => url.searchParams.get('cursor')),
      ['', '2', '4', '6'],
    );
    assert.equal(asked[0]?.url.searchParams.get('filter'), 'active eq true and title co "Sach"');
    assert.deepEqual(await entries(), before);
  });

  test('reads to the last page where the service does not tell how many there are', async () => {
    server.totals = false;
    const before = await entries();
    const { people, gone } = await pull();
    server.totals = true;
    assert.deepEqual([people, gone], [server.users.length, 0]);
    assert.deepEqual(await entries(), before);
  });

  test('follows the directory in locked fields, and people in all others', async () => {
    const [, two] = await entries();
    const personId = two?.personId ?? '';
    // Person 2 has taken the entry over, and published it.
    await running.database.kysely
      .insertInto('account')
      .values({
        id: 'account-two',
        personId,
        issuer: 'test',
        subject: 'two',
        email: 'p2@aehringen.example',
        emailVerified: true,
      })
      .execute();
    await running.database.kysely
      .updateTable('peerProfile')
      .set({
        document: JSON.stringify({ function: 'Leitung', languages: ['de', 'en'], bio: 'Selbst geschrieben' }),
        channels: JSON.stringify({}),
        listed: true,
        consentAt: new Date(now),
        consentVersion: '1',
        consentExpiresAt: new Date(now + 300 * DAY),
      })
      .where('personId', '=', personId)
      .execute();
    server.users[1] = user(2, {
      displayName: 'Person 2 Neu',
      department: 'Amt 9',
      title: 'Etwas anderes',
      version: 'W/"2"',
      preferredLanguage: 'fr',
    });
    const { updated } = await pull();
    assert.equal(updated, 1);
    const now2 = (await entries()).find((entry) => entry.personId === personId);
    assert.deepEqual(
      [now2?.displayName, now2?.unit, now2?.document, now2?.channels, now2?.listed],
      ['Person 2 Neu', 'Amt 9', { function: 'Leitung', languages: ['fr'], bio: 'Selbst geschrieben' }, {}, true],
    );
  });

  test('whoever is deactivated or not named any more leaves at once; drafts go for good after a while', async () => {
    server.users[0] = user(1, { active: false, version: 'W/"2"' });
    server.users[1] = { ...server.users[1], active: false } as FakeUser;
    const seven = server.users.pop();
    const { gone, people } = await pull();
    assert.deepEqual([gone, people], [3, 4]);
    const rows = await entries();
    const byName = (name: string) => rows.find(({ displayName }) => displayName.startsWith(name));
    assert.deepEqual([byName('Person 1')?.listed, byName('Person 1')?.leftAt?.getTime()], [false, now]);
    const two = byName('Person 2');
    // An account of their own: hidden, unlocked, and only what they wrote themselves.
    assert.deepEqual(
      [two?.listed, two?.lockedFields, two?.source, two?.document],
      [false, [], 'self', { function: 'Leitung', bio: 'Selbst geschrieben' }],
    );
    // Who comes back in time is the same person.
    server.users.push(seven as FakeUser);
    const back = byName('Person 7')?.personId;
    assert.deepEqual([(await pull()).updated, (await entries()).length], [1, 7]);
    assert.equal((await entries()).find(({ displayName }) => displayName === 'Person 7')?.personId, back);
    now += 31 * DAY;
    const removed = await running.database.write([], (transaction) =>
      sweepImports(transaction, { leftBefore: new Date(now - 30 * DAY), madeBefore: new Date(now - 180 * DAY) }),
    );
    assert.equal(removed, 1);
    assert.deepEqual(
      (await entries()).map(({ displayName }) => displayName),
      ['Person 2 Neu', 'Person 3', 'Person 4', 'Person 5', 'Person 6', 'Person 7'],
    );
  });

  test('has a second look before most people leave, and lets nobody go on half a list', async () => {
    server.users = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((index) => user(index, { version: 'W/"3"' }));
    await pull();
    const all = server.users;
    server.users = all.slice(0, 2);
    const held = await pull();
    assert.deepEqual([held.state, held.gone, held.heldBack], ['held-back', 0, 10]);
    server.users = all;
    assert.equal((await pull()).state, 'ok');
    server.reply = (request, response) => {
      const isUsers = request.url?.includes('/Users') === true;
      const body = isUsers
        ? {
            totalResults: 12,
            Resources: request.url?.includes('startIndex=1&') ? [{ id: 'u1', displayName: 'Person 1' }] : [],
          }
        : {};
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const half = await pull();
    assert.equal(half.gone, 0);
  });

  test('says in words what is wrong, backs off, and gives the token away nowhere', async () => {
    const failing = async (config: DirectoryConfig, more: Partial<HubConfig> = {}) => {
      use([config], more);
      const { failure } = await pull(config);
      use([directory()]);
      return failure;
    };
    const refused = await failing(directory({ token: 'falsches-token-5512' }));
    assert.deepEqual([refused?.kind, refused?.count], ['denied', 1]);
    assert.match(refused?.detail ?? '', /refuses the token/);
    const { nextTryAt } = await running.database.kysely
      .selectFrom('peopleDirectory')
      .select('nextTryAt')
      .executeTakeFirstOrThrow();
    assert.equal(nextTryAt?.getTime(), now + 5 * 60_000);
    // An address inside of the house that nobody has allowed.
    assert.match((await failing(directory({ allowPrivate: [] })))?.detail ?? '', /not a public address/);
    server.reply = (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    assert.equal((await failing(directory()))?.kind, 'invalid');
    server.reply = (_request, response) => void response.writeHead(200).end('<html>Anmelden</html>');
    assert.match((await failing(directory()))?.detail ?? '', /not SCIM 2\.0/);
    server.reply = (_request, response) => void response.writeHead(429, { 'retry-after': '7200' }).end('{}');
    assert.equal((await failing(directory()))?.kind, 'busy');
    server.reply = undefined;
    const { limits } = testConfig();
    assert.equal((await failing(directory(), { limits: { ...limits, directoryPeople: 3 } }))?.kind, 'invalid');
    assert.equal((await failing(directory(), { limits: { ...limits, directoryBytes: 1024 } }))?.kind, 'invalid');
    server.reply = () => undefined;
    assert.equal((await failing(directory(), { limits: { ...limits, directorySeconds: 1 } }))?.kind, 'timeout');
    server.reply = undefined;
    const recovered = await pull();
    assert.deepEqual([recovered.state, recovered.failure], ['ok', undefined]);
    const kept = await running.database.kysely.selectFrom('peopleDirectory').selectAll().execute();
    const told = JSON.stringify([log, kept]);
    assert.doesNotMatch(told, /token-8471|token-5512|127\.0\.0\.1:\d/);
    // Only who looks after the organisation learns how its directory does.
    assert.deepEqual((await listed('organiserB')).items, []);
    assert.deepEqual((await listed('memberA')).items, []);
    assert.equal((await running.app.inject({ url: '/api/v1/directories' })).statusCode, 401);
  });

  test('a directory that leaves the configuration takes its people along', async () => {
    use([]);
    await puller.prepare();
    const here = (await entries()).filter(({ source, leftAt }) => source === 'scim' && leftAt === null);
    assert.deepEqual(here, []);
    use([directory()]);
  });

  const fixtures = sharedPath('fixtures/scim');
  test('reads what a real server has answered', { skip: !fixtures && 'the recorded answers are absent' }, async () => {
    const fixture = (name: string): string => readFileSync(`${fixtures}/${name}.json`, 'utf8');
    server.reply = (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://x');
      const text = pathname.endsWith('/Users') ? fixture('users-1-10') : fixture('service-provider-config');
      // It has recorded the first page of three.
      const first = request.url?.includes('startIndex=1&') === true || !pathname.endsWith('/Users');
      response.writeHead(200, { 'content-type': 'application/scim+json' }).end(first ? text : '{"totalResults":25}');
    };
    // People with these keys were here before: they come back under the names that the directory has now.
    const { updated, gone, people } = await pull(directory({ url: `${server.url}/` }));
    assert.deepEqual([updated, gone, people], [10, 0, 10]);
    const peer = (await entries()).find(({ displayName }) => displayName === 'Peer 3 Müller-Ö');
    assert.deepEqual(
      [peer?.document, peer?.channels],
      [{ function: 'Dozentin', languages: ['de'] }, { email: 'peer3@example.test' }],
    );
  });
});
