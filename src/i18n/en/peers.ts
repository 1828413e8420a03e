import type { PeerMessages } from '../de/peers.ts';
import { en as common } from './words.ts';

const what =
  (sentence: string) =>
  (topics: string): string =>
    topics === '' ? sentence : `${sentence}: ${topics}`;

/** English for people. */
export const en: PeerMessages = {
  ...common,
  peer: {
    levels: { beginner: 'basics', average: 'experience', expert: 'much experience' },
    forms: {
      talk: 'Conversation',
      shadowing: 'Job shadowing',
      review: 'Review of a draft',
      workshop: 'Workshop',
      document: 'Documents',
      pilot: 'Trying it together',
    },
    directions: { offer: 'Offers', seek: 'Seeks' },
    ownDirections: { offer: 'I offer', seek: 'I seek' },
    offerStates: { open: 'Open', matched: 'Found', closed: 'Closed' },
    availabilities: {
      open: 'Open to requests',
      limited: 'Little time, requests are possible',
      paused: 'No requests at present',
    },
    audiences: {
      self: 'Only me',
      unit: 'My unit',
      organisation: 'My administration',
      network: 'The network',
      public: 'Everybody',
    },
    contributions: {
      idea: 'Idea',
      patron: 'Patronage',
      practice: 'Proven practice',
      event: 'Event',
      session: 'Session',
      impulse: 'Impulse',
      circle: 'Learning circle',
    },
    fits: (reasons) => `A match for you: ${reasons}`,
    reasons: {
      'seeks-yours': what('seeks what you offer'),
      'offers-yours': what('offers what you seek'),
      shared: what('the same topic'),
      broader: what('a related topic'),
      near: () => 'a similar administration, or near you',
      elsewhere: () => 'from another administration',
    },
  },
};
