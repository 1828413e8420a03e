import { sql, type Kysely } from 'kysely';

/** A table as a backup needs to know it; names as in SQL. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key; texts are compared byte by byte, so that every engine gives the same order. */
  readonly key: readonly { readonly name: string; readonly isText: boolean }[];
  /** A column that counts by itself, whose counter has to be set after a restore. */
  readonly identity: string | null;
}

/**
 * Never in a backup: who is signed in right now, the content of uploads (written as files, wherever they are kept), words
 * of people (rows of `peer_search` bring them along) and who is gone, and the book-keeping of migrations (told in the head
 * of the file). Jobs live in a schema of their own and stay out too:
 * a mail that waited once must not be sent again months later.
 */
const LEFT_OUT = ['session', 'upload_content', 'peer_word', 'peer_gone', 'hub_migration', 'hub_migration_lock'];

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly identity: boolean;
  readonly keyPosition: number | null;
  readonly isText: boolean;
}

/** Every table of the hub, each after those that it refers to. */
export async function readTables(db: Kysely<unknown>): Promise<readonly TableShape[]> {
  const plain = db.withoutPlugins();
  const { rows } = await sql<ColumnRow>`
    select c.relname as "table", a.attname as "column", a.attidentity <> '' as "identity",
      array_position(k.conkey, a.attnum) as "keyPosition", a.attcollation <> 0 as "isText"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
    order by c.relname collate "C", a.attnum
  `.execute(plain);
  const { rows: references } = await sql<{ table: string; target: string }>`
    select c.relname as "table", t.relname as "target"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace
  `.execute(plain);

  const byName = new Map<string, ColumnRow[]>();
  for (const row of rows) {
    if (!LEFT_OUT.includes(row.table)) byName.set(row.table, [...(byName.get(row.table) ?? []), row]);
  }
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name) || !byName.has(name)) return;
    for (const { table, target } of references) if (table === name && target !== name) visit(target);
    ordered.push(name);
  };
  for (const name of byName.keys()) visit(name);
  return ordered.map((name) => {
    const columns = byName.get(name) ?? [];
    return {
      name,
      columns: columns.map(({ column }) => column),
      key: columns
        .filter(({ keyPosition }) => keyPosition !== null)
        .sort((a, b) => (a.keyPosition ?? 0) - (b.keyPosition ?? 0))
        .map(({ column, isText }) => ({ name: column, isText })),
      identity: columns.find(({ identity }) => identity)?.column ?? null,
    };
  });
}

/** Names of all tables, left out of backups or not. */
export async function readTableNames(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'`.execute(db.withoutPlugins());
  return rows.map(({ name }) => name);
}

/** Names of the migrations that the database has seen. */
export async function readMigrations(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from hub_migration order by name collate "C"`.execute(
    db.withoutPlugins(),
  );
  return rows.map(({ name }) => name);
}
