import type { PeerProfileMessages } from '../de/peer-profile.ts';
import { en as common } from './words.ts';

/** English for the frame of the own entry. */
export const en: PeerProfileMessages = {
  ...common,
  profile: {
    title: 'My entry',
    loading: 'Loading your entry',
    signIn: 'Sign in',
    signedOut:
      'People in the directory are found: by what they know, seek and offer. You decide field by field who sees it. Sign in to write or change your entry.',
    signInFailed: 'Signing in did not work. Please try again.',
    noSignIn: 'You see your entry as soon as you are signed in on this page.',
    unsupported: 'This source has no entries of people’s own.',
    again: { removed: 'Begin again', refused: 'To my data' },
    ended: {
      removed: {
        title: 'Your entry is deleted',
        text: 'Nobody finds you in the directory any more; your picture and your offers are gone. Your account stays. If you would like to be back, begin again.',
      },
      refused: {
        title: 'Your entry is deleted and will not come back',
        text: 'What was entered about you is deleted. We only keep a check value so that the next import does not enter you again. Your account stays until you delete it.',
      },
      erased: {
        title: 'Everything about you is deleted',
        text: 'Your account and your entry are deleted, you are signed out. Nothing of yours is left on this device. Thank you for everything you have contributed.',
      },
    },
  },
};
