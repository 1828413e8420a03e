import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { findPeople } from '../accounts/person-refs.ts';
import { demandAccount } from '../authorization/can.ts';
import '../contacts/contact-tables.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { CursorQuery, Id, LimitQuery, PersonRefSchema } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import '../impulses/impulse-tables.ts';
import { scheduleDigests } from './digests.ts';
import { eventTitle, impulseTitle, newsObjects, tellableNews } from './news-objects.ts';
import { notificationData } from './notification-data.ts';
import './notification-tables.ts';

const ObjectSchema = Type.Object({ id: Type.String(), title: Type.String() });

const NotificationSchema = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  at: Type.String(),
  read: Type.Boolean(),
  by: Type.Optional(PersonRefSchema),
  idea: Type.Optional(ObjectSchema),
  event: Type.Optional(ObjectSchema),
  impulse: Type.Optional(ObjectSchema),
  contact: Type.Optional(ObjectSchema),
  text: Type.Optional(Type.String()),
});

const PageSchema = Type.Object({
  items: Type.Array(NotificationSchema),
  nextCursor: Type.Optional(Type.String()),
  unread: Type.Integer(),
});

const ReadSchema = Type.Object(
  { ids: Type.Optional(Type.Array(Id, { maxItems: 500 })) },
  { additionalProperties: false },
);

/** `/me/notifications`: what happened and concerns the caller; mails of it; its end. */
export const notificationRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database, personalData } = hub;
  const tags = ['me'];
  personalData.add(notificationData);
  scheduleDigests(hub);

  app.get(
    '/api/v1/me/notifications',
    {
      schema: {
        tags,
        operationId: 'listMyNotifications',
        querystring: Type.Object({ limit: LimitQuery, cursor: CursorQuery }),
        response: { 200: PageSchema },
      },
    },
    async (request) => {
      const caller = demandAccount(request.caller);
      const { limit = 50, cursor } = request.query;
      const [at, id] = readCursor(cursor, ['number', 'string']) ?? [];
      const { kysely } = database;
      const told = kysely
        .selectFrom('notification')
        .leftJoin('idea', 'idea.id', 'notification.ideaId')
        .leftJoin('event', 'event.id', 'notification.eventId')
        .leftJoin('impulse', 'impulse.id', 'notification.impulseId')
        .leftJoin('contactRequest', 'contactRequest.id', 'notification.contactId')
        .where('notification.personId', '=', caller.person.id)
        .where(tellableNews(caller));
      let page = told
        .select(['notification.id', 'notification.kind', 'notification.at', 'notification.readAt'])
        .select(['notification.byPerson', 'notification.text', 'notification.ideaId', 'idea.title as ideaTitle'])
        .select(['notification.eventId', eventTitle.as('eventTitle')])
        .select(['notification.impulseId', impulseTitle(caller).as('impulseTitle')])
        .select(['notification.contactId', 'contactRequest.topic as contactTopic'])
        .orderBy('notification.at', 'desc')
        .orderBy('notification.id', 'desc')
        .limit(limit + 1);
      if (at !== undefined && id !== undefined) {
        const before = new Date(Number(at));
        if (Number.isNaN(before.getTime())) throw new HttpProblem('invalid-request');
        page = page.where(sql<boolean>`(notification.at, notification.id) < (${before}, ${String(id)})`);
      }
      const [rows, { unread }] = await Promise.all([
        page.execute(),
        told
          .where('notification.readAt', 'is', null)
          .select(({ fn }) => fn.countAll<number>().as('unread'))
          .executeTakeFirstOrThrow(),
      ]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const people = await findPeople(
        hub,
        kysely,
        shown.map(({ byPerson }) => byPerson),
      );
      return {
        items: shown.map((row) => ({
          id: row.id,
          kind: row.kind,
          at: row.at.toISOString(),
          read: row.readAt !== null,
          ...(row.byPerson !== null && { by: people(row.byPerson) }),
          ...newsObjects(row),
          ...(row.text !== null && { text: row.text }),
        })),
        ...(rows.length > limit && last && { nextCursor: writeCursor([last.at.getTime(), last.id]) }),
        unread: Number(unread),
      };
    },
  );

  app.post(
    '/api/v1/me/notifications/read',
    {
      schema: {
        tags,
        operationId: 'readMyNotifications',
        description: 'Marks what the ids name as read; without ids everything. Ids of others change nothing.',
        body: ReadSchema,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const caller = demandAccount(request.caller);
      const { ids } = request.body;
      await database.write([], (transaction) => {
        let update = transaction
          .updateTable('notification')
          .set({ readAt: new Date(request.now) })
          .where('personId', '=', caller.person.id)
          .where('readAt', 'is', null);
        if (ids) update = update.where('id', 'in', ids.length > 0 ? ids : ['']);
        return update.execute();
      });
      return reply.code(204).send(null);
    },
  );
};
