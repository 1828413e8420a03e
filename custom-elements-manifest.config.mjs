import { basename } from 'node:path';

/** Our class modules register nothing; the name of the file is the tag. */
const tagFromFileName = {
  name: 'tag-from-file-name',
  packageLinkPhase({ customElementsManifest }) {
    // The same text on every machine, whatever the order in which its file system lists.
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const module of customElementsManifest.modules) {
      const tagName = /^(vr-[a-z0-9-]+)\.ts$/.exec(basename(module.path))?.[1];
      if (!tagName) continue;
      for (const declaration of module.declarations ?? []) {
        const className = tagName.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
        if (declaration.name !== className) continue;
        // The analyzer knows LitElement and HTMLElement, not what stands between them and ours.
        declaration.customElement = true;
        declaration.tagName = tagName;
        module.exports.push({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name: declaration.name, module: module.path },
        });
      }
    }
  },
};

/** Only what a page may rely on: no #private, private or protected members, no internals of Lit. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = (member) =>
      !member.name?.startsWith('#') &&
      !member.privacy &&
      !LIFECYCLE.has(member.name) &&
      !(member.static && member.name === 'styles');
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // The analyzer takes the first argument of any dispatched event for its name; ours are named by @fires.
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name?.startsWith('vr-'));
      }
    }
  },
};

const LIFECYCLE = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'connectedMoveCallback',
  'adoptedCallback',
  'attributeChangedCallback',
  'createRenderRoot',
  'willUpdate',
  'firstUpdated',
  'updated',
  'render',
]);

export default {
  globs: ['src/elements/**/vr-*.ts', 'src/elements/**/events.ts', 'src/internal/*-element.ts'],
  exclude: ['src/elements/**/*.styles.ts', 'src/elements/**/*.define.ts', 'src/internal/define-element.ts'],
  litelement: true,
  packagejson: false,
  plugins: [tagFromFileName, publicOnly],
};
