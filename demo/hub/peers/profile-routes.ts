import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { demandAccount, maySee } from '../authorization/can.ts';
import { channelsOf } from '../contacts/contact-channels.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { askedLanguage } from '../http/asked-language.ts';
import { writeOnce } from '../http/idempotency.ts';
import type { Hub } from '../hub.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { IMAGE_TYPES } from '../uploads/media-type.ts';
import { scheduleMoves } from './belonging.ts';
import { ownProfile, type OwnProfile } from './own-profile.ts';
import { isSeenBy } from '../../../src/model/peer.ts';
import { audienceOf } from './peer-audience.ts';
import { schedulePeerCare } from './peer-care.ts';
import { peerData } from './peer-data.ts';
import { guardedPeer, profileOf } from './peer-mapping.ts';
import { PROFILE } from './peer-rules.ts';
import { findProfile, PEERS_TOPIC, todayOf } from './peer-store.ts';
import { checkPhoto, readPhotoForm, savePhoto } from './profile-photo.ts';
import { ConsentInputSchema, PeerProfileSchema, ProfileInputSchema } from './profile-schema.ts';
import { profileCard, type CardPhoto } from './profile-vcard.ts';
import { removeOwnProfile, saveConsent, saveOwnProfile } from './profile-writes.ts';

const tags = ['peers', 'me'];
const Headers = Type.Object({
  'if-match': Type.Optional(Type.String({ maxLength: 500 })),
  'accept-language': Type.Optional(Type.String({ maxLength: 1000 })),
});
const KeyHeaders = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })) });
const response = { 200: PeerProfileSchema };
/** A name stands in what others have cached, too. */
const NAME_TOPICS = [PEERS_TOPIC, ACCOUNTS_TOPIC, IDEAS_TOPIC, EVENTS_TOPIC];

/** `/me/profile`: the caller's own entry, their consent, their picture, their card. */
export const profileRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database, uploads, personalData, config } = hub;
  personalData.add(peerData(hub));
  schedulePeerCare(hub);
  scheduleMoves(hub);
  for (const schema of [ProfileInputSchema, ConsentInputSchema]) app.addSchema(schema);

  const read = (db: Kysely<Tables>, { caller, now, headers }: FastifyRequest): Promise<OwnProfile> =>
    ownProfile(hub, db, demandAccount(caller), {
      now,
      language: askedLanguage(headers['accept-language'], config.language),
    });

  // A portrait is seen as far as the entry's `photo`, for as long as the entry is listed.
  uploads.seenWith(PROFILE, async ({ caller, now }, personId) => {
    const row = await findProfile(database.kysely, personId);
    if (!row) return false;
    const today = todayOf(hub, now);
    const isOwn = caller.kind === 'account' && caller.person.id === personId;
    if (isOwn || !maySee(caller, guardedPeer(row, now, today))) return isOwn;
    return isSeenBy(profileOf(row, today).fieldVisibility.photo, audienceOf(caller, row));
  });

  async function photoOf(personId: string): Promise<CardPhoto | undefined> {
    const { photoId } = (await findProfile(database.kysely, personId)) ?? {};
    const upload = photoId ? await uploads.find(photoId) : undefined;
    const content = upload && (await uploads.store.get(upload.id));
    return content && { mediaType: upload.mediaType, content };
  }

  /** Writes in one transaction and answers with the entry as it is then. */
  async function change<T>(
    request: FastifyRequest,
    topics: readonly string[],
    work: (transaction: HubTransaction) => Promise<T>,
  ): Promise<OwnProfile & { readonly result: T }> {
    demandAccount(request.caller);
    return database.write(topics, async (transaction) => {
      const result = await work(transaction);
      return { ...(await read(transaction, request)), result };
    });
  }

  app.get(
    '/api/v1/me/profile',
    {
      schema: {
        tags,
        operationId: 'getMyProfile',
        description: 'A draft of what the account says where nothing is kept yet. Looking keeps nothing.',
        headers: Headers,
        response,
      },
    },
    async (request, reply) => {
      const { profile, version } = await read(database.kysely, request);
      reply.resourceVersion = version;
      return profile;
    },
  );

  app.put(
    '/api/v1/me/profile',
    {
      schema: {
        tags,
        operationId: 'putMyProfile',
        description: 'What is absent stays, `null` empties.',
        headers: Headers,
        body: Type.Ref('ProfileInput'),
        response,
      },
    },
    async (request, reply) => {
      const input = request.body as Parameters<typeof saveOwnProfile>[3];
      const topics = input.displayName === undefined ? [PEERS_TOPIC] : NAME_TOPICS;
      const { profile, version } = await change(request, topics, (transaction) =>
        saveOwnProfile(hub, transaction, request, input),
      );
      reply.resourceVersion = version;
      return profile;
    },
  );

  app.put(
    '/api/v1/me/profile/consent',
    {
      schema: {
        tags,
        operationId: 'putMyConsent',
        description:
          'Publishes the entry or renews the consent (`listed: true`, to the text of `textVersion`), or takes the entry out.',
        headers: Headers,
        body: Type.Ref('ConsentInput'),
        response,
      },
    },
    async (request, reply) => {
      const input = request.body as Parameters<typeof saveConsent>[3];
      const { profile, version } = await change(request, [PEERS_TOPIC], (transaction) =>
        saveConsent(hub, transaction, request, input),
      );
      reply.resourceVersion = version;
      return profile;
    },
  );

  app.delete(
    '/api/v1/me/profile',
    {
      schema: {
        tags,
        operationId: 'deleteMyProfile',
        description: 'Deletes the entry with its offers and its picture. The account stays.',
        headers: Headers,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      demandAccount(request.caller);
      const photo = await database.write([PEERS_TOPIC], (transaction) => removeOwnProfile(hub, transaction, request));
      if (photo !== undefined) await uploads.store.remove(photo);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/me/profile.vcf',
    {
      schema: {
        tags,
        operationId: 'getMyCard',
        description: 'The own entry as vCard 4 (RFC 6350), with what the person has written, addresses included.',
        produces: ['text/vcard'],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const { profile } = await read(database.kysely, request);
      const photo = await photoOf(profile.id);
      return reply
        .type('text/vcard; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="profile.vcf"')
        .serializer((text: unknown) => text as string)
        .send(profileCard(profile, photo));
    },
  );

  if (config.uploads.maxFiles > 0) {
    await app.register(multipart, {
      limits: { fileSize: config.uploads.maxBytes, files: 1, fields: 4, fieldSize: 4_000, parts: 5, headerPairs: 20 },
    });
    app.post(
      '/api/v1/me/profile/photo',
      {
        config: { rate: 'upload' },
        schema: {
          tags,
          operationId: 'sendMyPhoto',
          description:
            'A form (multipart/form-data): `alt`, `crop` (`x,y,size` in pixels of the upright picture; default: the ' +
            `middle), \`file\` (${IMAGE_TYPES.join(', ')}, up to ${config.uploads.maxBytes} bytes). The square is drawn ` +
            'anew, 512 pixels at most, without metadata.',
          consumes: ['multipart/form-data'],
          headers: KeyHeaders,
          body: Type.Object({
            alt: Type.String({ maxLength: 1200 }),
            crop: Type.Optional(Type.String({ pattern: '^\\d{1,6},\\d{1,6},\\d{1,6}$' })),
            file: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }),
          }),
          response,
        },
        // The form is checked while it is read; the schema describes it.
        validatorCompiler: () => () => true,
        // Before a byte of the file is read.
        onRequest: (request, _reply, done) => {
          demandAccount(request.caller);
          done();
        },
      },
      async (request, reply) => {
        const upload = await checkPhoto(hub, await readPhotoForm(request));
        // A repeated request is told by what the form holds.
        Object.assign(request, { body: { sha256: upload.sha256, alt: upload.alt } });
        let before: string | undefined;
        const channels = await channelsOf(database.kysely, demandAccount(request.caller).person.id);
        await writeOnce(
          hub,
          request,
          reply,
          [PEERS_TOPIC],
          async (transaction) => {
            before = await savePhoto(hub, transaction, request, upload);
            const { profile, version } = await read(transaction, request);
            // Addresses are not kept with the answer.
            return { status: 200, body: { ...profile, channels: {} }, version };
          },
          (profile) => ({ ...profile, channels }),
        );
        if (before !== undefined) await uploads.store.remove(before);
        return reply;
      },
    );
  }

  app.delete(
    '/api/v1/me/profile/photo',
    { schema: { tags, operationId: 'deleteMyPhoto', headers: Headers, response } },
    async (request, reply) => {
      const { profile, version, result } = await change(request, [PEERS_TOPIC], (transaction) =>
        savePhoto(hub, transaction, request, undefined),
      );
      if (result !== undefined) await uploads.store.remove(result);
      reply.resourceVersion = version;
      return profile;
    },
  );
};
