import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { unlinkIdentity, waysInto } from '../accounts/linked-identities.ts';
import { demandAccount } from '../authorization/can.ts';
import type { Hub } from '../hub.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { Id, Instant } from '../http/shared-schemas.ts';
import type { Sessions } from './sessions.ts';

const WayInSchema = Type.Object({
  id: Id,
  label: Type.String({ description: 'the name of the identity provider' }),
  createdAt: Instant,
  first: Type.Boolean({ description: 'the one that the account began with; it cannot be taken away' }),
});

/** `POST /sign-out`, `/me/identities`: the end of a session, and the ways to sign in to one's account. */
export const signInAccountRoutes: FastifyPluginAsyncTypebox<{ hub: Hub; sessions: Sessions }> = async (
  app,
  { hub, sessions },
) => {
  const tags = ['me'];
  const labelOf = (issuer: string): string =>
    hub.config.signIn.issuers.find((known) => known.issuer === issuer)?.label ?? issuer;

  app.post(
    '/api/v1/sign-out',
    { schema: { tags, operationId: 'signOut', response: { 204: Type.Null() } } },
    async (request, reply) => {
      await sessions.end(request, reply);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/me/identities',
    {
      schema: {
        tags,
        operationId: 'listMyIdentities',
        response: { 200: Type.Object({ items: Type.Array(WayInSchema) }) },
      },
    },
    async (request) => {
      const ways = await waysInto(hub.database.kysely, demandAccount(request.caller).accountId);
      return {
        items: ways.map(({ id, issuer, createdAt, first }) => ({
          id,
          label: labelOf(issuer),
          createdAt: createdAt.toISOString(),
          first,
        })),
      };
    },
  );

  app.delete(
    '/api/v1/me/identities/:id',
    {
      schema: {
        tags,
        operationId: 'deleteMyIdentity',
        params: Type.Object({ id: Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { accountId } = demandAccount(request.caller);
      if (!(await unlinkIdentity(hub, accountId, request.params.id))) throw new HttpProblem('not-found');
      return reply.code(204).send(null);
    },
  );
};
