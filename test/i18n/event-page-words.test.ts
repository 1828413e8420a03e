import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { de } from '../../src/i18n/de/event-page.ts';
import { en } from '../../src/i18n/en/event-page.ts';

/** All sentences of a dictionary that take no value, by their path. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    return typeof value === 'object' && value ? sentences(value, here) : [];
  });
}

describe('words of the page of an event', () => {
  it('say the same things in both languages, and nothing aloud', () => {
    assert.deepEqual(
      sentences(en).map(([path]) => path),
      sentences(de).map(([path]) => path),
    );
    for (const [path, text] of [...sentences(de), ...sentences(en)]) assert.doesNotMatch(text, /!/, path);
  });

  it('count one and many', () => {
    assert.equal(de.register.places(1, 20), 'Noch 1 von 20 Plätzen frei');
    assert.deepEqual([0, 1, 2].map(de.register.waiting), [
      'Noch wartet niemand',
      '1 Person auf der Warteliste',
      '2 Personen auf der Warteliste',
    ]);
    assert.equal(de.register.kept(1), 'Es wird 1 Tag nach dem Termin gelöscht.');
    assert.equal(en.register.kept(30), 'It is deleted 30 days after the event.');
    assert.equal(en.register.coming(1), '1 person registered');
  });
});
