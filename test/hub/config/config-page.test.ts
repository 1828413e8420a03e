import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { DEFAULT_CONFIG } from '../../../demo/hub/config/config-defaults.ts';
import { ENVIRONMENT } from '../../../demo/hub/config/config-environment.ts';
import { HubConfigSchema, WEBHOOK_EVENTS } from '../../../demo/hub/config/config-schema.ts';

type Tree = Readonly<Record<string, unknown>>;
const page = readFileSync(new URL('../../../docs/hub.md', import.meta.url), 'utf8');

/** Rows of the first table of a section, as cells. */
function table(section: string): readonly (readonly string[])[] {
  const text = page.slice(page.indexOf(`\n## ${section}\n`));
  const lines = text.slice(text.indexOf('\n| ') + 1).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Dotted keys of a schema; lists are one key. */
function keys(schema: unknown, before = ''): string[] {
  const { properties } = schema as { properties?: Tree };
  if (!properties) return [before];
  return Object.keys(properties).flatMap((key) => keys(properties[key], before ? `${before}.${key}` : key));
}

const valueAt = (key: string): unknown =>
  key.split('.').reduce<unknown>((value, part) => (value as Tree | undefined)?.[part], DEFAULT_CONFIG);

const code = (cell: string | undefined): string => (cell ?? '').replaceAll('`', '');

describe('The page about the configuration', () => {
  const rows = table('Configuration');

  test('names every key once and none that does not exist', () => {
    assert.deepEqual(rows.map(([key]) => code(key)).toSorted(), keys(HubConfigSchema).toSorted());
  });

  test('tells each default as it is', () => {
    const inWords: Readonly<Record<string, string>> = {
      siteDir: 'the demo site',
      distDir: "the library's dist",
      topics: 'nine topics',
    };
    for (const [key, text] of rows) {
      const name = code(key);
      const value = valueAt(name);
      const wanted = inWords[name] ?? (value === undefined ? 'unset' : JSON.stringify(value));
      assert.equal(code(text), wanted, name);
    }
    assert.equal(DEFAULT_CONFIG.topics.length, 9);
  });

  test('tells each variable of the environment beside its key', () => {
    const told = rows.flatMap(([key, , name]) => (name ? [`${code(key)} ${code(name)}`] : []));
    assert.deepEqual(told.toSorted(), ENVIRONMENT.map(({ key, name }) => `${key} ${name}`).toSorted());
  });

  test('names every setting of a source, a directory and a webhook', () => {
    const { sources, directories, webhooks } = HubConfigSchema.properties;
    for (const [section, schema] of [
      ['Sources', sources],
      ['Directories', directories],
      ['Webhooks', webhooks],
    ] as const) {
      const { properties } = (schema as unknown as { items: { properties: Tree } }).items;
      const told = table(section).flatMap(([key]) => code(key).split(', '));
      assert.deepEqual(told.toSorted(), Object.keys(properties).toSorted());
    }
    for (const event of WEBHOOK_EVENTS) assert.ok(page.includes(`\`${event}\``), event);
  });
});
