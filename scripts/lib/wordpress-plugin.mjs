/** The WordPress plugin as it is installed: its own files, and what pages get of the built library below `dist`. */
import { join } from 'node:path';
import { below, filesOf, pageFiles } from './page-files.mjs';
import { root } from './system.mjs';

/**
 * @param {string} [dist] folder of the built library
 * @returns {Map<string, Buffer>} contents by the path in the zip, below `bausteine/`
 */
export const wordpressPlugin = (dist = join(root, 'dist')) =>
  below(
    'bausteine',
    new Map([...filesOf(join(root, 'integrations/wordpress/bausteine')), ...below('dist', pageFiles(dist))]),
  );

/** What its zip is called. */
export const wordpressPluginZip = (version) => `bausteine-wordpress-${version}.zip`;
