import { sql, type Kysely } from 'kysely';
import { REGISTER, TECHNICAL_TABLES } from './register/index.ts';

/** `fieldVisibility` as the database has it. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `table.column` of everything that the register names. */
export function registeredColumns(): readonly string[] {
  const names = Object.entries(REGISTER).flatMap(([table, { columns, more = {} }]) =>
    [...Object.keys(columns as object).map(snakeCase), ...Object.keys(more)].map(
      (column) => `${snakeCase(table)}.${column}`,
    ),
  );
  const technical = Object.entries(TECHNICAL_TABLES).flatMap(([table, { columns }]) =>
    columns.map((column) => `${table}.${column}`),
  );
  return [...names, ...technical].toSorted();
}

/** `table.column` of everything that the database has. */
export async function existingColumns(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname || '.' || a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
  `.execute(db.withoutPlugins());
  return rows.map(({ name }) => name).toSorted();
}
