import type { Generated, JSONColumnType } from 'kysely';
import type { Digest, NotificationKind } from '../../../src/model/account.ts';
import type { Role } from '../authorization/caller.ts';

export interface OrganisationTable {
  id: string;
  name: string;
  kind: string;
  createdAt: Generated<Date>;
}

export interface PersonTable {
  id: string;
  displayName: string;
  orgId: string | null;
  createdAt: Generated<Date>;
}

/** How a person signs in. Never listed, never in an answer to anybody but the person. */
export interface AccountTable {
  id: string;
  personId: string;
  issuer: string;
  subject: string;
  email: string | null;
  /** Somebody vouches for the address: the mailbox, or who runs the sign-in. */
  emailVerified: Generated<boolean>;
  locale: Generated<string>;
  createdAt: Generated<Date>;
}

export interface MembershipTable {
  personId: string;
  orgId: string;
  /** '' for the organisation as a whole. */
  unit: string;
  roles: Role[];
  /** Whose claims have granted it; null for what was granted here. */
  issuer: Generated<string | null>;
  createdAt: Generated<Date>;
}

/** What a person has chosen. */
export interface Settings {
  /** Language of mails. */
  readonly locale: 'de' | 'en';
  /** How often a summary of what is new comes by mail. */
  readonly digest: Digest;
  /** Kinds of notifications that are switched off. */
  readonly muted: NotificationKind[];
}

export interface AccountSettingsTable {
  accountId: string;
  settings: JSONColumnType<Settings>;
  version: Generated<number>;
}

/** One more way to sign in to an account. */
export interface LinkedIdentityTable {
  id: string;
  accountId: string;
  issuer: string;
  subject: string;
  createdAt: Generated<Date>;
}

declare module '../database/tables.ts' {
  interface Tables {
    organisation: OrganisationTable;
    person: PersonTable;
    account: AccountTable;
    membership: MembershipTable;
    accountSettings: AccountSettingsTable;
    linkedIdentity: LinkedIdentityTable;
  }
}
