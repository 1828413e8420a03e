import { Type, type Static, type TSchema } from 'typebox';

/**
 * The shape of the hub's one configuration. Each key carries a description: it is what the page `docs/hub.md` and the
 * errors at start are made of.
 */
const section = <T extends Record<string, TSchema>>(properties: T, description: string) =>
  Type.Object(properties, { additionalProperties: false, description });

/** A string out of a closed list. */
export const oneOf = <const T extends readonly string[]>(values: T, description = '') =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...(description && { description }) });

const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'a short name of a-z, 0-9 and -' });
const HttpUrl = Type.String({
  pattern: '^https?://[^\\s]+$',
  description: 'an address that starts with http:// or https://',
});
const Text = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, description: `1 to ${maxLength} characters` });
const Whole = (minimum: number, maximum: number) =>
  Type.Integer({ minimum, maximum, description: `a whole number from ${minimum} to ${maximum}` });
const Domain = Type.String({
  pattern: '^[a-z0-9.-]+\\.[a-z]{2,}$',
  description: 'a mail domain such as stadt.example',
});

export const ORGANISATION_KINDS = ['administration', 'civil-society', 'company', 'network'] as const;
export const SIGN_IN_MODES = ['none', 'proxy', 'oidc', 'demo'] as const;
/** What a webhook can be told of. */
export const WEBHOOK_EVENTS = [
  'idea.submitted',
  'idea.released',
  'idea.changed',
  'idea.stage-changed',
  'idea.answered',
  'idea.supported',
  'idea.commented',
  'idea.help-offered',
  'idea.taken-over',
] as const;
/** Whose new ideas a moderator reads before others do; those without a name always. */
export const IDEA_MODERATION = ['all', 'strangers', 'none'] as const;
export const SOURCE_KINDS = ['icalendar', 'feed', 'wordpress', 'drupal', 'mastodon', 'ghost'] as const;
/** What a source can give. */
export const SOURCE_PORTS = ['events', 'posts'] as const;
/** Where a reader's browser gets the pictures of gathered posts. */
export const SOURCE_IMAGES = ['link', 'proxy', 'none'] as const;
export const DIRECTORY_KINDS = ['scim'] as const;
/** Fields of an entry that a directory may keep to itself. */
export const LOCKABLE_FIELDS = [
  'displayName',
  'org',
  'unit',
  'function',
  'headline',
  'bio',
  'expertise',
  'interests',
  'languages',
] as const;

const Organisation = section(
  {
    id: Id,
    name: Text(200),
    kind: oneOf(ORGANISATION_KINDS, 'one of administration, civil-society, company, network'),
    ags: Type.Optional(Type.String({ pattern: '^\\d{2,12}$', description: 'official municipality key, digits only' })),
    unit: Type.Optional(Text(200)),
    parentId: Type.Optional(Id),
    url: Type.Optional(HttpUrl),
    logo: Type.Optional(Text(2000)),
    mailDomains: Type.Optional(Type.Array(Domain, { description: 'a list of mail domains' })),
  },
  'an organisation',
);

const Topic = section(
  {
    id: Id,
    label: section({ de: Text(120), en: Text(120) }, 'the label in German and English'),
    broader: Type.Optional(Id),
  },
  'a topic',
);

const Source = section(
  {
    id: Id,
    kind: oneOf(SOURCE_KINDS, `one of ${SOURCE_KINDS.join(', ')}`),
    url: Type.String({
      pattern: '^(https?|webcal|file):[^\\s]+$',
      description: 'an address that starts with https://, http://, webcal:// or file:',
    }),
    label: Text(200),
    org: Type.Optional(Id),
    link: Type.Optional(HttpUrl),
    every: Type.Optional(Whole(1, 1440)),
    timeZone: Type.Optional(Text(60)),
    ports: Type.Optional(
      Type.Array(oneOf(SOURCE_PORTS, 'one of events, posts'), {
        minItems: 1,
        maxItems: 2,
        description: 'a list of events, posts or both',
      }),
    ),
    topics: Type.Optional(Type.Array(Id, { maxItems: 20, description: 'a list of topics' })),
    key: Type.Optional(Text(500)),
    images: Type.Optional(oneOf(SOURCE_IMAGES, 'one of link, proxy, none')),
    allowPrivate: Type.Optional(
      Type.Array(Text(60), { maxItems: 20, description: 'a list of addresses or networks such as 10.1.2.3/32' }),
    ),
  },
  'a source',
);

const Issuer = section(
  {
    id: Id,
    issuer: HttpUrl,
    audience: Text(300),
    jwksUrl: Type.Optional(HttpUrl),
    label: Text(200),
    clientId: Type.Optional(Text(300)),
    clientSecret: Type.Optional(Text(1000)),
    scope: Type.Optional(Text(300)),
    org: Type.Optional(Id),
    orgClaim: Type.Optional(Text(200)),
    organisations: Type.Optional(
      Type.Record(Type.String(), Id, { description: 'the short name of an organisation for each value of the claim' }),
    ),
    unitClaim: Type.Optional(Text(200)),
    rolesClaim: Type.Optional(Text(200)),
    roles: Type.Optional(
      Type.Record(Type.String(), oneOf(['member', 'organiser', 'moderator', 'admin']), {
        description: 'one of member, organiser, moderator, admin for each value of the claim',
      }),
    ),
  },
  'an identity provider',
);

const Webhook = section(
  {
    id: Id,
    url: HttpUrl,
    secret: Type.Optional(
      Type.String({
        pattern: '^whsec_[A-Za-z0-9+/]{32,88}={0,2}$',
        description: 'whsec_ and 24 to 64 random bytes in base64',
      }),
    ),
    events: Type.Optional(
      Type.Array(oneOf(WEBHOOK_EVENTS, `one of ${WEBHOOK_EVENTS.join(', ')}`), { description: 'a list of events' }),
    ),
    allowPrivate: Type.Optional(
      Type.Array(Text(60), { maxItems: 20, description: 'a list of addresses or networks such as 10.1.2.3/32' }),
    ),
  },
  'a webhook',
);

const PeopleDirectory = section(
  {
    id: Id,
    kind: oneOf(DIRECTORY_KINDS, 'scim'),
    url: HttpUrl,
    token: Type.Optional(Text(4000)),
    filter: Type.Optional(Text(1000)),
    org: Id,
    label: Text(200),
    every: Type.Optional(Whole(5, 10_080)),
    lockedFields: Type.Optional(
      Type.Array(oneOf(LOCKABLE_FIELDS, `one of ${LOCKABLE_FIELDS.join(', ')}`), { description: 'a list of fields' }),
    ),
    invite: Type.Optional(Type.Boolean({ description: 'true or false' })),
    allowPrivate: Type.Optional(
      Type.Array(Text(60), { maxItems: 20, description: 'a list of addresses or networks such as 10.1.2.3/32' }),
    ),
  },
  'a directory of people',
);

export const HubConfigSchema = section(
  {
    title: Text(120),
    language: oneOf(['de', 'en'], 'de or en'),
    timeZone: Text(60),
    publicUrl: Type.Optional(HttpUrl),
    host: Text(255),
    port: Whole(0, 65535),
    logLevel: oneOf(
      ['silent', 'fatal', 'error', 'warn', 'info', 'debug'],
      'one of silent, fatal, error, warn, info, debug',
    ),
    dataDir: Text(1000),
    siteDir: Text(1000),
    distDir: Text(1000),
    seed: Type.Optional(Type.Boolean({ description: 'true or false' })),
    database: section(
      {
        url: Type.Optional(
          Type.String({ pattern: '^postgres(ql)?://', description: 'an address that starts with postgres://' }),
        ),
        poolSize: Whole(1, 200),
      },
      'the database',
    ),
    cors: section(
      {
        origins: Type.Array(
          Type.String({
            pattern: '^(\\*|https?://[^/\\s]+)$',
            description: 'an origin such as https://www.stadt.example, or *',
          }),
          { description: 'a list of origins' },
        ),
        credentials: Type.Boolean({ description: 'true or false' }),
      },
      'who may read from other pages',
    ),
    frameAncestors: Type.Array(
      Type.String({ pattern: "^(\\*|'self'|https?://[^/\\s;,]+)$", description: "an origin, 'self' or *" }),
      { description: 'a list of origins' },
    ),
    embed: section(
      {
        frameAncestors: Type.Optional(
          Type.Array(
            Type.String({ pattern: "^(\\*|'self'|https?://[^/\\s;,]+)$", description: "an origin, 'self' or *" }),
            { description: 'a list of origins' },
          ),
        ),
      },
      'pages of widgets for frames',
    ),
    trustedProxies: Type.Array(
      Type.String({
        pattern: '^[0-9a-fA-F:.]+(/\\d{1,3})?$',
        description: 'an IP address or network such as 10.0.0.0/8',
      }),
      { description: 'a list of addresses or networks' },
    ),
    signIn: section(
      {
        mode: oneOf(SIGN_IN_MODES, 'one of none, proxy, oidc, demo'),
        proxyHeader: Text(60),
        proxyNameHeader: Text(60),
        proxyMailHeader: Text(60),
        proxyUnitHeader: Type.Optional(Text(60)),
        proxyOrg: Type.Optional(Id),
        issuers: Type.Array(Issuer, { description: 'a list of identity providers' }),
        invitations: Type.Boolean({ description: 'true or false' }),
        invitedMailDomains: Type.Array(Domain, { description: 'a list of mail domains' }),
        firstAdmin: Type.Optional(Text(320)),
      },
      'how people sign in',
    ),
    mail: section(
      {
        smtpUrl: Type.Optional(
          Type.String({ pattern: '^smtps?://', description: 'an address that starts with smtp:// or smtps://' }),
        ),
        from: Text(320),
        digest: oneOf(['never', 'at-once', 'daily', 'weekly'], 'one of never, at-once, daily, weekly'),
      },
      'how mails are sent',
    ),
    organisations: Type.Array(Organisation, { description: 'a list of organisations' }),
    topics: Type.Array(Topic, { description: 'a list of topics' }),
    sources: Type.Array(Source, { description: 'a list of sources' }),
    directories: Type.Array(PeopleDirectory, { maxItems: 50, description: 'a list of directories of people' }),
    webhooks: Type.Array(Webhook, { maxItems: 50, description: 'a list of webhooks' }),
    retention: section(
      {
        auditDays: Whole(1, 3650),
        idempotencyHours: Whole(1, 720),
        pastEventsDays: Whole(30, 36500),
        notificationDays: Whole(1, 3650),
        registrationTextDays: Whole(1, 3650),
        leftPeopleDays: Whole(0, 365),
        unclaimedPeopleDays: Whole(30, 3650),
        contactRequestDays: Whole(30, 3650),
        gatheredPostDays: Whole(1, 36500),
      },
      'how long things are kept',
    ),
    limits: section(
      {
        bodyBytes: Whole(1024, 50_000_000),
        requestsPerMinute: Whole(1, 100_000),
        submissionsPer5Minutes: Whole(60, 100_000),
        personSubmissionsPer5Minutes: Whole(10, 100_000),
        contactRequestsPerDay: Whole(1, 1_000),
        uploadsPerHour: Whole(1, 100_000),
        peersPerHour: Whole(50, 1_000_000),
        feedChecksPerHour: Whole(1, 100_000),
        sourceBytes: Whole(1024, 200_000_000),
        sourceSeconds: Whole(1, 120),
        sourceItems: Whole(1, 1_000_000),
        feedBytes: Whole(1024, 200_000_000),
        feedSeconds: Whole(1, 120),
        feedItems: Whole(1, 100_000),
        importBytes: Whole(1024, 100_000_000),
        importPeople: Whole(1, 100_000),
        directoryBytes: Whole(1024, 1_000_000_000),
        directoryPeople: Whole(1, 1_000_000),
        directorySeconds: Whole(1, 3600),
      },
      'limits',
    ),
    uploads: section(
      {
        store: oneOf(['disk', 'database'], 'disk or database'),
        maxBytes: Whole(1024, 100_000_000),
        maxFiles: Whole(0, 100),
        maxPixels: Whole(10_000, 200_000_000),
      },
      'uploads',
    ),
    ideas: section(
      {
        anonymous: Type.Boolean({ description: 'true or false' }),
        moderation: oneOf(IDEA_MODERATION, 'one of all, strangers, none'),
      },
      'ideas',
    ),
    imageProxy: section(
      { enabled: Type.Boolean({ description: 'true or false' }), maxBytes: Whole(1024, 50_000_000) },
      'pictures of gathered posts that come by way of the hub',
    ),
    posts: section({ moderation: Type.Boolean({ description: 'true or false' }) }, 'posts'),
    pages: section(
      {
        posts: Type.String({
          pattern: '^(/[^\\s#]*|https?://[^\\s#]+)$',
          maxLength: 2000,
          description: 'a path such as /berichte, or an address',
        }),
      },
      'pages that show what the hub holds',
    ),
  },
  'the configuration',
);

/** The configuration as the modules get it: complete, checked, frozen. */
export type HubConfig = Static<typeof HubConfigSchema>;
export type OrganisationConfig = Static<typeof Organisation>;
export type TopicConfig = Static<typeof Topic>;
export type SourceConfig = Static<typeof Source>;
export type DirectoryConfig = Static<typeof PeopleDirectory>;
export type WebhookConfig = Static<typeof Webhook>;
export type IssuerConfig = Static<typeof Issuer>;
