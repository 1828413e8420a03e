import { expect } from '@open-wc/testing';
import { draftScope } from '../../src/internal/draft-scope.ts';
import { DraftStore, type DraftOptions } from '../../src/internal/draft-store.ts';
import { purgeDevice } from '../../src/internal/device-store.ts';
import { waitUntil } from '../elements/support/wait-until.ts';

interface Value {
  readonly title: string;
}
const scope = draftScope({ endpoint: 'https://hub.example/', user: 'p1', form: 'idea' });
const KEY = `vr:draft:${scope}`;
const read = (value: unknown): Value | undefined =>
  typeof (value as Partial<Value> | undefined)?.title === 'string' ? (value as Value) : undefined;

const open: DraftStore<Value>[] = [];
const draftOf = (options: Partial<DraftOptions<Value>> = {}): DraftStore<Value> => {
  const draft = new DraftStore<Value>({ storage: 'local', scope, read, ...options });
  open.push(draft);
  return draft;
};
/** A `storage` event as the browser sends it to the other tabs. */
const tellOtherTab = (): void =>
  void dispatchEvent(new StorageEvent('storage', { key: KEY, storageArea: localStorage }));
/** Whether the browser would ask before the page is left. */
const asksOnLeaving = (): boolean => !dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));

describe('a draft', () => {
  afterEach(() => {
    for (const draft of open.splice(0)) draft.dispose();
    purgeDevice();
  });

  it('touches nothing before the form is begun', () => {
    draftOf();
    expect(localStorage.length).to.equal(0);
  });

  it('is found by the next visit, and gone when it was sent', () => {
    const first = draftOf();
    first.save({ title: 'Lotsin' });
    expect(first.state).to.equal('unsaved');
    first.flush();
    expect(first.state).to.equal('saved');
    const second = draftOf();
    expect(second.open()?.value).to.deep.equal({ title: 'Lotsin' });
    second.erase();
    expect(localStorage.getItem(KEY)).to.equal(null);
    expect(draftOf().open()).to.equal(undefined);
  });

  it('in memory only has the browser ask before the page is left, until it is sent', () => {
    const draft = draftOf({ storage: 'none' });
    expect(asksOnLeaving()).to.equal(false);
    draft.save({ title: 'Lotsin' });
    expect(asksOnLeaving()).to.equal(true);
    draft.erase();
    expect(asksOnLeaving()).to.equal(false);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('is ignored when it is corrupt, of another form, or too old', () => {
    for (const text of ['{', '"x"', '{"v":1}', JSON.stringify({ v: 1, tab: 't', at: Date.now(), value: { no: 1 } })]) {
      localStorage.setItem(KEY, text);
      expect(draftOf().open(), text).to.equal(undefined);
    }
    localStorage.setItem(KEY, JSON.stringify({ v: 1, tab: 't', at: Date.now() - 2000, value: { title: 'alt' } }));
    expect(draftOf({ ttl: 1000 }).open()).to.equal(undefined);
    expect(localStorage.getItem(KEY)).to.equal(null);
  });

  it('says that it is kept nowhere when the device is full', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const draft = draftOf();
      draft.save({ title: 'Lotsin' });
      draft.flush();
      expect(draft.state).to.equal('unsaved');
      expect(asksOnLeaving()).to.equal(true);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('is not overwritten by a second tab: the person chooses', async () => {
    const first = draftOf();
    first.save({ title: 'von hier' });
    first.flush();
    const second = draftOf();
    second.open();
    await new Promise((resolve) => setTimeout(resolve, 2));
    second.save({ title: 'von dort' });
    second.flush();
    tellOtherTab();
    expect([first.state, first.elsewhere?.value.title]).to.deep.equal(['elsewhere', 'von dort']);
    first.save({ title: 'von hier, weiter' });
    first.flush();
    expect(draftOf().open()?.value.title).to.equal('von dort');
    first.keep();
    expect([first.state, draftOf().open()?.value.title]).to.deep.equal(['saved', 'von hier, weiter']);
    tellOtherTab();
    expect(second.state).to.equal('elsewhere');
    expect(second.adopt()).to.deep.equal({ title: 'von hier, weiter' });
    expect(second.state).to.equal('saved');
  });

  it('is told of another tab also before that has said so', async () => {
    const first = draftOf();
    first.open();
    const second = draftOf();
    second.save({ title: 'von dort' });
    second.flush();
    first.save({ title: 'von hier' });
    await waitUntil(() => first.state === 'elsewhere');
    expect(first.elsewhere?.value.title).to.equal('von dort');
  });

  it('survives a sign-in on another page, though it is kept nowhere, and once', () => {
    const before = draftOf({ storage: 'none', scope: draftScope({ endpoint: 'h', user: undefined, form: 'idea' }) });
    before.save({ title: 'Lotsin' });
    before.handOver();
    expect(asksOnLeaving()).to.equal(false);
    const signedIn = draftScope({ endpoint: 'h', user: 'p1', form: 'idea' });
    expect(draftOf({ storage: 'none', scope: signedIn }).open()?.value.title).to.equal('Lotsin');
    expect(draftOf({ storage: 'none', scope: signedIn }).open()).to.equal(undefined);
  });
});
