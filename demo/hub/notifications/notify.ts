import { sql } from 'kysely';
import type { NotificationKind } from '../../../src/model/account.ts';
import { newId } from '../accounts/new-id.ts';
import type { HubTransaction } from '../database/database.ts';
import './notification-tables.ts';

/** What somebody is told. */
export interface News {
  readonly kind: NotificationKind;
  /** Ids of persons; the one who did it is left out. */
  readonly to: readonly (string | null | undefined)[];
  /** Id of the person who did it. */
  readonly by?: string | null;
  readonly ideaId?: string;
  readonly eventId?: string;
  readonly impulseId?: string;
  readonly contactId?: string;
  readonly postId?: string;
  /** What was said, plain text; the first 200 characters are kept. */
  readonly text?: string;
  /** A mail of its own tells it: no digest does again. */
  readonly mailed?: boolean;
}

const EXCERPT = 200;
/** Rows of one statement: its parameters are counted. */
const CHUNK = 1_000;
const segments = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** The first words of a text, on one line, cut between characters as people see them. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT) return line;
  let cut = '';
  for (const { segment } of segments.segment(line.slice(0, EXCERPT * 4))) {
    if (cut.length + segment.length >= EXCERPT) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/**
 * Tells people what happened, in the transaction in which it happens. Who has switched the kind off, and who has no
 * account any more, is told nothing.
 */
export async function notify(transaction: HubTransaction, news: News): Promise<void> {
  const { kind, by, ideaId, eventId, impulseId, contactId, postId, text, mailed = false } = news;
  const wanted = new Set(news.to.filter((id): id is string => typeof id === 'string' && id !== by));
  if (wanted.size === 0) return;
  const people = await transaction
    .selectFrom('account')
    .leftJoin('accountSettings', 'accountSettings.accountId', 'account.id')
    .select(['account.personId', 'accountSettings.settings'])
    .where(sql<boolean>`account.person_id = any(${[...wanted]}::text[])`)
    .execute();
  const rows = people
    .filter(({ settings }) => !settings?.muted?.includes(kind))
    .map(({ personId }) => ({
      id: newId(),
      personId,
      kind,
      byPerson: by ?? null,
      ideaId: ideaId ?? null,
      eventId: eventId ?? null,
      impulseId: impulseId ?? null,
      contactId: contactId ?? null,
      postId: postId ?? null,
      text: text === undefined ? null : excerptOf(text),
      // Whole milliseconds: a cursor says the same instant again.
      at: sql<Date>`date_trunc('milliseconds', now())`,
      readAt: null,
      mailedAt: mailed ? sql<Date>`now()` : null,
    }));
  for (let index = 0; index < rows.length; index += CHUNK) {
    await transaction
      .insertInto('notification')
      .values(rows.slice(index, index + CHUNK))
      .execute();
  }
}
