import { expect } from '@open-wc/testing';
import { createPageSignIn, returnAddress } from '../../src/internal/page-sign-in.ts';

/** A window that the page has opened, as far as it looks at it. */
class Popup {
  closed = false;
  readonly location = { href: '' };
  close(): void {
    this.closed = true;
  }
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const say = (source: unknown, origin: string, data: unknown): void => {
  const event = new MessageEvent('message', { origin, data });
  Object.defineProperty(event, 'source', { value: source });
  dispatchEvent(event);
};

describe('the sign-in of a page', () => {
  const { open } = window;
  let popup: Popup;
  beforeEach(() => {
    popup = new Popup();
    window.open = () => popup as unknown as Window;
  });
  afterEach(() => {
    window.open = open;
  });

  it('by a window believes the sign-in page only, and closes the window', async () => {
    const signIn = createPageSignIn({ login: 'popup' });
    let done: boolean | undefined;
    void signIn.open!(Promise.resolve('https://hub.example/sign-in')).then((value) => (done = value));
    await until(() => popup.location.href !== '');
    expect(popup.location.href).to.equal(
      `https://hub.example/sign-in?popup=1&origin=${encodeURIComponent(location.origin)}`,
    );
    say(popup, 'https://evil.example', { type: 'vr-signed-in' });
    say({}, 'https://hub.example', { type: 'vr-signed-in' });
    say(popup, 'https://hub.example', { type: 'other' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).to.equal(undefined);
    say(popup, 'https://hub.example', { type: 'vr-signed-in' });
    await until(() => done !== undefined);
    expect([done, popup.closed]).to.deep.equal([true, true]);
  });

  it('goes on when the reader closes the window, and opens no second one meanwhile', async () => {
    const signIn = createPageSignIn({ login: 'popup' });
    const first = signIn.open!(Promise.resolve('https://hub.example/sign-in'));
    expect(await signIn.open!(Promise.resolve('https://hub.example/sign-in'))).to.equal(false);
    await until(() => popup.location.href !== '');
    popup.closed = true;
    expect(await first).to.equal(true);
  });

  it('closes the window and fails when the address cannot be had', async () => {
    const signIn = createPageSignIn({ login: 'popup' });
    let message = '';
    await signIn.open!(Promise.reject(new Error('no hub'))).catch((error: Error) => (message = error.message));
    expect([message, popup.closed]).to.deep.equal(['no hub', true]);
  });

  it('leaves it to a page that has one of its own', async () => {
    const signIn = createPageSignIn({
      login: 'popup',
      ask: (cause) => ({ prevented: true, done: cause === 'asked' ? Promise.resolve(true) : undefined }),
    });
    expect(await signIn.open!(Promise.resolve('https://hub.example/sign-in'))).to.equal(true);
    expect(popup.location.href).to.equal('');
    expect(await signIn.required!()).to.equal(false);
  });

  it('offers nothing where nothing shall be offered', () => {
    expect(createPageSignIn({ login: 'none' }).open).to.equal(undefined);
  });

  it('tells other tabs, and hears of them', async () => {
    const told = new Promise<void>((resolve) => {
      const stop = createPageSignIn({ login: 'none' }).watch!(() => {
        stop();
        resolve();
      });
    });
    createPageSignIn({ login: 'none' }).changed!(false);
    await told;
  });

  it('forgets drafts when somebody signs out, and keeps what waits to be sent', () => {
    sessionStorage.setItem('vr:draft:x', '1');
    localStorage.setItem('vr:outbox:x:1', '1');
    localStorage.setItem('foreign', '1');
    createPageSignIn({ login: 'none' }).changed!(true);
    expect([
      sessionStorage.getItem('vr:draft:x'),
      localStorage.getItem('vr:outbox:x:1'),
      localStorage.getItem('foreign'),
    ]).to.deep.equal([null, '1', '1']);
    localStorage.clear();
  });

  it('tells the sign-in page where to come back to, and no secret', () => {
    const back = (href: string): string => returnAddress(new URL(href));
    expect(back('https://a.example/x?y=1#vr-idea=42')).to.equal('https://a.example/x?y=1#vr-idea=42');
    for (const open of ['vr-peer=mara', 'vr-contact=7', 'vr-contacts', 'vr-peer-offers', 'vr-peer-profile']) {
      expect(back(`https://a.example/x#${open}`), open).to.equal(`https://a.example/x#${open}`);
      expect(back(`https://a.example/x#${open}&secret=abc`), open).to.equal('https://a.example/x');
    }
    expect(back('https://a.example/x#vr-contacts=abc')).to.equal('https://a.example/x');
    expect(back('https://a.example/x#vr-idea=42&secret=abc')).to.equal('https://a.example/x');
    expect(back('https://a.example/x#token=abc')).to.equal('https://a.example/x');
  });
});
