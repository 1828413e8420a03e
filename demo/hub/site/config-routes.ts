import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EVENT_KINDS } from '../../../src/model/calendar-event.ts';
import { IDEA_LIMITS } from '../../../src/model/idea.ts';
import type { HubConfig } from '../config/config.ts';
import { ORGANISATION_KINDS, SIGN_IN_MODES } from '../config/config-schema.ts';
import type { Hub } from '../hub.ts';
import { oneOf, TopicSchema } from '../http/shared-schemas.ts';
import { MEDIA_TYPES } from '../uploads/media-type.ts';

const ConfigAnswer = Type.Object({
  title: Type.String(),
  lang: Type.String(),
  timeZone: Type.String(),
  organisations: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: oneOf(ORGANISATION_KINDS),
      ags: Type.Optional(Type.String()),
      unit: Type.Optional(Type.String()),
      parentId: Type.Optional(Type.String()),
      url: Type.Optional(Type.String()),
      logo: Type.Optional(Type.String()),
    }),
  ),
  topics: Type.Array(TopicSchema),
  eventKinds: Type.Array(Type.String()),
  signIn: Type.Object({
    mode: oneOf(SIGN_IN_MODES),
    issuers: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
    pageUrl: Type.Optional(Type.String({ description: 'page on which a browser signs in, on this hub' })),
  }),
  features: Type.Object({ mail: Type.Boolean(), uploads: Type.Boolean(), invitations: Type.Boolean() }),
  limits: Type.Object({
    pageSize: Type.Integer(),
    bodyBytes: Type.Integer(),
    uploadBytes: Type.Integer(),
    uploadFiles: Type.Integer(),
  }),
  ideas: Type.Object({
    anonymous: Type.Boolean({ description: 'strangers may submit; somebody reads it before others do' }),
    attachments: Type.Object({
      files: Type.Integer({ description: 'of one idea; 0: none are taken' }),
      bytes: Type.Integer({ description: 'of one file' }),
      mediaTypes: Type.Array(Type.String()),
    }),
  }),
});

/** Where nobody can sign in by a page, or the proxy has done it, widgets offer none. */
const hasSignInPage = ({ signIn }: HubConfig): boolean =>
  signIn.mode === 'demo' || signIn.invitations || signIn.issuers.some(({ clientId }) => clientId !== undefined);

/** `GET /api/v1/config`: what a client must know before it shows or offers anything. No secrets. */
export const configRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config } = hub;
  app.get(
    '/api/v1/config',
    { config: { reads: [] }, schema: { tags: ['config'], operationId: 'getConfig', response: { 200: ConfigAnswer } } },
    () => ({
      title: config.title,
      lang: config.language,
      timeZone: config.timeZone,
      organisations: config.organisations,
      topics: config.topics,
      eventKinds: [...EVENT_KINDS],
      signIn: {
        mode: config.signIn.mode,
        issuers: config.signIn.issuers.map(({ id, label }) => ({ id, label })),
        ...(hasSignInPage(config) && { pageUrl: '/sign-in' }),
      },
      features: {
        mail: config.mail.smtpUrl !== undefined,
        uploads: config.uploads.maxFiles > 0,
        invitations: config.signIn.invitations,
      },
      limits: {
        pageSize: 50,
        bodyBytes: config.limits.bodyBytes,
        uploadBytes: config.uploads.maxBytes,
        uploadFiles: config.uploads.maxFiles,
      },
      ideas: {
        anonymous: config.ideas.anonymous,
        attachments: {
          files: Math.min(config.uploads.maxFiles, IDEA_LIMITS.attachments),
          bytes: config.uploads.maxBytes,
          mediaTypes: [...MEDIA_TYPES],
        },
      },
    }),
  );
};
