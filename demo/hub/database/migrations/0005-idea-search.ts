import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Ideas found by whole words, and by all words that anybody has used; lists walked in each of their orders. */
export const ideaSearch: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      sql`drop index idea_search`,
      sql`alter table idea alter column search_text type tsvector using to_tsvector('simple', search_text)`,
      sql`create index idea_search on idea using gin (search_text)`,
      // Every word that stands in an idea: parts of compounds and words typed wrongly are looked up here, not in all texts.
      sql`create table idea_word (word text primary key check (length(word) between 3 and 60))`,
      sql`create index idea_word_parts on idea_word using gin (word gin_trgm_ops)`,
      sql`create index idea_word_start on idea_word (word text_pattern_ops)`,
      sql`alter table idea add wants_help boolean not null generated always as (
        help_offers = 0 and (cardinality(need_kinds) > 0 or stage in ('open', 'teaming', 'trying'))) stored`,
      sql`drop index idea_active`,
      sql`drop index idea_created`,
      sql`drop index idea_supports`,
      sql`drop index idea_stage_active`,
      // What lists narrow and count by rides along, so that counting reads no table rows.
      sql`create index idea_active on idea (active_at desc, id desc)
        include (visibility, released_at, stage, reach, org_ids, topic_ids, need_kinds)`,
      sql`create index idea_created on idea (created_at desc, id desc)`,
      sql`create index idea_supports on idea (supports desc, active_at desc, id desc)`,
      sql`create index idea_wants_help on idea (wants_help desc, active_at desc, id desc)`,
      sql`create index idea_stage_active on idea (stage, active_at desc, id desc)`,
      sql`create index idea_org on idea (org_id)`,
      sql`create index idea_patron on idea (patron_id) where patron_id is not null`,
      sql`create index idea_pending on idea (id) where pending is not null`,
      sql`create index idea_held on idea (id) where held > 0`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};
