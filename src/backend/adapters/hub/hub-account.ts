import { BackendError } from '../../backend-error.ts';
import { parseJson, type Http } from '../../http.ts';
import type { AccountPort, SignInPage } from '../../ports.ts';
import type { Session } from '../../session.ts';
import { readErasure, readNotification, readSettings } from './hub-account-answers.ts';
import { readHubList, readItems } from './hub-page.ts';

export interface HubAccountOptions {
  /** Base of the hub without a slash at the end. */
  readonly base: string;
  readonly session: Session;
  readonly signIn?: SignInPage;
}

/** The hub's own page for signing in, where it names none: all its ways are listed there. */
const SIGN_IN_PAGE = '/sign-in';

export function createHubAccount(http: Http, { base, session, signIn }: HubAccountOptions): AccountPort {
  const at = (path: string): string => `${base}/api/v1/${path}`;

  /** Address of the page on which one signs in, as the hub's configuration names it. */
  const signInAddress = async (): Promise<string> => {
    const { data } = await http.json(at('config')).catch((error: unknown) => {
      // A sign-in stands before the whole hub: whoever goes to its page comes to that first.
      if (error instanceof BackendError && error.reason === 'sign-in') return { data: undefined };
      throw error;
    });
    const { pageUrl } = ((data ?? {}) as { signIn?: { pageUrl?: unknown } }).signIn ?? {};
    if (typeof pageUrl !== 'string' || !pageUrl) return base + SIGN_IN_PAGE;
    return pageUrl.startsWith('/') ? base + pageUrl : pageUrl;
  };

  const open = signIn?.open;
  return {
    me: (options) => session.me(options),
    subscribe: (listener) => session.subscribe(listener),

    ...(open && {
      async signIn() {
        // At once, while the reader's click still counts: a window may be opened only then.
        if (!(await open(signInAddress()))) return false;
        session.changed();
        const { anonymous } = await session.me();
        signIn.changed?.(false);
        return !anonymous;
      },
    }),

    async signOut() {
      try {
        await http.send('POST', at('sign-out'), {});
      } catch (error) {
        // A session that is over needs no end; what was typed is forgotten all the same.
        if (!(error instanceof BackendError) || error.reason !== 'sign-in') throw error;
      }
      signIn?.changed?.(true);
      session.changed();
    },

    async notifications({ limit, cursor }, { signal } = {}) {
      const search = new URLSearchParams();
      if (limit !== undefined) search.set('limit', String(limit));
      if (cursor) search.set('cursor', cursor);
      const url = `${at('me/notifications')}?${search.toString()}`;
      const { data } = await http.json(url, { signal });
      const { items, problems, total, nextCursor } = readHubList(data, url);
      const good = readItems(items, readNotification);
      const { unread } = data as { unread?: unknown };
      return {
        items: good.items,
        problems: [...problems, ...good.problems],
        unread: typeof unread === 'number' ? unread : good.items.filter((item) => !item.read).length,
        ...(total === undefined ? {} : { total }),
        ...(nextCursor ? { next: nextCursor } : {}),
      };
    },

    async markRead(ids, { signal, idempotencyKey } = {}) {
      await http.send('POST', at('me/notifications/read'), ids ? { ids } : {}, { signal, idempotencyKey });
    },

    async settings({ signal } = {}) {
      const url = at('me/settings');
      const { data, headers } = await http.json(url, { signal });
      return readSettings(data, url, headers.get('etag'));
    },

    async saveSettings({ locale, digest, muted, etag }, { signal, ifMatch = etag } = {}) {
      const url = at('me/settings');
      const answer = await http.send('PUT', url, { locale, digest, muted }, { signal, ifMatch });
      if (answer.status === 204) throw new BackendError('invalid', `No settings from ${url}`, { url });
      return readSettings(parseJson(answer), url, answer.headers.get('etag'));
    },

    async exportData({ signal } = {}) {
      const { bytes } = await http.get(at('me/export'), { signal });
      return new TextDecoder().decode(bytes);
    },

    async erasure({ signal } = {}) {
      return readErasure((await http.json(at('me/erasure'), { signal })).data);
    },

    async erase({ signal } = {}) {
      await http.send('DELETE', at('me'), undefined, { signal });
      signIn?.changed?.(true);
      session.changed();
    },
  };
}
