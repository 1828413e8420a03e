import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Visibility } from '../../../src/model/common.ts';
import { audit } from '../audit/audit.ts';
import { actionsOf, demand, maySee, type Guarded } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { Hub } from '../hub.ts';
import { matchesEtag } from '../http/conditional-reads.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import { writeOnce } from '../http/idempotency.ts';
import { Can, Id, Instant, oneOf, Visibility as VisibilitySchema } from '../http/shared-schemas.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { Budget } from '../limits/budget.ts';
import { clientKey } from '../limits/client-key.ts';
import { disposition, isImage, MEDIA_TYPES, type MediaType } from './media-type.ts';
import { UPLOAD } from './upload-rules.ts';
import type { NewUpload, UploadRow } from './uploads.ts';

const VISIBILITIES: readonly Visibility[] = ['self', 'unit', 'organisation', 'network', 'public'];

const SWEEP = defineJob({ name: 'uploads.sweep', data: Type.Object({}), once: true });

const UploadSchema = Type.Object({
  id: Id,
  type: Type.Literal('upload'),
  url: Type.String({ description: 'address on this hub' }),
  mediaType: oneOf(MEDIA_TYPES),
  fileName: Type.String(),
  bytes: Type.Integer(),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
  alt: Type.Optional(Type.String()),
  visibility: VisibilitySchema,
  createdAt: Instant,
  can: Can,
});

const guarded = ({ visibility, orgId, unit, createdBy }: UploadRow): Guarded => ({
  type: UPLOAD,
  visibility: visibility as Visibility,
  orgId,
  unit,
  createdBy,
});

function describe(row: UploadRow, caller: Caller) {
  const { id, mediaType, fileName, bytes, width, height, alt, visibility, createdAt } = row;
  return {
    id,
    type: 'upload' as const,
    url: `/api/v1/uploads/${id}`,
    mediaType: mediaType as MediaType,
    fileName,
    bytes,
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    ...(alt !== null && { alt }),
    visibility: visibility as Visibility,
    createdAt: createdAt.toISOString(),
    can: actionsOf(caller, guarded(row)),
  };
}

async function readForm(request: FastifyRequest): Promise<NewUpload> {
  if (!request.isMultipart()) throw new HttpProblem('unsupported-media-type', { detail: 'Send multipart/form-data.' });
  const fields = new Map<string, string>();
  let content: Buffer | undefined;
  let fileName: string | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      // Every part is read to its end, or the rest of the form never comes.
      const bytes = await part.toBuffer();
      if (part.fieldname !== 'file') {
        throw invalidFields([{ field: part.fieldname, code: 'unknown-field', message: 'is no field of this form' }]);
      }
      content = bytes;
      fileName = part.filename;
    } else fields.set(part.fieldname, String(part.value));
  }
  for (const name of fields.keys()) {
    if (name === 'alt' || name === 'visibility') continue;
    throw invalidFields([{ field: name, code: 'unknown-field', message: 'is no field of this form' }]);
  }
  if (!content || content.length === 0) {
    throw invalidFields([{ field: 'file', code: 'required', message: 'is missing or empty' }]);
  }
  const visibility = VISIBILITIES.find((known) => known === (fields.get('visibility') ?? 'self'));
  if (!visibility) {
    throw invalidFields([
      { field: 'visibility', code: 'not-allowed', message: `must be one of ${VISIBILITIES.join(', ')}` },
    ]);
  }
  return { content, fileName, alt: fields.get('alt'), visibility };
}

/** Files an hour that strangers of one client may send; a town hall is one client. */
const STRANGERS_FILES = 30;
/** Bytes of strangers that wait for an idea to show them; what waits is removed after a day. */
const STRANGERS_BYTES = 1_000_000_000;

/** `/uploads`: pictures and PDF files, by people who are signed in, and by strangers where they may submit ideas. */
export const uploadRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { uploads, config, database, jobs, clock } = hub;
  jobs.define(SWEEP, async () => void (await uploads.sweep(clock())));
  jobs.schedule(SWEEP, '17 * * * *', {});
  if (config.uploads.maxFiles === 0) return;
  await app.register(multipart, {
    limits: { fileSize: config.uploads.maxBytes, files: 1, fields: 4, fieldSize: 4_000, parts: 5, headerPairs: 20 },
  });
  const tags = ['uploads'];
  const strangers = new Budget(STRANGERS_FILES, 3_600_000);

  async function demandStrangersRoom(client: string, now: number): Promise<void> {
    const wait = strangers.take(client, now);
    if (wait > 0) throw new HttpProblem('rate-limited', { retryAfter: Math.ceil(wait / 1000) });
    if ((await uploads.strangersBytes()) > STRANGERS_BYTES) throw new HttpProblem('rate-limited', { retryAfter: 3600 });
  }
  const params = Type.Object({ id: Id });

  app.post(
    '/api/v1/uploads',
    {
      config: { rate: 'upload' },
      schema: {
        tags,
        operationId: 'createUpload',
        description:
          `A form (multipart/form-data) with \`file\` (${MEDIA_TYPES.join(', ')}, up to ${config.uploads.maxBytes} bytes), ` +
          '`alt` (required for pictures) and `visibility` (default `self`). Pictures are drawn anew, without metadata. ' +
          'What no object shows within a day is removed.',
        consumes: ['multipart/form-data'],
        body: Type.Object({
          file: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }),
          alt: Type.Optional(Type.String({ maxLength: 500 })),
          visibility: Type.Optional(VisibilitySchema),
        }),
        response: { 201: UploadSchema },
      },
      // The form is checked while it is read; the schema describes it.
      validatorCompiler: () => () => true,
      // Before a byte of the file is read.
      onRequest: async (request) => {
        const { caller, now } = request;
        if (caller.kind === 'anonymous' && config.ideas.anonymous)
          return demandStrangersRoom(clientKey(request.ip), now);
        demand(caller, 'create', { type: UPLOAD });
      },
    },
    async (request, reply) => {
      const { caller } = request;
      const form = await readForm(request);
      // What strangers send is seen by nobody until an idea shows it.
      const checked = await uploads.check(caller.kind === 'anonymous' ? { ...form, visibility: 'self' } : form);
      const { sha256, alt, visibility } = checked;
      // A repeated request is told by what the form holds.
      Object.assign(request, { body: { sha256, alt, visibility } });
      return writeOnce(hub, request, reply, [], async (transaction) => {
        const row = await uploads.keep(transaction, caller, checked);
        await audit(transaction, caller, {
          action: 'upload.create',
          object: { type: UPLOAD, id: row.id, orgId: row.orgId },
          detail: { mediaType: row.mediaType, bytes: row.bytes },
        });
        return { status: 201, body: describe(row, caller), location: `/api/v1/uploads/${row.id}` };
      });
    },
  );

  app.get(
    '/api/v1/uploads/:id',
    {
      schema: {
        tags,
        operationId: 'getUpload',
        params,
        produces: [...MEDIA_TYPES],
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }), 304: Type.Null() },
      },
    },
    async (request, reply) => {
      const row = await uploads.find(request.params.id);
      if (!row) throw new HttpProblem('not-found');
      if (!maySee(request.caller, guarded(row)) && !(await uploads.isSeen(request, row.id))) {
        throw new HttpProblem('not-found');
      }
      const etag = `"${row.sha256}"`;
      reply
        .header('etag', etag)
        .header('cache-control', row.visibility === 'public' ? 'public, no-cache' : 'private, no-cache')
        .header('vary', 'Authorization, Cookie, X-Demo-Person, X-Idea-Secret')
        .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
      if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send(null);
      const content = await uploads.store.get(row.id);
      if (!content) throw new HttpProblem('gone');
      const kind = isImage(row.mediaType as MediaType) ? 'inline' : 'attachment';
      return reply
        .type(row.mediaType)
        .header('content-disposition', disposition(kind, row.fileName))
        .serializer((bytes: unknown) => bytes as never)
        .send(content);
    },
  );

  app.delete(
    '/api/v1/uploads/:id',
    { schema: { tags, operationId: 'deleteUpload', params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { caller } = request;
      const row = await uploads.find(request.params.id);
      if (!row) throw new HttpProblem('not-found');
      demand(caller, 'delete', guarded(row));
      await database.write([], async (transaction) => {
        if (!(await uploads.remove(transaction, row.id))) {
          throw new HttpProblem('conflict', { detail: 'The file is shown somewhere; take it away there first.' });
        }
        await audit(transaction, caller, {
          action: 'upload.delete',
          object: { type: UPLOAD, id: row.id, orgId: row.orgId },
        });
      });
      await uploads.store.remove(row.id);
      return reply.code(204).send(null);
    },
  );
};
