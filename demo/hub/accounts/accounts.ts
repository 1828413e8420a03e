import { sql } from 'kysely';
import { ANONYMOUS, type AccountCaller, type Caller, type Membership, type Role } from '../authorization/caller.ts';
import type { HubConfig, OrganisationConfig } from '../config/config.ts';
import type { HubDatabase, HubTransaction } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { audit } from '../audit/audit.ts';
import { draftOfAddress } from '../peer-imports/import-entries.ts';
import './account-tables.ts';
import { newId } from './new-id.ts';

/** What a way of signing in has proved about somebody. */
export interface Identity {
  readonly issuer: string;
  /** Stable and unique at the issuer. */
  readonly subject: string;
  readonly displayName: string;
  readonly email?: string;
  /** Whether the issuer vouches for the address. */
  readonly emailVerified?: boolean;
  /** Where the person belongs; with the account they become a member of it. */
  readonly org?: Pick<OrganisationConfig, 'id' | 'name' | 'kind'>;
  readonly unit?: string;
  /** What they do there from the first sign-in on. Default: member. */
  readonly roles?: readonly Role[];
  /** Organisation, unit and roles are the issuer's to say: they are taken over with every sign-in. */
  readonly managed?: boolean;
  /** Id of the person where it is known beforehand; who is here already without an account gets one. */
  readonly personId?: string;
}

/** Written to whenever an answer may see another caller than before. */
export const ACCOUNTS_TOPIC = 'account';

interface FoundAccount {
  readonly id: string;
  readonly personId: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  /** Found by a further way to sign in, whose address is not the account's. */
  readonly linked: boolean;
}

/** The account that an identity signs in to. */
export async function findAccount(
  from: Pick<HubTransaction, 'selectFrom'>,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<FoundAccount | undefined> {
  const own = await from
    .selectFrom('account')
    .select(['id', 'personId', 'email', 'emailVerified'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (own) return { ...own, linked: false };
  const linked = await from
    .selectFrom('linkedIdentity')
    .innerJoin('account', 'account.id', 'linkedIdentity.accountId')
    .select(['account.id', 'account.personId', 'account.email', 'account.emailVerified'])
    .where('linkedIdentity.issuer', '=', issuer)
    .where('linkedIdentity.subject', '=', subject)
    .executeTakeFirst();
  return linked && { ...linked, linked: true };
}

type Parts = { readonly config: HubConfig; readonly database: HubDatabase; readonly directory: Directory };

/** Persons, how they sign in, and what they do where. */
export class Accounts {
  readonly #parts: Parts;
  readonly #callers = new Map<string, { readonly revision: string; readonly caller: AccountCaller | undefined }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes over the configured organisations. Those that left the configuration stay, with their names. */
  async start(): Promise<void> {
    const { config, database } = this.#parts;
    if (config.organisations.length === 0) return;
    await database.write([ACCOUNTS_TOPIC], (transaction) => this.#keep(transaction, config.organisations));
  }

  async #keep(
    transaction: HubTransaction,
    organisations: readonly Pick<OrganisationConfig, 'id' | 'name' | 'kind'>[],
  ): Promise<void> {
    for (const { id, name, kind } of organisations) {
      await transaction
        .insertInto('organisation')
        .values({ id, name, kind })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, kind }))
        .execute();
    }
  }

  /**
   * The account of somebody who has signed in, made on the first time. The person named as `signIn.firstAdmin` becomes
   * an admin then, as long as there is none.
   */
  async signIn(identity: Identity): Promise<string> {
    const { database } = this.#parts;
    const { issuer, subject } = identity;
    const known = await findAccount(database.kysely, identity);
    const { email, emailVerified = false } = identity;
    const isSameMail = known?.linked || !email || (known?.email === email && (known.emailVerified || !emailVerified));
    if (known && isSameMail) {
      if (!identity.managed || (await this.#isAsClaimed(database.kysely, identity, known.personId))) return known.id;
    }
    return database.write([ACCOUNTS_TOPIC], async (transaction) => {
      // Two first requests of one person at once: the second waits here and then finds what the first has made.
      await sql`select pg_advisory_xact_lock(hashtext(${`account ${issuer} ${subject}`}))`.execute(transaction);
      const existing = await findAccount(transaction, identity);
      if (!existing) return this.#create(transaction, identity);
      if (!existing.linked) {
        const isOwnMail = email === undefined || email === existing.email;
        await transaction
          .updateTable('account')
          .set({
            email: email ?? existing.email,
            emailVerified: emailVerified || (isOwnMail && existing.emailVerified),
          })
          .where('id', '=', existing.id)
          .execute();
      }
      if (identity.managed) await this.#follow(transaction, identity, existing.personId);
      return existing.id;
    });
  }

  /** Whether the memberships that the issuer has granted are those it claims now. */
  async #isAsClaimed(
    from: Pick<HubTransaction, 'selectFrom'>,
    { issuer, org, unit = '', roles = ['member'] }: Identity,
    personId: string,
  ): Promise<boolean> {
    const rows = await from
      .selectFrom('membership')
      .select(['orgId', 'unit', 'roles', 'issuer'])
      .where('personId', '=', personId)
      .where((where) => where.or([where('issuer', '=', issuer), where('orgId', '=', org?.id ?? '')]))
      .execute();
    const granted = rows.filter((row) => row.issuer === issuer);
    const here = rows.find((row) => row.orgId === org?.id && row.unit === unit);
    if (!org) return granted.length === 0;
    if (here?.issuer === null) return granted.length === 0;
    return here !== undefined && granted.length === 1 && granted[0] === here && here.roles.join() === roles.join();
  }

  /** Takes over what the issuer says now. What somebody here has granted stays as it is. */
  async #follow(transaction: HubTransaction, identity: Identity, personId: string): Promise<void> {
    const { issuer, org, unit = '', roles = ['member'] } = identity;
    await transaction.deleteFrom('membership').where('personId', '=', personId).where('issuer', '=', issuer).execute();
    if (!org) return;
    await this.#keep(transaction, [this.#parts.directory.organisation(org.id) ?? org]);
    await transaction
      .insertInto('membership')
      .values({ personId, orgId: org.id, unit, roles: [...roles], issuer })
      .onConflict((conflict) => conflict.columns(['personId', 'orgId', 'unit']).doNothing())
      .execute();
    await transaction.updateTable('person').set({ orgId: org.id }).where('id', '=', personId).execute();
  }

  async #create(transaction: HubTransaction, identity: Identity): Promise<string> {
    const id = newId();
    const { issuer, subject, email, emailVerified = false, org, unit, displayName } = identity;
    const draft = email && emailVerified ? await draftOfAddress(transaction, email) : undefined;
    const personId = identity.personId ?? draft ?? newId();
    if (org) await this.#keep(transaction, [this.#parts.directory.organisation(org.id) ?? org]);
    await transaction
      .insertInto('person')
      .values({ id: personId, displayName, orgId: org?.id ?? null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .insertInto('account')
      .values({ id, personId, issuer, subject, email: email ?? null, emailVerified })
      .execute();
    if (identity.managed) await this.#follow(transaction, identity, personId);
    else if (org) await this.grant(transaction, { personId, orgId: org.id, unit, roles: identity.roles ?? ['member'] });
    await this.#makeFirstAdmin(transaction, identity, personId);
    return id;
  }

  async #makeFirstAdmin(transaction: HubTransaction, identity: Identity, personId: string): Promise<void> {
    const { config } = this.#parts;
    const wanted = config.signIn.firstAdmin?.trim().toLowerCase();
    if (!wanted) return;
    const names = [identity.subject.toLowerCase(), `${identity.issuer} ${identity.subject}`.toLowerCase()];
    // An address counts only where somebody vouches for it: anybody can write one into a profile.
    if (identity.email && identity.emailVerified) names.push(identity.email.toLowerCase());
    const orgId = identity.org?.id ?? config.organisations[0]?.id;
    if (!names.includes(wanted) || !orgId) return;
    const admin = await transaction
      .selectFrom('membership')
      .select('personId')
      .where(sql<boolean>`'admin' = any(roles)`)
      .executeTakeFirst();
    if (admin) return;
    await this.grant(transaction, { personId, orgId, roles: ['member', 'admin'] });
    await audit(transaction, ANONYMOUS, {
      action: 'membership.grant',
      object: { type: 'membership', id: personId, orgId },
      detail: { roles: ['admin'], by: 'signIn.firstAdmin' },
    });
  }

  /**
   * Gives a person roles in an organisation (or a unit of it), in place of those they had there.
   * @throws Error for an organisation that is neither configured nor known.
   */
  async grant(
    transaction: HubTransaction,
    membership: {
      readonly personId: string;
      readonly orgId: string;
      readonly unit?: string;
      readonly roles: readonly Role[];
    },
  ): Promise<void> {
    const organisation = this.#parts.directory.organisation(membership.orgId);
    if (organisation) await this.#keep(transaction, [organisation]);
    const { personId, orgId, unit = '' } = membership;
    const known = await transaction.selectFrom('organisation').select('id').where('id', '=', orgId).executeTakeFirst();
    if (!known) throw new Error(`There is no organisation "${orgId}" in the configuration.`);
    const roles = [...membership.roles];
    await transaction
      .insertInto('membership')
      .values({ personId, orgId, unit, roles })
      .onConflict((conflict) => conflict.columns(['personId', 'orgId', 'unit']).doUpdateSet({ roles, issuer: null }))
      .execute();
  }

  /** The caller behind an account, kept until accounts change; undefined when there is no such account any more. */
  async caller(accountId: string): Promise<Caller | undefined> {
    const { database } = this.#parts;
    const revision = database.changes.revision([ACCOUNTS_TOPIC]);
    const kept = this.#callers.get(accountId);
    if (kept?.revision === revision) return kept.caller;
    const caller = await this.#read(accountId);
    if (this.#callers.size >= 10_000) this.#callers.clear();
    this.#callers.set(accountId, { revision, caller });
    return caller;
  }

  async #read(accountId: string): Promise<AccountCaller | undefined> {
    const { kysely } = this.#parts.database;
    const row = await kysely
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.personId')
      .select(['account.id', 'person.id as personId', 'person.displayName', 'person.orgId'])
      .where('account.id', '=', accountId)
      .executeTakeFirst();
    if (!row) return undefined;
    const rows = await kysely
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.orgId')
      .select(['membership.orgId', 'organisation.name', 'organisation.kind', 'membership.unit', 'membership.roles'])
      .where('personId', '=', row.personId)
      .orderBy('membership.orgId')
      .orderBy('membership.unit')
      .execute();
    const memberships: Membership[] = rows.map(({ orgId, name, kind, unit, roles }) => ({
      org: { ...this.#parts.directory.orgRef(orgId), id: orgId, name },
      kind,
      ...(unit !== '' && { unit }),
      roles,
    }));
    const org = memberships.find((membership) => membership.org.id === row.orgId)?.org;
    return {
      kind: 'account',
      accountId: row.id,
      person: { id: row.personId, displayName: row.displayName, ...(org && { org }) },
      memberships,
    };
  }
}
