/** Serves the service worker of msw from its package, so that no copy of it lies in the project. */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import type { Context, Next } from 'koa';

export const mswWorkerFile = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Middleware for Web Test Runner. */
export function serveMswWorker(context: Context, next: Next): Promise<unknown> | void {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = createReadStream(mswWorkerFile);
}
