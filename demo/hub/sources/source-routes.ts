import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { toInstantString } from '../../../src/model/time-zone.ts';
import { SOURCE_KINDS, SOURCE_PORTS } from '../config/config-schema.ts';
import { portsOf } from '../config/source-checks.ts';
import type { Hub } from '../hub.ts';
import { Instant, oneOf, OrgRefSchema, PartProblemSchema } from '../http/shared-schemas.ts';
import { problemOf, SOURCE_STATES, stateOf } from './source-health.ts';
import { everyMinutes } from './source-pace.ts';
import { SOURCES_TOPIC } from './source-store.ts';
import { healthInWords } from './source-words.ts';

const SourceSchema = Type.Object({
  id: Type.String(),
  type: Type.Literal('source'),
  kind: oneOf(SOURCE_KINDS),
  label: Type.String(),
  url: Type.Optional(Type.String({ description: 'where a reader can look at it' })),
  org: Type.Optional(OrgRefSchema),
  ports: Type.Array(oneOf(SOURCE_PORTS)),
  state: oneOf(SOURCE_STATES),
  words: Type.String({ description: 'how it does, in the language of the hub' }),
  items: Type.Integer({ description: 'posts and dates at hand' }),
  everyMinutes: Type.Integer({ description: 'what the configuration and the source agree on' }),
  lastSuccessAt: Type.Optional(Instant),
  lastTryAt: Type.Optional(Instant),
  nextTryAt: Type.Optional(Instant),
  problem: Type.Optional(PartProblemSchema),
  failures: Type.Integer({ description: 'tries in a row that failed' }),
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
        .select(['id', 'lastSuccessAt', 'lastTryAt', 'nextTryAt', 'failures', 'failureKind', 'failureDetail'])
        .select(['stoppedFor', 'pauseMinutes', 'itemCount', 'problems'])
        .execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      const items = config.sources.map((source) => {
        const row = byId.get(source.id);
        const org = source.org === undefined ? undefined : directory.orgRef(source.org);
        const state = stateOf(row);
        const problem = problemOf(row);
        const ports = portsOf(source);
        const count = row?.itemCount ?? 0;
        return {
          id: source.id,
          type: 'source' as const,
          kind: source.kind,
          label: source.label,
          ...(source.link && { url: source.link }),
          ...(org && { org }),
          ports: [...ports],
          state,
          words: healthInWords({
            state,
            ports,
            items: count,
            kind: row?.failureKind ?? undefined,
            lastSuccessAt: row?.lastSuccessAt ?? undefined,
            nextTryAt: row?.nextTryAt ?? undefined,
            language: config.language,
            timeZone: config.timeZone,
          }),
          items: count,
          everyMinutes: row?.pauseMinutes ?? everyMinutes(source),
          ...optionalInstant('lastSuccessAt', row?.lastSuccessAt ?? null),
          ...optionalInstant('lastTryAt', row?.lastTryAt ?? null),
          ...optionalInstant('nextTryAt', row?.nextTryAt ?? null),
          ...(problem && { problem }),
          failures: row?.failures ?? 0,
          problems: row?.problems ?? [],
        };
      });
      return { items, nextCursor: null };
    },
  );
};
