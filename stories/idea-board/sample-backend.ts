import { BackendError, type BackendErrorKind } from '../../src/backend/backend-error.ts';
import type { AccountPort, Backend, IdeasPort } from '../../src/backend/ports.ts';
import { portOfWhole, wholeIdeas } from '../../src/backend/whole-ideas.ts';
import type { AccountSettings, Me, Notification } from '../../src/model/account.ts';
import type { Idea } from '../../src/model/idea.ts';
import type { Problem } from '../../src/model/page.ts';
import { QUEUE, SAMPLE_NEWS } from './sample-ideas.ts';

/** A source of ideas in memory: it can be read, and moved where `can[]` says so. */
export function ideasOf(ideas: readonly Idea[], problems: readonly Problem[] = []): Backend & { ideas: IdeasPort } {
  let all = ideas;
  const whole = (): IdeasPort => portOfWhole(async () => wholeIdeas(all, problems));
  return {
    ideas: {
      list: async ({ queue, mine, ...query }, options) => {
        if (queue) return { items: QUEUE, total: QUEUE.length, problems: [] };
        return mine ? { items: [], total: 0, problems: [] } : whole().list(query, options);
      },
      get: async (id, options) => QUEUE.find((idea) => idea.id === id) ?? whole().get!(id, options),
      transition: async (id, { to }) => {
        const idea = all.find((each) => each.id === id);
        if (!idea?.can.includes(`transition:${to}`)) throw new BackendError('denied', `No step to ${to}`);
        const moved: Idea = { ...idea, stage: to, can: idea.can.filter((action) => !action.startsWith('transition:')) };
        all = all.map((each) => (each.id === id ? moved : each));
        return moved;
      },
    },
  };
}

/** Read-only: nothing but `list`. */
export const readOnly = (ideas: readonly Idea[]): Backend => ({ ideas: { list: ideasOf(ideas).ideas.list } });

export const silent = (): Backend => ({ ideas: { list: () => new Promise(() => undefined) } });

export const failing = (kind: BackendErrorKind): Backend => ({
  ideas: { list: () => Promise.reject(new BackendError(kind, `Planned failure of kind ${kind}`)) },
});

/** Answers once and fails from then on. */
export function failingLater(ideas: readonly Idea[], kind: BackendErrorKind): Backend {
  const [good, bad] = [ideasOf(ideas), failing(kind)];
  let asked = 0;
  return { ideas: { list: (...call) => (asked++ === 0 ? good : bad).ideas!.list(...call) } };
}

/** Who reads: somebody with a role, or nobody yet. */
export function accountOf(
  role: 'member' | 'moderator' | undefined,
  news: readonly Notification[] = SAMPLE_NEWS,
): AccountPort {
  let items = news;
  let signedIn = role !== undefined;
  let settings: AccountSettings = { locale: 'de', digest: 'daily', muted: ['support'] };
  const listeners = new Set<() => void>();
  const me = (): Me =>
    signedIn
      ? {
          anonymous: false,
          person: { id: 'ayla', displayName: 'Ayla Mutig' },
          memberships: [{ org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' }, roles: ['member', role ?? 'member'] }],
          can: [],
        }
      : { anonymous: true, can: [] };
  return {
    me: async () => me(),
    signIn: async () => {
      signedIn = true;
      for (const listener of listeners) listener();
      return true;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notifications: async () => ({ items, problems: [], unread: items.filter(({ read }) => !read).length }),
    markRead: async (ids) => {
      items = items.map((item) => (!ids || ids.includes(item.id) ? { ...item, read: true } : item));
    },
    settings: async () => settings,
    saveSettings: async (wanted) => (settings = wanted),
  };
}
