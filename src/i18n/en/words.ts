import type { Messages } from '../de/words.ts';

export const en: Messages = {
  lang: 'en',
  common: {
    close: 'Close',
    retry: 'Try again',
    reload: 'Reload the page',
    showMore: 'Show more',
    forEditors: 'For editors of this page',
    asOf: (time) => `As of ${time}`,
    openInNewTab: 'opens in a new window',
  },
  status: {
    waiting: 'It is not yet set where the contents come from.',
    waitingForEditors:
      'Give this element the attribute src with the address of the source, or put it into a vr-backend.',
    loading: 'Loading',
    slow: 'The source is slow to answer. We keep waiting.',
    limited: 'Some entries may be missing for this period.',
    stale: 'These details could not be refreshed.',
    partly: (count) => (count === 1 ? 'One source cannot be reached.' : `${count} sources cannot be reached.`),
    partlyOf: (names) => `Cannot be reached: ${names}.`,
    unreadable: (count) => (count === 1 ? 'One entry could not be read.' : `${count} entries could not be read.`),
  },
  failure: {
    offline: 'Your device is not connected to the network. We load again as soon as it is.',
    timeout: 'The source does not answer. We keep trying.',
    denied: 'These contents can only be seen after signing in.',
    missing: 'These contents cannot be found at the given place. Please tell the editors of this page.',
    invalid: 'These contents cannot be read. Please tell the editors of this page.',
    blocked: 'Your browser may not load these contents here. Please tell the editors of this page.',
    busy: 'The source is busy. We will try again in a moment.',
    unsupported: 'The source cannot do that. Please tell the editors of this page.',
    conflict: 'Somebody else has changed this in the meantime. Load again and retry.',
    unknown: 'The contents could not be loaded. We keep trying.',
  },
  filter: {
    label: 'Filters',
    search: 'Search',
    all: 'All',
    reset: 'Reset filters',
    option: (label, count) => `${label} (${count})`,
  },
};
