import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** People who come from files and directories: what their source says, links for them, who does not want to come back. */
export const peerImports: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      // What the source has said last: whatever differs from it was changed by the person, and stays theirs.
      sql`alter table peer_profile add column imported jsonb not null default '{}'`,
      // When the source stopped naming them.
      sql`alter table peer_profile add column left_at timestamptz`,
      sql`create index peer_profile_left on peer_profile (left_at) where left_at is not null`,
      // Found when somebody with that verified address is imported, or signs in for the first time.
      sql`create index peer_profile_email on peer_profile ((lower(channels ->> 'email'))) where channels ? 'email'`,
      // A link for exactly that person; it goes with them.
      sql`alter table invitation add column person_id text references person (id) on delete cascade`,
      sql`create index invitation_person on invitation (person_id) where person_id is not null`,
      // Only an address that somebody vouches for makes two entries one.
      sql`alter table account add column email_verified boolean not null default false`,
      sql`update account set email_verified = true where issuer = 'mail'`,
      // Only a salted hash: it tells that a key is refused, not whose it was.
      sql`create table import_refusal (
        key_hash text primary key,
        created_at timestamptz not null default now()
      )`,
      sql`create table people_directory (
        id text primary key,
        last_success_at timestamptz,
        last_try_at timestamptz,
        next_try_at timestamptz,
        failures integer not null default 0,
        failure_kind text,
        failure_detail text,
        people integer not null default 0,
        created integer not null default 0,
        updated integer not null default 0,
        gone integer not null default 0,
        -- How many would have left at once; they go when the next pull says so, too.
        held_back integer not null default 0
      )`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
