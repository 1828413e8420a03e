import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { OFFER_DIRECTIONS } from '../../../src/model/peer.ts';
import { findOrganisations } from '../accounts/organisation-refs.ts';
import { demandAccount } from '../authorization/can.ts';
import { plainText } from '../http/characters.ts';
import { CursorQuery, FacetSchema, LimitQuery, oneOf, TopicSchema } from '../http/shared-schemas.ts';
import type { Hub } from '../hub.ts';
import { answerPeople } from '../limits/people-budget.ts';
import { answerPeers } from '../peers/peer-mapping.ts';
import { PeerSchema } from '../peers/peer-schema.ts';
import { findProfiles, todayOf } from '../peers/peer-store.ts';
import { peerIndexOf } from './peer-index.ts';
import { PeerList } from './peer-list.ts';
import { matchesOf } from './peer-matches.ts';
import { PeerView } from './peer-view.ts';
import { findHits, readPeerSearch } from './peer-words.ts';
import { scheduleSearchCare } from './search-care.ts';

/** What is typed beyond is not looked at. */
export const LONGEST_QUERY = 200;

/** A search as it is looked for: without what nobody types, and not longer than anybody types. */
export const searchText = (q: string | undefined): string =>
  [...plainText((q ?? '').slice(0, 4 * LONGEST_QUERY))].slice(0, LONGEST_QUERY).join('');

export const Several = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50, description }));

const ListQuery = Type.Object({
  q: Type.Optional(Type.String({ description: 'words; what is longer than 200 characters is cut' })),
  topic: Several('ids or labels; topics below them count'),
  org: Several('ids or names'),
  language: Several('BCP 47'),
  direction: Type.Optional(Type.Array(oneOf(OFFER_DIRECTIONS), { maxItems: 2 })),
  available: Type.Optional(Type.Boolean({ description: 'only those who answer requests at present' })),
  limit: LimitQuery,
  cursor: CursorQuery,
});

const PeerPageSchema = Type.Object(
  {
    items: Type.Array(PeerSchema),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    total: Type.Integer(),
    facets: Type.Object({
      org: FacetSchema,
      topic: FacetSchema,
      language: FacetSchema,
      direction: FacetSchema,
      available: FacetSchema,
    }),
  },
  { $id: 'PeerPage' },
);

const MatchPageSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      peer: PeerSchema,
      score: Type.Number({ description: '0 to 1' }),
      why: Type.Array(
        Type.Object({
          kind: oneOf(['seeks-yours', 'offers-yours', 'shared', 'broader', 'near', 'elsewhere'] as const),
          topic: Type.Optional(TopicSchema),
        }),
      ),
    }),
  ),
});

/** People as a list: searched, narrowed and counted by what the caller may see of each of them. */
export const peerListRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = (app, { hub }) => {
  const { database, directory } = hub;
  const { kysely } = database;
  const index = peerIndexOf(hub);
  app.addSchema(PeerPageSchema);
  scheduleSearchCare(hub);
  // So that the first reader does not wait until everybody has been read.
  app.addHook('onReady', () => index.follow(hub.clock(), todayOf(hub, hub.clock())));

  app.get(
    '/api/v1/peers',
    {
      schema: {
        tags: ['peers'],
        operationId: 'listPeers',
        description:
          'People who want to be found, as much of each as the caller may see; what is hidden from the caller is neither ' +
          'found nor counted. With words the best hits first, names before the rest, else by name. Several values of one ' +
          'property widen, several properties narrow. Counts of a property are as if nothing had been chosen in it. How ' +
          'many people somebody is shown in an hour is limited (429).',
        querystring: ListQuery,
        response: { 200: Type.Ref('PeerPage') },
      },
    },
    async (request, reply) => {
      const { caller, now, query } = request;
      const today = todayOf(hub, now);
      await index.follow(now, today);
      const search = await readPeerSearch(kysely, directory, caller, searchText(query.q));
      const hits = search && (await findHits(kysely, caller, search, today, index.room));
      const list = new PeerList(index, new PeerView(index, caller), directory, query, hits);
      const { ids, facets, ...page } = list.page(query.limit ?? 50, query.cursor);
      const orgs = await findOrganisations(
        hub,
        kysely,
        facets.org.map(({ value }) => value),
      );
      const org = facets.org.map((one) => ({ ...one, label: orgs(one.value).name }));
      const rows = new Map((await findProfiles(kysely, ids)).map((row) => [row.personId, row]));
      const items = await answerPeers(
        hub,
        kysely,
        caller,
        ids.flatMap((id) => rows.get(id) ?? []),
        { now },
      );
      return answerPeople(hub, request, reply, { items, ...page, facets: { ...facets, org } }, items.length);
    },
  );

  app.get(
    '/api/v1/me/matches',
    {
      schema: {
        tags: ['peers'],
        operationId: 'listMatches',
        description:
          'People who fit the caller, the best first, people from elsewhere before colleagues, each with the reasons. ' +
          'Compared is what people wrote: of others what the caller may see, of the caller all.',
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 12 })) }),
        response: { 200: MatchPageSchema },
      },
    },
    async (request, reply) => {
      const caller = demandAccount(request.caller);
      const items = await matchesOf(hub, index, caller, request.query.limit ?? 12, request.now);
      return answerPeople(hub, request, reply, { items }, items.length);
    },
  );
  return Promise.resolve();
};
