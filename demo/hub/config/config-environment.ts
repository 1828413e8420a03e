/** How a text of the environment becomes a value. */
type Reading = 'text' | 'number' | 'flag' | 'list';

interface Variable {
  readonly name: string;
  /** Dotted key in the configuration. */
  readonly key: string;
  readonly as: Reading;
}

/** The environment variables that the hub reads, strongest of all sources of configuration. */
export const ENVIRONMENT: readonly Variable[] = [
  { name: 'HUB_TITLE', key: 'title', as: 'text' },
  { name: 'PUBLIC_URL', key: 'publicUrl', as: 'text' },
  { name: 'HOST', key: 'host', as: 'text' },
  { name: 'PORT', key: 'port', as: 'number' },
  { name: 'LOG_LEVEL', key: 'logLevel', as: 'text' },
  { name: 'DATA_DIR', key: 'dataDir', as: 'text' },
  { name: 'SITE_DIR', key: 'siteDir', as: 'text' },
  { name: 'DIST_DIR', key: 'distDir', as: 'text' },
  { name: 'SEED', key: 'seed', as: 'flag' },
  { name: 'DATABASE_URL', key: 'database.url', as: 'text' },
  { name: 'DATABASE_POOL_SIZE', key: 'database.poolSize', as: 'number' },
  { name: 'CORS_ORIGINS', key: 'cors.origins', as: 'list' },
  { name: 'FRAME_ANCESTORS', key: 'frameAncestors', as: 'list' },
  { name: 'EMBED_FRAME_ANCESTORS', key: 'embed.frameAncestors', as: 'list' },
  { name: 'TRUSTED_PROXIES', key: 'trustedProxies', as: 'list' },
  { name: 'SIGN_IN', key: 'signIn.mode', as: 'text' },
  { name: 'FIRST_ADMIN', key: 'signIn.firstAdmin', as: 'text' },
  { name: 'SMTP_URL', key: 'mail.smtpUrl', as: 'text' },
  { name: 'MAIL_FROM', key: 'mail.from', as: 'text' },
];

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  false: false,
  '0': false,
  no: false,
};

function read(text: string, as: Reading): unknown {
  if (as === 'list') return text.split(/[\s,]+/).filter(Boolean);
  // What is no number or flag stays the text it is, so that the check can name it.
  if (as === 'number') return /^-?\d+$/.test(text.trim()) ? Number(text) : text;
  if (as === 'flag') return FLAGS[text.trim().toLowerCase()] ?? text;
  return text;
}

/** Values set in the environment by dotted key; an empty variable counts as not set. */
export function environmentValues(
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, { readonly name: string; readonly value: unknown }> {
  const values = new Map<string, { name: string; value: unknown }>();
  for (const { name, key, as } of ENVIRONMENT) {
    const text = environment[name];
    if (text !== undefined && text !== '') values.set(key, { name, value: read(text, as) });
  }
  return values;
}
