/** What the API of Mastodon sends (docs.joinmastodon.org/entities), as far as posts are made of it. Nothing in it is certain. */

export interface MastodonAccount {
  readonly id?: unknown;
  readonly acct?: unknown;
  readonly username?: unknown;
  readonly display_name?: unknown;
  readonly url?: unknown;
}

export interface MastodonMedia {
  readonly type?: unknown;
  readonly url?: unknown;
  readonly preview_url?: unknown;
  readonly description?: unknown;
  readonly meta?: unknown;
}

export interface MastodonStatus {
  readonly id?: unknown;
  readonly url?: unknown;
  readonly created_at?: unknown;
  readonly edited_at?: unknown;
  readonly visibility?: unknown;
  readonly sensitive?: unknown;
  readonly spoiler_text?: unknown;
  readonly language?: unknown;
  /** HTML. */
  readonly content?: unknown;
  readonly account?: MastodonAccount;
  readonly reblog?: MastodonStatus | null;
  readonly media_attachments?: unknown;
  readonly tags?: unknown;
  readonly card?: unknown;
}
