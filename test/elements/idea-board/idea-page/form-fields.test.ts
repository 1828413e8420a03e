import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkFields, serverErrors, type FormField } from '../../../../src/elements/shared/form/form-fields.ts';
import { stepForm, stepInput } from '../../../../src/elements/idea-board/idea-page/step-form.ts';
import { de } from '../../../../src/i18n/de/idea-page.ts';
import { linesOf, readNumber } from '../../../../src/model/form-values.ts';
import { IDEA_STEPS, STEP_FIELDS } from '../../../../src/model/idea-life.ts';
import { OPEN_IDEA } from '../../../../stories/idea-board/page-ideas.ts';

describe('numbers as people write them', () => {
  const known: readonly (readonly [string, number])[] = [
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ['-3', -3],
    [' 0 ', 0],
  ];
  for (const [text, number] of known) it(`reads "${text}"`, () => assert.equal(readNumber(text), number));
  for (const text of ['viel', '', '1,2,3', '1e9', '0x10', 'NaN', '12 %']) {
    it(`reads no number in "${text}"`, () => assert.ok(Number.isNaN(readNumber(text))));
  }
});

describe('checks of a form', () => {
  const check = (field: FormField, value: string | readonly string[]): string | undefined =>
    checkFields([field], { [field.name]: value, start: '2026-03-10' }, de)[field.name];

  it('say what is missing, too long or no address', () => {
    assert.equal(check({ kind: 'area', name: 'a', label: '', required: true }, '  '), 'Bitte ausfüllen');
    assert.equal(check({ kind: 'area', name: 'a', label: '', max: 2 }, '👩‍👩‍👧👩‍👩‍👧'), undefined);
    assert.equal(check({ kind: 'area', name: 'a', label: '', max: 2 }, 'abc'), 'Bitte auf 2 Zeichen kürzen');
    assert.match(check({ kind: 'text', name: 'a', label: '', type: 'url' }, 'javascript:x') ?? '', /https/);
    assert.equal(
      check({ kind: 'date', name: 'a', label: '', notBefore: 'start' }, '2026-03-09'),
      'Das Ende liegt vor dem Beginn',
    );
    assert.equal(
      check({ kind: 'checks', name: 'a', label: '', options: [], most: 1 }, ['x', 'y']),
      'Bitte höchstens 1',
    );
  });

  it('find the field that the server means', () => {
    const fields: readonly FormField[] = [{ kind: 'area', name: 'hypothesis', label: '' }];
    for (const field of ['hypothesis', 'trial.hypothesis', '/trial/hypothesis']) {
      const problem = { fieldErrors: [{ field, code: 'too-long', limit: 500 }] };
      assert.deepEqual(serverErrors(problem, fields, de), { hypothesis: 'Bitte auf 500 Zeichen kürzen' });
    }
    assert.deepEqual(serverErrors({ fieldErrors: 'kaputt' }, fields, de), {});
    assert.deepEqual(serverErrors({ fieldErrors: [null, 3, {}] }, fields, de), {});
  });

  it('take a list typed with or without marks', () => {
    assert.deepEqual(linesOf('1. eins\n- zwei\n\n drei '), ['eins', 'zwei', 'drei']);
  });
});

describe('the form of every step', () => {
  for (const { from, to, needs } of IDEA_STEPS) {
    it(`asks for what ${from} to ${to} needs`, () => {
      const { fields } = stepForm({
        idea: { ...OPEN_IDEA, stage: from },
        to,
        people: OPEN_IDEA.authors,
        words: de,
        locale: 'de-DE',
        today: '2026-03-12',
        find: () => Promise.resolve([]),
      });
      const names = fields.map(({ name }) => name);
      for (const need of needs) {
        const field = STEP_FIELDS[need];
        if (!field) continue;
        const within: Readonly<Record<string, string>> = {
          trial: 'hypothesis',
          adoption: 'contact',
          practice: 'checklist',
        };
        assert.ok(names.includes(within[field] ?? field), `${need}: ${names.join()}`);
      }
      assert.equal(stepInput(from, to, {}).to, to);
    });
  }
});
