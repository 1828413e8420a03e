import type { IdeaBoardMessages } from '../de/idea-board.ts';
import { en as ideas } from './ideas.ts';

const number = (count: number): string => (count === 1 ? '1 idea' : `${count.toLocaleString('en-GB')} ideas`);

/** English for the board of ideas. */
export const en: IdeaBoardMessages = {
  ...ideas,
  board: {
    title: 'Ideas',
    view: 'View',
    views: { list: 'List', board: 'Board' },
    search: 'Search ideas',
    sort: 'Order',
    sorts: {
      active: 'Latest activity',
      new: 'Newest first',
      support: 'Most needed',
      'needs-help': 'Without help so far',
    },
    filters: 'Filters',
    filterIdeas: 'Filter ideas',
    facets: { stage: 'Stage', topic: 'Topic', org: 'Administration', reach: 'Reach', need: 'Help wanted' },
    allValues: (label) => `Show more: ${label}`,
    reset: 'Reset filters',
    scope: 'Which ideas',
    scopes: { all: 'All', author: 'My ideas', following: 'Those I follow', queue: 'To review' },
    count: (label, count) => `${label} (${count.toLocaleString('en-GB')})`,
    ideas: number,
    found: (count) => (count === 0 ? 'No idea found' : `${number(count)} found`),
    fresh: (count) => (count === 1 ? 'Show 1 new idea' : `Show ${count} new ideas`),
    empty: {
      all: 'There are no ideas here yet.',
      author: 'You have not submitted an idea yet.',
      following: 'You do not follow an idea yet.',
      queue: 'There is nothing to review at the moment.',
      filtered: 'There are no ideas for this choice.',
    },
    signIn: 'Sign in',
    news: (unread) => (unread === 0 ? 'New for you' : `New for you (${unread})`),
    newsLabel: (unread) => (unread === 0 ? 'New for you' : `New for you, ${unread} unread`),
    sameProblem: (count) =>
      count === 1 ? '1 administration has the same problem' : `${count} administrations have the same problem`,
    helpWanted: (count, kinds) => (count === 1 ? `Help wanted: ${kinds}` : `${count} kinds of help wanted: ${kinds}`),
    mySupport: (level) => `You: ${level}`,
    waits: {
      submitted: 'New: waits for release',
      returned: 'Question asked',
      pending: 'Waits for consent',
      reports: (count) => (count === 1 ? '1 report' : `${count} reports`),
      comment: 'A comment waits for release',
    },
    stageEmpty: 'No ideas',
    sideStages: 'Also ideas that rest or have ended',
    stage: 'Stage',
    move: 'Move to …',
    moveIdea: (title) => `Move “${title}” to …`,
    moveTitle: (stage) => `Next stage: ${stage}`,
    moving: (title) => `Moving “${title}” …`,
    moved: (title, stage) => `“${title}” is now in: ${stage}`,
    movePending: (title, stage) => `“${title}” waits for consent to: ${stage}`,
    notMoved: (title, why) => `“${title}” stays where it was. ${why}`,
    notAllowed: 'This step is not open to you here.',
    back: 'Back to the ideas',
    ideaLoading: 'The idea is being loaded.',
    ideaMissing: 'This idea cannot be seen here. It may be shown to others only, or have been withdrawn.',
  },
};
