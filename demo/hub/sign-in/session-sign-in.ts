import type { FastifyRequest } from 'fastify';
import type { Caller } from '../authorization/caller.ts';
import type { Hub } from '../hub.ts';
import { csrfTokenOf, demandOwnWrite } from './csrf.ts';
import type { Sessions } from './sessions.ts';
import type { SignInMode } from './sign-in-mode.ts';

/** Browsers that have signed in on the hub's own page, by their cookie. */
export function sessionSignIn(hub: Hub, sessions: Sessions): SignInMode {
  async function byCookie(request: FastifyRequest, secret: string): Promise<Caller | undefined> {
    const accountId = await sessions.accountOf(secret);
    const caller = accountId === undefined ? undefined : await hub.accounts.caller(accountId);
    if (!caller) return undefined;
    demandOwnWrite(request, hub.config, secret);
    request.csrfToken = csrfTokenOf(secret);
    return caller;
  }
  return {
    identify(request) {
      const secret = sessions.secretOf(request);
      return secret === undefined ? undefined : byCookie(request, secret);
    },
  };
}
