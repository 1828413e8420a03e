import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { can } from '../authorization/can.ts';
import { OrgRefSchema, TopicSchema } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import '../impulses/impulse-rules.ts';

const Vocabulary = Type.Object({
  topics: Type.Array(TopicSchema),
  orgs: Type.Array(OrgRefSchema, { description: 'for which the caller may create events' }),
  offers: Type.Boolean({ description: 'the caller may offer impulses and begin learning circles' }),
  mails: Type.Boolean({ description: 'the hub sends mails' }),
  keptDays: Type.Integer({ description: 'days after an event until notes and needs of those registered are deleted' }),
});

/** What a form for events needs to know before it asks. */
export const eventVocabularyRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { config, directory, mailer } = hub;
  app.get(
    '/api/v1/events/vocabulary',
    {
      config: { reads: [ACCOUNTS_TOPIC] },
      schema: { tags: ['events'], operationId: 'eventVocabulary', response: { 200: Vocabulary } },
    },
    ({ caller }) => ({
      topics: [...directory.topics],
      orgs: directory.organisations
        .filter(({ id }) => can(caller, 'create', { type: 'event', visibility: 'public', orgId: id }))
        .flatMap(({ id }) => directory.orgRef(id) ?? []),
      offers: can(caller, 'create', { type: 'impulse' }),
      mails: mailer.isEnabled,
      keptDays: config.retention.registrationTextDays,
    }),
  );
  return Promise.resolve();
};
