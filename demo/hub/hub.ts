import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from './accounts/accounts.ts';
import type { PersonalData } from './accounts/personal-data.ts';
import type { Caller } from './authorization/caller.ts';
import type { HubConfig } from './config/config.ts';
import type { HubDatabase } from './database/database.ts';
import type { Directory } from './directory/directory.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Uploads } from './uploads/uploads.ts';

/** What every module of the hub is given. */
export interface Hub {
  readonly config: HubConfig;
  readonly database: HubDatabase;
  readonly directory: Directory;
  /** The time, epoch ms. Modules never ask the machine's clock themselves. */
  readonly clock: () => number;
  readonly accounts: Accounts;
  readonly personalData: PersonalData;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly uploads: Uploads;
  /** 32 bytes that no database holds; see `hubSecret`. */
  readonly secret: () => Buffer;
}

/**
 * Says who sends a request, once, before anything else looks at it.
 * @throws HttpProblem (401) for credentials that do not hold; a request without any is anonymous.
 */
export type Identify = (request: FastifyRequest, reply: FastifyReply) => Caller | Promise<Caller>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Anonymous until sign-in says otherwise. */
    caller: Caller;
    /** The time at which the request came in, epoch ms: one request sees one time. */
    now: number;
  }
  interface FastifyReply {
    /** Version of the object in the answer; it leads its ETag, and `If-Match` is compared with it. */
    resourceVersion: number | undefined;
    /** Epoch ms up to which a kept answer (`reads`) holds though nobody writes; undefined: for ever. */
    holdsUntil: number | undefined;
  }
  interface FastifyContextConfig {
    /** What the answer is made of (see `Changes`). Named, it is kept until one of them changes. */
    reads?: readonly string[];
  }
}
