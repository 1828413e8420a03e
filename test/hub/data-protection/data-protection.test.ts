import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { existingColumns, registeredColumns } from '../../../demo/hub/data-protection/column-names.ts';
import { formattedPage, PAGE } from '../../../demo/hub/data-protection/write-page.ts';
import { openMemoryDatabase, type HubDatabase } from '../../../demo/hub/database/database.ts';

describe('The page about data protection', () => {
  let database: HubDatabase;
  before(async () => {
    database = await openMemoryDatabase();
  });
  after(() => database.close());

  test('says of every column of the database what is kept there, and of none that does not exist', async () => {
    const existing = await existingColumns(database.kysely as never);
    const registered = registeredColumns();
    const missing = existing.filter((column) => !registered.includes(column));
    const extra = registered.filter((column) => !existing.includes(column));
    assert.deepEqual({ missing, extra }, { missing: [], extra: [] }, 'see demo/hub/data-protection/register');
  });

  test('is what the register says', async () => {
    assert.equal(readFileSync(PAGE, 'utf8'), await formattedPage(), 'run: npm run data-protection');
  });

  test('names purpose, legal basis, retention, readers and source of every table', () => {
    const page = readFileSync(PAGE, 'utf8');
    const tables = page.match(/^### .+$/gm) ?? [];
    for (const label of ['Zweck', 'Rechtsgrundlage', 'Aufbewahrung', 'Wer es sieht', 'Herkunft']) {
      assert.equal(page.match(new RegExp(`^- \\*\\*${label}:\\*\\* \\S`, 'gm'))?.length, tables.length, label);
    }
    assert.doesNotMatch(page, /undefined|\[object/);
  });
});
