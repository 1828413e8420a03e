import { expect } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { BackendError } from '../../src/backend/backend-error.ts';
import { QueryController } from '../../src/internal/query-controller.ts';
import type { Page } from '../../src/model/page.ts';
import { manualClock } from '../support/manual-clock.ts';

interface Call {
  readonly query: { month: number };
  readonly signal: AbortSignal;
  answer(...items: string[]): Promise<void>;
  fail(error: Error): Promise<void>;
}

interface FakePort {
  list(query: { month: number }, signal: AbortSignal): Promise<Page<string>>;
}

class QueryHost extends LitElement {
  port: FakePort | undefined;
  month: number | undefined = 1;
  readonly query = new QueryController<FakePort, { month: number }, Page<string>>(this, {
    port: () => this.port,
    query: () => (this.month === undefined ? undefined : { month: this.month }),
    run: (port, query, signal) => port.list(query, signal),
  });

  protected override render(): TemplateResult {
    const { state, value } = this.query;
    return html`${state}: ${value?.items.join(' ')}`;
  }
}
customElements.define('test-query-host', QueryHost);

const turn = (): Promise<void> => new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

describe('a query', () => {
  let host: QueryHost;
  let calls: Call[];
  let port: FakePort;
  let clock: ReturnType<typeof manualClock> | undefined;

  const shown = async (): Promise<string> => {
    await host.updateComplete;
    return host.shadowRoot!.textContent.trim();
  };
  const start = async (): Promise<void> => {
    document.body.append(host);
    await host.updateComplete;
  };
  const ask = async (change: () => void): Promise<void> => {
    change();
    host.requestUpdate();
    await host.updateComplete;
  };

  beforeEach(() => {
    calls = [];
    port = {
      list: (query, signal) =>
        new Promise((resolve, reject) => {
          const settle = async (work: () => void): Promise<void> => {
            work();
            for (let turns = 0; turns < 5; turns++) await turn();
            await host.updateComplete;
          };
          calls.push({
            query,
            signal,
            answer: (...items) => settle(() => resolve({ items, problems: [] })),
            fail: (error) => settle(() => reject(error)),
          });
        }),
    };
    host = document.createElement('test-query-host') as QueryHost;
    host.port = port;
  });

  afterEach(() => {
    host.remove();
    clock?.restore();
    clock = undefined;
  });

  it('waits for a port and asks as soon as there is one', async () => {
    host.port = undefined;
    await start();
    expect(await shown()).to.equal('waiting:');
    await ask(() => (host.port = port));
    expect(await shown()).to.equal('loading:');
    await calls[0]!.answer('a', 'b');
    expect(await shown()).to.equal('ready: a b');
    expect(host.query.since).to.be.instanceOf(Date);
  });

  it('waits while there is nothing to ask', async () => {
    host.month = undefined;
    await start();
    expect(await shown()).to.equal('waiting:');
    expect(calls).to.have.length(0);
  });

  it('tells an answer without items as empty', async () => {
    await start();
    await calls[0]!.answer();
    expect(await shown()).to.equal('empty:');
  });

  it('asks once however often the host renders', async () => {
    await start();
    await ask(() => undefined);
    await calls[0]!.answer('a');
    await ask(() => undefined);
    expect(calls).to.have.length(1);
  });

  it('shows the old answer until the new one is there', async () => {
    await start();
    await calls[0]!.answer('january');
    await ask(() => (host.month = 2));
    expect(await shown()).to.equal('loading: january');
    expect(host.query.valueQuery).to.deep.equal({ month: 1 });
    await calls[1]!.answer('february');
    expect(await shown()).to.equal('ready: february');
  });

  it('drops an answer that comes too late, and calls its request off', async () => {
    await start();
    await ask(() => (host.month = 2));
    expect(calls[0]!.signal.aborted).to.equal(true);
    await calls[1]!.answer('february');
    await calls[0]!.answer('january');
    expect(await shown()).to.equal('ready: february');
  });

  it('keeps the last good answer through a failure and tells its kind', async () => {
    await start();
    await calls[0]!.answer('good');
    host.query.run();
    await calls[1]!.fail(new BackendError('missing', 'gone'));
    expect(await shown()).to.equal('failed: good');
    expect(host.query.error?.kind).to.equal('missing');
    host.query.retry();
    expect(await shown()).to.equal('loading: good');
    await calls[2]!.answer('better');
    expect(await shown()).to.equal('ready: better');
    expect(host.query.error).to.equal(undefined);
  });

  it('tells whatever else was thrown as an unknown failure', async () => {
    host.port = {
      list: () => {
        throw new RangeError('broken port');
      },
    };
    await start();
    for (let turns = 0; turns < 5; turns++) await turn();
    expect(await shown()).to.equal('failed:');
    expect(host.query.error?.kind).to.equal('unknown');
    expect(host.query.error?.cause).to.be.instanceOf(RangeError);
  });

  it('drops the answer of another source', async () => {
    await start();
    await calls[0]!.answer('theirs');
    await ask(() => (host.port = { ...port }));
    expect(await shown()).to.equal('loading:');
  });

  it('does not notice being moved', async () => {
    await start();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(host);
    await turn();
    expect(calls).to.have.length(1);
    expect(calls[0]!.signal.aborted).to.equal(false);
    await calls[0]!.answer('still there');
    expect(await shown()).to.equal('ready: still there');
    elsewhere.remove();
  });

  it('calls off when it is removed, and asks again when it is put back, keeping what it had', async () => {
    await start();
    await calls[0]!.answer('before');
    host.query.run();
    host.remove();
    await turn();
    expect(calls[1]!.signal.aborted).to.equal(true);
    document.body.append(host);
    expect(await shown()).to.equal('loading: before');
    await calls[2]!.answer('after');
    expect(await shown()).to.equal('ready: after');
  });

  it('says within five seconds that it takes long, and goes on waiting', async () => {
    clock = manualClock();
    await start();
    clock.tick(3000);
    expect(host.query.slow).to.equal(false);
    clock.tick(2000);
    expect(host.query.slow).to.equal(true);
    await calls[0]!.answer('at last');
    expect(host.query.slow).to.equal(false);
    expect(await shown()).to.equal('ready: at last');
  });

  it('tries again by itself behind a failure that may pass, without flicker, ever less often', async () => {
    clock = manualClock();
    await start();
    await calls[0]!.fail(new BackendError('unknown', 'server away'));
    clock.tick(1999);
    expect(calls).to.have.length(1);
    clock.tick(600);
    expect(calls).to.have.length(2);
    expect(await shown()).to.equal('failed:');
    expect(host.query.busy).to.equal(true);
    await calls[1]!.fail(new BackendError('timeout', 'still away'));
    clock.tick(3999);
    expect(calls).to.have.length(2);
    clock.tick(1100);
    await calls[2]!.answer('back');
    expect(await shown()).to.equal('ready: back');
  });

  it('waits as long as a busy server asks for', async () => {
    clock = manualClock();
    await start();
    await calls[0]!.fail(new BackendError('busy', 'later', { retryAfter: 30 }));
    clock.tick(29_999);
    expect(calls).to.have.length(1);
    clock.tick(1);
    expect(calls).to.have.length(2);
  });

  for (const kind of ['denied', 'missing', 'invalid', 'blocked', 'unsupported'] as const)
    it(`does not repeat what was ${kind}`, async () => {
      clock = manualClock();
      await start();
      await calls[0]!.fail(new BackendError(kind, 'no'));
      clock.tick(600_000);
      expect(calls).to.have.length(1);
    });

  it('tries at once when the network is back', async () => {
    await start();
    await calls[0]!.fail(new BackendError('offline', 'no network'));
    window.dispatchEvent(new CustomEvent('online'));
    expect(calls).to.have.length(2);
    await calls[1]!.answer('online');
    window.dispatchEvent(new CustomEvent('online'));
    expect(calls).to.have.length(2);
  });

  it('asks again when the page comes back out of the cache of the browser', async () => {
    await start();
    await calls[0]!.answer('old');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(calls).to.have.length(1);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(calls).to.have.length(2);
    expect(await shown()).to.equal('loading: old');
  });

  it('leaves no listeners and no timers behind', async () => {
    clock = manualClock();
    await start();
    await calls[0]!.fail(new BackendError('offline', 'no network'));
    host.remove();
    await turn();
    clock.tick(600_000);
    window.dispatchEvent(new CustomEvent('online'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(calls).to.have.length(1);
  });
});
