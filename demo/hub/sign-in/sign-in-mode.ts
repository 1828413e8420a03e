import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../authorization/caller.ts';
import type { HubConfig } from '../config/config.ts';
import type { Hub } from '../hub.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Token that writes of other pages must carry; there where a session's cookie has signed in. */
    csrfToken: string | undefined;
  }
}

/** One way to find out who asks. A new one is a file of its own that fulfils this and a line in `sign-in.ts`. */
export interface SignInMode {
  /**
   * Who sends the request. undefined, at once where possible, when it carries nothing that this mode knows.
   * @throws HttpProblem for proofs that do not hold
   */
  identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller | undefined> | undefined;
  /** Adds routes, and prepares what must stand before the first request. */
  install?(app: FastifyInstance): Promise<void>;
}

/** Makes a mode, or throws ConfigError where it would not be safe or cannot work. */
export type CreateSignInMode = (hub: Hub) => SignInMode;

export type SignInModeName = HubConfig['signIn']['mode'];
