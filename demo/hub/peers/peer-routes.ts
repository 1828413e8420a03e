import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { maySee } from '../authorization/can.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { Id } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { answerPeople } from '../limits/people-budget.ts';
import { IMAGE_TYPES } from '../uploads/media-type.ts';
import { contributionsOf } from './contributions.ts';
import { answerPeers, guardedPeer } from './peer-mapping.ts';
import { PeerSchema, PeerVocabularySchema } from './peer-schema.ts';
import { findProfile, todayOf } from './peer-store.ts';

const tags = ['peers'];

/** `/peers/{id}` and what forms need to know before they ask. The list is a matter of its own. */
export const peerRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database, directory, config, mailer } = hub;

  app.get(
    '/api/v1/peers/vocabulary',
    {
      config: { reads: [] },
      schema: { tags, operationId: 'peerVocabulary', response: { 200: PeerVocabularySchema } },
    },
    () => ({
      topics: [...directory.topics],
      orgs: directory.organisations.map(({ id, name, kind, url }) => ({ id, name, kind, ...(url && { url }) })),
      ...(config.uploads.maxFiles > 0 && { photo: { bytes: config.uploads.maxBytes, mediaTypes: [...IMAGE_TYPES] } }),
      mails: mailer.isEnabled,
    }),
  );

  app.get(
    '/api/v1/peers/:id',
    {
      schema: {
        tags,
        operationId: 'getPeer',
        description:
          'One entry, as much of it as the caller may see, with what the person did in ideas and at events. Who is not ' +
          'listed, who is not for the caller and who does not exist are told alike: 404 `not-listed`.',
        params: Type.Object({ id: Id }),
        response: { 200: PeerSchema },
      },
    },
    async (request, reply) => {
      const { caller, now, params } = request;
      const { kysely } = database;
      const row = await findProfile(kysely, params.id);
      if (!row || !maySee(caller, guardedPeer(row, now, todayOf(hub, now)))) throw new HttpProblem('not-listed');
      const contributions = new Map([[row.personId, await contributionsOf(kysely, caller, row.personId)]]);
      const [peer] = await answerPeers(hub, kysely, caller, [row], { now, contributions, ownWhole: true });
      if (!peer) throw new HttpProblem('not-listed');
      reply.resourceVersion = row.version;
      return answerPeople(hub, request, reply, { ...peer }, peer.me?.self ? 0 : 1);
    },
  );
  return Promise.resolve();
};
