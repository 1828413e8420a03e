import { sql } from 'kysely';
import type { Erasure as ErasureCounts } from '../../../src/model/account.ts';
import { ANONYMOUS, type AccountCaller } from '../authorization/caller.ts';
import { audit } from '../audit/audit.ts';
import type { HubConfig } from '../config/config.ts';
import type { HubDatabase, HubTransaction } from '../database/database.ts';
import { EVENTS_TOPIC } from '../events/event-store.ts';
import { IDEAS_TOPIC } from '../ideas/idea-store.ts';
import { PEERS_TOPIC } from '../peers/peer-store.ts';
import { POSTS_TOPIC } from '../posts/post-store.ts';
import { SESSIONS_TOPIC } from '../sign-in/sessions.ts';
import { ACCOUNTS_TOPIC } from './accounts.ts';
import { countRows } from './count-rows.ts';
import { waysInto } from './linked-identities.ts';
import { newId } from './new-id.ts';

/** Whose data are exported or erased. */
export interface DataSubject {
  readonly personId: string;
  readonly accountId: string;
}

export interface Erasure extends DataSubject {
  readonly transaction: HubTransaction;
  /** Id of a person without a name. What others rely on is kept and points there from now on. */
  readonly pseudonym: string;
  /** Runs after the erasure holds; for what no transaction covers, such as files. */
  readonly afterwards: (work: () => Promise<void>) => void;
}

/** What one module of the hub knows of a person. */
export interface PersonalDataPart {
  /** Its key in the export. */
  readonly name: string;
  export(transaction: HubTransaction, subject: DataSubject): Promise<unknown>;
  /** Deletes what is the person's alone and puts the pseudonym where others rely on the rest. */
  erase(erasure: Erasure): Promise<void>;
  /** What `erase` would delete and keep now, in numbers, for the person to read before. */
  foresee?(transaction: HubTransaction, subject: DataSubject): Promise<Partial<ErasureCounts>>;
}

/** Name of somebody who is not here any more. */
export const FORMER_MEMBER = { de: 'Ehemaliges Mitglied', en: 'Former member' } as const;

/** Everything that the hub knows of a person, over all modules: to hand out, and to forget. */
export class PersonalData {
  readonly #database: HubDatabase;
  readonly #config: Pick<HubConfig, 'language'>;
  readonly #parts: PersonalDataPart[] = [accountPart, auditPart, eventPart];

  constructor(database: HubDatabase, config: Pick<HubConfig, 'language'>) {
    this.#database = database;
    this.#config = config;
  }

  /** A module that keeps something about people adds it here, and nothing of it is ever forgotten to be forgotten. */
  add(part: PersonalDataPart): void {
    this.#parts.push(part);
  }

  /** One key a module; all of one moment. */
  export(subject: DataSubject): Promise<Readonly<Record<string, unknown>>> {
    return this.#database.kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        const parts: Record<string, unknown> = {};
        for (const part of this.#parts) parts[part.name] = await part.export(transaction, subject);
        return parts;
      });
  }

  /** What an erasure would do now, in numbers; what is none is left out. */
  foresee(subject: DataSubject): Promise<ErasureCounts> {
    return this.#database.kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        const counts = { deleted: {} as Record<string, number>, kept: {} as Record<string, number> };
        for (const part of this.#parts) {
          const found = await part.foresee?.(transaction, subject);
          for (const fate of ['deleted', 'kept'] as const) {
            for (const [name, count] of Object.entries(found?.[fate] ?? {})) {
              if (count > 0) counts[fate][name] = (counts[fate][name] ?? 0) + count;
            }
          }
        }
        return counts;
      });
  }

  /** Erases a person in one transaction: all of it or nothing. */
  async erase(caller: AccountCaller): Promise<void> {
    const subject: DataSubject = { personId: caller.person.id, accountId: caller.accountId };
    const pseudonym = `former-${newId()}`;
    const later: (() => Promise<void>)[] = [];
    const topics = [ACCOUNTS_TOPIC, SESSIONS_TOPIC, EVENTS_TOPIC, IDEAS_TOPIC, PEERS_TOPIC, POSTS_TOPIC];
    await this.#database.write(topics, async (transaction) => {
      await transaction
        .insertInto('person')
        .values({ id: pseudonym, displayName: FORMER_MEMBER[this.#config.language], orgId: null })
        .execute();
      const erasure: Erasure = { ...subject, transaction, pseudonym, afterwards: (work) => void later.push(work) };
      for (const part of this.#parts) await part.erase(erasure);
      await transaction.deleteFrom('person').where('id', '=', subject.personId).execute();
      await audit(transaction, ANONYMOUS, { action: 'account.erase', object: { type: 'person', id: pseudonym } });
    });
    for (const work of later) await work();
  }
}

const accountPart: PersonalDataPart = {
  name: 'account',
  async export(transaction, { accountId, personId }) {
    const account = await transaction
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.personId')
      .leftJoin('accountSettings', 'accountSettings.accountId', 'account.id')
      .select([
        'person.id as personId',
        'person.displayName',
        'account.issuer',
        'account.subject',
        'account.email',
        'account.createdAt',
        'accountSettings.settings',
      ])
      .where('account.id', '=', accountId)
      .executeTakeFirst();
    const memberships = await transaction
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.orgId')
      .select(['organisation.name as organisation', 'membership.unit', 'membership.roles', 'membership.createdAt'])
      .where('personId', '=', personId)
      .orderBy('membership.orgId')
      .execute();
    const signsInBy = await waysInto(transaction, accountId);
    return { ...account, memberships, signsInBy };
  },
  async foresee(transaction, { accountId }) {
    const sessionsSignedIn = await countRows(transaction, 'session', sql`account_id = ${accountId}`);
    return { deleted: { account: 1, sessionsSignedIn } };
  },
  async erase({ transaction, accountId }) {
    // Kept answers hold what the person has sent. Sessions, memberships and settings go with the person.
    await transaction.deleteFrom('idempotencyKey').where('callerKey', '=', `account:${accountId}`).execute();
    await transaction
      .deleteFrom('invitation')
      .where('email', '=', (query) =>
        query
          .selectFrom('account')
          .select(sql<string>`lower(email)`.as('email'))
          .where('id', '=', accountId),
      )
      .execute();
  },
};

const auditPart: PersonalDataPart = {
  name: 'audit',
  export: (transaction, { personId }) =>
    transaction
      .selectFrom('auditEntry')
      .select(['at', 'action', 'objectType', 'objectId', 'detail'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
  async erase({ transaction, personId, pseudonym }) {
    await transaction
      .updateTable('auditEntry')
      .set({ personId: pseudonym, accountId: null })
      .where('personId', '=', personId)
      .execute();
    await transaction
      .updateTable('auditEntry')
      .set({ objectId: pseudonym })
      .where('objectId', '=', personId)
      .where('objectType', 'in', ['person', 'membership', 'peer'])
      .execute();
  },
};

const eventPart: PersonalDataPart = {
  name: 'events',
  export: (transaction, { personId }) =>
    transaction
      .selectFrom('event')
      .select(['id', sql<string>`document->>'title'`.as('title'), 'createdAt'])
      .where('createdBy', '=', personId)
      .orderBy('id')
      .execute(),
  foresee: async (transaction, { personId }) => ({
    kept: { events: await countRows(transaction, 'event', sql`created_by = ${personId}`) },
  }),
  async erase({ transaction, personId, pseudonym }) {
    await transaction.updateTable('event').set({ createdBy: pseudonym }).where('createdBy', '=', personId).execute();
  },
};
