import cors from '@fastify/cors';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { meRoutes } from './accounts/me-routes.ts';
import { ANONYMOUS } from './authorization/caller.ts';
import { startBackground } from './background.ts';
import { calendarRoutes } from './calendar-file/calendar-routes.ts';
import { eventFeedRoutes } from './calendar-file/feed-routes.ts';
import { circleRoutes } from './circles/circle-routes.ts';
import type { HubConfig } from './config/config.ts';
import { contactRoutes } from './contacts/contact-routes.ts';
import type { HubDatabase } from './database/database.ts';
import { embedRoutes } from './embed/embed-routes.ts';
import { oembedRoutes } from './embed/oembed-routes.ts';
import { eventRoutes } from './events/event-routes.ts';
import { EVENT_SCHEMAS } from './events/event-schema.ts';
import { eventVocabularyRoutes } from './events/event-vocabulary.ts';
import { feedCheckRoutes } from './feed-check/feed-check-routes.ts';
import { postFeedRoutes } from './feeds/post-feed-routes.ts';
import { healthRoutes } from './health/health-routes.ts';
import { installMetrics } from './health/metrics.ts';
import { installConditionalReads } from './http/conditional-reads.ts';
import { logOptions, type LogStream } from './http/log.ts';
import { installOpenApi } from './http/openapi.ts';
import { overrideMethod, refuseOtherOverrides } from './http/method-override.ts';
import { handleError, installProblemHandler } from './http/problem-handler.ts';
import { installSecurityHeaders } from './http/security-headers.ts';
import { schemaCompilers } from './http/validation.ts';
import { installStaticFiles } from './http/static-files.ts';
import type { Identify } from './hub.ts';
import { ideaLifeRoutes } from './idea-life/life-routes.ts';
import { ideaFeedRoutes } from './ideas/idea-feed.ts';
import { ideaListRoutes } from './ideas/idea-list-routes.ts';
import { ideaRoutes } from './ideas/idea-routes.ts';
import { IDEA_SCHEMAS } from './ideas/idea-schema.ts';
import { impulseRoutes } from './impulses/impulse-routes.ts';
import { measureJobs } from './jobs/job-metrics.ts';
import { installRateLimits } from './limits/rate-limits.ts';
import { makeHub } from './make-hub.ts';
import { notificationRoutes } from './notifications/notification-routes.ts';
import { offerRoutes } from './peer-offers/offer-routes.ts';
import { peerListRoutes } from './peer-search/peer-list-routes.ts';
import { peerRoutes } from './peers/peer-routes.ts';
import { profileRoutes } from './peers/profile-routes.ts';
import { defineImportJobs } from './peer-imports/import-jobs.ts';
import { importsData } from './peer-imports/imports-data.ts';
import { peerImportRoutes } from './peer-imports/import-routes.ts';
import { directoryRoutes, measureDirectories } from './peer-imports/scim/directory-routes.ts';
import { postRoutes } from './posts/post-routes.ts';
import { postWriteRoutes } from './posts/post-write-routes.ts';
import { programmeRoutes } from './programme/programme-routes.ts';
import { participationRoutes } from './participation/participation-routes.ts';
import { registrationRoutes } from './registration/registration-routes.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { configRoutes } from './site/config-routes.ts';
import { galleryLibraryRoutes } from './site/gallery-library-routes.ts';
import { manifestRoutes } from './site/manifest-routes.ts';
import { imageRoutes } from './sources/image-routes.ts';
import { sourceRoutes } from './sources/source-routes.ts';
import { uploadRoutes } from './uploads/upload-routes.ts';
import { defineWebhooks } from './webhooks/webhooks.ts';

export interface AppOptions {
  readonly config: HubConfig;
  readonly database: HubDatabase;
  /** Epoch ms. Default: the machine's clock. */
  readonly clock?: () => number;
  /** Default: the sign-in of the configuration. */
  readonly identify?: Identify;
  /**
   * Whether this process does what runs beside the answers, too: jobs, gathering, upkeep, the demo's events. Default:
   * it only answers.
   */
  readonly runJobs?: boolean;
  /** Folders beside the data folder that `file:` sources may lie in. */
  readonly sourceFolders?: readonly string[];
  /** Where lines of the log go. Default: the standard output. */
  readonly logStream?: LogStream;
}

const EXPOSED_HEADERS = ['ETag', 'Location', 'Retry-After', 'Idempotency-Replayed', 'Link'];
const ALLOWED_HEADERS = [
  'Authorization',
  'Content-Type',
  'If-Match',
  'If-None-Match',
  'Idempotency-Key',
  'X-CSRF-Token',
  'X-Demo-Person',
  'X-HTTP-Method-Override',
  'X-Idea-Secret',
];

async function installCors(app: FastifyInstance, { origins, credentials }: HubConfig['cors']): Promise<void> {
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    // Cookies of other pages only where the configuration names those pages.
    credentials,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 86_400,
    strictPreflight: false,
  });
}

/**
 * The hub's web application, ready to `listen` or to `inject`. It does not own the database: who opened it closes it,
 * after `app.close()`.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, database } = options;
  const hub = makeHub({ config, database, clock: options.clock ?? Date.now });
  const signIn = createSignIn(hub);
  const compilers = schemaCompilers();
  const app = Fastify({
    logger: logOptions(config, options.logStream),
    // Addresses of visitors are not written down in everyday work.
    logController: new LogController({ disableRequestLogging: config.logLevel !== 'debug' }),
    bodyLimit: config.limits.bodyBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestTimeout: 30_000,
    rewriteUrl: overrideMethod,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    schemaController: compilers.schemaController,
    frameworkErrors: handleError,
    forceCloseConnections: true,
  });
  app.decorateRequest('caller', null as never);
  app.decorateRequest('now', 0);
  app.decorateReply('resourceVersion', undefined);
  app.decorateReply('holdsUntil', undefined);

  compilers.install(app);
  installProblemHandler(app);
  installMetrics(app);
  installSecurityHeaders(app, config);
  refuseOtherOverrides(app);
  app.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
  await installCors(app, config.cors);
  const identify = options.identify ?? signIn.identify;
  app.addHook('onRequest', (request, _reply, done) => {
    request.now = hub.clock();
    request.caller = ANONYMOUS;
    done();
  });
  app.addHook('onRequest', (request, reply, done) => {
    const found = identify(request, reply);
    // Most requests carry nothing: they wait for nobody.
    if (!(found instanceof Promise)) {
      request.caller = found;
      return done();
    }
    found.then((caller) => {
      request.caller = caller;
      done();
    }, done);
  });
  installRateLimits(app, config);
  installConditionalReads(app, hub);
  await installOpenApi(app, config);

  await app.register(healthRoutes, { hub });
  await app.register(configRoutes, { hub });
  for (const schema of EVENT_SCHEMAS) app.addSchema(schema);
  await app.register(eventRoutes, { hub });
  await app.register(eventVocabularyRoutes, { hub });
  await app.register(programmeRoutes, { hub });
  // Before the part of the entries: who is erased has to be remembered first.
  hub.personalData.add(importsData);
  await app.register(impulseRoutes, { hub });
  await app.register(circleRoutes, { hub });
  await app.register(registrationRoutes, { hub });
  for (const schema of IDEA_SCHEMAS) app.addSchema(schema);
  await app.register(ideaRoutes, { hub });
  await app.register(ideaListRoutes, { hub });
  await app.register(ideaFeedRoutes, { hub });
  await app.register(ideaLifeRoutes, { hub });
  await app.register(participationRoutes, { hub });
  await app.register(peerListRoutes, { hub });
  await app.register(offerRoutes, { hub });
  await app.register(peerRoutes, { hub });
  await app.register(profileRoutes, { hub });
  await app.register(peerImportRoutes, { hub });
  await app.register(directoryRoutes, { hub });
  defineImportJobs(hub);
  measureDirectories(hub, app.metrics);
  await app.register(sourceRoutes, { hub });
  await app.register(imageRoutes, { hub });
  await app.register(calendarRoutes, { hub });
  await app.register(eventFeedRoutes, { hub });
  await app.register(postRoutes, { hub });
  await app.register(postWriteRoutes, { hub });
  await app.register(postFeedRoutes, { hub });
  await app.register(feedCheckRoutes, { hub });
  await hub.accounts.start();
  await app.register(meRoutes, { hub });
  await app.register(notificationRoutes, { hub });
  await app.register(contactRoutes, { hub });
  await signIn.install(app);
  await app.register(uploadRoutes, { hub });
  await app.register(embedRoutes, { hub });
  await app.register(oembedRoutes, { hub });
  await app.register(galleryLibraryRoutes, { config });
  await app.register(manifestRoutes);
  await installStaticFiles(app, config);
  defineWebhooks(hub);
  measureJobs(hub.jobs, app.metrics);
  app.addHook('onClose', async () => {
    await hub.jobs.stop();
    hub.mailer.close();
  });
  await hub.jobs.start({
    work: options.runJobs ?? false,
    onError: (error) => app.log.error({ err: error }, 'job failed'),
  });
  if (options.runJobs) await startBackground(hub, app, options.sourceFolders);
  await app.ready();
  return app;
}
