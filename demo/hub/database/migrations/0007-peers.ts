import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Entries of people in the directory, what they offer and seek. */
export const peers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      // Name and organisation are the person's; everything that nobody asks for by itself lies in the document.
      sql`create table peer_profile (
        person_id text primary key references person (id) on delete cascade,
        version integer not null default 1,
        visibility text not null default 'network'
          check (visibility in ('self', 'unit', 'organisation', 'network', 'public')),
        org_id text,
        unit text,
        sort_name text not null,
        document jsonb not null default '{}',
        field_visibility jsonb not null default '{}',
        -- Ways to reach the person; no list, no search and no other person's answer reads this column.
        channels jsonb not null default '{}',
        monthly_requests integer not null default 5 check (monthly_requests between 0 and 20),
        photo_id text references upload (id) on delete set null,
        listed boolean not null default false,
        consent_at timestamptz,
        consent_version text,
        consent_expires_at timestamptz,
        reminded_at timestamptz,
        source text not null default 'self' check (source in ('self', 'scim', 'vcard', 'import')),
        source_id text,
        source_key text,
        source_version text,
        locked_fields text[] not null default '{}',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (not listed or (consent_at is not null and consent_expires_at is not null))
      )`,
      sql`create index peer_profile_listed on peer_profile (sort_name, person_id) where listed`,
      sql`create index peer_profile_expiry on peer_profile (consent_expires_at) where listed`,
      sql`create unique index peer_profile_source on peer_profile (source_id, source_key) where source_key is not null`,
      sql`create table peer_offer (
        id text primary key check (length(id) between 1 and 128),
        version integer not null default 1,
        person_id text not null references peer_profile (person_id) on delete cascade,
        direction text not null check (direction in ('offer', 'seek')),
        -- A topic's id, or a word of the person's own.
        topic text not null,
        text text,
        form text not null,
        until date not null,
        state text not null check (state in ('open', 'matched', 'closed')),
        reminded_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,
      sql`create index peer_offer_open on peer_offer (created_at desc, id desc) where state = 'open'`,
      sql`create index peer_offer_person on peer_offer (person_id)`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
