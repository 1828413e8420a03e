import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { parseSources } from '../../../../src/backend/source-grammar.ts';

const range = { from: '2026-01-01', to: '2027-01-01' };
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

const list = async (data: object | string): Promise<void> => {
  try {
    const { items, problems } = await createStaticBackend({ data, src: 'https://a.example/x.json' }).events!.list(
      range,
    );
    for (const { uid, title, start, end, allDay, url } of items) {
      assert.ok(typeof uid === 'string' && uid && typeof title === 'string' && title);
      assert.match(start, allDay ? DATE : INSTANT);
      assert.match(end, allDay ? DATE : INSTANT);
      assert.ok(url === undefined || /^https?:/.test(url));
    }
    for (const { code } of problems) assert.ok(code);
  } catch (error) {
    assert.ok(error instanceof BackendError, String(error));
  }
};

/** Values near enough to events to get deep into the reading. */
const nearlyEvent = fc.record(
  {
    uid: fc.oneof(fc.constantFrom('a', 'b'), fc.jsonValue()),
    title: fc.oneof(fc.string(), fc.jsonValue()),
    start: fc.oneof(fc.constantFrom('2026-03-10', '2026-03-10T10:00', '2026-02-30', '10.03.2026'), fc.jsonValue()),
    end: fc.oneof(fc.constantFrom('2026-03-11', '2026-03-10T12:00:00+01:00', '0000-00-00'), fc.jsonValue()),
    allDay: fc.oneof(fc.boolean(), fc.jsonValue()),
    recurrenceId: fc.oneof(fc.constantFrom('2026-03-10T10:00', '2026-03-17'), fc.jsonValue()),
    recurrence: fc.oneof(
      fc.record({
        rule: fc.oneof(
          fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;COUNT=0', 'FREQ=', 'FREQ=YEARLY;BYMONTHDAY=31'),
          fc.jsonValue(),
        ),
        removed: fc.jsonValue(),
        added: fc.jsonValue(),
      }),
      fc.jsonValue(),
    ),
    timeZone: fc.oneof(fc.constantFrom('Europe/Berlin', 'Mars/Olympus', ''), fc.jsonValue()),
    url: fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', '//x', 'http://['), fc.jsonValue()),
    place: fc.jsonValue(),
    topics: fc.jsonValue(),
    organiser: fc.jsonValue(),
    image: fc.jsonValue(),
    sessions: fc.array(fc.jsonValue()),
    registration: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

describe('a static document, whatever is in it', () => {
  it('leads to events, problems or a told error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), (value) => list(JSON.stringify(value))),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(nearlyEvent, fc.jsonValue())), (events) => list({ events })),
      { numRuns: 400 },
    );
  });

  it('may be cut off anywhere', async () => {
    const whole = JSON.stringify({ events: [{ uid: 'a', title: 'Ä', start: '2026-03-10' }] });
    for (let length = 0; length < whole.length; length++) await list(whole.slice(0, length));
  });
});

describe('src, whatever is written in it', () => {
  it('leads to sources or warnings, and never to an address with a secret', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `ics+http://a:b@${text}`),
        ),
        (src) => {
          const { sources, warnings } = parseSources(src, { base: 'https://a.example/', kinds: ['icalendar'] });
          for (const { url } of sources) assert.ok(!new URL(url).password);
          assert.equal(sources.length + warnings.length, src.split(/\s+/).filter(Boolean).length);
        },
      ),
    );
  });
});
