import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { OrgRef } from '../../../src/model/common.ts';
import type { Attachment, Idea, IdeaMe } from '../../../src/model/idea.ts';
import type { SupportLevel, SupportShown } from '../../../src/model/idea-participation.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { findPeople, type People } from '../accounts/person-refs.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { findSmallUnits } from './idea-units.ts';
import { findIdeaDetails, type IdeaDetails } from './idea-details.ts';
import { ideaActions, type IdeaAccess, type IdeaRow } from './idea-rules.ts';
import { accessOf } from './idea-secret.ts';

export type IdeaSurroundings = Pick<Hub, 'directory' | 'config'>;
type Asking = Pick<FastifyRequest, 'caller' | 'headers'>;

interface Around {
  readonly people: People;
  readonly orgs: (id: string) => OrgRef;
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly me: ReadonlyMap<string, IdeaMe>;
  /** Whether the unit of an anonymous idea has so few people that naming it would name the author. */
  readonly isSmallUnit: (row: IdeaRow) => boolean;
}

async function findAttachments(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>> {
  const found = new Map<string, Attachment>();
  if (ids.length === 0) return found;
  const rows = await db.selectFrom('upload').selectAll().where('id', 'in', ids).execute();
  for (const { id, mediaType, fileName, bytes, width, height, alt } of rows) {
    found.set(id, {
      id,
      url: `/api/v1/uploads/${id}`,
      mediaType,
      fileName,
      bytes,
      ...(width !== null && { width }),
      ...(height !== null && { height }),
      ...(alt !== null && { alt }),
    });
  }
  return found;
}

/** What the caller has to do with ideas, all at once. */
async function findMe(
  db: Kysely<Tables>,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IdeaMe>> {
  const found = new Map<string, IdeaMe>();
  if (caller.kind === 'anonymous' || ids.length === 0) return found;
  const person = caller.person.id;
  const add = (id: string, part: IdeaMe): void => void found.set(id, { ...found.get(id), ...part });
  const [supports, follows, offers] = await Promise.all([
    db
      .selectFrom('ideaSupport')
      .select(['ideaId', 'level', 'shown', 'note'])
      .where('personId', '=', person)
      .where('ideaId', 'in', ids)
      .execute(),
    db.selectFrom('ideaFollow').select('ideaId').where('personId', '=', person).where('ideaId', 'in', ids).execute(),
    db
      .selectFrom('helpOffer')
      .select('ideaId')
      .where('personId', '=', person)
      .where('state', '!=', 'withdrawn')
      .where('ideaId', 'in', ids)
      .execute(),
  ]);
  for (const { ideaId, level, shown, note } of supports) {
    const support = { level: level as SupportLevel, shown: shown as SupportShown, ...(note !== null && { note }) };
    add(ideaId, { support });
  }
  for (const { ideaId } of follows) add(ideaId, { following: true });
  for (const { ideaId } of offers) add(ideaId, { offered: true });
  return found;
}

async function findAround(
  hub: IdeaSurroundings,
  db: Kysely<Tables>,
  caller: Caller,
  rows: readonly IdeaRow[],
  persons: readonly (string | null | undefined)[] = [],
): Promise<Around> {
  const ids = rows.map(({ id }) => id);
  const shown = rows.flatMap(({ authorIds, patronId, document: { needs, answer } }) => [
    ...authorIds,
    patronId,
    answer?.by,
    ...needs.map(({ filledBy }) => filledBy),
  ]);
  const orgIds = rows.flatMap((row) => row.orgIds);
  const [people, orgs, attachments, me, isSmallUnit] = await Promise.all([
    findPeople(hub, db, [...shown, ...persons]),
    findOrganisations(hub, db, orgIds),
    findAttachments(
      db,
      rows.flatMap(({ document }) => document.attachmentIds),
    ),
    findMe(db, caller, ids),
    findSmallUnits(db, rows),
  ]);
  return { people, orgs, attachments, me, isSmallUnit };
}

/** What lists and single answers share. */
function ideaOf(hub: IdeaSurroundings, caller: Caller, access: IdeaAccess, row: IdeaRow, around: Around): Idea {
  const { document, patronId, unit } = row;
  const { people, orgs, attachments, isSmallUnit } = around;
  const isAuthor = access.secret === true || (caller.kind === 'account' && row.authorIds.includes(caller.person.id));
  const me: IdeaMe = { ...around.me.get(row.id), ...(isAuthor && { author: true }) };
  const { answer, place } = document;
  return {
    id: row.id,
    title: row.title,
    summary: document.summary,
    reach: row.reach,
    stage: row.stage,
    authors: row.anonymous ? [] : row.authorIds.map(people),
    ...(row.anonymous && { anonymous: true }),
    orgs: row.orgIds.map(orgs),
    ...(unit !== null && !isSmallUnit(row) && { unit }),
    topics: row.topicIds.map((id) => hub.directory.topicOf(id)),
    tags: document.tags,
    needs: document.needs.map(({ filledBy, ...need }) => ({
      ...need,
      ...(filledBy && { filledBy: people(filledBy) }),
    })),
    ...(place && { place }),
    attachments: document.attachmentIds.flatMap((id) => attachments.get(id) ?? []),
    counts: {
      supports: row.supports,
      usefulHere: row.usefulHere,
      joins: row.joins,
      comments: row.comments,
      helpOffers: row.helpOffers,
      followers: row.followers,
      adoptions: row.adoptions,
    },
    ...(Object.keys(me).length > 0 && { me }),
    ...(patronId !== null && { patron: people(patronId) }),
    ...(answer && { answer: { ...answer, by: people(answer.by) } }),
    ...(document.trial && { trial: document.trial }),
    ...(document.eventId && { links: { eventId: document.eventId } }),
    lang: document.lang,
    visibility: row.visibility,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    activeAt: row.activeAt.toISOString(),
    can: ideaActions(caller, row, access),
  };
}

/** Rows as a list shows them: without long texts, history and what only the idea's own page needs. */
export async function listedIdeas(
  hub: IdeaSurroundings,
  db: Kysely<Tables>,
  request: Asking,
  rows: readonly IdeaRow[],
): Promise<Idea[]> {
  const { caller } = request;
  const around = await findAround(hub, db, caller, rows);
  return rows.map((row) => ideaOf(hub, caller, accessOf(request, row), row, around));
}

/** One row as a list shows it. */
export async function listedIdea(
  hub: IdeaSurroundings,
  db: Kysely<Tables>,
  request: Asking,
  row: IdeaRow,
): Promise<Idea> {
  const [idea] = await listedIdeas(hub, db, request, [row]);
  return idea as Idea;
}

/**
 * An idea with everything that the caller may see of it. Whether the caller may see it at all is asked before
 * (`demandIdea`).
 */
export async function answerIdea(
  hub: IdeaSurroundings,
  db: Kysely<Tables>,
  request: Asking,
  row: IdeaRow,
): Promise<Idea> {
  const { caller } = request;
  const access = accessOf(request, row);
  const details = await findIdeaDetails(hub, db, caller, access, row);
  const around = await findAround(hub, db, caller, [row], details.personIds);
  const idea = ideaOf(hub, caller, access, row, around);
  return { ...idea, ...detailsOf(idea, row, details, around.people) };
}

function detailsOf(idea: Idea, row: IdeaRow, details: IdeaDetails, people: People): Partial<Idea> {
  const { body, problem, benefitFor, firstStep, pastTrials, practice, adoption } = row.document;
  const { history, team, usefulTo, links, pending, mergeRequests, reports, adaptations, merged } = details;
  const allLinks = {
    ...idea.links,
    ...links,
    ...(adaptations.length > 0 && { adaptations }),
    ...(merged.length > 0 && { merged }),
  };
  return {
    ...(body && { body }),
    ...(problem && { problem }),
    ...(benefitFor && { benefitFor }),
    ...(firstStep && { firstStep }),
    ...(team.length > 0 && { team: team.map(people) }),
    ...(usefulTo.length > 0 && { usefulTo }),
    ...(pastTrials && pastTrials.length > 0 && { pastTrials }),
    ...(practice && { practice: { ...practice, contact: people(practice.contact) } }),
    ...(adoption && { adoption }),
    ...(Object.keys(allLinks).length > 0 && { links: allLinks }),
    ...(pending && {
      pending: {
        to: pending.to,
        at: pending.at,
        ...(pending.by && { by: people(pending.by) }),
        ...(pending.into && { into: pending.into }),
        ...(pending.reason && { reason: pending.reason }),
      },
    }),
    ...(mergeRequests.length > 0 && { mergeRequests }),
    ...(row.question !== null && { question: row.question }),
    ...(row.reason !== null && { reason: row.reason }),
    history: history.map(({ by, ...entry }) => ({ ...entry, ...(by !== undefined && { by: people(by) }) })),
    ...(reports !== undefined && { reports }),
  };
}
