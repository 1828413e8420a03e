import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IDEA_SORTS } from '../../../src/backend/ports.ts';
import { ACCOUNTS_TOPIC } from '../accounts/accounts.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import { CursorQuery, Id, LimitQuery, oneOf } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { findAudience } from './idea-audience.ts';
import { readChoice } from './idea-conditions.ts';
import { IdeaCounter } from './idea-counts.ts';
import { listIdeas, type IdeaListQuery } from './idea-list.ts';
import { listedIdeas } from './idea-mapping.ts';
import { maySeeIdea } from './idea-rules.ts';
import {
  AudienceSchema,
  HelpKindSchema,
  IdeaPageSchema,
  ReachSchema,
  SimilarSchema,
  StageSchema,
} from './idea-schema.ts';
import { accessOf } from './idea-secret.ts';
import { findIdea, IDEAS_TOPIC } from './idea-store.ts';
import { readSearch } from './idea-words.ts';
import { findSimilar } from './similar-ideas.ts';

const Several = <T extends ReturnType<typeof Type.String>>(schema: T, description?: string) =>
  Type.Optional(Type.Array(schema, { maxItems: 50, ...(description && { description }) }));
const Name = Type.String({ maxLength: 200 });

const ListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  stage: Type.Optional(Type.Array(StageSchema, { maxItems: 50 })),
  topic: Several(Name, 'ids or labels; topics below them count'),
  org: Several(Name, 'ids or names'),
  reach: Type.Optional(Type.Array(ReachSchema, { maxItems: 50 })),
  need: Type.Optional(Type.Array(HelpKindSchema, { maxItems: 50 })),
  sort: Type.Optional(oneOf(IDEA_SORTS, 'default: what fits best where there is a `q`, else the newest activity')),
  mine: Type.Optional(oneOf(['author', 'following'] as const)),
  queue: Type.Optional(Type.Boolean({ description: 'what waits for the caller as a moderator' })),
  limit: LimitQuery,
  cursor: CursorQuery,
});

const tags = ['ideas'];

/** Ideas as a list, what is like them, who will see them. */
export const ideaListRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { database, directory } = hub;
  const { kysely } = database;
  const counter = new IdeaCounter(database, directory);
  app.addSchema(IdeaPageSchema);

  app.get(
    '/api/v1/ideas',
    {
      config: { reads: [IDEAS_TOPIC, ACCOUNTS_TOPIC] },
      schema: {
        tags,
        operationId: 'listIdeas',
        description:
          'Several values of one property widen, several properties narrow. Counts of a property are as if nothing had ' +
          'been chosen in it. Over very many ideas counts may be some seconds old.',
        querystring: ListQuery,
        response: { 200: Type.Ref('IdeaPage') },
      },
    },
    async (request) => {
      const { caller, now } = request;
      const query: IdeaListQuery = { ...request.query, limit: request.query.limit ?? 50 };
      const chosen = readChoice(query, directory);
      const search = await readSearch(kysely, directory, query.q);
      const counts = await counter.count(caller, query, chosen, search, now);
      const page = await listIdeas(kysely, caller, query, chosen, search, counts.total);
      const items = await listedIdeas(hub, kysely, request, page.rows);
      return { items: items as never[], nextCursor: page.nextCursor, ...counts, problems: [] };
    },
  );

  app.get(
    '/api/v1/ideas/similar',
    {
      schema: {
        tags,
        operationId: 'findSimilarIdeas',
        description: 'Ideas, practices, meetings to come and people who know, the best first; at most five.',
        querystring: Type.Object({
          q: Type.String({ maxLength: 2000 }),
          without: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, default: 5 })),
        }),
        response: { 200: SimilarSchema },
      },
    },
    async ({ caller, now, query }) => ({
      items: [...(await findSimilar(hub, kysely, caller, { ...query, limit: query.limit ?? 5 }, now))] as never[],
    }),
  );

  app.get(
    '/api/v1/ideas/audience',
    {
      schema: {
        tags,
        operationId: 'getIdeaAudience',
        description: 'Who will see an idea with a reach. Of an idea, of an organisation, else of the caller’s own.',
        querystring: Type.Object({ reach: ReachSchema, orgId: Type.Optional(Name), ideaId: Type.Optional(Id) }),
        response: { 200: AudienceSchema },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { reach, orgId, ideaId } = query;
      let orgIds: readonly string[] = [];
      if (ideaId !== undefined) {
        const row = await findIdea(kysely, ideaId);
        if (!row || !maySeeIdea(caller, row, accessOf(request, row))) throw new HttpProblem('not-found');
        ({ orgIds } = row);
      } else if (orgId !== undefined) {
        const id = directory.organisation(orgId)?.id;
        const isOwn = caller.kind === 'account' && caller.memberships.some(({ org }) => org.id === orgId);
        if (id === undefined && !isOwn) {
          throw invalidFields([{ field: 'orgId', code: 'not-found', message: 'is not an organisation of this hub' }]);
        }
        orgIds = [id ?? orgId];
      } else if (caller.kind === 'account') {
        const home = caller.person.org?.id ?? caller.memberships[0]?.org.id;
        orgIds = home === undefined ? [] : [home];
      }
      const { orgs, ...audience } = await findAudience(hub, kysely, caller, reach, orgIds);
      return { ...audience, orgs: [...orgs] };
    },
  );
};
