import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import './session-tables.ts';

const LIFETIME_MS = 12 * 60 * 60 * 1000;
/** Written to whenever a session begins or ends. */
export const SESSIONS_TOPIC = 'session';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** The value of one cookie of a `Cookie` header (RFC 6265, 4.2). */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** Browsers that are signed in, by a random secret in a cookie that no script can read. */
export class Sessions {
  readonly #hub: Pick<Hub, 'config' | 'database' | 'clock'>;
  readonly #known = new Map<string, { revision: string; accountId: string | undefined; expiresAt: number }>();
  readonly #secure: boolean;
  readonly #cookie: string;

  constructor(hub: Pick<Hub, 'config' | 'database' | 'clock'>) {
    this.#hub = hub;
    this.#secure = hub.config.publicUrl?.startsWith('https:') ?? false;
    // The prefix makes browsers refuse a cookie that another host of the domain has planted.
    this.#cookie = this.#secure ? '__Host-hub-session' : 'hub-session';
  }

  /** The secret that the request carries, if any. */
  secretOf(request: FastifyRequest): string | undefined {
    return readCookie(request.headers.cookie, this.#cookie) || undefined;
  }

  /** The account that is signed in; undefined for an unknown, ended or expired session. */
  async accountOf(secret: string): Promise<string | undefined> {
    const { database, clock } = this.#hub;
    const secretHash = hashOf(secret);
    const revision = database.changes.revision([SESSIONS_TOPIC]);
    let known = this.#known.get(secretHash);
    if (known?.revision !== revision) {
      const row = await database.kysely
        .selectFrom('session')
        .select(['accountId', 'expiresAt'])
        .where('secretHash', '=', secretHash)
        .executeTakeFirst();
      known = { revision, accountId: row?.accountId, expiresAt: row?.expiresAt.getTime() ?? 0 };
      if (this.#known.size >= 10_000) this.#known.clear();
      this.#known.set(secretHash, known);
    }
    return known.expiresAt > clock() ? known.accountId : undefined;
  }

  /** Signs the browser in; a session it had before ends. */
  async begin(request: FastifyRequest, reply: FastifyReply, accountId: string): Promise<void> {
    const { database, clock } = this.#hub;
    const secret = randomBytes(32).toString('base64url');
    const before = this.secretOf(request);
    await database.write([SESSIONS_TOPIC], async (transaction) => {
      if (before) await transaction.deleteFrom('session').where('secretHash', '=', hashOf(before)).execute();
      await transaction.deleteFrom('session').where('expiresAt', '<', new Date(clock())).execute();
      await transaction
        .insertInto('session')
        .values({ secretHash: hashOf(secret), accountId, expiresAt: new Date(clock() + LIFETIME_MS) })
        .execute();
    });
    reply.header('set-cookie', this.#setCookie(secret, LIFETIME_MS / 1000));
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const secret = this.secretOf(request);
    if (secret) {
      await this.#hub.database.write([SESSIONS_TOPIC], (transaction) =>
        transaction.deleteFrom('session').where('secretHash', '=', hashOf(secret)).execute(),
      );
    }
    reply.header('set-cookie', this.#setCookie('', 0));
  }

  #setCookie(value: string, seconds: number): string {
    const secure = this.#secure ? '; Secure' : '';
    return `${this.#cookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  }
}
