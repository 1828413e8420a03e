import { expect } from '@open-wc/testing';
import { createStaticBackend } from '../../../../src/backend/adapters/static/static-adapter.ts';
import { BackendError } from '../../../../src/backend/backend-error.ts';
import type { PeersPort } from '../../../../src/backend/ports.ts';
import { foldText } from '../../../../src/model/fold-text.ts';
import { peerCorpus } from '../../../support/peer-corpus.ts';

const src = 'https://lindenhafen.example/menschen.json';
const loaded = (part: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(part));
const portOf = (data: object | string): PeersPort => createStaticBackend({ src, data }).peers!;

describe('a long list of people in a page', () => {
  const peers = peerCorpus(3000);
  const [first] = peers;

  it('is read and searched by a worker, and answers as short ones do', async () => {
    const long = portOf(JSON.stringify({ peers }));
    const short = portOf({ peers: peers.slice(0, 2000) });
    const page = await long.list({ limit: 10 });
    expect(loaded('peers.worker')).to.equal(true);
    expect(page.total).to.equal(3000);
    const few = await short.list({ limit: 10 });
    const inOrder = peers.map(({ displayName }) => foldText(displayName)).sort();
    expect(page.items.map(({ displayName }) => foldText(displayName))).to.deep.equal(inOrder.slice(0, 10));
    expect(Object.keys(page.facets ?? {})).to.deep.equal(Object.keys(few.facets ?? {}));
    const found = await long.list({ q: first!.displayName, limit: 5 });
    expect(found.items.map(({ displayName }) => displayName)).to.include(first!.displayName);
    expect(await long.get!(first!.id)).to.deep.include({ id: first!.id, displayName: first!.displayName, can: [] });
    expect((await long.offers!({ direction: 'seek', limit: 3 })).items.length).to.equal(3);
    expect((await long.vocabulary!()).orgs.length).to.equal(4);
  });

  it('goes over in parts where a page has read it already', async () => {
    const port = portOf({ peers });
    expect((await port.list({ org: ['Kreis Auental'], limit: 1 })).items.length).to.equal(1);
    const missing = await port.get!('nirgends').catch((error: unknown) => error);
    expect(missing).to.be.instanceOf(BackendError);
    expect((missing as BackendError).kind).to.equal('missing');
  });

  it('is searched on the page where its objects cannot go over', async () => {
    const port = portOf({ peers: peers.map((peer) => ({ ...peer, open: (): void => undefined })) });
    expect((await port.list({ q: first!.displayName, limit: 5 })).items.length).to.be.greaterThan(0);
  });

  it('can be given up', async () => {
    const stop = new AbortController();
    const port = portOf({ peers });
    await port.list({ limit: 1 });
    const asked = port.list({ q: 'Lindenhafen' }, { signal: stop.signal }).catch((reason: unknown) => reason);
    stop.abort();
    expect(((await asked) as Error).name).to.equal('AbortError');
  });
});
