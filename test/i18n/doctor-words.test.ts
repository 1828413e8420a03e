import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { de } from '../../src/i18n/de/doctor.ts';
import { en } from '../../src/i18n/en/doctor.ts';

/** All sentences of a dictionary that take no value, by their path. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    return typeof value === 'object' && value ? sentences(value, here) : [];
  });
}

describe("the doctor's words", () => {
  it('say the same things in both languages, and nothing aloud', () => {
    assert.deepEqual(
      sentences(en).map(([path]) => path),
      sentences(de).map(([path]) => path),
    );
    for (const [path, text] of [...sentences(de), ...sentences(en)]) assert.doesNotMatch(text, /!/, path);
  });

  it('count, and name the day as a reader of the zone sees it', () => {
    const late = '2026-12-08T23:30:00Z';
    assert.equal(
      de.found('events', 37, false, late, 'Europe/Berlin', false),
      '37 Termine, der nächste am Mi., 9. Dezember 2026',
    );
    assert.equal(
      de.found('posts', 1, false, '2026-12-08', 'Europe/Berlin', false),
      '1 Beitrag, der neueste vom Di., 8. Dezember 2026',
    );
    assert.equal(de.found('ideas', 50, true, undefined, 'Europe/Berlin', false), 'mehr als 50 Ideen');
    assert.match(
      en.found('events', 1, false, late, 'UTC', true),
      /^1 event in the past year, the last on Tue,? 8 December 2026$/,
    );
  });
});

describe("the doctor's codes", () => {
  it('stand in docs/doctor.md, each with its meaning', () => {
    const root = new URL('../../', import.meta.url);
    const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
    const docs = read('docs/doctor.md');
    const files = ['check-page', 'check-source', 'check-widget', 'diagnose', 'explain-error'];
    const codes = files.flatMap((file) => [
      ...read(`src/doctor/${file}.ts`).matchAll(/(?:add|fault)\(\s*'([a-z-]+)'|code: '([a-z-]+)'/g),
    ]);
    assert.ok(codes.length > 30);
    for (const [, one, other] of codes) assert.ok(docs.includes(`\`${one ?? other}\``), one ?? other);
  });
});
