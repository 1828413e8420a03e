import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ROLES } from '../authorization/caller.ts';
import type { HubConfig } from '../config/config.ts';
import { invalidFields } from '../http/http-problem.ts';
import { oneOf, OrgRefSchema } from '../http/shared-schemas.ts';
import { demoPerson, DEMO_PEOPLE, roleOf, type DemoPerson } from './demo-people.ts';
import { demandOwnPage } from './own-page.ts';
import { parseForm } from './page/parse-form.ts';
import { isKnownOrigin, returnAddress } from './return-address.ts';
import type { Sessions } from './sessions.ts';

const DemoPersonSchema = Type.Object({
  id: Type.String(),
  displayName: Type.String(),
  org: OrgRefSchema,
  unit: Type.Optional(Type.String()),
  role: oneOf(ROLES),
});

interface Options {
  readonly config: Pick<HubConfig, 'publicUrl' | 'cors'>;
  readonly sessions: Sessions;
  readonly accountOf: (person: DemoPerson) => Promise<string>;
  readonly demandLocal: (request: FastifyRequest) => void;
}

/** `GET /demo/people`, `POST|DELETE /demo/session`: who one may be in the demo, and the switch to it. */
export const demoRoutes: FastifyPluginAsyncTypebox<Options> = async (app, options) => {
  const { sessions, accountOf, demandLocal, config } = options;
  app.addHook('onRequest', (request, _reply, done) => {
    demandLocal(request);
    done();
  });

  app.get(
    '/api/v1/demo/people',
    {
      schema: {
        tags: ['demo'],
        operationId: 'listDemoPeople',
        response: { 200: Type.Object({ items: Type.Array(DemoPersonSchema) }) },
      },
    },
    () => ({
      items: DEMO_PEOPLE.map((person) => ({
        id: person.id,
        displayName: person.displayName,
        org: { id: person.org.id, name: person.org.name },
        ...(person.unit && { unit: person.unit }),
        role: roleOf(person),
      })),
    }),
  );

  app.post(
    '/api/v1/demo/session',
    {
      schema: {
        tags: ['demo'],
        operationId: 'beginDemoSession',
        body: Type.Object(
          { person: Type.String({ minLength: 1, maxLength: 128, description: 'id or role' }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      demandOwnPage(request, config);
      const person = demoPerson(request.body.person);
      if (!person) {
        throw invalidFields([{ field: 'person', code: 'not-found', message: 'is nobody of /api/v1/demo/people' }]);
      }
      await sessions.begin(request, reply, await accountOf(person));
      return reply.code(204).send(null);
    },
  );

  // The same switch as a form of the sign-in page.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parseForm);
  app.post(
    '/sign-in/demo',
    {
      schema: {
        hide: true,
        body: Type.Object({
          person: Type.String({ maxLength: 128 }),
          return: Type.Optional(Type.String({ maxLength: 2000 })),
          popup: Type.Optional(Type.String({ maxLength: 5 })),
          origin: Type.Optional(Type.String({ maxLength: 300 })),
        }),
      },
    },
    async (request, reply) => {
      demandOwnPage(request, config);
      const { person: id, return: back, popup, origin } = request.body;
      const person = demoPerson(id);
      if (!person) throw invalidFields([{ field: 'person', code: 'not-found', message: 'is nobody of the demo' }]);
      await sessions.begin(request, reply, await accountOf(person));
      const told = popup && origin && isKnownOrigin(origin, request, config);
      return reply.redirect(
        told ? `/sign-in/done?${new URLSearchParams({ origin })}` : returnAddress(back, request, config),
        303,
      );
    },
  );

  app.delete(
    '/api/v1/demo/session',
    { schema: { tags: ['demo'], operationId: 'endDemoSession', response: { 204: Type.Null() } } },
    async (request, reply) => {
      demandOwnPage(request, config);
      await sessions.end(request, reply);
      return reply.code(204).send(null);
    },
  );
};
