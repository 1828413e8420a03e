import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { SOURCE_KINDS } from '../config/config-schema.ts';
import type { Hub } from '../hub.ts';
import { Instant, oneOf, OrgRefSchema, PartProblemSchema } from '../http/shared-schemas.ts';
import { SOURCES_TOPIC } from './source-store.ts';

/**
 * `waiting`: not read yet; `ok`: the last try went well; `stale`: it failed, a copy from before stands in;
 * `failing`: it failed, and there is nothing to show.
 */
const STATES = ['waiting', 'ok', 'stale', 'failing'] as const;

const SourceSchema = Type.Object({
  id: Type.String(),
  type: Type.Literal('source'),
  kind: oneOf(SOURCE_KINDS),
  label: Type.String(),
  url: Type.Optional(Type.String({ description: 'where a reader can look at it' })),
  org: Type.Optional(OrgRefSchema),
  state: oneOf(STATES),
  itemCount: Type.Integer({ description: 'dates at hand' }),
  everyMinutes: Type.Integer(),
  lastSuccessAt: Type.Optional(Instant),
  lastTryAt: Type.Optional(Instant),
  nextTryAt: Type.Optional(Instant),
  failure: Type.Optional(
    Type.Object({
      kind: Type.String({
        description: 'as BackendError: offline, timeout, denied, missing, invalid, busy, unknown …',
      }),
      detail: Type.Optional(Type.String()),
      count: Type.Integer({ description: 'tries in a row that failed' }),
    }),
  ),
  problems: Type.Array(PartProblemSchema, { description: 'items that could not be read' }),
});

const optionalInstant = (name: string, date: Date | null) => (date ? { [name]: toInstantString(date.getTime()) } : {});

/** `GET /api/v1/sources`: what the hub gathers, and how each of them does. The addresses it reads stay with the operator. */
export const sourceRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory } = hub;
  app.get(
    '/api/v1/sources',
    {
      config: { reads: [SOURCES_TOPIC] },
      schema: {
        tags: ['sources'],
        operationId: 'listSources',
        response: { 200: Type.Object({ items: Type.Array(SourceSchema), nextCursor: Type.Null() }) },
      },
    },
    async () => {
      const rows = await database.kysely
        .selectFrom('source')
        .select([
          'id',
          'lastSuccessAt',
          'lastTryAt',
          'nextTryAt',
          'failures',
          'failureKind',
          'failureDetail',
          'itemCount',
          'problems',
        ])
        .execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      const items = config.sources.map((source) => {
        const row = byId.get(source.id);
        const org = source.org === undefined ? undefined : directory.orgRef(source.org);
        const failed = (row?.failures ?? 0) > 0;
        const state: (typeof STATES)[number] = failed
          ? row?.lastSuccessAt
            ? 'stale'
            : 'failing'
          : row?.lastSuccessAt
            ? 'ok'
            : 'waiting';
        return {
          id: source.id,
          type: 'source' as const,
          kind: source.kind,
          label: source.label,
          ...(source.link && { url: source.link }),
          ...(org && { org }),
          state,
          itemCount: row?.itemCount ?? 0,
          everyMinutes: source.every ?? 15,
          ...optionalInstant('lastSuccessAt', row?.lastSuccessAt ?? null),
          ...optionalInstant('lastTryAt', row?.lastTryAt ?? null),
          ...optionalInstant('nextTryAt', row?.nextTryAt ?? null),
          ...(failed && {
            failure: {
              kind: row?.failureKind ?? 'unknown',
              ...(row?.failureDetail && { detail: row.failureDetail }),
              count: row?.failures ?? 0,
            },
          }),
          problems: row?.problems ?? [],
        };
      });
      return { items, nextCursor: null };
    },
  );
};
