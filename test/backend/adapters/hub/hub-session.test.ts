import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHubBackend } from '../../../../src/backend/adapters/hub/hub-adapter.ts';
import type { BackendError } from '../../../../src/backend/backend-error.ts';
import type { AccountPort, AdapterOptions, SignInPage } from '../../../../src/backend/ports.ts';

const ROSA = { id: 'rosa', displayName: 'Rosa Wiesengrund' };
const KALLE = { id: 'kalle', displayName: 'Kalle Uferlos' };

/** A hub with sessions: who is signed in, and with which token writes have to come. */
class Hub {
  person: typeof ROSA | undefined = ROSA;
  csrf = 'token-1';
  bearer: string | undefined;
  readonly asked: string[] = [];

  readonly fetch: typeof fetch = (input, init) => {
    const url = new URL(input as string);
    const headers = new Headers(init?.headers);
    const method = init?.method ?? 'GET';
    this.asked.push(`${method} ${url.pathname.replace('/api/v1', '')}`);
    return Promise.resolve(this.#answer(method, url.pathname, headers));
  };

  count(line: string): number {
    return this.asked.filter((each) => each === line).length;
  }

  #answer(method: string, path: string, headers: Headers): Response {
    const sent = headers.get('authorization');
    if (sent !== null && sent !== `Bearer ${this.bearer}`) return problem(401, 'sign-in-required');
    const person = sent === null ? this.person : ROSA;
    if (path.endsWith('/me')) {
      return person
        ? json({ anonymous: false, person, memberships: [], can: ['export'], ...(!sent && { csrfToken: this.csrf }) })
        : json({ anonymous: true, can: [] });
    }
    const token = headers.get('x-csrf-token');
    if (method !== 'GET' && sent === null) {
      if (!person && token) return problem(401, 'sign-in-required');
      if (person && token !== this.csrf) return problem(403, 'csrf');
    }
    if (!person) return problem(401, 'sign-in-required');
    if (path.endsWith('/settings')) {
      return json({ locale: 'de', digest: 'daily', muted: ['comment'] }, { etag: '"3.x"' });
    }
    return method === 'GET'
      ? json({ items: [{ id: 'n1', kind: 'comment', at: '2026-06-15T10:00:00Z', read: false }], unread: 1 })
      : new Response(null, { status: 204 });
  }
}

const json = (body: object, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', ...headers } });
const problem = (status: number, code: string): Response =>
  new Response(JSON.stringify({ status, code }), { status, headers: { 'content-type': 'application/problem+json' } });

const accountOf = (hub: Hub, options: Partial<AdapterOptions> = {}): AccountPort =>
  createHubBackend({ src: 'https://hub.example/', fetch: hub.fetch, ...options }).account!;

describe('a session by cookie', () => {
  it('asks for the CSRF token once, and sends it with each write', async () => {
    const hub = new Hub();
    const account = accountOf(hub);
    await Promise.all([account.markRead!(['n1']), account.markRead!()]);
    await account.markRead!();
    assert.equal(hub.count('GET /me'), 1);
    assert.equal(hub.count('POST /me/notifications/read'), 3);
  });

  it('renews a token that is too old, once for all writes at the same time', async () => {
    const hub = new Hub();
    const account = accountOf(hub);
    await account.me();
    hub.csrf = 'token-2';
    await Promise.all([account.markRead!(), account.markRead!(), account.markRead!()]);
    assert.equal(hub.count('GET /me'), 2);
    assert.equal(hub.count('POST /me/notifications/read'), 6);
  });

  it('tells when nobody is signed in any more, and asks the page once', async () => {
    const hub = new Hub();
    let asked = 0;
    const signIn: SignInPage = { required: () => Promise.resolve(++asked > 100) };
    const account = accountOf(hub, { signIn });
    let told = 0;
    account.subscribe!(() => told++);
    await account.me();
    hub.person = undefined;
    const all = await Promise.allSettled([account.markRead!(), account.notifications!({}), account.settings!()]);
    for (const each of all) {
      assert.equal(each.status, 'rejected');
      const { kind, reason, status } = each.reason as BackendError;
      assert.deepEqual([kind, reason, status], ['denied', 'sign-in', 401]);
    }
    assert.deepEqual([asked, told, hub.count('GET /me')], [1, 1, 2]);
    assert.equal((await account.me()).anonymous, true);
  });

  it('goes on where the page has signed the reader in', async () => {
    const hub = new Hub();
    const signIn: SignInPage = {
      required: () => {
        hub.person = ROSA;
        return Promise.resolve(true);
      },
    };
    const account = accountOf(hub, { signIn });
    await account.me();
    hub.person = undefined;
    await account.markRead!();
    assert.equal(hub.count('POST /me/notifications/read'), 2);
  });

  it('never sends in the name of another what one has written', async () => {
    const hub = new Hub();
    const account = accountOf(hub);
    await account.me();
    hub.person = KALLE;
    hub.csrf = 'token-of-kalle';
    await assert.rejects(account.markRead!(), { kind: 'denied', reason: 'sign-in' });
    assert.equal(hub.count('POST /me/notifications/read'), 1);
    await account.notifications!({});
  });

  it('signs out, tells the page to forget, and everybody to ask anew', async () => {
    const hub = new Hub();
    const changed: boolean[] = [];
    const account = accountOf(hub, { signIn: { changed: (signedOut) => changed.push(signedOut) } });
    let told = 0;
    const stop = account.subscribe!(() => told++);
    await account.signOut!();
    assert.deepEqual([changed, told, hub.count('POST /sign-out')], [[true], 1, 1]);
    stop();
    await account.signOut!();
    assert.equal(told, 1);
  });

  it('watches the page while somebody listens, and tells only what is new', async () => {
    const hub = new Hub();
    let look: (() => void) | undefined;
    const account = accountOf(hub, {
      signIn: {
        watch: (listener) => {
          look = listener;
          return () => (look = undefined);
        },
      },
    });
    const told = new Promise<void>((resolve) => {
      const stop = account.subscribe!(() => {
        stop();
        resolve();
      });
    });
    await account.me();
    look!();
    await account.me({ fresh: true });
    hub.person = KALLE;
    look!();
    await told;
    assert.equal((await account.me()).person?.id, 'kalle');
    assert.equal(look, undefined);
  });
});

describe('a session by token', () => {
  it('asks the page for a new one, once for all that were refused', async () => {
    const hub = new Hub();
    hub.bearer = 'new';
    let token = 'old';
    const refreshed: string[] = [];
    const account = accountOf(hub, {
      getToken: (url, options) => {
        if (options?.refresh) {
          refreshed.push(url);
          token = 'new';
        }
        return token;
      },
    });
    await Promise.all([account.notifications!({}), account.settings!(), account.markRead!()]);
    assert.equal(refreshed.length, 1);
    assert.equal(hub.count('GET /me'), 0);
  });

  it('gives up on a token that stays what it was', async () => {
    const hub = new Hub();
    hub.bearer = 'new';
    const account = accountOf(hub, { getToken: () => 'old' });
    await assert.rejects(account.settings!(), { kind: 'denied', reason: 'sign-in', status: 401 });
    assert.equal(hub.asked.length, 1);
  });

  it('tells a page that cannot give a token as denied', async () => {
    const account = accountOf(new Hub(), { getToken: () => Promise.reject(new Error('session over')) });
    await assert.rejects(account.settings!(), { kind: 'denied', reason: 'sign-in' });
  });
});

describe('the account of a hub', () => {
  it('reads notifications and settings, and saves them under their version', async () => {
    const account = accountOf(new Hub());
    const { items, unread } = await account.notifications!({ limit: 10 });
    assert.deepEqual([items.map(({ id }) => id), unread], [['n1'], 1]);
    const settings = await account.settings!();
    assert.deepEqual(settings, { locale: 'de', digest: 'daily', muted: ['comment'], etag: '"3.x"' });
    assert.equal((await account.saveSettings!({ ...settings, digest: 'weekly' })).etag, '"3.x"');
  });

  it('refuses an answer that does not say who reads', async () => {
    const fetch = (): Promise<Response> => Promise.resolve(json({ anonymous: false }));
    await assert.rejects(createHubBackend({ src: 'https://hub.example/', fetch }).account!.me(), { kind: 'invalid' });
  });
});
