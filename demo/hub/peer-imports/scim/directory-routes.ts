import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Gauge, type Registry } from 'prom-client';
import { Type } from 'typebox';
import { can, demandAccount } from '../../authorization/can.ts';
import { DIRECTORY_KINDS } from '../../config/config-schema.ts';
import type { Hub } from '../../hub.ts';
import { Instant, oneOf, OrgRefSchema } from '../../http/shared-schemas.ts';
import { PEER_IMPORT } from '../peer-import-rules.ts';
import { LOCKED } from './directory-pull.ts';
import { EVERY_MINUTES } from './directory-puller.ts';

/** As those of sources; `held-back`: most people have vanished at once, and the next pull decides. */
const STATES = ['waiting', 'ok', 'held-back', 'stale', 'failing'] as const;

const DirectorySchema = Type.Object({
  id: Type.String(),
  type: Type.Literal('directory'),
  kind: oneOf(DIRECTORY_KINDS),
  label: Type.String(),
  org: OrgRefSchema,
  state: oneOf(STATES),
  people: Type.Integer({ description: 'people whom it names at present' }),
  created: Type.Integer({ description: 'in the last pull, as are those below' }),
  updated: Type.Integer(),
  gone: Type.Integer(),
  heldBack: Type.Integer(),
  everyMinutes: Type.Integer(),
  lockedFields: Type.Array(Type.String()),
  lastSuccessAt: Type.Optional(Instant),
  lastTryAt: Type.Optional(Instant),
  nextTryAt: Type.Optional(Instant),
  failure: Type.Optional(
    Type.Object({
      kind: Type.String({ description: 'as BackendError' }),
      detail: Type.String({ description: 'in words, for who looks after the hub' }),
      count: Type.Integer({ description: 'tries in a row that failed' }),
    }),
  ),
});

const instant = (name: string, date: Date | null | undefined) => (date ? { [name]: date.toISOString() } : {});

/** `GET /directories`: how the pulls of directories go, for those who look after the organisation's people. */
export const directoryRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database, directory: network } = hub;
  app.get(
    '/api/v1/directories',
    {
      schema: {
        tags: ['peers'],
        operationId: 'listDirectories',
        response: { 200: Type.Object({ items: Type.Array(DirectorySchema), nextCursor: Type.Null() }) },
      },
    },
    async (request) => {
      const caller = demandAccount(request.caller);
      const seen = config.directories.filter(({ org }) => can(caller, 'create', { type: PEER_IMPORT, orgId: org }));
      const rows = seen.length > 0 ? await database.kysely.selectFrom('peopleDirectory').selectAll().execute() : [];
      const items = seen.map(({ id, kind, label, org, every = EVERY_MINUTES, lockedFields = LOCKED }) => {
        const row = rows.find((candidate) => candidate.id === id);
        const failures = row?.failures ?? 0;
        const state: (typeof STATES)[number] =
          failures > 0
            ? row?.lastSuccessAt
              ? 'stale'
              : 'failing'
            : !row?.lastSuccessAt
              ? 'waiting'
              : row.heldBack > 0
                ? 'held-back'
                : 'ok';
        return {
          id,
          type: 'directory' as const,
          kind,
          label,
          org: network.orgRef(org) ?? { id: org, name: org },
          state,
          people: row?.people ?? 0,
          created: row?.created ?? 0,
          updated: row?.updated ?? 0,
          gone: row?.gone ?? 0,
          heldBack: row?.heldBack ?? 0,
          everyMinutes: every,
          lockedFields: [...lockedFields],
          ...instant('lastSuccessAt', row?.lastSuccessAt),
          ...instant('lastTryAt', row?.lastTryAt),
          ...instant('nextTryAt', row?.nextTryAt),
          ...(failures > 0 && {
            failure: { kind: row?.failureKind ?? 'unknown', detail: row?.failureDetail ?? '', count: failures },
          }),
        };
      });
      return { items, nextCursor: null };
    },
  );
};

/** Adds the health of directories to `/metrics`, looked up when it is read. */
export function measureDirectories({ database, config }: Hub, registry: Registry): void {
  if (config.directories.length === 0) return;
  const labelNames = ['directory'];
  const registers = [registry];
  const people = new Gauge({
    name: 'hub_directory_people',
    help: 'People whom a directory names',
    labelNames,
    registers,
  });
  const failures = new Gauge({
    name: 'hub_directory_failures',
    help: 'Pulls in a row that failed',
    labelNames,
    registers,
  });
  const held = new Gauge({
    name: 'hub_directory_held_back',
    help: 'People who vanished with most others, and wait for the next pull',
    labelNames,
    registers,
  });
  new Gauge({
    name: 'hub_directory_last_success_timestamp_seconds',
    help: 'When a directory was last pulled',
    labelNames,
    registers,
    async collect() {
      for (const row of await database.kysely.selectFrom('peopleDirectory').selectAll().execute()) {
        people.set({ directory: row.id }, row.people);
        failures.set({ directory: row.id }, row.failures);
        held.set({ directory: row.id }, row.heldBack);
        if (row.lastSuccessAt) this.set({ directory: row.id }, row.lastSuccessAt.getTime() / 1000);
      }
    },
  });
}
