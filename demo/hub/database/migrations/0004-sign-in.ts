import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Further ways to sign in to one account, invitations by mail, sign-ins that are under way. */
export const signIn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      // What an issuer's claims have granted follows the claims; what somebody here has granted stays.
      sql`alter table membership add column issuer text`,
      sql`create table linked_identity (
        id text primary key,
        account_id text not null references account (id) on delete cascade,
        issuer text not null,
        subject text not null,
        created_at timestamptz not null default now(),
        unique (issuer, subject)
      )`,
      sql`create index linked_identity_account on linked_identity (account_id)`,
      // Only hashes of the secrets: who reads the tables cannot sign in with what they hold.
      sql`create table invitation (
        secret_hash text primary key,
        email text not null,
        org_id text references organisation (id),
        roles text[] not null default '{member}',
        invited_by text,
        return_to text,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      )`,
      sql`create index invitation_expires_at on invitation (expires_at)`,
      sql`create table sign_in_attempt (
        state_hash text primary key,
        issuer_id text not null,
        code_verifier text not null,
        nonce text not null,
        return_to text not null,
        popup_origin text,
        link_to text references account (id) on delete cascade,
        expires_at timestamptz not null
      )`,
      sql`create index sign_in_attempt_expires_at on sign_in_attempt (expires_at)`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
