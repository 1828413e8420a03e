import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.ts';

/**
 * Compares `If-Match` with the version of the object as it is now, inside the transaction that changes it. The version
 * leads every ETag of an object (see `etagOf`), so that one read by somebody who sees more or less of it counts too.
 *
 * @throws HttpProblem `precondition-required` without the header, `precondition-failed` when the object has changed
 */
export function demandMatch(request: FastifyRequest, version: number): void {
  const header = request.headers['if-match'];
  if (header === undefined) throw new HttpProblem('precondition-required');
  if (header.trim() === '*') return;
  const isCurrent = header.split(',').some((part) => new RegExp(`^"${version}\\.[^"]*"$`).test(part.trim()));
  if (!isCurrent) throw new HttpProblem('precondition-failed');
}
