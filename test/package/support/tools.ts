import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './root.ts';

const folder = join(root, 'test/package-tools');

function requireHere(): NodeJS.Require {
  if (!existsSync(join(folder, 'node_modules'))) throw new Error('Run `node scripts/setup.mjs test` first.');
  return createRequire(join(folder, 'package.json'));
}

/** A package of the folder whose tools only these tests need. */
export const requireTool = (name: string): unknown => requireHere()(name);

/** Where such a package lies, to be imported. */
export const resolveTool = (name: string): string => requireHere().resolve(name);

/** A program of that folder. */
export const toolProgram = (name: string): string => join(folder, 'node_modules/.bin', name);
