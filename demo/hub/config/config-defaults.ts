import { fileURLToPath } from 'node:url';
import type { HubConfig, TopicConfig } from './config-schema.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The open-government fields and the challenges that the network works on (SKOS scheme of the domain). */
export const DEFAULT_TOPICS: readonly TopicConfig[] = [
  { id: 'offenes-verwaltungshandeln', label: { de: 'Offenes Verwaltungshandeln', en: 'Open government' } },
  {
    id: 'organisationskultur',
    label: { de: 'Organisationskultur', en: 'Organisational culture' },
    broader: 'offenes-verwaltungshandeln',
  },
  {
    id: 'co-kreation',
    label: { de: 'Co-Produktion und Co-Kreation', en: 'Co-production and co-creation' },
    broader: 'offenes-verwaltungshandeln',
  },
  { id: 'transparenz', label: { de: 'Transparenz', en: 'Transparency' }, broader: 'offenes-verwaltungshandeln' },
  { id: 'herausforderungen', label: { de: 'Herausforderungen', en: 'Challenges' } },
  {
    id: 'demografischer-wandel',
    label: { de: 'Demografischer Wandel', en: 'Demographic change' },
    broader: 'herausforderungen',
  },
  { id: 'strukturwandel', label: { de: 'Strukturwandel', en: 'Structural change' }, broader: 'herausforderungen' },
  { id: 'klimawandel', label: { de: 'Klimawandel', en: 'Climate change' }, broader: 'herausforderungen' },
  {
    id: 'digitale-transformation',
    label: { de: 'Digitale Transformation', en: 'Digital transformation' },
    broader: 'herausforderungen',
  },
];

/** What holds where neither file nor environment says otherwise: a demo on this machine, seen by nobody else. */
export const DEFAULT_CONFIG: HubConfig = {
  title: 'Verwaltungsrebellen',
  language: 'de',
  timeZone: 'Europe/Berlin',
  host: 'localhost',
  port: 8080,
  logLevel: 'warn',
  dataDir: '.data',
  siteDir: fromRoot('demo/site'),
  distDir: fromRoot('dist'),
  database: { poolSize: 10 },
  cors: { origins: ['*'], credentials: false },
  frameAncestors: ["'self'"],
  trustedProxies: [],
  signIn: {
    mode: 'demo',
    proxyHeader: 'x-forwarded-user',
    proxyNameHeader: 'x-forwarded-preferred-username',
    proxyMailHeader: 'x-forwarded-email',
    issuers: [],
    invitations: false,
    invitedMailDomains: [],
  },
  mail: { from: 'Verwaltungsrebellen <noreply@localhost>', digest: 'daily' },
  organisations: [],
  topics: [...DEFAULT_TOPICS],
  sources: [],
  directories: [],
  webhooks: [],
  retention: {
    auditDays: 730,
    idempotencyHours: 48,
    pastEventsDays: 1095,
    notificationDays: 180,
    registrationTextDays: 28,
    leftPeopleDays: 30,
    unclaimedPeopleDays: 180,
    contactRequestDays: 365,
    gatheredPostDays: 730,
  },
  limits: {
    bodyBytes: 262_144,
    requestsPerMinute: 6_000,
    submissionsPer5Minutes: 240,
    personSubmissionsPer5Minutes: 120,
    contactRequestsPerDay: 10,
    uploadsPerHour: 100,
    peersPerHour: 500,
    feedChecksPerHour: 30,
    sourceBytes: 20_000_000,
    sourceSeconds: 20,
    sourceItems: 20_000,
    importBytes: 5_000_000,
    importPeople: 10_000,
    directoryBytes: 100_000_000,
    directoryPeople: 50_000,
    directorySeconds: 300,
  },
  uploads: { store: 'disk', maxBytes: 10_000_000, maxFiles: 5, maxPixels: 50_000_000 },
  ideas: { anonymous: true, moderation: 'all' },
  posts: { moderation: true },
  pages: { posts: '/berichte' },
};
