import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { maySee } from '../authorization/can.ts';
import { ANONYMOUS, type Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { demandMatch } from '../http/preconditions.ts';
import { actorsOf, guardedIdea, type IdeaRow } from '../ideas/idea-rules.ts';
import { accessOf } from '../ideas/idea-secret.ts';

/** Who does something to an idea, and when. */
export interface IdeaAct {
  readonly caller: Caller;
  /** Epoch ms. */
  readonly now: number;
  /** The idea's secret came along: it acts as the anonymous author. */
  readonly secret: boolean;
  /** Who is written down. The author of an anonymous idea stays without a name, even when they have signed in. */
  readonly named: Caller;
  /** Id of the person who is written down. */
  readonly by: string | null;
}

export function actOn(request: FastifyRequest, row: IdeaRow): IdeaAct {
  const { caller, now } = request;
  const secret = accessOf(request, row).secret === true;
  const nameless = secret || (row.anonymous && actorsOf(caller, row).has('author'));
  const named = nameless ? ANONYMOUS : caller;
  return { caller, now, secret, named, by: named.kind === 'anonymous' ? null : named.person.id };
}

/** Ideas held until the transaction ends, always in one order, so that two of these never wait for each other. */
export async function holdIdeas(
  transaction: HubTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IdeaRow>> {
  const rows = await transaction
    .selectFrom('idea')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .orderBy(sql`id collate "C"`)
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The idea that a request is about, held, with who acts.
 * @param others ids of further ideas to hold
 * @throws HttpProblem `not-found` where the caller may not see it; `precondition-failed` where it has an `If-Match` that
 * no longer fits
 */
export async function heldIdea(
  transaction: HubTransaction,
  request: FastifyRequest,
  id: string,
  others: readonly string[] = [],
): Promise<{ row: IdeaRow; act: IdeaAct; held: ReadonlyMap<string, IdeaRow> }> {
  const held = await holdIdeas(transaction, [id, ...others]);
  const row = held.get(id);
  if (!row) throw new HttpProblem('not-found');
  const act = actOn(request, row);
  if (!maySee(act.caller, guardedIdea(act.caller, row, act))) throw new HttpProblem('not-found');
  if (request.headers['if-match'] !== undefined) demandMatch(request, row.version);
  return { row, act, held };
}
