import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { baseOf } from '../http/base-address.ts';
import { HttpProblem, invalidFields } from '../http/http-problem.ts';
import type { Hub } from '../hub.ts';
import { Budget } from '../limits/budget.ts';
import { clientKey } from '../limits/client-key.ts';
import { checkedAddress } from './check-address.ts';
import { CheckAnswer } from './check-answer.ts';
import { checkFeed } from './feed-check.ts';

const HOUR = 3_600_000;
const AT_ONCE = 4;
const PATH = '/api/v1/feed-check';

const originOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) && /^https?:/i.test(address) ? new URL(address).origin : undefined;

/**
 * `GET /api/v1/feed-check?url=`: what an address would be worth as a source of posts. It is no proxy: each connection is
 * guarded as those of gathering are, few are let in an hour, and the answer is an analysis, never the file.
 */
export const feedCheckRoutes: FastifyPluginAsyncTypebox<{ hub: Hub }> = async (app, { hub }) => {
  const { config } = hub;
  const checks = new Budget(config.limits.feedChecksPerHour, HOUR);
  let running = 0;
  app.get(
    PATH,
    {
      schema: {
        tags: ['sources'],
        operationId: 'checkFeed',
        querystring: Type.Object({
          url: Type.String({ minLength: 1, maxLength: 2000, description: 'address of a feed, or of a page with one' }),
          page: Type.Optional(
            Type.String({ maxLength: 2000, description: 'the page that is to show it; default: the one that asks' }),
          ),
        }),
        response: { 200: CheckAnswer },
      },
    },
    async (request, reply) => {
      const { caller, query, now } = request;
      if (config.signIn.mode !== 'demo' && caller.kind !== 'account') throw new HttpProblem('sign-in-required');
      const base = baseOf(hub, request);
      const url = checkedAddress(query.url, base);
      if (!url || (url.origin === new URL(base).origin && url.pathname.startsWith(PATH)))
        throw invalidFields([{ field: 'url', code: 'format', message: 'must be an http or https address' }]);
      const page = query.page === undefined || query.page.trim() === '' ? base : checkedAddress(query.page, base)?.href;
      const origin = originOf(page);
      if (!origin)
        throw invalidFields([{ field: 'page', code: 'format', message: 'must be an http or https address' }]);
      const key = caller.kind === 'account' ? `account ${caller.accountId}` : `client ${clientKey(request.ip)}`;
      const wait = checks.take(key, now);
      if (wait > 0) throw new HttpProblem('rate-limited', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) });
      if (running >= AT_ONCE) throw new HttpProblem('busy', { retryAfter: 5 });
      running += 1;
      try {
        const answer = await checkFeed(hub, app, { url, base, origin });
        // Who asks again wants to know what has changed since.
        reply.header('cache-control', 'no-store');
        return answer;
      } finally {
        running -= 1;
      }
    },
  );
};
