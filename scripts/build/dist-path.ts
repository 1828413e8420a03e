import type { Plugin } from 'vite';

/** Text that `define` puts in for `__VR_DIST__`, so that the branch for unbuilt sources falls away, until the file is known. */
export const DIST_PLACEHOLDER = '@@way-to-dist@@';

/** Tells the code how far `dist/` is from the file it ended up in: `./` for entries, `../` for chunks. */
export function distPath(): Plugin {
  return {
    name: 'dist-path',
    renderChunk(code, chunk) {
      if (!code.includes(DIST_PLACEHOLDER)) return null;
      const way = '../'.repeat(chunk.fileName.split('/').length - 1) || './';
      return { code: code.replaceAll(DIST_PLACEHOLDER, way), map: null };
    },
  };
}
