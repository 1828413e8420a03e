import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Registrations, sessions of camps, impulses; news about them. */
export const meetings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      // `queue` orders those who wait: who comes later is told a higher number, whatever the clock says.
      sql`create table event_registration (
        id text primary key check (length(id) between 1 and 128),
        event_id text not null references event (id) on delete cascade,
        -- Which date of a series; '' is the event itself, or the whole series.
        recurrence_key text not null default '',
        person_id text not null,
        state text not null check (state in ('registered', 'waiting', 'cancelled')),
        queue bigint generated always as identity,
        note text,
        needs text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (event_id, recurrence_key, person_id)
      )`,
      sql`create index event_registration_state on event_registration (event_id, recurrence_key, state, queue)`,
      sql`create index event_registration_person on event_registration (person_id)`,
      sql`create table event_session (
        id text primary key check (length(id) between 1 and 128),
        event_id text not null references event (id) on delete cascade,
        version integer not null default 1,
        title text not null,
        abstract text,
        start_at timestamptz,
        end_at timestamptz check (end_at > start_at),
        room text,
        track text,
        minutes integer,
        -- [{"id"}] for people of the hub, [{"displayName", "org"?}] for guests.
        hosts jsonb not null default '[]',
        state text not null check (state in ('proposed', 'scheduled', 'cancelled')),
        created_by text,
        idea_id text references idea (id) on delete set null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,
      sql`create index event_session_event on event_session (event_id, start_at, id)`,
      sql`create index event_session_idea on event_session (idea_id) where idea_id is not null`,
      sql`create table session_interest (
        session_id text not null references event_session (id) on delete cascade,
        person_id text not null,
        at timestamptz not null default now(),
        primary key (session_id, person_id)
      )`,
      sql`create index session_interest_person on session_interest (person_id)`,
      // Programmes of the hub's own events move out of their documents, where many write at once.
      sql`insert into event_session (id, event_id, title, abstract, start_at, end_at, room, track, hosts, state)
        select e.id || '.' || (s.value ->> 'id'), e.id, s.value ->> 'title', s.value ->> 'abstract',
          (s.value ->> 'start')::timestamptz, (s.value ->> 'end')::timestamptz, s.value ->> 'room', s.value ->> 'track',
          coalesce(s.value -> 'hosts', '[]'), s.value ->> 'state'
        from event e cross join lateral jsonb_array_elements(e.document -> 'sessions') s
        where e.source_id is null and jsonb_typeof(e.document -> 'sessions') = 'array'`,
      sql`update event set document = document - 'sessions' where source_id is null and document ? 'sessions'`,
      sql`create table impulse (
        id text primary key check (length(id) between 1 and 128),
        version integer not null default 1,
        title text not null,
        abstract text,
        topic_ids text[] not null default '{}',
        minutes integer not null,
        org_id text,
        created_by text,
        state text not null check (state in ('offered', 'dated', 'withdrawn')),
        event_id text references event (id) on delete set null,
        search_text text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,
      sql`create index impulse_created on impulse (created_at desc, id desc)`,
      sql`create index impulse_event on impulse (event_id) where event_id is not null`,
      sql`create index impulse_search on impulse using gin (search_text gin_trgm_ops)`,
      sql`create table impulse_interest (
        impulse_id text not null references impulse (id) on delete cascade,
        person_id text not null,
        at timestamptz not null default now(),
        primary key (impulse_id, person_id)
      )`,
      sql`create index impulse_interest_person on impulse_interest (person_id)`,
      sql`alter table notification add column event_id text references event (id) on delete cascade`,
      sql`alter table notification add column impulse_id text references impulse (id) on delete cascade`,
      sql`create index event_kind_circle on event (created_at desc, id) where document ->> 'kind' = 'learning-circle'`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
