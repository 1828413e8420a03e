import type { PostVocabulary } from '../../../backend/ports.ts';
import { shortDay } from '../../../i18n/date-words.ts';
import type { PostEditorMessages } from '../../../i18n/de/post-editor.ts';
import type { Me } from '../../../model/account.ts';
import type { Post } from '../../../model/post.ts';
import { typedTime } from '../../../model/wall-clock.ts';

/** What the forms of a post are made from. */
export interface EditorContext {
  readonly words: PostEditorMessages;
  readonly locale: string;
  readonly timeZone: string;
  /** The post as it is stored; undefined for a new one. */
  readonly post: Post | undefined;
  readonly vocabulary: PostVocabulary;
}

/** The organisation that a new post comes out for: the reader's own, or the only one there is. */
export function ownOrg({ orgs }: PostVocabulary, me: Me | undefined): { readonly id: string } | undefined {
  const [only, second] = orgs;
  const ids = me?.memberships?.map(({ org }) => org.id) ?? [];
  return orgs.find(({ id }) => ids.includes(id)) ?? (second ? undefined : only);
}

/** Do., 12. März 2026, 14:00 Uhr; empty for what is no instant. */
export function momentWords(
  instant: string | undefined,
  { words, locale, timeZone }: Pick<EditorContext, 'words' | 'locale' | 'timeZone'>,
): string {
  if (!instant || Number.isNaN(Date.parse(instant))) return '';
  const { date, time } = typedTime(instant, timeZone);
  return words.editor.clock(shortDay(locale, date), time);
}

/** A post's title, or that it has none. */
export const titleOf = (post: Post, { desk }: PostEditorMessages): string => post.title.trim() || desk.untitled;
