import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { du } from '../../src/i18n/de/idea-submission-du.ts';
import { de, type SubmissionMessages } from '../../src/i18n/de/idea-submission.ts';
import { overrideWords } from '../../src/i18n/override-words.ts';

type Words = SubmissionMessages['submission'];
const never = (path: string): void => assert.fail(`unknown: ${path}`);

/** All sentences of a dictionary, those made from values with some in their places. */
function sentences(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [(value as (...values: unknown[]) => string)('X', 2, 3)];
    return typeof value === 'object' && value !== null ? sentences(value) : [];
  });
}

describe("a page's own words", () => {
  it('stand in place of ours, deep down, and leave the others', () => {
    const words = overrideWords<Words>(de.submission, { label: 'Vorschlag', steps: { idea: 'Worum geht es?' } }, never);
    assert.equal(words.label, 'Vorschlag');
    assert.equal(words.steps.idea, 'Worum geht es?');
    assert.equal(words.steps.problem, de.submission.steps.problem);
    assert.equal(de.submission.label, 'Idee einreichen');
  });

  it('take values in their places', () => {
    const words = overrideWords<Words>(
      de.submission,
      { step: 'Frage {1} von {2}', errors: { tooMany: () => 'Zu viel' } },
      never,
    );
    assert.equal(words.step(2, 4), 'Frage 2 von 4');
    assert.equal(words.errors.tooMany(5), 'Zu viel');
  });

  it('are told by their path where we have no such words, and change nothing', () => {
    const unknown: string[] = [];
    const own = { titel: 'x', steps: { nowhere: 'y', idea: 7 }, label: { de: 'z' }, __proto__x: 'a' } as never;
    const words = overrideWords<Words>(de.submission, own, (path) => unknown.push(path));
    assert.deepEqual(unknown, ['titel', 'steps.nowhere', 'steps.idea', 'label', '__proto__x']);
    assert.deepEqual(sentences(words), sentences(de.submission));
  });

  it('say du throughout where a page wishes it, and Sie nowhere', () => {
    const words = overrideWords<Words>(de.submission, du, never);
    const formal = sentences(words).filter((text) => /\b(Sie|Ihnen|Ihre?[mnrs]?)\b/.test(text));
    // "Sie" at the beginning of a sentence is the idea or the answer.
    assert.deepEqual(
      formal.filter((text) => !/^Sie steht im Verlauf/.test(text)),
      [],
    );
  });
});
