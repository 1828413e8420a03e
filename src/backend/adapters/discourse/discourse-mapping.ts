import { foldText } from '../../../model/fold-text.ts';
import { IDEA_STAGES, type Idea, type IdeaStage } from '../../../model/idea.ts';
import { plainParagraphs, plainText, summaryOf } from '../../foreign-text.ts';
import { readIdea } from '../../read-idea.ts';
import type { Raw } from '../../read-shape.ts';
import type { DiscoursePost, DiscourseTopic, DiscourseUser } from './discourse-schema.ts';

/** Tags that say where an idea stands, beside the names of the stages themselves; folded, words joined by hyphens. */
const STAGE_TAGS: Readonly<Record<string, IdeaStage>> = {
  eingereicht: 'submitted',
  offen: 'open',
  'sucht-unterstutzung': 'open',
  geplant: 'teaming',
  planned: 'teaming',
  'team-bildet-sich': 'teaming',
  'in-arbeit': 'trying',
  started: 'trying',
  'wird-ausprobiert': 'trying',
  erprobung: 'trying',
  ausgewertet: 'evaluated',
  umgesetzt: 'adopted',
  completed: 'adopted',
  implemented: 'adopted',
  'im-alltag': 'adopted',
  'im-alltag-angekommen': 'adopted',
  'praxis-dokumentiert': 'documented',
  dokumentiert: 'documented',
  'wird-ubernommen': 'transfer',
  ruht: 'parked',
  beendet: 'stopped',
  'nicht-weiterverfolgt': 'declined',
  abgelehnt: 'declined',
  rejected: 'declined',
  zusammengefuhrt: 'merged',
  duplicate: 'merged',
  zuruckgezogen: 'withdrawn',
};
/** A tag that is meant as a stage, whatever it says. */
const STAGE_PREFIX = /^(?:stage|status|stufe)[-_]+(.+)$/;

export interface DiscourseNames {
  /** Address of the forum, with a slash at the end. */
  readonly base: string;
  /** What comes before a topic's number in an id, so that ids of several forums can stand in one board. */
  readonly prefix: string;
}

/** @throws {TypeError} when there is no number or no title */
export function toIdea(
  topic: DiscourseTopic,
  users: ReadonlyMap<unknown, DiscourseUser>,
  { base, prefix }: DiscourseNames,
): Idea {
  if (!Number.isSafeInteger(topic.id)) throw new TypeError('no id');
  const number = String(topic.id);
  const first = asList(topic.post_stream?.posts)[0] as DiscoursePost | undefined;
  const [poster] = asList(topic.posters) as readonly { readonly user_id?: unknown }[];
  const author = first ?? (poster && users.get(poster.user_id));
  const body = plainParagraphs(first?.cooked);
  const tags = tagsOf(topic.tags);
  const stageTag = tags.find((tag) => stageOf(tag) !== undefined);
  const slug = typeof topic.slug === 'string' && topic.slug ? `${encodeURIComponent(topic.slug)}/` : '';
  return readIdea(
    {
      id: prefix + number,
      title: topic.title,
      summary: summaryOf(plainText(topic.excerpt) || body),
      ...(body ? { body } : {}),
      stage: stageTag ? stageOf(stageTag) : topic.archived === true ? 'parked' : 'open',
      tags: tags.filter((tag) => tag !== stageTag),
      authors: author ? [nameOf(author)] : [],
      counts: {
        supports: topic.vote_count ?? topic.op_like_count,
        comments: typeof topic.posts_count === 'number' ? Math.max(0, topic.posts_count - 1) : 0,
      },
      url: `${base}t/${slug}${number}`,
      createdAt: topic.created_at,
      updatedAt: topic.bumped_at,
      activeAt: topic.last_posted_at ?? topic.bumped_at,
    } satisfies Raw,
    { timeZone: 'UTC', base },
  );
}

/** Our stage, or the tag's own word where it is meant as one; undefined for tags of another matter. */
function stageOf(tag: string): string | undefined {
  const folded = foldText(tag).replace(/[\s_]+/g, '-');
  const named = STAGE_PREFIX.exec(folded)?.[1];
  const word = named ?? folded;
  if ((IDEA_STAGES as readonly string[]).includes(word)) return word;
  return STAGE_TAGS[word] ?? (named === undefined ? undefined : (STAGE_PREFIX.exec(tag.toLowerCase())?.[1] ?? named));
}

/** Names only: pictures may lie with a third party, which would learn who reads. */
const nameOf = ({ name, username }: DiscourseUser): string =>
  typeof name === 'string' && name ? name : typeof username === 'string' ? username : '';

const tagsOf = (value: unknown): readonly string[] =>
  (value instanceof Array ? (value as readonly unknown[]) : []).flatMap((tag) => {
    const name = typeof tag === 'object' && tag !== null ? (tag as { name?: unknown }).name : tag;
    return typeof name === 'string' && name ? [name] : [];
  });

const asList = (value: unknown): readonly object[] =>
  value instanceof Array ? value.filter((each): each is object => typeof each === 'object' && each !== null) : [];
