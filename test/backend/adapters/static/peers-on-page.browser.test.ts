import { expect } from '@open-wc/testing';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import type { PeersPort } from '../../../../src/backend/ports.ts';
import { peerCorpus } from '../../../support/peer-corpus.ts';

const src = 'https://lindenhafen.example/menschen.json';
const loaded = (part: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(part));
const portOf = (data: object | string): PeersPort => createStaticBackend({ src, data }).peers!;
const names = async (port: PeersPort, q: string): Promise<readonly string[]> =>
  (await port.list({ q, limit: 5 })).items.map(({ displayName }) => displayName);

/** As pages that allow no workers answer. */
async function withoutWorkers(run: () => Promise<void>): Promise<void> {
  const real = globalThis.Worker;
  globalThis.Worker = class {
    constructor() {
      throw new DOMException('not allowed', 'SecurityError');
    }
  } as unknown as typeof Worker;
  try {
    await run();
  } finally {
    globalThis.Worker = real;
  }
}

describe('people in a page', () => {
  const corpus = peerCorpus(3000);
  const [first] = corpus;

  it('are listed without any code that searches while they are few, and searched without a library', async () => {
    const port = portOf({ peers: corpus.slice(0, 2000) });
    expect((await port.list({ org: ['Kreis Auental'], limit: 5 })).items.length).to.equal(5);
    expect(loaded('text-search') || loaded('small-index') || loaded('minisearch')).to.equal(false);
    expect(await names(port, first!.displayName)).to.include(first!.displayName);
    expect(loaded('small-index')).to.equal(true);
    expect(loaded('peers.worker') || loaded('minisearch') || loaded('large-index')).to.equal(false);
  });

  it('are searched in slices where they are many and the page allows no workers', async () => {
    await withoutWorkers(async () => {
      let turns = 0;
      let searching = true;
      const count = (): void => {
        turns++;
        if (searching) setTimeout(count);
      };
      count();
      const port = portOf({ peers: corpus });
      const page = await port.list({ q: first!.displayName, limit: 5 });
      searching = false;
      expect(page.items.map(({ id }) => id)).to.include(first!.id);
      expect(turns).to.be.greaterThan(2);
      expect(loaded('peers.worker')).to.equal(false);
    });
  });
});
