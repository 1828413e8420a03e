import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BACKEND_ERROR_KINDS, BackendError, type BackendErrorOptions } from '../../src/backend/backend-error.ts';
import { de } from '../../src/i18n/de/calendar.ts';
import { en } from '../../src/i18n/en/calendar.ts';
import { explainFailure } from '../../src/i18n/failure-help.ts';

/** All sentences of a dictionary that take no value, by their path. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    return typeof value === 'object' && value ? sentences(value, here) : [];
  });
}

const paths = (words: object): string[] => sentences(words).map(([path]) => path);

describe('dictionaries', () => {
  it('say the same things', () => assert.deepEqual(paths(en), paths(de)));

  it('leave nothing unsaid but the usual state of an event', () => {
    for (const words of [de, en]) {
      for (const [path, text] of sentences(words)) {
        if (path !== 'calendar.statuses.scheduled') assert.notEqual(text.trim(), '', path);
      }
    }
  });

  it('speak without exclamation marks, and German without English quotation marks', () => {
    for (const [path, text] of [...sentences(de), ...sentences(en)]) assert.doesNotMatch(text, /!/, path);
    for (const [path, text] of sentences(de)) assert.doesNotMatch(text, /"|'/, path);
  });

  it('count one and many', () => {
    const onMonday = ({ calendar }: typeof de) => [0, 1, 2].map((count) => calendar.dayLabel('2.3.', count, false));
    assert.deepEqual(onMonday(de), ['2.3., keine Termine', '2.3., 1 Termin', '2.3., 2 Termine']);
    assert.deepEqual(onMonday(en), ['2.3., no events', '2.3., 1 event', '2.3., 2 events']);
    assert.equal(de.status.partly(1), 'Eine Quelle ist gerade nicht erreichbar.');
    assert.equal(de.status.partly(3), '3 Quellen sind gerade nicht erreichbar.');
    assert.equal(de.status.unreadable(1), 'Ein Eintrag ließ sich nicht lesen.');
    assert.equal(
      de.calendar.moreLabel(1, 'Donnerstag, 12. März 2026'),
      '1 weiterer Termin am Donnerstag, 12. März 2026',
    );
    assert.equal(
      de.calendar.moreLabel(2, 'Donnerstag, 12. März 2026'),
      '2 weitere Termine am Donnerstag, 12. März 2026',
    );
  });

  it('name a day with its events', () => {
    assert.equal(
      de.calendar.dayLabel('Donnerstag, 12. März 2026', 0, true),
      'Donnerstag, 12. März 2026, heute, keine Termine',
    );
    assert.equal(en.calendar.dayLabel('Thursday 12 March 2026', 2, false), 'Thursday 12 March 2026, 2 events');
  });
});

describe('help for editors', () => {
  const explain = (kind: BackendError['kind'], options: BackendErrorOptions = {}, language = 'de') =>
    explainFailure(
      new BackendError(kind, 'technical', { url: 'https://kalender.example/k.ics', ...options }),
      language,
      'https://seite.example',
    );

  it('has cause and cure for each kind of failure, in both languages', async () => {
    for (const language of ['de', 'en']) {
      for (const kind of BACKEND_ERROR_KINDS) {
        const { cause, cure, labels, address } = await explain(kind, {}, language);
        for (const text of [cause, cure]) {
          assert.match(text, /[.…]$|https?:\S+$/, `${language} ${kind}: ${text}`);
          assert.doesNotMatch(text, /undefined|null|NaN|!/, `${language} ${kind}: ${text}`);
        }
        assert.equal(address, 'https://kalender.example/k.ics');
        assert.ok(labels.cause);
      }
    }
  });

  it('names the header and the policy that IT must set', async () => {
    const { cure } = await explain('blocked', { reason: 'cors-or-csp' });
    assert.match(cure, /Access-Control-Allow-Origin: https:\/\/seite\.example/);
    assert.match(cure, /connect-src https:\/\/kalender\.example/);
  });

  it('proposes the address with https where the page may not load http', async () => {
    const { cure } = await explain('blocked', { reason: 'mixed-content', url: 'http://kalender.example/k.ics' });
    assert.match(cure, /https:\/\/kalender\.example\/k\.ics/);
  });

  it('tells a web page from a broken file, and a sign-in page from a refusal', async () => {
    assert.match((await explain('invalid', { reason: 'html' })).cause, /Webseite/);
    assert.match((await explain('invalid', { reason: 'too-large' })).cause, /zu groß/);
    assert.match((await explain('invalid', { reason: 'empty' })).cause, /leer/);
    assert.match((await explain('denied', { reason: 'sign-in' })).cause, /Anmeldeseite/);
    assert.match((await explain('denied', { status: 403 })).cause, /403/);
    assert.match((await explain('busy', { status: 429, retryAfter: 120 })).cure, /120 Sekunden/);
  });

  it('never shows a name or a password that stands in an address', async () => {
    const { address, cause, cure } = await explain('timeout', { url: 'https://anna:geheim@kalender.example/k.ics' });
    assert.doesNotMatch([address, cause, cure].join(' '), /geheim|anna/);
  });

  it('speaks without an address where none is known', async () => {
    for (const url of [undefined, 'kein Ort']) {
      const { address, cause } = await explain('timeout', { url });
      assert.equal(address, '');
      assert.doesNotMatch(cause, / {2}|undefined/);
    }
  });
});
