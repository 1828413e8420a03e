/** Lists of topics as Discourse sends them (`/latest.json`, `/c/<slug>/<id>.json`, `/tag/<tag>.json`), and one topic. */

export interface DiscourseTopic {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly slug?: unknown;
  readonly posts_count?: unknown;
  readonly created_at?: unknown;
  readonly bumped_at?: unknown;
  readonly last_posted_at?: unknown;
  /** HTML; there for pinned topics, and for all where the site says so. */
  readonly excerpt?: unknown;
  readonly visible?: unknown;
  readonly archived?: unknown;
  /** Words; in newer versions objects. */
  readonly tags?: unknown;
  /** Of the plugin Topic Voting. */
  readonly vote_count?: unknown;
  readonly op_like_count?: unknown;
  /** Who began it is the first. */
  readonly posters?: unknown;
  /** The first posts, in the answer about one topic. */
  readonly post_stream?: { readonly posts?: unknown };
}

export interface DiscoursePost {
  /** HTML. */
  readonly cooked?: unknown;
  readonly name?: unknown;
  readonly username?: unknown;
}

export interface DiscourseUser {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly username?: unknown;
}
