import type { PostMessages } from '../de/posts.ts';
import { en as common } from './words.ts';

/** English for posts: the names of their closed lists, which every part of the feed says. */
export const en: PostMessages = {
  ...common,
  post: {
    report: 'Experience report',
    chapters: {
      situation: 'Starting point',
      approach: 'Approach',
      result: 'Result',
      pitfalls: 'Pitfalls',
      contact: 'Contact',
    },
    sizes: {
      rural: 'Rural municipality, under 5,000',
      'small-town': 'Small town, under 20,000',
      'medium-town': 'Medium-sized town, under 100,000',
      city: 'City, 100,000 or more',
      county: 'County',
      state: 'State or federation',
    },
    maturities: {
      planned: 'Planned',
      trial: 'Being tried',
      evaluated: 'Evaluated',
      everyday: 'Everyday practice',
      transfer: 'Taken over elsewhere',
    },
    minutes: (count) => `${count} min`,
    minutesLong: (count) => `Reading time ${count === 1 ? '1 minute' : `${count} minutes`}`,
    untitled: (by) => (by === '' ? 'Post without a title' : `Post by ${by}`),
    readOn: 'Read on',
    alsoOn: 'also on',
    protected: 'This post is behind a password at its source.',
    warning: (text) => `Content warning: ${text}`,
  },
};
