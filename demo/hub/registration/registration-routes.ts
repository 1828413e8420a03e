import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { REGISTRATION_STATES, type Registration } from '../../../src/model/registration.ts';
import { defaultSettings } from '../accounts/settings.ts';
import { audit } from '../audit/audit.ts';
import { demand, maySee } from '../authorization/can.ts';
import { answerEvent } from '../events/event-answers.ts';
import { guardedEvent } from '../events/event-mapping.ts';
import type { StoredEvent } from '../events/event-rows.ts';
import { findEvent } from '../events/event-store.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { CursorQuery, Id, oneOf, PersonRefSchema } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { scheduleForgetting } from './forget-texts.ts';
import { deleteMyRegistration, putMyRegistration, type HeldDate } from './my-registration.ts';
import { freePlace } from './places.ts';
import { REGISTRATION_TOPIC } from './register.ts';
import { registrationsCsv } from './registration-csv.ts';
import { registrationData } from './registration-data.ts';
import { listRegistrations } from './registration-list.ts';
import { wantedDate } from './registration-moment.ts';
import { RegistrationNews } from './registration-news.ts';
import { Turns } from './turns.ts';

const RegistrationSchema = Type.Object({
  id: Type.String(),
  person: Type.Optional(PersonRefSchema),
  state: oneOf(REGISTRATION_STATES),
  waitingPosition: Type.Optional(Type.Integer()),
  note: Type.Optional(Type.String()),
  needs: Type.Optional(Type.String()),
  createdAt: Type.String(),
});

const PageSchema = Type.Object({
  items: Type.Array(RegistrationSchema),
  total: Type.Integer(),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});

const InputSchema = Type.Object(
  { note: Type.Optional(Type.String({ maxLength: 5000 })), needs: Type.Optional(Type.String({ maxLength: 5000 })) },
  { additionalProperties: false },
);

const RecurrenceId = Type.Optional(
  Type.String({ maxLength: 40, description: 'one date of a series that people register for date by date' }),
);
const Params = Type.Object({ id: Id });
const DateQuery = Type.Object({ recurrenceId: RecurrenceId });
const ListQuery = Type.Object({
  recurrenceId: RecurrenceId,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 1000 })),
  cursor: CursorQuery,
});

const tags = ['events'];

/** Who comes to an event: registering oneself, and what organisers see of it. */
export const registrationRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database, config, personalData } = hub;
  personalData.add(registrationData(hub));
  scheduleForgetting(hub);
  const turns = new Turns();

  async function answered(request: FastifyRequest, reply: FastifyReply, { event, date }: HeldDate) {
    reply.resourceVersion = event.version;
    // Read when the event is free again: many may want to register at once.
    const item = { event, ...(date.recurrenceKey !== '' && { date }) };
    const { answer } = await answerEvent(hub, database.kysely, item, request);
    return reply.send(answer);
  }

  const schema = { tags, params: Params, querystring: DateQuery, response: { 200: Type.Ref('CalendarEvent') } };

  app.put(
    '/api/v1/events/:id/registration/me',
    {
      schema: {
        ...schema,
        operationId: 'registerForEvent',
        description: 'Takes a place, or a number on the waiting list; again: changes note and needs only.',
        body: InputSchema,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const held = await turns.take(id, () =>
        database.write([REGISTRATION_TOPIC], (transaction) =>
          putMyRegistration(hub, transaction, request, id, request.query.recurrenceId, request.body),
        ),
      );
      return answered(request, reply, held);
    },
  );

  app.delete(
    '/api/v1/events/:id/registration/me',
    { schema: { ...schema, operationId: 'giveEventPlaceBack' } },
    async (request, reply) => {
      const { id } = request.params;
      const held = await turns.take(id, () =>
        database.write([REGISTRATION_TOPIC], (transaction) =>
          deleteMyRegistration(hub, transaction, request, id, request.query.recurrenceId),
        ),
      );
      return answered(request, reply, held);
    },
  );

  /** The event whose registrations the caller may see. */
  async function organised({ caller }: FastifyRequest, id: string): Promise<StoredEvent> {
    const event = await findEvent(database.kysely, id);
    if (!event || !maySee(caller, guardedEvent(event))) throw new HttpProblem('not-found');
    demand(caller, 'registrations', guardedEvent(event));
    return event;
  }

  const keyOf = async (event: StoredEvent, recurrenceId: string | undefined) => ({
    eventId: event.id,
    recurrenceKey: (await wantedDate(database.kysely, event, recurrenceId, config.timeZone)).recurrenceKey,
  });

  app.get(
    '/api/v1/events/:id/registrations',
    {
      schema: {
        tags,
        operationId: 'listRegistrations',
        description: 'For organisers: who comes, who waits in their order, who has cancelled.',
        params: Params,
        querystring: ListQuery,
        response: { 200: PageSchema },
      },
    },
    async (request, reply) => {
      const { recurrenceId, limit = 1000, cursor } = request.query;
      const event = await organised(request, request.params.id);
      // Needs say something about people's health: no copy is left behind on the way.
      reply.header('cache-control', 'no-store');
      return listRegistrations(hub, database.kysely, await keyOf(event, recurrenceId), { limit, cursor });
    },
  );

  app.get(
    '/api/v1/events/:id/registrations.csv',
    {
      schema: {
        tags,
        operationId: 'exportRegistrations',
        description: 'The same as a file for spreadsheets (RFC 4180 with semicolons, UTF-8 with byte order mark).',
        produces: ['text/csv'],
        params: Params,
        querystring: DateQuery,
        response: { 200: { description: 'CSV', content: { 'text/csv': { schema: Type.String() } } } },
      },
    },
    async (request, reply) => {
      const event = await organised(request, request.params.id);
      const key = await keyOf(event, request.query.recurrenceId);
      const items: Registration[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await listRegistrations(hub, database.kysely, key, { limit: 5000, cursor: cursor ?? undefined });
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      await database.write([], (transaction) =>
        audit(transaction, request.caller, {
          action: 'event.export-registrations',
          object: { type: 'event', id: event.id, orgId: event.orgId },
          detail: { count: items.length },
        }),
      );
      const csv = registrationsCsv(items, await languageOf(request), config.timeZone);
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="anmeldungen.csv"')
        .serializer((body: unknown) => body as string)
        .send(csv);
    },
  );

  async function languageOf({ caller }: FastifyRequest): Promise<'de' | 'en'> {
    const fallback = defaultSettings(config).locale;
    if (caller.kind === 'anonymous') return fallback;
    const row = await database.kysely
      .selectFrom('account')
      .leftJoin('accountSettings', 'accountSettings.accountId', 'account.id')
      .select(['account.locale', 'accountSettings.settings'])
      .where('account.id', '=', caller.accountId)
      .executeTakeFirst();
    const locale = row?.settings?.locale ?? row?.locale;
    return locale === 'de' || locale === 'en' ? locale : fallback;
  }

  app.delete(
    '/api/v1/events/:id/registrations/:registrationId',
    {
      schema: {
        tags,
        operationId: 'removeRegistration',
        description: 'Takes somebody off the list; they are told, and the next who waits gets the place.',
        params: Type.Object({ id: Id, registrationId: Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { caller, now, params } = request;
      await database.write([REGISTRATION_TOPIC], async (transaction) => {
        const event = await findEvent(transaction, params.id, true);
        if (!event || !maySee(caller, guardedEvent(event))) throw new HttpProblem('not-found');
        demand(caller, 'registrations', guardedEvent(event));
        const row = await transaction
          .selectFrom('eventRegistration')
          .select(['id', 'state', 'personId', 'recurrenceKey'])
          .where('id', '=', params.registrationId)
          .where('eventId', '=', event.id)
          .executeTakeFirst();
        if (!row) throw new HttpProblem('not-found');
        if (row.state === 'cancelled') return;
        const date = await wantedDate(transaction, event, row.recurrenceKey || undefined, config.timeZone);
        const news = new RegistrationNews(hub, transaction, {
          by: caller.kind === 'account' ? caller.person.id : null,
          now,
        });
        await freePlace(transaction, { event, ...date }, { ...row, kind: 'removed' }, news, now);
        await news.send();
        await audit(transaction, caller, {
          action: 'event.remove-registration',
          object: { type: 'event', id: event.id, orgId: event.orgId },
        });
      });
      return reply.code(204).send(null);
    },
  );
};
