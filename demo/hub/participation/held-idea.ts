import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { maySee } from '../authorization/can.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { actOn, type IdeaAct } from '../idea-life/idea-act.ts';
import { guardedIdea, type GuardedIdea, type IdeaRow } from '../ideas/idea-rules.ts';
import { findIdea } from '../ideas/idea-store.ts';

/** An idea that somebody does something with. */
export interface ActedIdea {
  readonly row: IdeaRow;
  readonly act: IdeaAct;
  readonly guarded: GuardedIdea;
}

function acted(request: FastifyRequest, row: IdeaRow | undefined): ActedIdea {
  if (!row) throw new HttpProblem('not-found');
  const act = actOn(request, row);
  const guarded = guardedIdea(act.caller, row, act);
  if (!maySee(act.caller, guarded)) throw new HttpProblem('not-found');
  return { row, act, guarded };
}

/** The idea that a request reads from. @throws HttpProblem `not-found` where the caller may not see it */
export const readIdea = async (db: Kysely<Tables>, request: FastifyRequest, id: string): Promise<ActedIdea> =>
  acted(request, await findIdea(db, id));

/**
 * The idea that a request writes to, held until the transaction ends, so that counts come out right.
 * @throws HttpProblem `not-found` where the caller may not see it
 */
export const holdIdea = async (transaction: HubTransaction, request: FastifyRequest, id: string): Promise<ActedIdea> =>
  acted(request, await findIdea(transaction, id, { forUpdate: true }));
