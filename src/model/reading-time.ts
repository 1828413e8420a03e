import { htmlToText } from './html-text.ts';
import type { Post } from './post.ts';

/** Words that somebody reads in a minute; German words are long. */
const WORDS_A_MINUTE = 210;

/** Number of words of a text. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Minutes that it takes to read a post, at least one; 0 where nobody knows how long its text is. */
export function readingMinutes({ words, content, report }: Pick<Post, 'words' | 'content' | 'report'>): number {
  const text = content ?? (report ? Object.values(report).join('\n') : '');
  const count = words ?? countWords(htmlToText(text));
  return count > 0 ? Math.max(1, Math.round(count / WORDS_A_MINUTE)) : 0;
}
