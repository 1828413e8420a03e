import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Organisations, persons, accounts, memberships, sessions, settings, uploaded files. */
export const accountsAndUploads: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      // What was configured once keeps its name, so that old entries still say whose they are.
      sql`create table organisation (
        id text primary key check (length(id) between 1 and 128),
        name text not null,
        kind text not null,
        created_at timestamptz not null default now()
      )`,
      sql`create table person (
        id text primary key check (length(id) between 1 and 128),
        display_name text not null,
        org_id text references organisation (id),
        created_at timestamptz not null default now()
      )`,
      sql`create table account (
        id text primary key check (length(id) between 1 and 128),
        person_id text not null unique references person (id) on delete cascade,
        issuer text not null,
        subject text not null,
        email text,
        locale text not null default 'de',
        created_at timestamptz not null default now(),
        unique (issuer, subject)
      )`,
      sql`create index account_email on account (lower(email)) where email is not null`,
      sql`create table membership (
        person_id text not null references person (id) on delete cascade,
        org_id text not null references organisation (id),
        unit text not null default '',
        roles text[] not null check (roles <@ array['member', 'organiser', 'moderator', 'admin']
          and cardinality(roles) > 0),
        created_at timestamptz not null default now(),
        primary key (person_id, org_id, unit)
      )`,
      sql`create index membership_org on membership (org_id)`,
      // Only a hash of the secret: who reads the table cannot sign in with what it holds.
      sql`create table session (
        secret_hash text primary key,
        account_id text not null references account (id) on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      )`,
      sql`create index session_expires_at on session (expires_at)`,
      sql`create table account_settings (
        account_id text primary key references account (id) on delete cascade,
        settings jsonb not null,
        version integer not null default 1
      )`,
      sql`create table upload (
        id text primary key check (length(id) between 1 and 128),
        created_by text,
        org_id text,
        visibility text not null default 'self'
          check (visibility in ('self', 'unit', 'organisation', 'network', 'public')),
        unit text,
        media_type text not null,
        file_name text not null,
        alt text,
        bytes integer not null,
        width integer,
        height integer,
        sha256 text not null,
        created_at timestamptz not null default now()
      )`,
      sql`create table upload_use (
        upload_id text not null references upload (id) on delete cascade,
        object_type text not null,
        object_id text not null,
        primary key (upload_id, object_type, object_id)
      )`,
      sql`create index upload_use_object on upload_use (object_type, object_id)`,
      // Filled only where uploads are kept in the database. No reference to upload: content is written first.
      sql`create table upload_content (
        key text primary key,
        content bytea not null
      )`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
