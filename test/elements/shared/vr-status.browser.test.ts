import { expect } from '@open-wc/testing';
import { BACKEND_ERROR_KINDS, BackendError } from '../../../src/backend/backend-error.ts';
import type { VrStatus } from '../../../src/elements/shared/vr-status.ts';
import '../../../src/elements/shared/vr-status.define.ts';
import { de } from '../../../src/i18n/de/words.ts';
import { en } from '../../../src/i18n/en/words.ts';
import { SAMPLE_PROBLEMS } from '../../../stories/event-calendar/sample-backends.ts';
import { all, byName, one, textOf } from '../support/deep.ts';
import { waitUntil } from '../support/wait-until.ts';

let status: VrStatus;

async function put(values: Partial<VrStatus>, content = ''): Promise<VrStatus> {
  status = Object.assign(document.createElement('vr-status'), values);
  status.append(...new DOMParser().parseFromString(content, 'text/html').body.childNodes);
  document.body.append(status);
  await status.updateComplete;
  return status;
}

describe('<vr-status>', () => {
  afterEach(() => status.remove());

  it('has no fault that axe finds, in any state', async () => {
    const error = new BackendError('blocked', 'CORS', { url: 'https://quelle.example/k.ics', reason: 'cors-or-csp' });
    for (const values of [
      { state: 'waiting' },
      { state: 'loading' },
      { state: 'loading', slow: true },
      { state: 'empty', emptyText: 'Nichts da.' },
      { state: 'ready', problems: SAMPLE_PROBLEMS },
      { state: 'failed', error },
      { state: 'failed', error, overContent: true, since: '14:05 Uhr' },
    ] as Partial<VrStatus>[]) {
      await expect(await put(values)).to.be.accessible();
      status.remove();
    }
  });

  it('tells changes to a screen reader', async () => {
    await put({ state: 'loading' });
    const live = all(status, '[role=status]');
    await Promise.resolve();
    status.state = 'failed';
    status.error = new BackendError('timeout', 'x');
    await status.updateComplete;
    expect(textOf(status)).to.contain(de.failure.timeout);
    // The same place is changed: what is put in anew is not read out.
    if (live[0]) expect(all(status, '[role=status]')[0]).to.equal(live[0]);
  });

  it('says nothing where all is well', async () => {
    expect(textOf(await put({ state: 'ready' }))).to.equal('');
  });

  it('has a word for each kind of failure, and shows the cause only to who asks', async () => {
    for (const kind of BACKEND_ERROR_KINDS) {
      await put({ state: 'failed', error: new BackendError(kind, `cause of ${kind}`, { url: 'https://a.example/k' }) });
      expect(textOf(status)).to.contain(de.failure[kind]);
      expect(one<HTMLDetailsElement>(status, 'details').open).to.equal(false);
      byName(status, 'Für die Redaktion').click();
      await waitUntil(() => textOf(status).includes('Abhilfe'));
      expect(textOf(status)).to.contain(`cause of ${kind}`).and.to.contain('https://a.example/k');
      status.remove();
    }
  });

  it('never shows a password that stands in an address', async () => {
    await put({
      state: 'failed',
      error: new BackendError('timeout', 'No answer', { url: 'https://anna:geheim@a.example/k' }),
    });
    byName(status, 'Für die Redaktion').click();
    await waitUntil(() => textOf(status).includes('https://a.example/k'));
    expect(textOf(status)).not.to.contain('geheim');
  });

  it('asks for another try', async () => {
    await put({ state: 'failed', error: new BackendError('unknown', 'x') });
    let asked = 0;
    status.addEventListener('vr-status-retry', () => asked++);
    byName(status, 'Erneut versuchen').click();
    expect(asked).to.equal(1);
  });

  it('names the sources that failed, counts those without a name', async () => {
    await put({ state: 'ready', problems: SAMPLE_PROBLEMS });
    expect(textOf(status)).to.contain('Gerade nicht erreichbar: Landkreis Beispielland.');
    status.problems = [...SAMPLE_PROBLEMS, { code: 'source-failed' }];
    await status.updateComplete;
    expect(textOf(status)).to.contain('2 Quellen sind gerade nicht erreichbar.');
    status.problems = [{ code: 'stale', since: '2026-03-12T10:00:00Z' }];
    await status.updateComplete;
    expect(textOf(status)).to.contain(de.status.stale);
    status.problems = [{ code: 'limit-reached', detail: 'dates of series are kept for two years' }];
    await status.updateComplete;
    expect(textOf(status)).to.contain('Für diesen Zeitraum fehlen womöglich Einträge.');
  });

  it('lists twenty problems at most', async () => {
    const problems = [...'x'.repeat(50)].map((_, line) => ({ code: 'invalid-item' as const, line: line + 1 }));
    await put({ state: 'ready', problems });
    expect(textOf(status)).to.contain('50 Einträge ließen sich nicht lesen.');
    expect(all(status, 'li')).to.have.length(20);
  });

  it('shows what can be done where there is nothing', async () => {
    await put({ state: 'empty', emptyText: 'Nichts da.' }, '<button>Weiter suchen</button>');
    expect(textOf(status)).to.contain('Nichts da.').and.to.contain('Weiter suchen');
  });

  it('speaks English, also about causes that were shown in German before', async () => {
    await put({ state: 'failed', error: new BackendError('missing', 'x', { url: 'https://a.example/k' }) });
    byName(status, 'Für die Redaktion').click();
    await waitUntil(() => textOf(status).includes('Abhilfe'));
    status.words = en;
    await waitUntil(() => textOf(status).includes(en.failure.missing));
    await waitUntil(() => textOf(status).includes('Cure'), 'the help is in English');
  });
});
