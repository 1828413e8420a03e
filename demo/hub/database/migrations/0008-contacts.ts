import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Requests for contact, whom people do not want to hear from, and news about requests. No address stands in here. */
export const contacts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      sql`create table contact_request (
        id text primary key check (length(id) between 1 and 128),
        version integer not null default 1,
        from_person text not null references person (id) on delete cascade,
        to_person text not null references person (id) on delete cascade,
        about_type text check (about_type in ('idea', 'offer', 'event')),
        about_id text,
        topic text,
        message text not null,
        -- Which ways to be reached each side gives, never the addresses themselves.
        reveal text[] not null default '{}',
        answer_reveal text[] not null default '{}',
        state text not null check (state in ('sent', 'accepted', 'declined', 'expired', 'blocked', 'withdrawn')),
        -- Never delivered: the sender was blocked when it was sent.
        hidden boolean not null default false,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        answered_at timestamptz,
        told_at timestamptz,
        check (from_person <> to_person),
        check ((about_type is null) = (about_id is null))
      )`,
      sql`create index contact_request_from on contact_request (from_person, created_at desc, id desc)`,
      sql`create index contact_request_to on contact_request (to_person, created_at desc, id desc)`,
      sql`create index contact_request_expiry on contact_request (expires_at) where state = 'sent'`,
      // One open request a pair, whoever asks whom; what was never delivered is open for its sender alone.
      sql`create unique index contact_request_open on contact_request
        (least(from_person, to_person), greatest(from_person, to_person)) where state = 'sent' and not hidden`,
      sql`create unique index contact_request_open_hidden on contact_request (from_person, to_person)
        where state = 'sent' and hidden`,
      sql`create table peer_block (
        person_id text not null references person (id) on delete cascade,
        blocked_id text not null references person (id) on delete cascade,
        at timestamptz not null,
        primary key (person_id, blocked_id)
      )`,
      sql`create index peer_block_blocked on peer_block (blocked_id)`,
      sql`alter table notification add column contact_id text references contact_request (id) on delete cascade`,
      sql`create index notification_contact on notification (contact_id) where contact_id is not null`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
