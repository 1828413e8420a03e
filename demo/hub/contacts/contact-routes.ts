import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { audit } from '../audit/audit.ts';
import { demandAccount } from '../authorization/can.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { Turns } from '../registration/turns.ts';
import { listBlocks, removeBlock } from './contact-blocks.ts';
import { channelsOf, givenChannels } from './contact-channels.ts';
import { contactData } from './contact-data.ts';
import { CONTACTS_TOPIC, stateAt } from './contact-facts.ts';
import { scheduleContacts } from './contact-jobs.ts';
import { CONTACT_ACTIONS, replyToRequest } from './contact-replies.ts';
import {
  BlocksSchema,
  ContactReplySchema,
  ContactRequestSchema,
  NewContactSchema,
  OpenedRequestSchema,
  RequestsPageSchema,
  RequestsQuery,
} from './contact-schema.ts';
import { sendRequest } from './contact-sending.ts';
import { answerRequests, findRequest, listRequests, type RequestRow } from './contact-store.ts';

const tags = ['contact'];
const Params = Type.Object({ id: Id });
const Headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })) });

/** That somebody asks for more than they may: once an hour, without whom they asked. */
async function auditLimit({ database }: Hub, caller: AccountCaller): Promise<void> {
  await database.write([], async (transaction) => {
    const known = await transaction
      .selectFrom('auditEntry')
      .select('id')
      .where('accountId', '=', caller.accountId)
      .where('action', '=', 'contact.limit-passed')
      .where(sql<boolean>`at > now() - interval '1 hour'`)
      .executeTakeFirst();
    if (known) return;
    const object = { type: 'person', id: caller.person.id };
    await audit(transaction, caller, { action: 'contact.limit-passed', object });
  });
}

/** Requests for contact: addresses meet only when somebody accepts. */
export const contactRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database, personalData } = hub;
  personalData.add(contactData(hub));
  scheduleContacts(hub);
  for (const schema of [ContactRequestSchema, OpenedRequestSchema, NewContactSchema]) app.addSchema(schema);
  const turns = new Turns();

  const answerOne = async (db: typeof database.kysely, caller: AccountCaller, row: RequestRow, now: number) => {
    const [answer] = await answerRequests(hub, db, caller, [row], now);
    if (!answer) throw new HttpProblem('not-found');
    return answer;
  };

  app.get(
    '/api/v1/contact-requests',
    {
      schema: {
        tags,
        operationId: 'listContactRequests',
        description: 'What the caller has got and sent, the newest first. No addresses, accepted or not.',
        querystring: RequestsQuery,
        response: { 200: RequestsPageSchema },
      },
    },
    async ({ query, caller, now }, reply) => {
      const page = { ...query, limit: query.limit ?? 50 };
      const { items, ...counts } = await listRequests(hub, database.kysely, demandAccount(caller), page, now);
      return reply.send({ items: [...items], ...counts });
    },
  );

  app.post(
    '/api/v1/contact-requests',
    {
      schema: {
        tags,
        operationId: 'sendContactRequest',
        description:
          'One open request a pair. 409: `contact-paused`, `contact-capacity`, `contact-open`, `contact-blocked` (by the caller).',
        headers: Headers,
        body: NewContactSchema,
        response: { 201: Type.Ref('ContactRequest') },
      },
    },
    async (request, reply) => {
      const { body, now } = request;
      const caller = demandAccount(request.caller);
      try {
        // A crowd that asks one person waits here, where it holds no connection.
        return await turns.take(body.toId, () =>
          writeOnce(hub, request, reply, [CONTACTS_TOPIC], async (transaction) => {
            const row = await sendRequest(hub, transaction, { caller, now }, body);
            return {
              status: 201,
              body: await answerOne(transaction, caller, row, now),
              location: `/api/v1/contact-requests/${row.id}`,
              version: row.version,
            };
          }),
        );
      } catch (error) {
        if (error instanceof HttpProblem && error.code === 'rate-limited') await auditLimit(hub, caller);
        throw error;
      }
    },
  );

  app.get(
    '/api/v1/contact-requests/:id',
    {
      schema: {
        tags,
        operationId: 'getContactRequest',
        description: 'For the two of them. Once it is accepted, `contact` holds what the other one chose to give.',
        params: Params,
        response: { 200: Type.Ref('OpenedContactRequest') },
      },
    },
    async ({ params, caller: asking, now }, reply) => {
      const caller = demandAccount(asking);
      const { kysely } = database;
      const row = await findRequest(kysely, caller, params.id);
      const answer = await answerOne(kysely, caller, row, now);
      reply.resourceVersion = row.version;
      if (stateAt(row, now) !== 'accepted') return reply.send(answer);
      const [other, reveal] = answer.box === 'sent' ? [row.toPerson, row.answerReveal] : [row.fromPerson, row.reveal];
      const contact = givenChannels(await channelsOf(kysely, other), reveal);
      // An address is kept by nobody on the way.
      return reply.header('cache-control', 'no-store').send({ ...answer, contact });
    },
  );

  for (const action of CONTACT_ACTIONS) {
    app.post(
      `/api/v1/contact-requests/:id/${action}`,
      {
        schema: {
          tags,
          operationId: `${action}ContactRequest`,
          description: '409 `request-over`: it is not open any more.',
          params: Params,
          headers: Headers,
          body: ContactReplySchema,
          response: { 200: Type.Ref('ContactRequest') },
        },
      },
      async (request, reply) => {
        const { body, params, now } = request;
        const caller = demandAccount(request.caller);
        return writeOnce(hub, request, reply, [CONTACTS_TOPIC], async (transaction) => {
          const row = await replyToRequest(hub, transaction, { caller, now }, params.id, action, body?.reveal);
          return { status: 200, body: await answerOne(transaction, caller, row, now), version: row.version };
        });
      },
    );
  }

  app.get(
    '/api/v1/me/blocks',
    { schema: { tags, operationId: 'listMyBlocks', response: { 200: BlocksSchema } } },
    async ({ caller }, reply) =>
      reply.send({ items: [...(await listBlocks(hub, database.kysely, demandAccount(caller)))] }),
  );

  app.delete(
    '/api/v1/me/blocks/:personId',
    {
      schema: {
        tags,
        operationId: 'removeMyBlock',
        params: Type.Object({ personId: Id }),
        response: { 204: Type.Null() },
      },
    },
    async ({ caller, params }, reply) => {
      const { person } = demandAccount(caller);
      await database.write([CONTACTS_TOPIC], (transaction) =>
        removeBlock(transaction, { personId: person.id, blockedId: params.personId }),
      );
      return reply.code(204).send(null);
    },
  );
  return Promise.resolve();
};
