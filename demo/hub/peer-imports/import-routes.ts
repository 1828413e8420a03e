import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IMPORT_PROBLEMS, type ImportResult } from '../../../src/model/peer-import.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { audit } from '../audit/audit.ts';
import { demandAccount } from '../authorization/can.ts';
import type { Hub } from '../hub.ts';
import { invalidFields } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Id, oneOf } from '../http/shared-schemas.ts';
import { PEERS_TOPIC } from '../peers/peer-store.ts';
import { ownBase } from '../sign-in/return-address.ts';
import { readImportOrder } from './import-form.ts';
import { ImportKeys } from './import-keys.ts';
import { inviteImported } from './invite/invite-imported.ts';
import { PEER_IMPORT } from './peer-import-rules.ts';
import { describePlan, planImport } from './plan-import.ts';
import { storeImport } from './store-import.ts';

const ACTIONS = ['create', 'update', 'same', 'skip'] as const;

const Rows = {
  rows: Type.Array(
    Type.Object({
      line: Type.Integer({ description: 'line of the table, position of the card' }),
      displayName: Type.Optional(Type.String()),
      org: Type.Optional(Type.String()),
      action: oneOf(ACTIONS),
      problems: Type.Array(
        Type.Object({
          field: Type.Optional(Type.String()),
          code: oneOf(IMPORT_PROBLEMS),
          value: Type.Optional(Type.String()),
        }),
      ),
    }),
  ),
  counts: Type.Object({
    create: Type.Integer(),
    update: Type.Integer(),
    same: Type.Integer(),
    skip: Type.Integer(),
  }),
};

const PreviewSchema = Type.Object({
  kind: oneOf(['csv', 'vcard', 'jcard'] as const),
  encoding: Type.String(),
  columns: Type.Array(Type.Object({ name: Type.String(), field: Type.Optional(Type.String()) })),
  ...Rows,
});
const ResultSchema = Type.Object({ ...Rows, mailed: Type.Integer({ description: 'mails with a link' }) });

const Form = {
  orgId: Id,
  file: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }),
};

/** `/peer-imports`: people out of a table or vCards, as drafts that nobody but they themselves may publish. */
export const peerImportRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config, database } = hub;
  await app.register(multipart, {
    limits: { fileSize: config.limits.importBytes, files: 1, fields: 2, fieldSize: 200, parts: 3, headerPairs: 20 },
  });
  const tags = ['peers'];
  const common = {
    config: { rate: 'upload' as const },
    // The form is checked while it is read; the schema describes it.
    validatorCompiler: () => () => true,
  };
  const consumes = ['multipart/form-data'];

  app.post(
    '/api/v1/peer-imports/preview',
    {
      ...common,
      schema: {
        tags,
        operationId: 'previewPeerImport',
        description: `What a file (CSV, vCard, jCard; up to ${config.limits.importPeople} people) would do. Nothing is kept.`,
        consumes,
        body: Type.Object(Form),
        response: { 200: PreviewSchema },
      },
      onRequest: async (request) => void demandAccount(request.caller),
    },
    async (request, reply) => {
      const { source, orgName, file, people } = await readImportOrder(hub, request);
      reply.header('cache-control', 'no-store');
      const plan = await database.write([], async (transaction) =>
        planImport(hub, transaction, await ImportKeys.open(transaction), source, people),
      );
      const { kind, encoding, columns } = file;
      return { kind, encoding, columns: [...columns], ...describePlan(plan, orgName) } as never;
    },
  );

  app.post(
    '/api/v1/peer-imports',
    {
      ...common,
      schema: {
        tags,
        operationId: 'importPeers',
        description:
          'Makes drafts of the people in a file, which nobody else sees. With `invite` each of them is mailed a link, by which ' +
          'they look at their entry, publish it, or have it deleted for good.',
        consumes,
        body: Type.Object({ ...Form, invite: Type.Optional(oneOf(['true', 'false'] as const)) }),
        response: { 201: ResultSchema },
      },
      onRequest: async (request) => void demandAccount(request.caller),
    },
    async (request, reply) => {
      const caller = demandAccount(request.caller);
      const { source, orgName, invite, people, file, digest } = await readImportOrder(hub, request);
      if (invite && !config.signIn.invitations) {
        throw invalidFields([
          { field: 'invite', code: 'not-allowed', message: 'this hub signs nobody in by a mailed link' },
        ]);
      }
      // A repeated request is told by what the form holds.
      Object.assign(request, { body: { digest } });
      const names = new Map<number, string>();
      for (const { line, fields } of people) if (fields.displayName) names.set(line, fields.displayName);
      return writeOnce<ImportResult>(
        hub,
        request,
        reply,
        [PEERS_TOPIC, ACCOUNTS_TOPIC],
        async (transaction) => {
          const plan = await planImport(hub, transaction, await ImportKeys.open(transaction), source, people);
          const { invitable } = await storeImport(hub, transaction, source, plan);
          const mailed = invite
            ? await inviteImported(hub, transaction, {
                people: invitable,
                orgId: source.orgId,
                from: { displayName: caller.person.displayName, personId: caller.person.id },
                base: ownBase(request, config),
                unclaimedDays: config.retention.unclaimedPeopleDays,
              })
            : 0;
          const { rows, counts } = describePlan(plan, orgName);
          await audit(transaction, caller, {
            action: 'peer-import.create',
            object: { type: PEER_IMPORT, id: source.orgId, orgId: source.orgId },
            detail: { kind: file.kind, ...counts, mailed },
          });
          // Names are not kept with the answer; what an organisation's list says of people stays with them.
          const nameless = rows.map(({ displayName: _name, ...row }) => ({
            ...row,
            problems: row.problems.map(({ value: _value, ...problem }) => problem),
          }));
          return { status: 201, body: { rows: nameless, counts, mailed } };
        },
        (result) => ({
          ...result,
          rows: result.rows.map((row) => {
            const displayName = names.get(row.line);
            return displayName === undefined ? row : { ...row, displayName };
          }),
        }),
      );
    },
  );
};
