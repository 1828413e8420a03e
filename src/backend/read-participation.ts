import {
  COMMENT_KINDS,
  COMMENT_STATES,
  HELP_STATES,
  REACTIONS,
  SUPPORT_LEVELS,
  type HelpOffer,
  type IdeaComment,
  type IdeaSupport,
  type Reaction,
} from '../model/idea-participation.ts';
import { HELP_KINDS, HELP_SIZES } from '../model/idea.ts';
import { count, few, textUpTo } from './read-limits.ts';
import { flag, oneOf, org, person, shape, text, type Fields, type Raw, type ReadOptions } from './read-shape.ts';
import { time } from './read-time.ts';

/** What people do with an idea, as a source sends it. Each reader throws `TypeError` where what makes the thing is missing. */

const MANY = 200;
const paragraph = textUpTo(5000);

const support = shape<IdeaSupport>({ level: oneOf(...SUPPORT_LEVELS), person, org, note: paragraph, at: time }, [
  'level',
  'at',
]);

/** @throws {TypeError} without level or time */
export function readSupport(raw: Raw, options: ReadOptions): IdeaSupport {
  const read = support(raw, options);
  if (!read) throw new TypeError('no level or time');
  return read;
}

const HELP: Fields<HelpOffer> = {
  id: text,
  ideaId: text,
  kinds: few(MANY, oneOf(...HELP_KINDS)),
  hours: oneOf(...HELP_SIZES),
  text: paragraph,
  person,
  state: oneOf(...HELP_STATES),
  thanks: paragraph,
  createdAt: time,
  can: few(MANY, text),
};
const helpOffer = shape<HelpOffer>(HELP, ['id', 'ideaId', 'kinds', 'state', 'createdAt']);

/** @throws {TypeError} without id, idea, kinds, state or time */
export function readHelpOffer(raw: Raw, options: ReadOptions): HelpOffer {
  const read = helpOffer(raw, options);
  if (!read) throw new TypeError('no id, idea, kinds, state or time');
  return { ...read, can: read.can ?? [] };
}

const reaction = oneOf(...REACTIONS);

const COMMENT: Fields<IdeaComment> = {
  id: text,
  ideaId: text,
  parentId: text,
  kind: oneOf(...COMMENT_KINDS),
  body: textUpTo(20_000),
  author: person,
  anonymous: flag,
  state: oneOf(...COMMENT_STATES),
  reason: paragraph,
  mentions: few(MANY, person),
  reactions: shape<Partial<Record<Reaction, number>>>({ thanks: count, insight: count, heart: count }),
  me: shape<NonNullable<IdeaComment['me']>>({ reactions: few(MANY, reaction) }),
  createdAt: time,
  editedAt: time,
  etag: text,
  can: few(MANY, text),
};
const comment = shape<IdeaComment>(COMMENT, ['id', 'ideaId', 'createdAt']);

/** @throws {TypeError} without id, idea or time */
export function readComment(raw: Raw, options: ReadOptions): IdeaComment {
  const read = comment(raw, options);
  if (!read) throw new TypeError('no id, idea or time');
  return {
    ...read,
    kind: read.kind ?? 'comment',
    // What says nothing of itself is not shown as if a moderator had looked at it.
    state: read.state ?? (read.body ? 'visible' : 'removed'),
    body: read.body ?? '',
    can: read.can ?? [],
  };
}
