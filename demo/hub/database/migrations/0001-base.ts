import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Events with their dates, sources, the audit trail, idempotency keys. */
export const base: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      sql`create extension if not exists pg_trgm`,
      sql`create table event (
        id text primary key check (length(id) between 1 and 128),
        source_id text,
        uid text not null,
        version integer not null default 1,
        visibility text not null default 'public'
          check (visibility in ('self', 'unit', 'organisation', 'network', 'public')),
        org_id text,
        unit text,
        created_by text,
        document jsonb not null,
        series jsonb,
        overrides jsonb not null default '[]',
        content_hash text,
        expanded_until timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,
      sql`create unique index event_source_uid on event (source_id, uid) where source_id is not null`,
      sql`create index event_uid on event (uid)`,
      sql`create index event_expanded_until on event (expanded_until) where expanded_until is not null`,
      sql`create table event_occurrence (
        event_id text not null references event (id) on delete cascade,
        recurrence_key text not null default '',
        start_at timestamptz not null,
        end_at timestamptz not null check (end_at >= start_at),
        start_date text,
        end_date text,
        kind text,
        org_key text,
        topic_keys text[] not null default '{}',
        visibility text not null,
        long boolean not null default false,
        search_text text not null default '',
        primary key (event_id, recurrence_key)
      )`,
      // Lists walk this index in their own order; what they count by rides along, so that counting reads no table rows.
      sql`create index event_occurrence_order on event_occurrence (start_at, event_id, recurrence_key)
        include (end_at, kind, org_key, topic_keys, visibility) where not long`,
      sql`create index event_occurrence_long on event_occurrence using gist (tstzrange(start_at, end_at, '[]')) where long`,
      sql`create index event_occurrence_search on event_occurrence using gin (search_text gin_trgm_ops)`,
      sql`create table source (
        id text primary key,
        etag text,
        last_modified text,
        body bytea,
        content_type text,
        import_key text,
        imported_at timestamptz,
        last_success_at timestamptz,
        last_try_at timestamptz,
        next_try_at timestamptz,
        failures integer not null default 0,
        failure_kind text,
        failure_detail text,
        item_count integer not null default 0,
        problems jsonb not null default '[]'
      )`,
      sql`create table audit_entry (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        account_id text,
        person_id text,
        action text not null,
        object_type text not null,
        object_id text not null,
        org_id text,
        detail jsonb not null default '{}'
      )`,
      sql`create index audit_entry_object on audit_entry (object_type, object_id, at)`,
      sql`create index audit_entry_at on audit_entry (at)`,
      sql`create table idempotency_key (
        caller_key text not null,
        key text not null,
        route text not null,
        request_hash text not null,
        status integer,
        headers jsonb,
        body text,
        created_at timestamptz not null default now(),
        primary key (caller_key, key)
      )`,
      sql`create index idempotency_key_created_at on idempotency_key (created_at)`,
      sql`create table fact (name text primary key, value text not null)`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
