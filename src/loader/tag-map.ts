/**
 * Every tag that pages may write, with what registers it. Explicit, so that bundlers can hash the chunks and a misspelt
 * tag can be told at once.
 */
export const TAGS: Readonly<Record<string, () => Promise<unknown>>> = {
  'vr-backend': () => import('../elements/backend/vr-backend.define.ts'),
  'vr-blog-feed': () => import('../elements/blog-feed/vr-blog-feed.define.ts'),
  'vr-event-calendar': () => import('../elements/event-calendar/vr-event-calendar.define.ts'),
  'vr-idea-board': () => import('../elements/idea-board/vr-idea-board.define.ts'),
  'vr-idea-submission': () => import('../elements/idea-submission/vr-idea-submission.define.ts'),
  'vr-peer-directory': () => import('../elements/peer-directory/vr-peer-directory.define.ts'),
  'vr-peer-profile': () => import('../elements/peer-profile/vr-peer-profile.define.ts'),
};

/** Own lookup: a page may have added names to `Object.prototype`. */
export const isTag = (tag: string): boolean => Object.hasOwn(TAGS, tag);
