import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { findPeople } from '../accounts/person-refs.ts';
import type { HubTransaction } from '../database/database.ts';
import { writeOnce } from '../http/idempotency.ts';
import { PersonRefSchema } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { demandIdeaAction, isReleased, maySeeIdea, type IdeaRow } from '../ideas/idea-rules.ts';
import { answerIdea } from '../ideas/idea-mapping.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { announce } from '../webhooks/webhooks.ts';
import { commentRoutes } from './comment-routes.ts';
import { readIdea } from './held-idea.ts';
import { helpRoutes } from './help-routes.ts';
import { participationData } from './participation-data.ts';
import {
  IdeaParams,
  listOf,
  NoteSchema,
  ReportInputSchema,
  ReportSchema,
  SecretHeader,
  SupportInputSchema,
  SupportSchema,
  WriteHeaders,
} from './participation-schema.ts';
import { callersOf } from './person-callers.ts';
import { addReport, openReports, settleReports } from './reports.ts';
import { findParticipants, listSupports, putSupport, removeSupport, setFollow } from './supports.ts';

const tags = ['ideas'];
const READS = [IDEAS_TOPIC, ACCOUNTS_TOPIC];
const ideaResponse = { 200: Type.Ref('Idea') };

/**
 * What people do with ideas: support, follow, talk, help, report. Nobody's name stands in an answer who has chosen to be
 * counted only.
 */
export const participationRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database, personalData } = hub;
  personalData.add(participationData);
  for (const schema of [SupportSchema, SupportInputSchema, ReportInputSchema, NoteSchema]) app.addSchema(schema);
  await app.register(commentRoutes, { hub });
  await app.register(helpRoutes, { hub });

  /** Runs a write that can be repeated, and answers the idea as the caller sees it afterwards. */
  async function answered(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (transaction: HubTransaction) => Promise<IdeaRow>,
  ) {
    const row = await database.write([IDEAS_TOPIC], work);
    reply.resourceVersion = row.version;
    // Read when the idea is free again: many may want to write to it at once.
    const idea = await answerIdea(hub, database.kysely, request, row);
    return reply.send(idea);
  }

  app.get(
    '/api/v1/ideas/:id/supports',
    {
      config: { reads: READS },
      schema: {
        tags,
        operationId: 'listSupports',
        description: 'Who supports the idea, as far as they show themselves.',
        params: IdeaParams,
        headers: SecretHeader,
        response: { 200: listOf(Type.Ref('IdeaSupport')) },
      },
    },
    async (request, reply) => {
      await readIdea(database.kysely, request, request.params.id);
      return reply.send({ items: await listSupports(hub, database.kysely, request, request.params.id) });
    },
  );

  app.put(
    '/api/v1/ideas/:id/supports/me',
    {
      schema: {
        tags,
        operationId: 'supportIdea',
        params: IdeaParams,
        headers: WriteHeaders,
        body: SupportInputSchema,
        response: ideaResponse,
      },
    },
    (request, reply) =>
      answered(request, reply, async (transaction) => {
        const { row, isNew } = await putSupport(transaction, request, request.params.id, request.body);
        if (isNew) await announce(hub, transaction, 'idea.supported', row);
        return row;
      }),
  );

  app.delete(
    '/api/v1/ideas/:id/supports/me',
    {
      schema: {
        tags,
        operationId: 'takeSupportBack',
        params: IdeaParams,
        headers: WriteHeaders,
        response: ideaResponse,
      },
    },
    (request, reply) =>
      answered(request, reply, (transaction) => removeSupport(transaction, request, request.params.id)),
  );

  for (const { method, following, operationId } of [
    { method: 'PUT', following: true, operationId: 'followIdea' },
    { method: 'DELETE', following: false, operationId: 'stopFollowingIdea' },
  ] as const) {
    app.route({
      method,
      url: '/api/v1/ideas/:id/follow',
      schema: { tags, operationId, params: IdeaParams, headers: WriteHeaders, response: ideaResponse },
      handler: (request, reply) =>
        answered(request, reply, (transaction) => setFollow(transaction, request, request.params.id, following)),
    });
  }

  app.get(
    '/api/v1/ideas/:id/participants',
    {
      schema: {
        tags,
        operationId: 'listParticipants',
        description: 'Persons who take part and may be named in a comment.',
        params: IdeaParams,
        headers: SecretHeader,
        response: { 200: listOf(PersonRefSchema) },
      },
    },
    async (request) => {
      const { kysely } = database;
      const { row } = await readIdea(kysely, request, request.params.id);
      const ids = await findParticipants(kysely, row);
      const isOpen = isReleased(row) && (row.visibility === 'public' || row.visibility === 'network');
      const callers = await callersOf(hub, kysely, ids);
      const able = ids.filter((id) => {
        const caller = callers.get(id);
        return caller !== undefined && (isOpen || maySeeIdea(caller, row));
      });
      const people = await findPeople(hub, kysely, able);
      return { items: able.map(people) };
    },
  );

  app.post(
    '/api/v1/reports',
    {
      schema: {
        tags,
        operationId: 'report',
        description: 'Tells the moderators that an idea or a comment is not right. Strangers may, too.',
        headers: WriteHeaders,
        body: ReportInputSchema,
        response: { 201: Type.Object({ id: Type.String() }) },
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => ({
        status: 201,
        body: { id: await addReport(transaction, request, request.body) },
      })),
  );

  app.get(
    '/api/v1/ideas/:id/reports',
    {
      schema: {
        tags,
        operationId: 'listReports',
        description: 'Open reports, for the moderators of the idea.',
        params: IdeaParams,
        response: { 200: listOf(ReportSchema) },
      },
    },
    async (request) => {
      const { row, act } = await readIdea(database.kysely, request, request.params.id);
      demandIdeaAction(act.caller, 'moderate', row, act);
      return { items: await openReports(database.kysely, row.id) };
    },
  );

  app.post(
    '/api/v1/ideas/:id/reports/settle',
    {
      schema: {
        tags,
        operationId: 'settleReports',
        params: IdeaParams,
        headers: WriteHeaders,
        body: NoteSchema,
        response: ideaResponse,
      },
    },
    async (request, reply) =>
      writeOnce(hub, request, reply, [IDEAS_TOPIC], async (transaction) => {
        const row = await settleReports(transaction, request, request.params.id, request.body.note);
        return { status: 200, body: await answerIdea(hub, transaction, request, row), version: row.version };
      }),
  );
};
