/** Serves the service worker of msw from its package, so that no copy of it lies in the project. */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

export const mswWorkerFile = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Koa middleware for Web Test Runner and Web Dev Server. */
export function serveMswWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = createReadStream(mswWorkerFile);
}
