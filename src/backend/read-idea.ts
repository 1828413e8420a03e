import type { PersonRef } from '../model/common.ts';
import { SUPPORT_LEVELS, SUPPORT_SHOWN } from '../model/idea-participation.ts';
import {
  HELP_KINDS,
  IDEA_REACHES,
  IDEA_STAGES,
  TRIAL_RESULTS,
  type Attachment,
  type HistoryEntry,
  type Idea,
  type IdeaAnswer,
  type IdeaCounts,
  type IdeaMe,
  type IdeaPlace,
  type IdeaRef,
  type IdeaStage,
  type Indicator,
  type Need,
  type PendingStep,
  type Practice,
  type SimilarItem,
  type Trial,
} from '../model/idea.ts';
import { isPlainDate } from '../model/plain-date.ts';
import { count, few, textUpTo } from './read-limits.ts';
import {
  address,
  flag,
  number,
  oneOf,
  org,
  person,
  readFields,
  shape,
  sourceRef,
  text,
  topic,
  visibility,
  type Fields,
  type Mutable,
  type Raw,
  type ReadOptions,
  type Reader,
} from './read-shape.ts';
import { time } from './read-time.ts';

/** What a list of one idea may hold at most; a source that sends more is not believed. */
const MANY = 200;
const HISTORY = 2000;
const line = textUpTo(500);
const paragraph = textUpTo(5000);
const article = textUpTo(100_000);

const NO_COUNTS: IdeaCounts = {
  supports: 0,
  usefulHere: 0,
  joins: 0,
  comments: 0,
  helpOffers: 0,
  followers: 0,
  adoptions: 0,
};

/**
 * An idea in the names of the model, as a static file or a hub sends it. Fields of a wrong type are left out; a stage
 * that is none of ours is kept as the source's own word, and the idea counts as open.
 * @throws {TypeError} when id or title are not there
 */
export function readIdea(raw: Raw, options: ReadOptions): Idea {
  const id = textUpTo(300)(raw.id, options);
  const title = line(raw.title, options);
  if (!id) throw new TypeError('no id');
  if (!title) throw new TypeError('no title');
  const idea: Mutable<Idea> = {
    id,
    title,
    summary: '',
    authors: [],
    orgs: [],
    topics: [],
    tags: [],
    needs: [],
    attachments: [],
    can: [],
    counts: NO_COUNTS,
    ...readStage(raw, options),
  };
  readFields(raw, IDEA, options, idea);
  const practice = readPractice(raw.practice, options, idea.authors);
  if (practice) idea.practice = practice;
  return idea;
}

/** The stage and, where it is not one of ours, the source's word for it. */
function readStage(raw: Raw, options: ReadOptions): Pick<Idea, 'stage' | 'stageLabel'> {
  const known = stage(raw.stage, options);
  const label = line(raw.stageLabel, options) ?? (known ? undefined : line(raw.stage, options));
  return { stage: known ?? 'open', ...(label ? { stageLabel: label } : {}) };
}

/** Whom to ask is part of a practice; where nobody is named it is who had the idea. */
function readPractice(value: unknown, options: ReadOptions, authors: readonly PersonRef[]): Practice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const contact = person((value as Raw).contact, options) ?? authors[0];
  return contact && { checklist: [], ...readFields(value as Raw, PRACTICE, options, {}), contact };
}

/**
 * Something like what is being written.
 * @throws {TypeError} when id, title or kind are not there
 */
export function readSimilar(raw: Raw, options: ReadOptions): SimilarItem {
  const item = similar(raw, options);
  if (!item) throw new TypeError('no kind, id or title');
  return item;
}

const stage = oneOf<IdeaStage>(...IDEA_STAGES);

const day: Reader<string> = (value) => {
  const date = typeof value === 'string' ? value.slice(0, 10) : '';
  return isPlainDate(date) ? date : undefined;
};

const within =
  (most: number): Reader<number> =>
  (value, options) => {
    const degrees = number(value, options);
    return degrees !== undefined && Math.abs(degrees) <= most ? degrees : undefined;
  };

const ideaRef = shape<IdeaRef>({ id: text, title: line, stage, org }, ['id', 'title']);

export const attachment: Reader<Attachment> = (value, options) => {
  const read = shape<Partial<Attachment>>(
    {
      id: text,
      url: address,
      mediaType: textUpTo(100),
      fileName: line,
      bytes: count,
      width: count,
      height: count,
      alt: line,
    },
    ['url', 'mediaType'],
  )(value, options) as (Partial<Attachment> & Pick<Attachment, 'url' | 'mediaType'>) | undefined;
  if (!read) return undefined;
  return { id: read.url, fileName: new URL(read.url).pathname.split('/').at(-1) ?? '', bytes: 0, ...read };
};

const TRIAL: Fields<Trial> = {
  hypothesis: paragraph,
  place: line,
  start: day,
  end: day,
  indicators: few(20, shape<Indicator>({ name: line, unit: textUpTo(50), before: number, after: number }, ['name'])),
  result: oneOf(...TRIAL_RESULTS),
  learned: paragraph,
};
const trial: Reader<Trial> = (value, options) => {
  const read = shape<Trial>(TRIAL, ['start', 'end'])(value, options);
  return (
    read && { ...read, hypothesis: read.hypothesis ?? '', place: read.place ?? '', indicators: read.indicators ?? [] }
  );
};

const PRACTICE: Fields<Omit<Practice, 'contact'>> = {
  url: address,
  postId: text,
  checklist: few(MANY, line),
  effort: paragraph,
  legalBasis: paragraph,
  cost: paragraph,
  licence: line,
};

const COUNTS: Fields<IdeaCounts> = {
  supports: count,
  usefulHere: count,
  joins: count,
  comments: count,
  helpOffers: count,
  followers: count,
  adoptions: count,
};

const IDEA: Fields<Omit<Idea, 'id' | 'title' | 'stage' | 'stageLabel' | 'practice'>> = {
  summary: paragraph,
  body: article,
  problem: article,
  benefitFor: article,
  firstStep: article,
  reach: oneOf(...IDEA_REACHES),
  authors: few(MANY, person),
  anonymous: flag,
  orgs: few(MANY, org),
  unit: line,
  topics: few(MANY, topic),
  tags: few(MANY, line),
  needs: few(MANY, shape<Need>({ kind: oneOf(...HELP_KINDS), text: line, filledBy: person }, ['kind'], 'kind')),
  place: shape<IdeaPlace>({ name: line, lat: within(90), lon: within(180), ags: textUpTo(12) }, ['name'], 'name'),
  attachments: few(MANY, attachment),
  counts: (value, options) => ({ ...NO_COUNTS, ...shape<Partial<IdeaCounts>>(COUNTS)(value, options) }),
  me: shape<IdeaMe>({
    support: shape<NonNullable<IdeaMe['support']>>(
      { level: oneOf(...SUPPORT_LEVELS), shown: oneOf(...SUPPORT_SHOWN), note: line },
      ['level', 'shown'],
    ),
    following: flag,
    author: flag,
    offered: flag,
  }),
  patron: person,
  team: few(MANY, person),
  usefulTo: few(MANY, org),
  answer: shape<IdeaAnswer>({ text: article, by: person, at: time, promisedFor: day }, ['text', 'by', 'at']),
  trial,
  pastTrials: few(MANY, trial),
  adoption: shape<{ contact: string; effort: string }>({ contact: line, effort: paragraph }, ['contact', 'effort']),
  links: shape<NonNullable<Idea['links']>>({
    mergedInto: ideaRef,
    adaptedFrom: ideaRef,
    adaptations: few(MANY, ideaRef),
    merged: few(MANY, ideaRef),
    eventId: text,
    related: few(MANY, ideaRef),
  }),
  pending: shape<PendingStep>(
    { to: oneOf('merged', 'adopted'), at: time, by: person, into: ideaRef, reason: paragraph },
    ['to', 'at'],
  ),
  mergeRequests: few(MANY, ideaRef),
  question: paragraph,
  reason: paragraph,
  history: few(
    HISTORY,
    shape<HistoryEntry>({ at: time, by: person, action: line, from: stage, to: stage, note: paragraph }, [
      'at',
      'action',
    ]),
  ),
  reports: count,
  url: address,
  source: sourceRef,
  etag: text,
  lang: textUpTo(40),
  visibility,
  createdAt: time,
  updatedAt: time,
  activeAt: time,
  can: few(MANY, text),
};

const similar = shape<SimilarItem>(
  {
    kind: oneOf('idea', 'practice', 'event', 'peer'),
    id: text,
    title: line,
    summary: paragraph,
    stage,
    org: org,
    start: (value, options) => (typeof value === 'string' && isPlainDate(value) ? value : time(value, options)),
    url: address,
  },
  ['kind', 'id', 'title'],
);
