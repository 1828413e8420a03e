/** Reads `REUSE.toml`; of TOML only what that file uses. */

const words = (text) => [...text.matchAll(/"([^"]*)"/g)].map(([, word]) => word);

/**
 * @param {string} text of REUSE.toml
 * @returns {{paths: string[], copyright: string, licence: string}[]} in the order of the file: the last that matches counts
 */
export const readAnnotations = (text) =>
  text
    .replace(/^#.*$/gm, '')
    .split('[[annotations]]')
    .slice(1)
    .map((table) => {
      const valueOf = (key) => words(new RegExp(`^${key} = (\\[[^\\]]*\\]|".*")$`, 'm').exec(table)?.[1] ?? '');
      return {
        paths: valueOf('path'),
        copyright: valueOf('SPDX-FileCopyrightText')[0] ?? '',
        licence: valueOf('SPDX-License-Identifier')[0] ?? '',
      };
    });
