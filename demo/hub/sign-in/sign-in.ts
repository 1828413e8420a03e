import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS, type Caller } from '../authorization/caller.ts';
import { ConfigError } from '../config/config.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub, Identify } from '../hub.ts';
import { signInAccountRoutes } from './account-routes.ts';
import { demoSignIn } from './demo-sign-in.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { Invitations } from './invitations/invitations.ts';
import { bearerSignIn } from './oidc/bearer-sign-in.ts';
import { isRead } from './own-page.ts';
import { signInPages } from './page/page-routes.ts';
import { proxySignIn } from './proxy-sign-in.ts';
import { sessionSignIn } from './session-sign-in.ts';
import { Sessions } from './sessions.ts';
import type { CreateSignInMode, SignInMode, SignInModeName } from './sign-in-mode.ts';

/** What the modes do by themselves. Sessions and invitations stand beside them. */
const MODES: Readonly<Record<SignInModeName, CreateSignInMode | undefined>> = {
  none: undefined,
  demo: demoSignIn,
  proxy: proxySignIn,
  oidc: bearerSignIn,
};

export interface SignIn {
  readonly identify: Identify;
  install(app: FastifyInstance): Promise<void>;
}

/**
 * Nobody whom a part knows. Who sends a session's token means to write in a name: when the session is over, the write must
 * not become a stranger's, since repeated under the same key it would be another one.
 */
function stranger(request: FastifyRequest): Caller {
  if (request.headers['x-csrf-token'] !== undefined && !isRead(request)) throw new HttpProblem('sign-in-required');
  return ANONYMOUS;
}

/** Asks each part in its turn; the first that knows somebody decides. Who carries nothing waits for nobody. */
function askInTurn(
  [part, ...others]: readonly SignInMode[],
  request: FastifyRequest,
  reply: FastifyReply,
): Caller | Promise<Caller> {
  if (!part) return stranger(request);
  const found = part.identify(request, reply);
  return found
    ? found.then((caller) => caller ?? askInTurn(others, request, reply))
    : askInTurn(others, request, reply);
}

/**
 * Sign-in as configured.
 * @throws ConfigError where the mode must not be used as the hub is set up.
 */
export function createSignIn(hub: Hub): SignIn {
  const { mode, invitations: invites } = hub.config.signIn;
  if (invites && !hub.config.mail.smtpUrl) {
    throw new ConfigError(['"signIn.invitations" sends links by mail: "mail.smtpUrl" must say how.']);
  }
  if (invites && !hub.config.publicUrl) {
    throw new ConfigError(['"signIn.invitations" sends links by mail: "publicUrl" must say where this hub is.']);
  }
  const sessions = new Sessions(hub);
  const invitations = invites ? new Invitations(hub) : undefined;
  const made = MODES[mode]?.(hub);
  const hasSessions = mode === 'oidc' || invites;
  const parts = [...(made ? [made] : []), ...(hasSessions ? [sessionSignIn(hub, sessions)] : [])];
  return {
    identify: (request, reply) => askInTurn(parts, request, reply),
    async install(app) {
      app.decorateRequest('csrfToken', undefined);
      await made?.install?.(app);
      await app.register(signInPages, { hub, sessions, invitations });
      await app.register(signInAccountRoutes, { hub, sessions });
      if (invitations) await app.register(invitationRoutes, { hub, invitations });
    },
  };
}
