import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PARK_AFTER_DAYS, REMIND_AFTER_DAYS, WAITING_STAGES } from '../../src/model/idea-life.ts';
import { PAGE, withTables } from '../../scripts/idea-life-table.ts';

const page = readFileSync(PAGE, 'utf8');

test('The page about the life of an idea has the steps of the model (node scripts/idea-life-table.ts writes them)', () => {
  assert.equal(page, withTables(page));
});

test('The page about the life of an idea says how long silence may last', () => {
  const words = page.replaceAll(/ +/g, ' ');
  const stages = WAITING_STAGES.map((stage) => `\`${stage}\``).join(', ');
  assert.ok(words.includes(`| ${REMIND_AFTER_DAYS} days of silence in ${stages} |`));
  assert.ok(words.includes(`| ${PARK_AFTER_DAYS} days of silence there |`));
});
