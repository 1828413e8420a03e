import type { FastifyRequest } from 'fastify';
import type { Caller } from '../authorization/caller.ts';
import { ConfigError } from '../config/config.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demoPerson, DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';
import { demoRoutes } from './demo-routes.ts';
import { isLoopback, whyNotLocal } from './loopback.ts';
import { csrfTokenOf, demandOwnWrite } from './csrf.ts';
import { Sessions } from './sessions.ts';
import type { CreateSignInMode } from './sign-in-mode.ts';

const ISSUER = 'demo';

/** @throws HttpProblem `denied` for whatever does not come from this machine. */
function demandLocal(request: FastifyRequest): void {
  const reason = whyNotLocal(request);
  if (reason) {
    throw new HttpProblem('denied', { detail: `The demo sign-in works on the hub's own machine only, but ${reason}.` });
  }
}

/**
 * Anybody on this machine may be any of the invented people: by a switcher in the page (a cookie), or by the header
 * `X-Demo-Person: <id or role>`. Nobody proves anything, so it never leaves the machine.
 */
export const demoSignIn: CreateSignInMode = (hub) => {
  const { config, accounts } = hub;
  if (!isLoopback(config.host)) {
    throw new ConfigError([
      `"signIn.mode" is demo, where everybody may be anybody, but "host" is ${config.host}, which other machines can reach. ` +
        'Choose another sign-in (SIGN_IN=none lets everybody read and nobody sign in), or HOST=localhost.',
    ]);
  }
  if (config.publicUrl && !isLoopback(new URL(config.publicUrl).hostname)) {
    throw new ConfigError([
      `"signIn.mode" is demo, where everybody may be anybody, but "publicUrl" is ${config.publicUrl}, which other machines can reach. ` +
        'Choose another sign-in, for example SIGN_IN=none.',
    ]);
  }
  const sessions = new Sessions(hub);
  const accountIds = new Map<string, string>();

  async function accountOf(person: DemoPerson): Promise<string> {
    const { id, displayName, org, unit, roles } = person;
    const known = accountIds.get(id);
    if (known && (await accounts.caller(known))) return known;
    const made = await accounts.signIn({
      issuer: ISSUER,
      subject: id,
      personId: `demo-${id}`,
      displayName,
      email: `${id}@${org.id}.example`,
      org,
      ...(unit && { unit }),
      roles,
    });
    accountIds.set(id, made);
    return made;
  }

  async function byHeader(request: FastifyRequest, header: string | string[]): Promise<Caller | undefined> {
    demandLocal(request);
    const person = typeof header === 'string' ? demoPerson(header.trim()) : undefined;
    if (!person) {
      throw new HttpProblem('sign-in-required', { detail: 'X-Demo-Person names nobody of /api/v1/demo/people.' });
    }
    return accounts.caller(await accountOf(person));
  }

  async function byCookie(request: FastifyRequest, secret: string): Promise<Caller | undefined> {
    const accountId = await sessions.accountOf(secret);
    const caller = accountId === undefined ? undefined : await accounts.caller(accountId);
    if (!caller) return undefined;
    demandOwnWrite(request, config, secret);
    request.csrfToken = csrfTokenOf(secret);
    return caller;
  }

  return {
    identify(request) {
      const header = request.headers['x-demo-person'];
      if (header !== undefined) return byHeader(request, header);
      const secret = sessions.secretOf(request);
      // A page elsewhere that sends a browser's cookie along is a stranger.
      return secret === undefined || whyNotLocal(request) ? undefined : byCookie(request, secret);
    },
    async install(app) {
      for (const person of DEMO_PEOPLE) await accountOf(person);
      await app.register(demoRoutes, { sessions, accountOf, demandLocal, config });
    },
  };
};
