import { expect } from '@open-wc/testing';
import { workerUrl } from '../../src/backend/asset-base.ts';
import { startWorker } from '../../src/backend/workers.ts';

interface Policy {
  createScriptURL(url: string): unknown;
}
interface Home {
  workerPolicy?: Policy | null;
}

const KEY = Symbol.for('vr.runtime');
const page = globalThis as { [KEY]?: Home };

describe('a worker of the library', () => {
  const before = page[KEY];
  afterEach(() => {
    if (before) page[KEY] = before;
    else delete page[KEY];
  });

  it('starts from its own file, through a policy that all copies on the page share', async () => {
    page[KEY] = {};
    const worker = startWorker('icalendar');
    const first = await new Promise((resolve, reject) => {
      worker?.addEventListener('message', ({ data }) => resolve(data), { once: true });
      worker?.addEventListener('error', () => reject(new Error('the worker did not start')), { once: true });
    });
    worker?.terminate();
    expect(first).to.deep.equal({ ready: true });
    const policy = page[KEY].workerPolicy;
    startWorker('icalendar')?.terminate();
    expect(page[KEY].workerPolicy).to.equal(policy);
  });

  it('is all that the policy vouches for', () => {
    page[KEY] = {};
    startWorker('icalendar')?.terminate();
    const policy = page[KEY].workerPolicy;
    expect(policy).to.not.equal(undefined);
    expect(() => policy?.createScriptURL('https://fremd.example/workers/icalendar.js')).to.throw(TypeError);
    for (const name of ['icalendar', 'peers'] as const)
      expect(String(policy?.createScriptURL(workerUrl(name) ?? ''))).to.equal(workerUrl(name));
  });

  it('is not to be had where the page forbids the policy', () => {
    page[KEY] = { workerPolicy: null };
    expect(startWorker('icalendar')).to.equal(null);
  });

  it('is not to be had where the page forbids workers', () => {
    const real = globalThis.Worker;
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('not allowed', 'SecurityError');
      }
    } as unknown as typeof Worker;
    try {
      expect(startWorker('icalendar')).to.equal(null);
    } finally {
      globalThis.Worker = real;
    }
  });
});
