import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import { assertNoAddress } from '../../contract/peers-port.contract.ts';

const MAIL = fc.constantFrom(
  'a@b.example',
  'Mira <mira.holm@lindenhafen.example>',
  'mailto:x@y.example',
  'm (at) c.example',
);
const some = fc.oneof(fc.string(), MAIL, fc.jsonValue());

/** Values near enough to people to get deep into the reading. */
const nearlyPeer = fc.record(
  {
    id: fc.oneof(fc.constantFrom('a', 'b', '__proto__'), some),
    displayName: some,
    org: fc.oneof(fc.record({ id: some, name: some, url: some }, { requiredKeys: [] }), some),
    unit: some,
    headline: some,
    bio: some,
    expertise: fc.oneof(fc.array(fc.oneof(fc.record({ label: some, topicId: some, level: some }), some)), some),
    languages: fc.oneof(fc.array(some), some),
    photo: some,
    availability: fc.oneof(fc.record({ state: fc.constantFrom('open', 'paused', 7), until: some }), some),
    offers: fc.oneof(
      fc.array(fc.record({ direction: fc.constantFrom('offer', 'seek', 'x'), topic: some, text: some, until: some })),
      some,
    ),
    url: fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'https://a.example/?m=a%40b.example'), some),
    email: MAIL,
  },
  { requiredKeys: [] },
);

const ask = async (data: object | string): Promise<void> => {
  const port = createStaticBackend({ data, src: 'https://a.example/x.json' }).peers!;
  try {
    const page = await port.list({});
    for (const { id, displayName, url, can } of page.items) {
      assert.ok(typeof id === 'string' && id && typeof displayName === 'string' && displayName);
      assert.ok(url === undefined || /^https?:/.test(url));
      assert.deepEqual(can, []);
      assert.equal((await port.get!(id)).id, id);
    }
    assertNoAddress([page.items, page.facets]);
    assertNoAddress(await port.offers!({}));
    await port.list({ q: 'a', topic: ['a'], org: ['a'], limit: 3 });
  } catch (error) {
    assert.ok(error instanceof BackendError, String(error));
  }
};

describe('people of a document, whatever is in it', () => {
  it('are people, problems or a told error, and never an address', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(nearlyPeer, fc.jsonValue()), { maxLength: 6 }),
        fc.oneof(fc.array(fc.record({ id: some, label: some, broader: some })), fc.jsonValue()),
        (peers, topics) => ask({ peers, topics }),
      ),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), (value) => ask(JSON.stringify(value))),
      { numRuns: 50 },
    );
  });
});
