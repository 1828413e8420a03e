import type { Insertable } from 'kysely';
import type { Trial } from '../../../../src/model/idea.ts';
import { addDays, DAY_MS } from '../../../../src/model/plain-date.ts';
import { plainDateAt } from '../../../../src/model/time-zone.ts';
import type { HubTransaction } from '../../database/database.ts';
import { insertIdea, saveIdea } from '../../ideas/idea-store.ts';
import type { IdeaDocument, IdeaHistoryTable, KeptPending } from '../../ideas/idea-tables.ts';
import { recountIdea } from '../../participation/idea-counts.ts';
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

async function writeHistory(transaction: HubTransaction, idea: SeedIdea, place: SeedPlace): Promise<void> {
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
  await transaction.insertInto('ideaHistory').values(rows).execute();
}

async function writePartaking(transaction: HubTransaction, idea: SeedIdea, place: SeedPlace): Promise<void> {
  const ideaId = seedIdeaId(idea.key);
  const { supports = [], followers = [], help = [], begun } = idea;
  if (supports.length > 0) {
    await transaction
      .insertInto('ideaSupport')
      .values(
        supports.map(({ by, level, shown = 'name', note }, index) => ({
          ideaId,
          personId: place.person(by),
          orgId: place.homeOf(by),
          level,
          shown,
          note: note ?? null,
          at: timeAgo(place.now, (begun * (index + 1)) / (supports.length + 2), by),
        })),
      )
      .execute();
  }
  if (followers.length > 0) {
    await transaction
      .insertInto('ideaFollow')
      .values(followers.map((by) => ({ ideaId, personId: place.person(by) })))
      .execute();
  }
  if (help.length === 0) return;
  await transaction
    .insertInto('helpOffer')
    .values(
      help.map(({ by, ago, kinds, hours, text, state = 'offered', thanks }, index) => {
        const at = timeAgo(place.now, ago, `${by}${text}`);
        return {
          id: `demo-help-${idea.key}-${index + 1}`,
          ideaId,
          personId: place.person(by),
          kinds: [...kinds],
          hours: hours ?? null,
          text: text ?? null,
          state,
          thanks: thanks ?? null,
          createdAt: at,
          updatedAt: at,
        };
      }),
    )
    .execute();
}

async function writeComments(transaction: HubTransaction, idea: SeedIdea, place: SeedPlace): Promise<void> {
  const { comments = [], key } = idea;
  if (comments.length === 0) return;
  const reactions: { commentId: string; personId: string; reaction: string }[] = [];
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
  await transaction.insertInto('ideaComment').values(rows).execute();
  if (reactions.length > 0) await transaction.insertInto('commentReaction').values(reactions).execute();
}

/** How many days ago something happened to it for the last time. */
function lastActive({ begun, way, comments = [], help = [], answer, asksForAdoption }: SeedIdea): number {
  const said = comments.flatMap((comment) => [comment, ...(comment.replies ?? [])]);
  const days = [...way, ...said, ...help, ...(answer ? [answer] : []), ...(asksForAdoption ? [asksForAdoption] : [])];
  return Math.min(begun, ...days.map(({ ago }) => ago));
}

/** Writes one idea with everything that people have done with it. */
export async function writeSeedIdea(
  transaction: HubTransaction,
  idea: SeedIdea,
  place: SeedPlace,
  adoptions: number,
): Promise<void> {
  const { key, title, org, reach, authors, topics = [], way, begun } = idea;
  const authorIds = authors.map(place.person);
  const released = way.find(({ to }) => to === 'open' || to === 'trying');
  const row = await insertIdea(
    transaction,
    {
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
    },
    timeAgo(place.now, begun, key).getTime(),
  );
  await writeHistory(transaction, idea, place);
  await writePartaking(transaction, idea, place);
  await writeComments(transaction, idea, place);
  const active = timeAgo(place.now, lastActive(idea), key).getTime();
  await saveIdea(transaction, row, { pending: pendingOf(idea, place) }, active);
  await recountIdea(transaction, row.id, active, { active: false });
}
