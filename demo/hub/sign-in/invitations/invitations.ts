import { createHash, randomBytes } from 'node:crypto';
import type { Generated } from 'kysely';
import type { Role } from '../../authorization/caller.ts';
import type { HubTransaction } from '../../database/database.ts';
import type { Hub } from '../../hub.ts';

export interface InvitationTable {
  secretHash: string;
  email: string;
  orgId: string | null;
  roles: Role[];
  invitedBy: string | null;
  returnTo: string | null;
  /** Who it is for, where that is known already: an entry that somebody has brought here. */
  personId: string | null;
  createdAt: Generated<Date>;
  expiresAt: Date;
}

declare module '../../database/tables.ts' {
  interface Tables {
    invitation: InvitationTable;
  }
}

/** Issuer of those who sign in by a link in a mail: the mailbox vouches for them. */
export const MAIL_ISSUER = 'mail';
const MINUTE = 60_000;
/** Rows by one statement. */
const CHUNK = 500;
/** A link that somebody has asked for, and one that comes unasked. */
export const ASKED_MS = 30 * MINUTE;
export const INVITED_MS = 7 * 24 * 60 * MINUTE;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const mailDomain = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

export interface NewInvitation {
  readonly email: string;
  readonly orgId?: string | undefined;
  readonly roles?: readonly Role[];
  readonly invitedBy?: string;
  readonly returnTo?: string;
  /** The person whom accepting signs in as. */
  readonly personId?: string;
  readonly lifetimeMs: number;
}

/** Links that sign their reader in once. */
export class Invitations {
  readonly #hub: Pick<Hub, 'config' | 'database' | 'clock' | 'accounts' | 'directory'>;

  constructor(hub: Pick<Hub, 'config' | 'database' | 'clock' | 'accounts' | 'directory'>) {
    this.#hub = hub;
  }

  /** The configured organisation whose people have addresses of this domain. */
  orgOf(email: string): string | undefined {
    return this.#hub.config.organisations.find(({ mailDomains }) => mailDomains?.includes(mailDomain(email)))?.id;
  }

  /** Whether somebody may ask for a link by themselves: by the domain of the address, or because an account has it. */
  async mayAsk(email: string): Promise<boolean> {
    const domains = this.#hub.config.signIn.invitedMailDomains;
    if (domains.includes(mailDomain(email)) || this.orgOf(email)) return true;
    const known = await this.#hub.database.kysely
      .selectFrom('account')
      .select('id')
      .where('issuer', '=', MAIL_ISSUER)
      .where('subject', '=', email.toLowerCase())
      .executeTakeFirst();
    return known !== undefined;
  }

  /** Gives the secret, which is kept nowhere else. */
  async create(transaction: HubTransaction, invitation: NewInvitation): Promise<string> {
    const [secret = ''] = await this.createAll(transaction, [invitation]);
    return secret;
  }

  /** The secrets of many, at the cost of a few. */
  async createAll(transaction: HubTransaction, invitations: readonly NewInvitation[]): Promise<readonly string[]> {
    const now = this.#hub.clock();
    const secrets = invitations.map(() => randomBytes(32).toString('base64url'));
    await transaction.deleteFrom('invitation').where('expiresAt', '<', new Date(now)).execute();
    const rows = invitations.map(
      ({ email, orgId, roles = ['member'], invitedBy, returnTo, personId, lifetimeMs }, index) => ({
        secretHash: hashOf(secrets[index] ?? ''),
        email: email.toLowerCase(),
        orgId: orgId ?? this.orgOf(email) ?? null,
        roles: [...roles],
        invitedBy: invitedBy ?? null,
        returnTo: returnTo ?? null,
        personId: personId ?? null,
        expiresAt: new Date(now + lifetimeMs),
      }),
    );
    for (let at = 0; at < rows.length; at += CHUNK)
      await transaction
        .insertInto('invitation')
        .values(rows.slice(at, at + CHUNK))
        .execute();
    return secrets;
  }

  /** The person whom a link is for, while it works. It is not used up. */
  async personOf(secret: string): Promise<string | undefined> {
    const row = await this.#hub.database.kysely
      .selectFrom('invitation')
      .select('personId')
      .where('secretHash', '=', hashOf(secret))
      .where('expiresAt', '>', new Date(this.#hub.clock()))
      .executeTakeFirst();
    return row?.personId ?? undefined;
  }

  /**
   * Uses a link up: the account that it signs in to, made on the first time; undefined for a link that was used, is too
   * old or never was. A name comes with the first time; without one the person is called by the address's first part.
   */
  async use(secret: string, displayName?: string): Promise<{ accountId: string; returnTo: string | null } | undefined> {
    const { database, accounts, directory, clock } = this.#hub;
    const row = await database.write([], (transaction) =>
      transaction
        .deleteFrom('invitation')
        .where('secretHash', '=', hashOf(secret))
        .where('expiresAt', '>', new Date(clock()))
        .returningAll()
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { email, orgId, roles, returnTo, personId } = row;
    const org = orgId === null ? undefined : directory.organisation(orgId);
    if (personId !== null) {
      const owner = await database.kysely
        .selectFrom('account')
        .select(['id', 'email'])
        .where('personId', '=', personId)
        .executeTakeFirst();
      // They have found another way in since. The link was for this address, and for no account under another one.
      if (owner) return owner.email?.toLowerCase() === email ? { accountId: owner.id, returnTo } : undefined;
    }
    const accountId = await accounts.signIn({
      issuer: MAIL_ISSUER,
      subject: email,
      displayName: displayName?.normalize('NFC').trim() || email.slice(0, email.lastIndexOf('@')),
      email,
      emailVerified: true,
      ...(org && { org, roles }),
      ...(personId !== null && { personId }),
    });
    return { accountId, returnTo };
  }

  /** Whether somebody with this address has signed in before, or has been named by others, and needs no name any more. */
  async isKnown(secret: string): Promise<boolean | undefined> {
    const row = await this.#hub.database.kysely
      .selectFrom('invitation')
      .leftJoin('account', (join) =>
        join.on('account.issuer', '=', MAIL_ISSUER).onRef('account.subject', '=', 'invitation.email'),
      )
      .select(['account.id', 'invitation.personId'])
      .where('secretHash', '=', hashOf(secret))
      .where('invitation.expiresAt', '>', new Date(this.#hub.clock()))
      .executeTakeFirst();
    return row && (row.id !== null || row.personId !== null);
  }
}
