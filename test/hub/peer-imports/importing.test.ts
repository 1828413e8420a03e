import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { ImportPreview, ImportResult } from '../../../src/model/peer-import.ts';
import { startMailServer, type MailServer } from '../support/sent-mails.ts';
import { NOW, onEveryEngine, testConfig, type TestHub } from '../support/test-hub.ts';

const BASE = 'https://netz.example';
const OWN = { origin: BASE, 'sec-fetch-site': 'same-origin' };

/** Quoted-printable of the body, as far as these mails need it. */
const plain = (raw: string): string => {
  const bytes = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

type Answer = { readonly statusCode: number; readonly body: string; json(): unknown };

onEveryEngine('Importing people', (engine) => {
  let mails: MailServer;
  let hub: TestHub;
  const now = NOW;
  /** The cookie and the token of who leads the network. */
  let admin: Record<string, string> = {};

  before(async () => {
    mails = await startMailServer();
    hub = await engine.start({
      identify: undefined,
      clock: () => now,
      runJobs: true,
      config: testConfig({
        signIn: {
          ...testConfig().signIn,
          mode: 'none',
          invitations: true,
          firstAdmin: 'leitung@aehringen.example',
        },
        publicUrl: BASE,
        mail: { ...testConfig().mail, smtpUrl: mails.url },
        organisations: [
          { id: 'stadt-a', name: 'Stadt Ähringen', kind: 'administration', mailDomains: ['aehringen.example'] },
          { id: 'kreis-b', name: 'Kreis Bergtal', kind: 'administration' },
        ],
      }),
    });
    await post('/sign-in/link', { email: 'leitung@aehringen.example' });
    admin = await signIn(await nextSecret(), 'Lea Leitung');
  });
  after(async () => {
    await hub.close();
    await mails.close();
  });

  const call = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    headers: Record<string, string> = {},
    payload?: object,
  ) => hub.app.inject({ method, url, headers: { ...OWN, ...headers }, ...(payload && { payload }) });
  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    call('POST', url, headers, payload);
  const nextSecret = async (): Promise<string> =>
    /sign-in\/link#([\w-]+)/.exec(plain((await mails.next()).raw))?.[1] ?? '';

  async function signIn(secret: string, displayName?: string): Promise<Record<string, string>> {
    const used = await post('/sign-in/session', { secret, ...(displayName && { displayName }) });
    assert.equal(used.statusCode, 303, used.body);
    const cookie = String(used.headers['set-cookie']).split(';')[0] ?? '';
    const { csrfToken } = (await call('GET', '/api/v1/me', { cookie })).json<{ csrfToken: string }>();
    return { cookie, 'x-csrf-token': csrfToken, location: String(used.headers.location) };
  }

  async function send(
    path: '/preview' | '',
    text: string | Uint8Array,
    { as = admin, orgId = 'stadt-a', invite = 'false', key = '', name = 'x.csv' } = {},
  ): Promise<Answer> {
    const form = new FormData();
    form.set('orgId', orgId);
    if (path === '') form.set('invite', invite);
    form.set('file', new Blob([text as never]), name);
    const request = new Request(BASE, { method: 'POST', body: form });
    return hub.app.inject({
      method: 'POST',
      url: `/api/v1/peer-imports${path}`,
      headers: {
        ...OWN,
        ...as,
        'content-type': request.headers.get('content-type') ?? '',
        ...(key && { 'idempotency-key': key }),
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  }
  const preview = async (text: string | Uint8Array, options = {}): Promise<ImportPreview> => {
    const answer = await send('/preview', text, options);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json() as ImportPreview;
  };
  const put = async (text: string, options = {}): Promise<ImportResult> => {
    const answer = await send('', text, options);
    assert.equal(answer.statusCode, 201, answer.body);
    return answer.json() as ImportResult;
  };
  const people = async (): Promise<number> =>
    Number((await sql<{ n: number }>`select count(*)::int as n from person`.execute(hub.database.kysely)).rows[0]?.n);

  test('tells what a file would do, keeps nothing of it, and then does it', async () => {
    const before = await people();
    const text = [
      'Vorname;Nachname;E-Mail;Organisation;Amt;Themen;Telefon',
      'Ida;Blau;ida@aehringen.example;Stadt Aehringen;Amt 1;Klimawandel;123',
      'Ole;Rot;ole@aehringen.example;;Amt 2;;',
      'Ole;Doppelt;ole@aehringen.example;;;;',
      'Eva;Fremd;eva@bergtal.example;Kreis Bergtal;;;',
      ';;leer@x.example;;;;',
      'Udo;Ohne;;Gibt es nicht;;;',
    ].join('\n');
    const told = await preview(text);
    assert.deepEqual(told.counts, { create: 3, update: 0, same: 0, skip: 3 });
    assert.deepEqual(told.columns.at(-1), { name: 'Telefon' });
    assert.deepEqual(
      told.rows.map(({ line, action, problems }) => [line, action, problems.map(({ code }) => code)]),
      [
        [2, 'create', []],
        [3, 'create', []],
        [4, 'skip', ['duplicate']],
        [5, 'skip', ['other-organisation']],
        [6, 'skip', ['required']],
        [7, 'create', ['no-address', 'unknown-organisation']],
      ],
    );
    assert.equal(await people(), before);
    const done = await put(text, { key: 'once' });
    assert.deepEqual([done.counts, done.mailed], [told.counts, 0]);
    assert.equal(done.rows[0]?.displayName, 'Ida Blau');
    assert.equal(await people(), before + 3);
    // A repetition of the same request does nothing more, and no answer that is kept names anybody.
    assert.deepEqual(await put(text, { key: 'once' }), done);
    const kept = await hub.database.kysely.selectFrom('idempotencyKey').select('body').execute();
    assert.ok(kept.length > 0 && !JSON.stringify(kept).includes('Blau'));
    assert.deepEqual((await preview(text)).counts, { create: 0, update: 0, same: 3, skip: 3 });
    const changed = await preview(text.replace('Amt 1', 'Amt 9'));
    assert.deepEqual([changed.counts.update, changed.rows[0]?.action], [1, 'update']);
    const audit = await hub.database.kysely
      .selectFrom('auditEntry')
      .select(['detail'])
      .where('action', '=', 'peer-import.create')
      .execute();
    assert.deepEqual(audit, [{ detail: { kind: 'csv', create: 3, update: 0, same: 0, skip: 3, mailed: 0 } }]);
  });

  test('drafts are seen by nobody', async () => {
    const { id } = await hub.database.kysely
      .selectFrom('person')
      .select('id')
      .where('displayName', '=', 'Ida Blau')
      .executeTakeFirstOrThrow();
    assert.equal((await call('GET', `/api/v1/peers/${id}`, admin)).statusCode, 404);
    assert.equal((await call('GET', `/api/v1/peers/${id}`)).statusCode, 404);
    for (const url of ['/api/v1/peers', '/api/v1/peers?q=Blau', '/api/v1/config', '/api/v1/peers/vocabulary']) {
      assert.doesNotMatch((await call('GET', url, admin)).body, /Ida Blau|ida@/, url);
    }
  });

  test('only who looks after the organisation imports for it, and only what is a list of people', async () => {
    const list = 'Name\nIda';
    const code = async (answer: Promise<Answer>) => {
      const { statusCode, json } = await answer.then((got) => ({
        statusCode: got.statusCode,
        json: got.json() as { fieldErrors?: { field: string; code: string }[] },
      }));
      return [statusCode, ...(json.fieldErrors ?? []).map((error) => `${error.field} ${error.code}`)];
    };
    assert.deepEqual(await code(send('/preview', list, { as: {} })), [401]);
    assert.deepEqual(await code(send('/preview', list, { orgId: 'kreis-b' })), [403]);
    assert.deepEqual(await code(send('', list, { orgId: 'kreis-b' })), [403]);
    assert.deepEqual(await code(send('/preview', list, { orgId: 'nirgends' })), [400, 'orgId not-found']);
    assert.deepEqual(await code(send('/preview', '')), [400, 'file required']);
    assert.deepEqual(await code(send('', '%PDF-1.4')), [400, 'file not-allowed']);
    assert.deepEqual(await code(send('/preview', 'a;b\n1;2')), [400, 'file no-name-column']);
    assert.deepEqual(await code(send('/preview', 'Name\nx'.padEnd(6_000_000, 'x'))), [413]);
    const latin = await preview(Buffer.from('Name;Amt\nJ\xf6rg M\xfcller;Stra\xdfenbau', 'latin1'));
    assert.deepEqual([latin.encoding, latin.rows[0]?.displayName], ['windows-1252', 'Jörg Müller']);
  });

  test('a mailed link signs in as exactly that person and leads to the entry; what they write stays theirs', async () => {
    const text = 'Name;E-Mail;Amt;Funktion\nGerd Grün;Gerd@Anderswo.example;Amt 5;Planung';
    assert.equal((await put(text, { invite: 'true' })).mailed, 1);
    const mail = plain((await mails.next()).raw);
    assert.match(mail, /Stadt Ähringen hat einen Eintrag für Sie/);
    for (const held of [
      'Name: Gerd Grün',
      'Einheit: Amt 5',
      'Funktion: Planung',
      'gerd@anderswo.example',
      'Art. 14 DSGVO',
    ])
      assert.ok(mail.includes(held), held);
    // Who has a link that works gets no second one.
    assert.equal((await put(text, { invite: 'true' })).mailed, 0);
    const secret = /sign-in\/link#([\w-]+)/.exec(mail)?.[1] ?? '';
    assert.deepEqual((await post('/sign-in/link/check', { secret })).json(), { valid: true, known: true });
    const draft = await hub.database.kysely
      .selectFrom('person')
      .select('id')
      .where('displayName', '=', 'Gerd Grün')
      .execute();
    const gerd = await signIn(secret);
    assert.equal(gerd['location'], `${BASE}/#vr-peer-profile`);
    const me = (await call('GET', '/api/v1/me', gerd)).json<{
      person: { id: string; displayName: string };
      memberships: { org: { id: string } }[];
    }>();
    assert.deepEqual([me.person.id, me.person.displayName], [draft[0]?.id, 'Gerd Grün']);
    assert.equal(me.memberships[0]?.org.id, 'stadt-a');
    const entry = (await call('GET', '/api/v1/me/profile', gerd)).json<Record<string, unknown>>();
    assert.deepEqual(
      [entry['state'], entry['function'], entry['unit'], entry['profileSource']],
      ['draft', 'Planung', 'Amt 5', 'import'],
    );
    const saved = await call('PUT', '/api/v1/me/profile', gerd, { function: 'Leitung' });
    assert.equal(saved.statusCode, 200, saved.body);
    await put(text.replace('Planung', 'Aushilfe').replace('Amt 5', 'Amt 6'));
    const later = (await call('GET', '/api/v1/me/profile', gerd)).json<Record<string, unknown>>();
    assert.deepEqual([later['function'], later['unit']], ['Leitung', 'Amt 6']);
  });

  test('whoever refuses is erased for good, and no later list brings them back', async () => {
    const text = 'Name;E-Mail\nNora Nein;nora@anderswo.example';
    assert.equal((await put(text, { invite: 'true' })).mailed, 1);
    const mail = plain((await mails.next()).raw);
    const secret = /sign-in\/refuse#([\w-]+)/.exec(mail)?.[1] ?? '';
    assert.match((await call('GET', '/sign-in/refuse')).body, /Endgültig löschen/);
    const { valid, held } = (await post('/sign-in/refuse/check', { secret })).json<{
      valid: boolean;
      held: string[][];
    }>();
    assert.equal(valid, true);
    assert.deepEqual(held[0], ['Name', 'Nora Nein']);
    const before = await people();
    const gone = await post('/sign-in/refuse', { secret });
    assert.equal(gone.statusCode, 200);
    assert.match(gone.body, /Ihr Eintrag ist gelöscht/);
    assert.equal(await people(), before - 1);
    const again = await preview(text);
    assert.deepEqual([again.rows[0]?.action, again.rows[0]?.problems], ['skip', [{ code: 'refused' }]]);
    // Under another name and another file as well, since the address is refused.
    assert.equal((await preview('Name;Mail\nN. Nein;NORA@anderswo.example')).counts.skip, 1);
    assert.equal((await post('/sign-in/refuse', { secret })).statusCode, 400);
    assert.equal((await post('/sign-in/session', { secret })).statusCode, 400);
    // What is remembered says nothing of anybody.
    const tables = await hub.database.kysely.selectFrom('importRefusal').selectAll().execute();
    assert.ok(tables.length > 0 && !JSON.stringify(tables).includes('nora'));
    const everything = await hub.database.kysely.selectFrom('auditEntry').selectAll().execute();
    assert.doesNotMatch(JSON.stringify(everything), /nora|Nora/);
  });

  test('whoever has an account under that address gets the entry, instead of a second person', async () => {
    await post('/sign-in/link', { email: 'kim@aehringen.example' });
    const kim = await signIn(await nextSecret(), 'Kim Konto');
    const before = await people();
    const text = 'Name;E-Mail;Funktion\nKim K. Konto;kim@aehringen.example;Beratung';
    // The preview does not tell who has an account.
    assert.equal((await preview(text)).rows[0]?.action, 'create');
    await put(text);
    assert.equal(await people(), before);
    const entry = (await call('GET', '/api/v1/me/profile', kim)).json<Record<string, unknown>>();
    assert.deepEqual([entry['displayName'], entry['function'], entry['state']], ['Kim Konto', 'Beratung', 'draft']);
    assert.equal((await preview(text)).rows[0]?.action, 'same');
    // Whoever refuses by the link keeps the account; the picture of the entry goes along with it.
    assert.equal((await put(text, { invite: 'true' })).mailed, 1);
    const refusal = /sign-in\/refuse#([\w-]+)/.exec(plain((await mails.next()).raw))?.[1] ?? '';
    await sql`insert into upload (id, visibility, media_type, file_name, bytes, sha256)
      values ('kims-portrait', 'self', 'image/jpeg', 'p.jpg', 1, 'x')`.execute(hub.database.kysely);
    await sql`update peer_profile set photo_id = 'kims-portrait' where person_id = ${String(entry['id'])}`.execute(
      hub.database.kysely,
    );
    assert.match((await post('/sign-in/refuse', { secret: refusal })).body, /Konto/);
    assert.deepEqual(await hub.database.kysely.selectFrom('upload').select('id').execute(), []);
    assert.equal((await call('GET', '/api/v1/me', kim)).statusCode, 200);
    // And the other way round: a draft whose address somebody signs in with later.
    await put('Name;E-Mail;Funktion\nSam Später;sam@aehringen.example;Archiv');
    await post('/sign-in/link', { email: 'sam@aehringen.example' });
    const sam = await signIn(await nextSecret(), 'Sam');
    const later = (await call('GET', '/api/v1/me/profile', sam)).json<Record<string, unknown>>();
    assert.deepEqual([later['displayName'], later['function']], ['Sam Später', 'Archiv']);
    assert.equal(await people(), before + 1);
    const all = (await call('GET', '/api/v1/me/export', sam)).json<{
      imports: { entry: { imported: { function: string } } };
    }>();
    assert.equal(all.imports.entry.imported.function, 'Archiv');
    // Whoever erases themselves is not brought back either.
    assert.equal((await call('DELETE', '/api/v1/me', sam)).statusCode, 204);
    assert.equal((await preview('Name;E-Mail\nSam Später;sam@aehringen.example')).counts.skip, 1);
  });
});
