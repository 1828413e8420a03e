import type { FastifyInstance } from 'fastify';
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

/** Asks each part in its turn; the first that knows somebody decides. */
async function askInTurn(
  parts: readonly SignInMode[],
  ...[request, reply]: Parameters<SignInMode['identify']>
): Promise<Caller> {
  for (const part of parts) {
    const caller = await part.identify(request, reply);
    if (caller) return caller;
  }
  // Who sends a session's token means to write in a name. When the session is over, a write must not become a stranger's:
  // repeated under the same key it would be another one.
  if (request.headers['x-csrf-token'] !== undefined && !isRead(request)) throw new HttpProblem('sign-in-required');
  return ANONYMOUS;
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
    identify(request, reply) {
      // Most requests carry nothing: they wait for nobody.
      const { authorization, cookie, 'x-csrf-token': token } = request.headers;
      const carriesNothing =
        mode !== 'proxy' &&
        mode !== 'demo' &&
        authorization === undefined &&
        cookie === undefined &&
        token === undefined;
      return parts.length === 0 || carriesNothing ? ANONYMOUS : askInTurn(parts, request, reply);
    },
    async install(app) {
      app.decorateRequest('csrfToken', undefined);
      await made?.install?.(app);
      await app.register(signInPages, { hub, sessions, invitations });
      await app.register(signInAccountRoutes, { hub, sessions });
      if (invitations) await app.register(invitationRoutes, { hub, invitations });
    },
  };
}
