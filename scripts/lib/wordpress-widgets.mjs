/** What the WordPress plugin has to know of the library, read from its manifest and its list of adapters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ADAPTERS } from '../../src/backend/adapter-registry.ts';
import { TAGS } from '../../src/loader/tag-map.ts';
import { root } from './system.mjs';

/** `month` in "What is shown at first: `month`, `week` …"; lists that readers write themselves are no choice. */
function choicesOf(description) {
  if (/parted by/.test(description)) return [];
  const words = [...description.matchAll(/`([^`]*)`/g)].map(([, word]) => word);
  return words.every((word) => /^[a-z][a-z-]*$/.test(word)) ? words : [];
}

function toField({ name, type, default: usual = '', description = '', inheritedFrom }) {
  const choices = choicesOf(description);
  const kind =
    type?.text === 'boolean'
      ? 'boolean'
      : type?.text === 'number' || usual === 'DEFAULT_LIMIT'
        ? 'number'
        : choices.length > 0
          ? 'choice'
          : 'text';
  return { name, type: kind, own: !inheritedFrom, ...(kind === 'choice' && { choices }) };
}

/** @returns {Promise<string>} text of widgets.json */
export async function wordpressWidgets() {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  const attributes = new Map(
    modules.flatMap(({ declarations = [] }) =>
      declarations.filter(({ tagName }) => tagName).map((element) => [element.tagName, element.attributes ?? []]),
    ),
  );
  const tags = Object.keys(TAGS).filter((tag) => tag !== 'vr-backend');
  const widgets = Object.fromEntries(tags.map((tag) => [tag.slice(3), attributes.get(tag).map(toField)]));
  const backend = attributes.get('vr-backend').map(({ name }) => name);
  const text = JSON.stringify({ widgets, backend, kinds: Object.keys(ADAPTERS) });
  return format(text, { ...(await resolveConfig(join(root, 'package.json'))), parser: 'json' });
}
