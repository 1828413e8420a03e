import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { root } from '../lib/system.mjs';

/** @returns {Promise<object>} the custom-elements manifest of the sources as they are */
export async function analyze() {
  return cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
}

/** What editors complete tags and attributes from: VS Code's custom data, JetBrains' web-types. */
export function writeEditorData(manifest, outdir) {
  const { log } = console;
  // Both print where they wrote, `hideLogs` or not.
  console.log = () => undefined;
  try {
    generateVsCodeCustomElementData(manifest, { outdir });
    generateJetBrainsWebTypes(manifest, { outdir, webTypesFileName: 'web-types.json', packageJson: false });
  } finally {
    console.log = log;
  }
}
