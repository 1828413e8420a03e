import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { migrateToLatest } from '../../../demo/hub/database/migrate.ts';
import { MIGRATIONS } from '../../../demo/hub/database/migrations/index.ts';
import { kyselyOnPglite } from '../../../demo/hub/database/pglite.ts';
import type { Tables } from '../../../demo/hub/database/tables.ts';
import '../../../demo/hub/programme/programme-tables.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';

const BEFORE = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0006'));

const SESSIONS = [
  {
    id: 'auftakt',
    title: 'Auftakt',
    start: '2026-07-02T08:00:00Z',
    end: '2026-07-02T08:30:00Z',
    room: 'Kontor',
    state: 'scheduled',
    hosts: [{ displayName: 'Mara Lindqvist' }],
  },
  { id: 'frage', title: 'Eine Frage', abstract: 'Noch ohne Ort.', state: 'proposed', interested: 12 },
];

async function addEvent(db: Kysely<Tables>, id: string, sourceId: string | null, more: object): Promise<void> {
  const document = {
    title: 'Camp',
    kind: 'camp',
    start: '2026-07-02',
    end: '2026-07-04',
    allDay: true,
    ...more,
  };
  await sql`insert into event (id, source_id, uid, visibility, document, overrides)
    values (${id}, ${sourceId}, ${id}, 'public', ${JSON.stringify(document)}::jsonb, '[]'::jsonb)`.execute(db);
}

/** A database as the last version of the hub left it, brought to this one. */
async function check(db: Kysely<Tables>): Promise<void> {
  await migrateToLatest(db, BEFORE);
  await addEvent(db, 'own', null, { sessions: SESSIONS });
  await addEvent(db, 'plain', null, {});
  await addEvent(db, 'gathered', 'library', { sessions: SESSIONS });
  await migrateToLatest(db);

  const rows = await db.selectFrom('eventSession').selectAll().orderBy('id').execute();
  assert.deepEqual(
    rows.map(({ id, eventId, title, abstract, room, state, startAt, hosts }) => ({
      ...{ id, eventId, title, abstract, room, state, hosts },
      start: startAt?.toISOString(),
    })),
    [
      {
        id: 'own.auftakt',
        eventId: 'own',
        title: 'Auftakt',
        abstract: null,
        room: 'Kontor',
        state: 'scheduled',
        hosts: [{ displayName: 'Mara Lindqvist' }],
        start: '2026-07-02T08:00:00.000Z',
      },
      {
        id: 'own.frage',
        eventId: 'own',
        title: 'Eine Frage',
        abstract: 'Noch ohne Ort.',
        room: null,
        state: 'proposed',
        hosts: [],
        start: undefined,
      },
    ],
  );
  const events = await db.selectFrom('event').select(['id', 'document']).orderBy('id').execute();
  assert.deepEqual(
    events.map(({ id, document }) => [id, document.sessions?.length]),
    // What is gathered is written by its source anew; its programme stays where it is.
    [
      ['gathered', 2],
      ['own', undefined],
      ['plain', undefined],
    ],
  );
}

const missing = postgresMissing();

/** An empty database: of PostgreSQL where it can be had, whose making costs less, else the embedded one. */
async function emptyDatabase(): Promise<{ readonly db: Kysely<Tables>; readonly stop: () => void | Promise<void> }> {
  if (missing !== undefined) {
    return { db: kyselyOnPglite(await PGlite.create({ extensions: { pg_trgm } })), stop: () => undefined };
  }
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: await server.createDatabase(), max: 2 });
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins }), stop: () => server.stop() };
}

test('Programmes that were part of an event become sessions of their own', async () => {
  const { db, stop } = await emptyDatabase();
  try {
    await check(db);
  } finally {
    await db.destroy();
    await stop();
  }
});
