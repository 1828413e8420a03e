import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DIGESTS, NOTIFICATION_KINDS } from '../../../src/model/account.ts';
import { actionsOf, demand, type Guarded } from '../authorization/can.ts';
import { ROLES, type AccountCaller } from '../authorization/caller.ts';
import type { Hub } from '../hub.ts';
import { demandMatch } from '../http/preconditions.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { Can, oneOf, OrgRefSchema, PersonRefSchema } from '../http/shared-schemas.ts';
import { ACCOUNT } from './account-rules.ts';
import type { Settings } from './account-tables.ts';
import { defaultSettings } from './settings.ts';

const Stranger = Type.Object({ anonymous: Type.Literal(true), can: Can });
const Member = Type.Object({
  anonymous: Type.Literal(false),
  person: PersonRefSchema,
  memberships: Type.Array(
    Type.Object({ org: OrgRefSchema, unit: Type.Optional(Type.String()), roles: Type.Array(oneOf(ROLES)) }),
  ),
  csrfToken: Type.Optional(
    Type.String({ description: 'to be sent as X-CSRF-Token with writes, where a cookie signs in' }),
  ),
  can: Can,
});
const ErasureSchema = Type.Object({
  deleted: Type.Record(Type.String(), Type.Integer(), { description: 'for good' }),
  kept: Type.Record(Type.String(), Type.Integer(), { description: 'without the name, since others rely on it' }),
});
const SettingsSchema = Type.Object(
  {
    locale: oneOf(['de', 'en'] as const),
    digest: oneOf(DIGESTS),
    muted: Type.Optional(Type.Array(oneOf(NOTIFICATION_KINDS), { maxItems: 50 })),
  },
  { additionalProperties: false },
);

const ownAccount = (caller: AccountCaller): Guarded => ({
  type: ACCOUNT,
  visibility: 'self',
  createdBy: caller.person.id,
});

function demandAccount(request: FastifyRequest, action: string): AccountCaller {
  const { caller } = request;
  if (caller.kind === 'anonymous') throw new HttpProblem('sign-in-required');
  demand(caller, action, ownAccount(caller));
  return caller;
}

/** `/me`: who the caller is, all that the hub knows of them, and how to be forgotten. */
export const meRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database, personalData, config } = hub;
  const tags = ['me'];
  const defaults = defaultSettings(config);

  async function settingsOf(accountId: string): Promise<{ settings: Settings; version: number }> {
    const row = await database.kysely
      .selectFrom('accountSettings')
      .select(['settings', 'version'])
      .where('accountId', '=', accountId)
      .executeTakeFirst();
    return row
      ? { settings: { ...defaults, ...row.settings }, version: row.version }
      : { settings: defaults, version: 0 };
  }

  app.get(
    '/api/v1/me',
    { schema: { tags, operationId: 'getMe', response: { 200: Type.Union([Stranger, Member]) } } },
    ({ caller, csrfToken }) => {
      if (caller.kind === 'anonymous') return { anonymous: true as const, can: [] };
      const { person, memberships } = caller;
      return {
        anonymous: false as const,
        person,
        memberships: memberships.map(({ org, unit, roles }) => ({ org, ...(unit && { unit }), roles: [...roles] })),
        ...(csrfToken !== undefined && { csrfToken }),
        can: actionsOf(caller, ownAccount(caller)),
      };
    },
  );

  app.get(
    '/api/v1/me/export',
    {
      schema: {
        tags,
        operationId: 'exportMe',
        description: 'Everything that the hub knows of the caller, one key a module.',
        response: { 200: Type.Record(Type.String(), Type.Unknown()) },
      },
    },
    async (request, reply) => {
      const { accountId, person } = demandAccount(request, 'export');
      reply.header('cache-control', 'no-store').header('content-disposition', 'attachment; filename="me.json"');
      return personalData.export({ accountId, personId: person.id });
    },
  );

  app.get(
    '/api/v1/me/erasure',
    {
      schema: {
        tags,
        operationId: 'foreseeErasure',
        description: 'What would be deleted, and what would be kept without the name, in numbers by what it is.',
        response: { 200: ErasureSchema },
      },
    },
    async (request) => {
      const { accountId, person } = demandAccount(request, 'delete');
      return personalData.foresee({ accountId, personId: person.id });
    },
  );

  app.delete(
    '/api/v1/me',
    {
      schema: {
        tags,
        operationId: 'deleteMe',
        description: 'Erases the caller. What others rely on is kept under a pseudonym.',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await personalData.erase(demandAccount(request, 'delete'));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/me/settings',
    { schema: { tags, operationId: 'getMySettings', response: { 200: SettingsSchema } } },
    async (request, reply) => {
      const { accountId } = demandAccount(request, 'change-settings');
      const { settings, version } = await settingsOf(accountId);
      reply.resourceVersion = version;
      return settings;
    },
  );

  app.put(
    '/api/v1/me/settings',
    { schema: { tags, operationId: 'putMySettings', body: SettingsSchema, response: { 200: SettingsSchema } } },
    async (request, reply) => {
      const { accountId } = demandAccount(request, 'change-settings');
      const settings: Settings = { ...defaults, ...request.body };
      reply.resourceVersion = await database.write([], async (transaction) => {
        // The account's row is what two writes at once wait for, also while there are no settings yet.
        await transaction.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
        const row = await transaction
          .selectFrom('accountSettings')
          .select('version')
          .where('accountId', '=', accountId)
          .executeTakeFirst();
        const version = row?.version ?? 0;
        demandMatch(request, version);
        const next = { settings: JSON.stringify(settings), version: version + 1 };
        await transaction
          .insertInto('accountSettings')
          .values({ accountId, ...next })
          .onConflict((conflict) => conflict.column('accountId').doUpdateSet(next))
          .execute();
        await transaction.updateTable('account').set({ locale: settings.locale }).where('id', '=', accountId).execute();
        return version + 1;
      });
      return settings;
    },
  );
};
