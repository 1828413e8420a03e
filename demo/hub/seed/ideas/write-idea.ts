import type { Insertable } from 'kysely';
import type { Trial } from '../../../../src/model/idea.ts';
import { addDays, DAY_MS } from '../../../../src/model/plain-date.ts';
import { plainDateAt } from '../../../../src/model/time-zone.ts';
import type { HubTransaction } from '../../database/database.ts';
import { insertIdea, saveIdea, type NewIdea } from '../../ideas/idea-store.ts';
import type { IdeaDocument, IdeaHistoryTable, KeptPending } from '../../ideas/idea-tables.ts';
import { recountIdea } from '../../participation/idea-counts.ts';
import type {
  CommentReactionTable,
  HelpOfferTable,
  IdeaCommentTable,
  IdeaSupportTable,
} from '../../participation/participation-tables.ts';
import type { SeedComment, SeedIdea, SeedTrial } from './seed-idea.ts';

const ZONE = 'Europe/Berlin';

/** Where seed ideas are put: the time that counts as now, and the ids and homes of people by their keys. */
export interface SeedPlace {
  readonly now: number;
  readonly person: (key: string) => string;
  readonly homeOf: (key: string) => string | null;
}

export const seedIdeaId = (key: string): string => `demo-idea-${key}`;

/** So many days ago, at a time of day of its own, and never in the future. */
export function timeAgo(now: number, days: number, salt: string): Date {
  let hash = 7;
  for (const character of salt) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return new Date(now - days * DAY_MS - (hash % 400) * 60_000 - 60_000);
}

function trialOf(trial: SeedTrial, today: string): Trial {
  const { from, until, indicators = [], ...rest } = trial;
  return { ...rest, indicators, start: addDays(today, from), end: addDays(today, until) };
}

function documentOf(idea: SeedIdea, place: SeedPlace): IdeaDocument {
  const { summary, body, problem, benefitFor, firstStep, tags = [], needs = [], answer, trial, pastTrials } = idea;
  const today = plainDateAt(ZONE, place.now);
  const { adoption, practice, changes } = idea;
  return {
    summary,
    ...(body !== undefined && { body }),
    ...(problem !== undefined && { problem }),
    ...(benefitFor !== undefined && { benefitFor }),
    ...(firstStep !== undefined && { firstStep }),
    tags,
    needs: needs.map(({ filledBy, ...need }) => ({ ...need, ...(filledBy && { filledBy: place.person(filledBy) }) })),
    ...(idea.place !== undefined && { place: { name: idea.place } }),
    attachmentIds: [],
    lang: 'de',
    ...(answer && {
      answer: {
        text: answer.text,
        by: place.person(answer.by),
        at: timeAgo(place.now, answer.ago, answer.text).toISOString(),
        ...(answer.promisedIn !== undefined && { promisedFor: addDays(today, answer.promisedIn) }),
      },
    }),
    ...(trial && { trial: trialOf(trial, today) }),
    ...(pastTrials && { pastTrials: pastTrials.map((each) => trialOf(each, today)) }),
    ...(adoption && { adoption }),
    ...(practice && { practice: { ...practice, contact: place.person(practice.contact) } }),
    ...(changes !== undefined && { changes }),
  };
}

function pendingOf(idea: SeedIdea, place: SeedPlace): KeptPending | null {
  const { asksForAdoption: asks, authors } = idea;
  if (!asks) return null;
  const { ago, ...adoption } = asks;
  return {
    to: 'adopted',
    at: timeAgo(place.now, ago, idea.key).toISOString(),
    by: authors[0] === undefined ? null : place.person(authors[0]),
    adoption,
  };
}

type HistoryRow = Insertable<IdeaHistoryTable>;

function historyOf(idea: SeedIdea, place: SeedPlace): HistoryRow[] {
  const ideaId = seedIdeaId(idea.key);
  const author = idea.authors[0] === undefined ? null : place.person(idea.authors[0]);
  const first = idea.adaptedFrom ? 'take-over' : 'create';
  const lines = idea.way.map(({ to, ago, by, note }, index): HistoryRow => ({
    ideaId,
    at: timeAgo(place.now, ago, `${idea.key}${index}`),
    personId: by === undefined ? author : by === null ? null : place.person(by),
    action: index === 0 ? first : to === 'transfer' ? 'take-over' : 'transition',
    // Who takes it over as the second finds it in transfer already.
    fromStage: idea.way[index - 1]?.to === to ? null : (idea.way[index - 1]?.to ?? null),
    toStage: idea.way[index - 1]?.to === to ? null : to,
    note: note ?? (index === 0 ? (idea.changes ?? null) : null),
  }));
  const created = { personId: author, fromStage: null, note: null };
  const rows: HistoryRow[] =
    lines.length > 0
      ? lines
      : [{ ...created, ideaId, at: timeAgo(place.now, idea.begun, idea.key), action: first, toStage: 'draft' }];
  if (idea.asksForAdoption) {
    const at = timeAgo(place.now, idea.asksForAdoption.ago, idea.key);
    rows.push({
      ideaId,
      at,
      personId: author,
      action: 'adoption-asked',
      fromStage: null,
      toStage: null,
      note: null,
    });
  }
  return rows;
}

function supportsOf({ key, supports = [], begun }: SeedIdea, place: SeedPlace): Insertable<IdeaSupportTable>[] {
  return supports.map(({ by, level, shown = 'name', note }, index) => ({
    ideaId: seedIdeaId(key),
    personId: place.person(by),
    orgId: place.homeOf(by),
    level,
    shown,
    note: note ?? null,
    at: timeAgo(place.now, (begun * (index + 1)) / (supports.length + 2), by),
  }));
}

function helpOf({ key, help = [] }: SeedIdea, place: SeedPlace): Insertable<HelpOfferTable>[] {
  return help.map(({ by, ago, kinds, hours, text, state = 'offered', thanks }, index) => {
    const at = timeAgo(place.now, ago, `${by}${text}`);
    return {
      id: `demo-help-${key}-${index + 1}`,
      ideaId: seedIdeaId(key),
      personId: place.person(by),
      kinds: [...kinds],
      hours: hours ?? null,
      text: text ?? null,
      state,
      thanks: thanks ?? null,
      createdAt: at,
      updatedAt: at,
    };
  });
}

interface Talk {
  readonly comments: Insertable<IdeaCommentTable>[];
  readonly reactions: Insertable<CommentReactionTable>[];
}

function talkOf({ key, comments = [] }: SeedIdea, place: SeedPlace): Talk {
  const reactions: Insertable<CommentReactionTable>[] = [];
  const row = (comment: Omit<SeedComment, 'replies'>, id: string, parentId: string | null) => {
    for (const [person, reaction] of comment.reactions ?? []) {
      reactions.push({ commentId: id, personId: place.person(person), reaction });
    }
    // Answers come after what they answer, also within a day.
    const at = timeAgo(place.now, comment.ago, parentId ?? id).getTime() + (parentId ? 30_000 : 0);
    return {
      id,
      ideaId: seedIdeaId(key),
      parentId,
      personId: place.person(comment.by),
      kind: comment.kind ?? 'comment',
      body: comment.text,
      state: comment.hidden === undefined ? 'visible' : 'hidden',
      reason: comment.hidden ?? null,
      createdAt: new Date(at),
      editedAt: null,
    };
  };
  const rows = comments.flatMap((comment, index) => {
    const id = `demo-comment-${key}-${index + 1}`;
    const replies = (comment.replies ?? []).map((reply, at) => row(reply, `${id}-${at + 1}`, id));
    return [row(comment, id, null), ...replies];
  });
  return { comments: rows, reactions };
}

/** How many days ago something happened to it for the last time. */
function lastActive({ begun, way, comments = [], help = [], answer, asksForAdoption }: SeedIdea): number {
  const said = comments.flatMap((comment) => [comment, ...(comment.replies ?? [])]);
  const days = [...way, ...said, ...help, ...(answer ? [answer] : []), ...(asksForAdoption ? [asksForAdoption] : [])];
  return Math.min(begun, ...days.map(({ ago }) => ago));
}

function newIdeaOf(idea: SeedIdea, place: SeedPlace, adoptions: number): NewIdea {
  const { key, title, org, reach, authors, topics = [], way } = idea;
  const authorIds = authors.map(place.person);
  const released = way.find(({ to }) => to === 'open' || to === 'trying');
  return {
    id: seedIdeaId(key),
    stage: way.at(-1)?.to ?? 'draft',
    reach,
    orgId: org,
    unit: idea.unit ?? null,
    createdBy: authorIds[0] ?? null,
    anonymous: authors.length === 0,
    secretHash: null,
    authorIds,
    orgIds: [org, ...(idea.with ?? [])],
    topicIds: [...topics],
    title,
    document: documentOf(idea, place),
    patronId: idea.patron === undefined ? null : place.person(idea.patron),
    question: idea.question ?? null,
    reason: idea.reason ?? null,
    mergedInto: idea.mergedInto === undefined ? null : seedIdeaId(idea.mergedInto),
    adaptedFrom: idea.adaptedFrom === undefined ? null : seedIdeaId(idea.adaptedFrom),
    adoptions,
    releasedAt: released ? timeAgo(place.now, released.ago, key) : null,
    remindedAt: null,
  };
}

const activeAt = (idea: SeedIdea, { now }: SeedPlace): number => timeAgo(now, lastActive(idea), idea.key).getTime();

/** Writes ideas with everything that people have done with them: a table at a time, for a quick start. */
export async function writeSeedIdeas(
  transaction: HubTransaction,
  ideas: readonly SeedIdea[],
  place: SeedPlace,
): Promise<void> {
  for (const idea of ideas) {
    const adoptions = ideas.filter(({ adaptedFrom }) => adaptedFrom === idea.key).length;
    const begun = timeAgo(place.now, idea.begun, idea.key).getTime();
    const row = await insertIdea(transaction, newIdeaOf(idea, place, adoptions), begun);
    const pending = pendingOf(idea, place);
    if (pending) await saveIdea(transaction, row, { pending }, activeAt(idea, place));
  }
  const talks = ideas.map((idea) => talkOf(idea, place));
  const follows = ideas.flatMap(({ key, followers = [] }) =>
    followers.map((by) => ({ ideaId: seedIdeaId(key), personId: place.person(by) })),
  );
  const rowsOf = <T>(rows: (idea: SeedIdea, place: SeedPlace) => T[]): T[] =>
    ideas.flatMap((idea) => rows(idea, place));
  await transaction.insertInto('ideaHistory').values(rowsOf(historyOf)).execute();
  await transaction.insertInto('ideaSupport').values(rowsOf(supportsOf)).execute();
  await transaction.insertInto('ideaFollow').values(follows).execute();
  await transaction.insertInto('helpOffer').values(rowsOf(helpOf)).execute();
  await transaction
    .insertInto('ideaComment')
    .values(talks.flatMap(({ comments }) => comments))
    .execute();
  await transaction
    .insertInto('commentReaction')
    .values(talks.flatMap(({ reactions }) => reactions))
    .execute();
  for (const idea of ideas) {
    await recountIdea(transaction, seedIdeaId(idea.key), activeAt(idea, place), { active: true });
  }
}
