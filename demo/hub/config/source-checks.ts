import type { HubConfig, SourceConfig } from './config-schema.ts';

type Port = 'events' | 'posts';

/** What each kind can give; the first is what it gives unless `ports` says otherwise. */
const PORTS: Readonly<Record<SourceConfig['kind'], readonly Port[]>> = {
  icalendar: ['events'],
  feed: ['posts'],
  wordpress: ['posts', 'events'],
  drupal: ['posts', 'events'],
  mastodon: ['posts'],
  ghost: ['posts'],
};

/** What is gathered from a source. */
export const portsOf = ({ kind, ports }: Pick<SourceConfig, 'kind' | 'ports'>): readonly Port[] =>
  ports ?? PORTS[kind].slice(0, 1);

const SHORTEST_PAUSE = 5;
const LONGEST_PAUSE = 60;

/** What the shape of a source cannot say. @param key its place in the configuration, such as `sources[2]` */
export function sourceConfigProblems(config: HubConfig, source: SourceConfig, key: string): string[] {
  const problems: string[] = [];
  const possible = PORTS[source.kind];
  for (const port of source.ports ?? []) {
    if (!possible.includes(port)) {
      problems.push(`"${key}.ports" names "${port}", but ${source.kind} gives only ${possible.join(' and ')}.`);
    }
  }
  const hasPosts = portsOf(source).includes('posts');
  if (hasPosts && source.every !== undefined && (source.every < SHORTEST_PAUSE || source.every > LONGEST_PAUSE)) {
    problems.push(
      `"${key}.every" must be a whole number from ${SHORTEST_PAUSE} to ${LONGEST_PAUSE} for posts, but is ${source.every}.`,
    );
  }
  if (source.kind !== 'icalendar' && !/^https?:/.test(source.url)) {
    problems.push(`"${key}.url" must start with https:// or http:// for ${source.kind}.`);
  }
  for (const topic of source.topics ?? []) {
    if (!config.topics.some(({ id }) => id === topic)) {
      problems.push(`"${key}.topics" names "${topic}", which is not in "topics".`);
    }
  }
  if (source.key !== undefined && source.kind !== 'ghost') {
    problems.push(`"${key}.key" is read by ghost only, not by ${source.kind}.`);
  }
  if (source.kind === 'ghost' && source.key === undefined && !/[?&]key=[^&]/.test(source.url)) {
    problems.push(`"${key}.key" is missing: the Content API key of the Ghost.`);
  }
  if (source.images === 'proxy' && !config.imageProxy.enabled) {
    problems.push(`"${key}.images" is proxy, but "imageProxy.enabled" is false.`);
  }
  if (source.images === 'proxy' && config.publicUrl === undefined) {
    problems.push(`"publicUrl" is missing: the pictures of "${key}" are named by it.`);
  }
  return problems;
}
