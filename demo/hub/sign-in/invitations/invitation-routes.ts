import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { audit } from '../../audit/audit.ts';
import { addRules, demand } from '../../authorization/can.ts';
import { hasRole, ROLES } from '../../authorization/caller.ts';
import type { Hub } from '../../hub.ts';
import { HttpProblem, invalidFields } from '../../http/http-problem.ts';
import { Id, oneOf } from '../../http/shared-schemas.ts';
import { writeOnce } from '../../http/idempotency.ts';
import { MailAddress } from '../../mail/mail.ts';
import { lookOf } from '../page/sign-in-page.ts';
import { ownBase } from '../return-address.ts';
import { INVITED_MS, type Invitations } from './invitations.ts';

const INVITATION = 'invitation';
const INVITED_DAYS = INVITED_MS / 86_400_000;

// Who looks after an organisation's people asks others in; roles beyond those of a member are an admin's to give.
addRules(INVITATION, {
  create: (caller, { orgId }) => hasRole(caller, ['organiser', 'moderator', 'admin'], orgId ?? undefined),
});

/** `POST /invitations`: a link by mail for somebody whose administration has no sign-in here. */
export const invitationRoutes: FastifyPluginAsyncTypebox<{ hub: Hub; invitations: Invitations }> = async (
  app,
  { hub, invitations },
) => {
  app.post(
    '/api/v1/invitations',
    {
      schema: {
        tags: ['accounts'],
        operationId: 'invite',
        headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })) }),
        body: Type.Object(
          { email: MailAddress, orgId: Id, roles: Type.Optional(Type.Array(oneOf(ROLES), { maxItems: 4 })) },
          { additionalProperties: false },
        ),
        response: { 202: Type.Object({ sent: Type.Boolean() }) },
      },
    },
    async (request, reply) => {
      const { caller } = request;
      const { email, orgId, roles = ['member'] } = request.body;
      if (caller.kind === 'anonymous') throw new HttpProblem('sign-in-required');
      demand(caller, 'create', { type: INVITATION, orgId });
      if (!hub.directory.organisation(orgId)) {
        throw invalidFields([{ field: 'orgId', code: 'not-found', message: 'is no organisation of this hub' }]);
      }
      if (roles.some((role) => role !== 'member') && !hasRole(caller, ['admin'], orgId))
        throw new HttpProblem('denied');
      const { words } = lookOf(request.headers['accept-language'], hub.config);
      const { title } = hub.config;
      return writeOnce(hub, request, reply, [], async (transaction) => {
        const secret = await invitations.create(transaction, {
          email,
          orgId,
          roles: ROLES.filter((role) => role === 'member' || roles.includes(role)),
          invitedBy: caller.person.id,
          lifetimeMs: INVITED_MS,
        });
        const link = `${ownBase(request, hub.config)}/sign-in/link#${secret}`;
        const sent = await hub.mailer.send(transaction, {
          to: { address: email },
          subject: words.inviteSubject(title),
          text: words.inviteText(title, caller.person.displayName, link, INVITED_DAYS),
        });
        await audit(transaction, caller, {
          action: 'invitation.create',
          object: { type: INVITATION, id: orgId, orgId },
          detail: { roles },
        });
        return { status: 202, body: { sent } };
      });
    },
  );
};
