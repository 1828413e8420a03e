import { ANONYMOUS } from '../authorization/caller.ts';
import { oneLine } from '../http/characters.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { maySeeIdea } from '../ideas/idea-rules.ts';
import { findIdea } from '../ideas/idea-store.ts';
import type { EmbedRequest } from './embed-widgets.ts';

/**
 * The title of the idea that a page is about; undefined where it is about none.
 * @throws HttpProblem `not-found` for one that not everybody may see
 */
export async function publicIdeaTitle(
  { database }: Pick<Hub, 'database'>,
  { widget, attributes }: Pick<EmbedRequest, 'widget' | 'attributes'>,
): Promise<string | undefined> {
  const id = widget === 'idea-board' ? attributes.get('idea') : undefined;
  if (!id) return undefined;
  const row = await findIdea(database.kysely, id);
  if (!row || !maySeeIdea(ANONYMOUS, row, {})) throw new HttpProblem('not-found');
  return oneLine(row.title);
}
