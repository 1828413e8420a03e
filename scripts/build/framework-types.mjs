/** What the type checkers of React 19 and Vue 3 know of our tags, from the manifest: a new attribute comes by itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/system.mjs';

/** Tags that pages write; the others are parts of these. */
const tagsOfPages = () =>
  [...readFileSync(join(root, 'src/define.ts'), 'utf8').matchAll(/\/(vr-[\w-]+)\.define\.ts/g)].map(([, tag]) => tag);

/**
 * @typedef {object} Tag
 * @property {string} tag
 * @property {string} element name of its class
 * @property {readonly string[]} properties that may be set
 * @property {readonly string[]} attributes whose name is not that of a property
 * @property {readonly {name: string, type: string}[]} events
 */

/** @returns {{tags: Tag[], imports: string}} what a manifest says of the tags of pages, and the classes that it names */
function readTags({ modules }) {
  const index = readFileSync(join(root, 'src/index.ts'), 'utf8');
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  const used = new Set();
  const use = (name) => {
    if (!new RegExp(`\\b${name}\\b`).test(index)) throw new Error(`src/index.ts does not export ${name}.`);
    used.add(name);
    return name;
  };
  const tags = tagsOfPages().map((tag) => {
    const { name, members = [], attributes = [], events = [] } = declarations.find(({ tagName }) => tagName === tag);
    const properties = members
      .filter(({ kind, readonly }) => kind === 'field' && !readonly)
      .map((member) => member.name);
    return {
      tag,
      element: use(name),
      properties,
      attributes: attributes.map((attribute) => attribute.name).filter((it) => !properties.includes(it) && it !== 'id'),
      events: events.map((event) => ({ name: event.name, type: use(event.type.text) })),
    };
  });
  return {
    tags,
    imports: `import type { ${[...used].sort().join(', ')} } from './index.js';
`,
  };
}

const union = (names) => (names.length > 0 ? names.map((name) => `'${name}'`).join(' | ') : 'never');
const mapOf = (events) => `{ ${events.map(({ name, type }) => `'${name}': ${type}`).join('; ')} }`;

/** One line of an interface for each tag. */
const linesOf = (tags, indent) =>
  tags
    .map(
      ({ tag, element, properties, attributes, events }) =>
        `${indent}'${tag}': Tag<${element}, ${union(properties)}, ${union(attributes)}, ${mapOf(events)}>;\n`,
    )
    .join('');

const react = ({ tags, imports }) => `import type { ClassAttributes, HTMLAttributes } from 'react';
${imports}
/** Properties as they are, other attributes as text, events as \`on\` and their name. */
type Tag<Element, Properties extends keyof Element, Attributes extends string, Events> = ClassAttributes<Element> &
  Omit<HTMLAttributes<Element>, Properties | Attributes> &
  Partial<Pick<Element, Properties>> & { [Name in Attributes]?: string | number | boolean } & {
    [Name in keyof Events & string as \`on\${Name}\`]?: (event: Events[Name]) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${linesOf(tags, '      ')}    }
  }
}
`;

const vue = ({ tags, imports }) => `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
${imports}
/** Vue checks a tag of a template by a class whose \`$props\` and \`$emit\` are never there. */
type Tag<Element, Properties extends keyof Element, Attributes extends string, Events> = new () => Element & {
  $props: Omit<HTMLAttributes, Properties | Attributes> &
    PublicProps &
    Partial<Pick<Element, Properties>> & { [Name in Attributes]?: string | number | boolean };
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

declare module 'vue' {
  interface GlobalComponents {
${linesOf(tags, '    ')}  }
}
`;

/** Writes `types/react.d.ts` and `types/vue.d.ts`. */
export function writeFrameworkTypes(manifest, outdir) {
  const found = readTags(manifest);
  writeFileSync(join(outdir, 'types/react.d.ts'), react(found));
  writeFileSync(join(outdir, 'types/vue.d.ts'), vue(found));
}
