import type { Idea } from './idea.ts';

export type IdeaSort = 'active' | 'new' | 'support' | 'needs-help';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const activeAt = ({ activeAt: at, updatedAt, createdAt }: Idea): string => at ?? updatedAt ?? createdAt ?? '';

type Order = (a: Idea, b: Idea) => number;
const byActivity: Order = (a, b) => compareText(activeAt(b), activeAt(a)) || compareText(a.id, b.id);

/** Orders of a list. Times are in one form (UTC), so they compare as texts; the id makes each order whole. */
export const IDEA_ORDER: Readonly<Record<IdeaSort, Order>> = {
  active: byActivity,
  new: (a, b) => compareText(b.createdAt ?? '', a.createdAt ?? '') || compareText(a.id, b.id),
  support: (a, b) => b.counts.supports - a.counts.supports || byActivity(a, b),
  'needs-help': (a, b) => Number(a.counts.helpOffers > 0) - Number(b.counts.helpOffers > 0) || byActivity(a, b),
};
