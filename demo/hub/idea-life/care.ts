import { sql } from 'kysely';
import { Type } from 'typebox';
import { PARK_AFTER_DAYS, REMIND_AFTER_DAYS, WAITING_STAGES } from '../../../src/model/idea-life.ts';
import { addDays, DAY_MS } from '../../../src/model/plain-date.ts';
import { plainDateAt } from '../../../src/model/time-zone.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import type { IdeaRow } from '../ideas/idea-rules.ts';
import { addHistory, IDEAS_TOPIC, saveIdea } from '../ideas/idea-store.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { notify } from '../notifications/notify.ts';
import { announce } from '../webhooks/webhooks.ts';
import { organisersOf, partakersOf, teamOf } from './idea-people.ts';

const CHUNK = 100;
/** Days before its end that a trial is spoken of. */
const TRIAL_NEAR_DAYS = 7;
/** Days after a promised day that the promise is spoken of again, once. */
const PROMISE_AGAIN_DAYS = 14;

const PARKED: Readonly<Record<'de' | 'en', string>> = {
  de: `Hier ist ${PARK_AFTER_DAYS} Tage lang nichts passiert. Die Idee ruht, bis jemand sie wieder aufnimmt.`,
  en: `Nothing has happened here for ${PARK_AFTER_DAYS} days. The idea rests until somebody takes it up again.`,
};

/** One round, every morning. */
export const IDEA_CARE = defineJob({ name: 'ideas.care', data: Type.Object({}), once: true });

/** What one round of care did. */
export interface CareCounts {
  readonly asked: number;
  readonly parked: number;
  readonly trials: number;
  readonly answers: number;
}

type Work = (transaction: HubTransaction, row: IdeaRow) => Promise<unknown>;

/** Does one thing to every idea that a condition finds, some at a time; several hubs may do it at once. */
async function forEachIdea(hub: Hub, condition: ReturnType<typeof sql<boolean>>, work: Work): Promise<number> {
  let count = 0;
  for (;;) {
    const done = await hub.database.write([IDEAS_TOPIC], async (transaction) => {
      const rows = await transaction
        .selectFrom('idea')
        .selectAll()
        .where(condition)
        .orderBy('id')
        .limit(CHUNK)
        .forUpdate()
        .skipLocked()
        .execute();
      for (const row of rows) await work(transaction, row);
      return rows.length;
    });
    count += done;
    if (done < CHUNK) return count;
  }
}

const waiting = sql<boolean>`stage = any(${[...WAITING_STAGES]}::text[])`;

/** Asks the authors of ideas in which nothing happens any more, once. */
function askAuthors(hub: Hub): Promise<number> {
  const now = hub.clock();
  const silentSince = new Date(now - REMIND_AFTER_DAYS * DAY_MS);
  return forEachIdea(
    hub,
    sql<boolean>`${waiting} and active_at < ${silentSince} and reminded_at is null`,
    async (transaction, row) => {
      await notify(transaction, { kind: 'idea-reminder', to: row.authorIds, ideaId: row.id });
      await saveIdea(transaction, row, { remindedAt: new Date(now) }, now, { active: false });
    },
  );
}

/** Puts ideas to rest in which nothing happened for too long. Anybody who may can take them up again. */
function parkIdeas(hub: Hub): Promise<number> {
  const now = hub.clock();
  const silentSince = new Date(now - PARK_AFTER_DAYS * DAY_MS);
  const reason = PARKED[hub.config.language];
  // A trial that has been planned for longer is not over because nobody writes about it.
  const today = plainDateAt(hub.config.timeZone, now);
  const abandoned = sql<boolean>`${waiting} and active_at < ${silentSince}
    and (stage <> 'trying' or coalesce(document->'trial'->>'end', '') < ${today})`;
  return forEachIdea(hub, abandoned, async (transaction, row) => {
    // It is no news that nothing happened: it does not come to the top by it.
    const parked = await saveIdea(transaction, row, { stage: 'parked', reason, pending: null }, now, { active: false });
    await announce(hub, transaction, 'idea.stage-changed', parked);
    await addHistory(transaction, {
      ideaId: row.id,
      at: now,
      personId: null,
      action: 'transition',
      from: row.stage,
      to: 'parked',
      note: reason,
    });
    const to = [...row.authorIds, ...(await partakersOf(transaction, row))];
    await notify(transaction, { kind: 'idea-parked', to, ideaId: row.id, text: reason });
  });
}

/** Remembers that people have been told something, so that they are told it once. */
async function remember(transaction: HubTransaction, row: IdeaRow, key: string, now: number): Promise<void> {
  const kept = (row.document.reminded ?? []).slice(-9);
  await saveIdea(transaction, row, { document: { ...row.document, reminded: [...kept, key] } }, now, {
    active: false,
  });
}

const notYet = (key: ReturnType<typeof sql<string>>) =>
  sql<boolean>`not coalesce(jsonb_exists(document->'reminded', ${key}), false)`;

/** Reminds of trials that end soon, and of those that have ended without a result. */
async function remindOfTrials(hub: Hub): Promise<number> {
  const now = hub.clock();
  const today = plainDateAt(hub.config.timeZone, now);
  const end = sql<string>`document->'trial'->>'end'`;
  const round = (name: string, when: ReturnType<typeof sql<boolean>>) =>
    forEachIdea(
      hub,
      sql<boolean>`stage = 'trying' and ${when} and ${notYet(sql<string>`${`${name}:`} || (${end})`)}`,
      async (transaction, row) => {
        const last = row.document.trial?.end ?? '';
        const to = [...row.authorIds, row.patronId, ...(await teamOf(transaction, row.id))];
        await notify(transaction, { kind: 'trial-ending', to, ideaId: row.id, text: last });
        await remember(transaction, row, `${name}:${last}`, now);
      },
    );
  const near = await round(
    'trial-near',
    sql<boolean>`${end} >= ${today} and ${end} <= ${addDays(today, TRIAL_NEAR_DAYS)}`,
  );
  const past = await round('trial-past', sql<boolean>`${end} < ${today}`);
  return near + past;
}

/** Reminds whoever has promised an answer, on the day and once more; the second time the organisation, too. */
async function remindOfAnswers(hub: Hub): Promise<number> {
  const now = hub.clock();
  const today = plainDateAt(hub.config.timeZone, now);
  const promised = sql<string>`document->'answer'->>'promisedFor'`;
  const round = (name: string, until: string, withOrganisation: boolean) =>
    forEachIdea(
      hub,
      sql<boolean>`${promised} <= ${until} and ${notYet(sql<string>`${`${name}:`} || (${promised})`)}
        and stage not in ('merged', 'withdrawn', 'declined', 'stopped')`,
      async (transaction, row) => {
        const { answer } = row.document;
        if (!answer?.promisedFor) return;
        const to = [answer.by, ...(withOrganisation ? await organisersOf(transaction, row.orgId) : [])];
        await notify(transaction, { kind: 'idea-answer-due', to, ideaId: row.id, text: answer.text });
        await remember(transaction, row, `${name}:${answer.promisedFor}`, now);
      },
    );
  const due = await round('answer-due', today, false);
  return due + (await round('answer-again', addDays(today, -PROMISE_AGAIN_DAYS), true));
}

/**
 * One round of care: asks where nothing happens, puts to rest what nobody looks after, reminds of trials that end and of
 * answers that were promised. Safe to run twice, and in several hubs at once.
 */
export async function careForIdeas(hub: Hub): Promise<CareCounts> {
  // What rests already is not asked about any more.
  const parked = await parkIdeas(hub);
  return {
    parked,
    asked: await askAuthors(hub),
    trials: await remindOfTrials(hub),
    answers: await remindOfAnswers(hub),
  };
}

/** Has ideas looked after every morning, once over all hubs. Before the jobs start. */
export function scheduleIdeaCare(hub: Hub): void {
  hub.jobs.define(IDEA_CARE, async () => void (await careForIdeas(hub)));
  hub.jobs.schedule(IDEA_CARE, '17 5 * * *', {}, hub.config.timeZone);
}
