import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Value } from 'typebox/value';
import { isTimeZone } from '../../../src/model/time-zone.ts';
import { DEFAULT_CONFIG } from './config-defaults.ts';
import { environmentValues } from './config-environment.ts';
import { HubConfigSchema, type HubConfig } from './config-schema.ts';
import { sourceConfigProblems } from './source-checks.ts';

export type { HubConfig, OrganisationConfig, SourceConfig, TopicConfig } from './config-schema.ts';

/** A configuration that cannot be started with; `problems` are sentences for the operator, each naming its key. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export interface ConfigInput {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths and `hub.config.json` are read from. */
  readonly folder: string;
}

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base: Tree, over: Tree): Tree {
  const merged: Tree = { ...base };
  for (const key of Object.keys(over)) {
    const before = base[key];
    const after = over[key];
    merged[key] = isTree(before) && isTree(after) ? merge(before, after) : after;
  }
  return merged;
}

function put(tree: Tree, key: string, value: unknown): Tree {
  const [head = '', ...rest] = key.split('.');
  const inner = tree[head];
  return { ...tree, [head]: rest.length === 0 ? value : put(isTree(inner) ? inner : {}, rest.join('.'), value) };
}

interface ConfigFile {
  readonly path: string;
  readonly values: Tree;
}

const configPath = (named: string | undefined, folder: string): string => resolve(folder, named || 'hub.config.json');

/** The folder that the configuration lies in: sources may be files beside it, in `sources`. */
export const sourceFolder = (environment: ConfigInput['environment'], folder: string): string =>
  resolve(dirname(configPath(environment['HUB_CONFIG'], folder)), 'sources');

function readFile({ environment, folder }: ConfigInput): ConfigFile | null {
  const named = environment['HUB_CONFIG'];
  const path = configPath(named, folder);
  if (!existsSync(path)) {
    if (named) throw new ConfigError([`HUB_CONFIG names ${path}, but there is no such file.`]);
    return null;
  }
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError([`${path} is not readable JSON: ${(error as Error).message}`]);
  }
  if (!isTree(values)) throw new ConfigError([`${path} must hold one JSON object.`]);
  return { path, values };
}

const at = (tree: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Tree | undefined)?.[key], tree);

/** `sources/0/every` as `sources[0].every`. */
const keyOf = (pointer: string): string =>
  pointer
    .slice(1)
    .replace(/\/(\d+)/g, '[$1]')
    .replace(/\//g, '.');

/** What no message shows, however wrong it is. */
const SECRETS = /\.(token|secret|clientSecret|key)$/;

function schemaProblems(values: Tree, origin: (key: string) => string): string[] {
  const problems = new Map<string, string>();
  for (const error of Value.Errors(HubConfigSchema, values)) {
    const params = error.params as { requiredProperties?: string[]; additionalProperties?: string[] };
    for (const missing of params.requiredProperties ?? []) {
      const key = keyOf(`${error.instancePath}/${missing}`);
      problems.set(key, `"${key}" is missing.`);
    }
    for (const extra of params.additionalProperties ?? []) {
      const key = keyOf(`${error.instancePath}/${extra}`);
      problems.set(key, `"${key}"${origin(key)} is not a key of the configuration.`);
    }
    const key = keyOf(error.instancePath);
    if (params.requiredProperties || params.additionalProperties || problems.has(key)) continue;
    if (error.keyword === 'boolean') continue;
    const wanted = descriptionAt(error.schemaPath) ?? error.message;
    const given = JSON.stringify(at(values, error.instancePath))?.slice(0, 120);
    const but = SECRETS.test(key) ? '' : `, but is ${given}`;
    problems.set(key, `"${key}"${origin(key)} must be ${wanted}${but}.`);
  }
  return [...problems.values()];
}

function descriptionAt(schemaPath: string): string | undefined {
  const steps = schemaPath.replace(/^#\//, '').split('/');
  let schema: unknown = HubConfigSchema;
  for (const step of steps) schema = isTree(schema) || Array.isArray(schema) ? (schema as Tree)[step] : undefined;
  if (isTree(schema) && typeof schema['description'] === 'string') return schema['description'];
  // Some engines name the schema, others the keyword inside it.
  let parent: unknown = HubConfigSchema;
  for (const step of steps.slice(0, -1)) parent = isTree(parent) ? parent[step] : undefined;
  return isTree(parent) && typeof parent['description'] === 'string' ? parent['description'] : undefined;
}

function duplicates(name: string, items: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { id } of items) {
    if (seen.has(id)) problems.push(`"${name}" holds the id "${id}" twice.`);
    seen.add(id);
  }
  return problems;
}

/** What one schema cannot say: references between keys and combinations that are not safe. */
function crossProblems(config: HubConfig): string[] {
  const organisations = new Set(config.organisations.map(({ id }) => id));
  const topics = new Set(config.topics.map(({ id }) => id));
  const problems = [
    ...duplicates('organisations', config.organisations),
    ...duplicates('topics', config.topics),
    ...duplicates('sources', config.sources),
    ...duplicates('signIn.issuers', config.signIn.issuers),
    ...duplicates('webhooks', config.webhooks),
    ...duplicates('directories', config.directories),
  ];
  if (!isTimeZone(config.timeZone)) {
    problems.push(`"timeZone" must be a time zone such as Europe/Berlin, but is "${config.timeZone}".`);
  }
  config.sources.forEach((source, index) => {
    problems.push(...sourceConfigProblems(config, source, `sources[${index}]`));
    if (source.timeZone && !isTimeZone(source.timeZone)) {
      problems.push(
        `"sources[${index}].timeZone" must be a time zone such as Europe/Berlin, but is "${source.timeZone}".`,
      );
    }
    if (source.org && config.organisations.length > 0 && !organisations.has(source.org)) {
      problems.push(`"sources[${index}].org" names "${source.org}", which is not in "organisations".`);
    }
  });
  config.topics.forEach(({ broader }, index) => {
    if (broader && !topics.has(broader)) {
      problems.push(`"topics[${index}].broader" names "${broader}", which is not in "topics".`);
    }
  });
  config.organisations.forEach(({ parentId }, index) => {
    if (parentId && !organisations.has(parentId)) {
      problems.push(`"organisations[${index}].parentId" names "${parentId}", which is not in "organisations".`);
    }
  });
  config.webhooks.forEach(({ id, secret }, index) => {
    if (!secret) {
      problems.push(`"webhooks[${index}].secret" is missing: set it there or as ${webhookVariable(id)}.`);
    }
  });
  config.directories.forEach(({ id, org, token, url, allowPrivate = [] }, index) => {
    if (!token) {
      problems.push(`"directories[${index}].token" is missing: set it there or as ${directoryVariable(id)}.`);
    }
    if (!organisations.has(org)) {
      problems.push(`"directories[${index}].org" names "${org}", which is not in "organisations".`);
    }
    if (url.startsWith('http:') && allowPrivate.length === 0) {
      problems.push(`"directories[${index}].url" must start with https://: the token goes with every request.`);
    }
  });
  if (config.cors.credentials && config.cors.origins.includes('*')) {
    problems.push('"cors.origins" must name the pages where "cors.credentials" is true; * would mean every page.');
  }
  config.signIn.issuers.forEach(({ org, organisations: named = {} }, index) => {
    for (const id of [org, ...Object.values(named)]) {
      if (id && !organisations.has(id)) {
        problems.push(`"signIn.issuers[${index}]" names "${id}", which is not in "organisations".`);
      }
    }
  });
  if (config.signIn.mode === 'oidc' && config.signIn.issuers.length === 0) {
    problems.push('"signIn.issuers" must name at least one identity provider where "signIn.mode" is oidc.');
  }
  if (config.signIn.mode === 'proxy' && config.trustedProxies.length === 0) {
    problems.push(
      '"trustedProxies" must name the reverse proxy where "signIn.mode" is proxy, or anybody could claim to be anybody.',
    );
  }
  return problems;
}

/** The environment variable that the key of a source may stand in. */
const sourceVariable = (id: string): string => `SOURCE_KEY_${id.toUpperCase().replaceAll('-', '_')}`;

/** The environment variable that a webhook's secret may stand in. */
const webhookVariable = (id: string): string => `WEBHOOK_SECRET_${id.toUpperCase().replaceAll('-', '_')}`;

/** The environment variable that a directory's token may stand in. */
const directoryVariable = (id: string): string => `DIRECTORY_TOKEN_${id.toUpperCase().replaceAll('-', '_')}`;

/** Secrets of items of a list that stand in the environment, where no file shows them. */
function withSecrets(
  values: Tree,
  list: string,
  key: string,
  variableOf: (id: string) => string,
  environment: ConfigInput['environment'],
): Tree {
  const items = values[list];
  if (!Array.isArray(items)) return values;
  return {
    ...values,
    [list]: items.map((item: unknown) => {
      if (!isTree(item) || typeof item['id'] !== 'string') return item;
      const secret = environment[variableOf(item['id'])];
      return secret ? { ...item, [key]: secret } : item;
    }),
  };
}

/**
 * Reads the configuration: defaults < file (`hub.config.json` or HUB_CONFIG) < environment.
 * @throws ConfigError with every problem at once, each naming its key and where it was set.
 */
export function loadConfig(input: ConfigInput): HubConfig {
  const file = readFile(input);
  const environment = environmentValues(input.environment);
  let values = DEFAULT_CONFIG as unknown as Tree;
  if (file) values = merge(values, file.values);
  for (const [key, { value }] of environment) values = put(values, key, value);
  values = withSecrets(values, 'webhooks', 'secret', webhookVariable, input.environment);
  values = withSecrets(values, 'sources', 'key', sourceVariable, input.environment);
  values = withSecrets(values, 'directories', 'token', directoryVariable, input.environment);
  const origin = (key: string): string => {
    for (const [known, { name }] of environment)
      if (key === known || key.startsWith(`${known}[`)) return ` (from ${name})`;
    return file && at(file.values, `/${key.replace(/\[(\d+)\]/g, '/$1').replace(/\./g, '/')}`) !== undefined
      ? ` (in ${file.path})`
      : '';
  };
  const problems = schemaProblems(values, origin);
  if (problems.length > 0) throw new ConfigError(problems);
  const config = values as unknown as HubConfig;
  const crossed = crossProblems(config);
  if (crossed.length > 0) throw new ConfigError(crossed);
  const base = file ? dirname(file.path) : input.folder;
  return Object.freeze({
    ...config,
    dataDir: resolve(environment.has('dataDir') ? input.folder : base, config.dataDir),
    siteDir: resolve(base, config.siteDir),
    distDir: resolve(base, config.distDir),
    ...(config.publicUrl && { publicUrl: config.publicUrl.replace(/\/+$/, '') }),
  });
}
