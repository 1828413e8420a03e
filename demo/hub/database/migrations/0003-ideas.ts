import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Ideas and what people do with them; what happened, and who is told of it. */
export const ideas: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      sql`create table idea (
        id text primary key check (length(id) between 1 and 128),
        version integer not null default 1,
        stage text not null,
        reach text not null check (reach in ('within', 'between', 'civil')),
        visibility text not null check (visibility in ('self', 'unit', 'organisation', 'network', 'public')),
        org_id text,
        unit text,
        created_by text,
        anonymous boolean not null default false,
        -- Only a hash: who reads the table cannot act as the author of an anonymous idea.
        secret_hash text unique,
        author_ids text[] not null default '{}',
        org_ids text[] not null default '{}',
        topic_ids text[] not null default '{}',
        need_kinds text[] not null default '{}',
        title text not null,
        document jsonb not null,
        patron_id text,
        question text,
        reason text,
        pending jsonb,
        merged_into text references idea (id),
        adapted_from text references idea (id),
        supports integer not null default 0,
        useful_here integer not null default 0,
        joins integer not null default 0,
        comments integer not null default 0,
        help_offers integer not null default 0,
        followers integer not null default 0,
        adoptions integer not null default 0,
        -- What waits for a moderator: held comments and open reports.
        held integer not null default 0,
        search_text text not null,
        released_at timestamptz,
        active_at timestamptz not null default now(),
        reminded_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,
      sql`create index idea_active on idea (active_at desc, id)`,
      sql`create index idea_created on idea (created_at desc, id)`,
      sql`create index idea_supports on idea (supports desc, id)`,
      sql`create index idea_stage_active on idea (stage, active_at desc, id)`,
      sql`create index idea_topics on idea using gin (topic_ids)`,
      sql`create index idea_orgs on idea using gin (org_ids)`,
      sql`create index idea_authors on idea using gin (author_ids)`,
      sql`create index idea_search on idea using gin (search_text gin_trgm_ops)`,
      sql`create index idea_merged_into on idea (merged_into) where merged_into is not null`,
      sql`create index idea_adapted_from on idea (adapted_from) where adapted_from is not null`,
      sql`create table idea_history (
        id bigint generated always as identity primary key,
        idea_id text not null references idea (id) on delete cascade,
        at timestamptz not null default now(),
        person_id text,
        action text not null,
        from_stage text,
        to_stage text,
        note text
      )`,
      sql`create index idea_history_idea on idea_history (idea_id, id)`,
      sql`create table idea_support (
        idea_id text not null references idea (id) on delete cascade,
        person_id text not null,
        org_id text,
        level text not null check (level in ('interesting', 'useful-here', 'i-join')),
        shown text not null check (shown in ('name', 'org', 'count-only')),
        note text,
        at timestamptz not null default now(),
        primary key (idea_id, person_id)
      )`,
      sql`create index idea_support_person on idea_support (person_id)`,
      sql`create table idea_follow (
        idea_id text not null references idea (id) on delete cascade,
        person_id text not null,
        at timestamptz not null default now(),
        primary key (idea_id, person_id)
      )`,
      sql`create index idea_follow_person on idea_follow (person_id)`,
      sql`create table idea_comment (
        id text primary key check (length(id) between 1 and 128),
        idea_id text not null references idea (id) on delete cascade,
        parent_id text references idea_comment (id) on delete cascade,
        person_id text,
        version integer not null default 1,
        kind text not null,
        body text not null,
        state text not null check (state in ('visible', 'pending', 'hidden', 'removed')),
        reason text,
        mention_ids text[] not null default '{}',
        created_at timestamptz not null default now(),
        edited_at timestamptz
      )`,
      sql`create index idea_comment_idea on idea_comment (idea_id, created_at, id)`,
      sql`create index idea_comment_person on idea_comment (person_id)`,
      sql`create table comment_reaction (
        comment_id text not null references idea_comment (id) on delete cascade,
        person_id text not null,
        reaction text not null check (reaction in ('thanks', 'insight', 'heart')),
        primary key (comment_id, person_id, reaction)
      )`,
      sql`create index comment_reaction_person on comment_reaction (person_id)`,
      sql`create table help_offer (
        id text primary key check (length(id) between 1 and 128),
        idea_id text not null references idea (id) on delete cascade,
        person_id text not null,
        kinds text[] not null check (cardinality(kinds) between 1 and 4),
        hours text,
        text text,
        state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn', 'done')),
        thanks text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,
      sql`create index help_offer_idea on help_offer (idea_id, created_at, id)`,
      sql`create index help_offer_person on help_offer (person_id)`,
      sql`create table report (
        id text primary key check (length(id) between 1 and 128),
        object_type text not null check (object_type in ('idea', 'comment')),
        object_id text not null,
        idea_id text not null references idea (id) on delete cascade,
        person_id text,
        reason text not null,
        created_at timestamptz not null default now(),
        settled_at timestamptz,
        settled_by text,
        settled_note text
      )`,
      sql`create index report_open on report (idea_id) where settled_at is null`,
      sql`create table notification (
        id text primary key check (length(id) between 1 and 128),
        person_id text not null references person (id) on delete cascade,
        kind text not null,
        by_person text,
        idea_id text references idea (id) on delete cascade,
        text text,
        at timestamptz not null default now(),
        read_at timestamptz,
        mailed_at timestamptz
      )`,
      sql`create index notification_person on notification (person_id, at desc, id)`,
      sql`create index notification_unmailed on notification (person_id) where mailed_at is null`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
