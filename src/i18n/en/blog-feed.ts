import type { BlogFeedMessages } from '../de/blog-feed.ts';
import { en as posts } from './posts.ts';

const number = (count: number): string => (count === 1 ? '1 post' : `${count.toLocaleString('en-GB')} posts`);

/** English for the stream of posts. */
export const en: BlogFeedMessages = {
  ...posts,
  feed: {
    title: 'Experience from practice',
    posts: number,
    found: (count) => (count === 0 ? 'Nothing found' : `${number(count)} found`),
    loaded: (count) => (count === 1 ? '1 more post' : `${count} more posts`),
    all: (count) => (count === 1 ? 'This is the only post.' : `These are all ${number(count)}.`),
    printed: (shown, total) =>
      `These are ${shown} of ${total.toLocaleString('en-GB')} posts. For more, choose “Show more” before printing.`,
    moreFailed: 'More posts could not be loaded.',
    search: 'Search posts',
    searchHint: 'Words of the title or text, a topic or a name',
    filters: 'Filters',
    filterPosts: 'Search and filter posts',
    facets: {
      report: 'Kind',
      topic: 'Topic',
      size: 'Size of the municipality',
      maturity: 'How far it has come',
      source: 'Source',
      author: 'By',
      tag: 'Tag',
    },
    reportsOnly: 'Experience reports only',
    allValues: (label) => `Show more: ${label}`,
    find: (label) => `Find: ${label}`,
    noValue: 'No match',
    chosen: 'Chosen filters',
    remove: (label) => `Remove filter: ${label}`,
    reset: 'Reset filters',
    count: (label, count) => `${label} (${count.toLocaleString('en-GB')})`,
    write: 'Write an experience report',
    desk: 'My posts',
    signIn: 'Sign in',
    signInFailed: 'Signing in did not work. Please try again.',
    by: (names) => `by ${names}`,
    andMore: (count) => `and ${count} more`,
    readOnOf: (title) => `Read on: ${title}`,
    readAt: (host) => `at ${host}`,
    tags: 'Tags',
    fresh: 'New',
    freshSince: (count) =>
      count === 1 ? '1 new post since your last visit' : `${count} new posts since your last visit`,
    empty: 'There is no post here yet.',
    emptyWrite: 'There is no post here yet. Make a start: tell others what you have tried.',
    notFound: 'No post fits this choice.',
    denied: 'Your account may not see these posts.',
    back: 'Back to the posts',
    postLoading: 'The post is loading.',
    postMissing: 'This post can no longer be seen. It may have been withdrawn or moved.',
    partLoading: 'Loading',
    partFailed: 'This part of the page could not be loaded. Please try again.',
  },
};
