import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, describe, it } from 'node:test';
import { makeRelease } from './support/release-folder.ts';
import { root } from './support/root.ts';
import { resolveTool, toolProgram } from './support/tools.ts';

const release = makeRelease();
after(() => release.remove());
const tarball = join(release.path, readdirSync(release.path).find((file) => file.endsWith('.tgz')) ?? '');

interface Publint {
  publint(options: object): Promise<{ messages: object[]; pkg: object }>;
}
interface Formatter {
  formatMessage(message: object, pkg: object, options: { color: boolean }): string;
}

describe('the packed npm package', () => {
  it('is what bundlers, Node and editors expect (publint)', async () => {
    const { publint } = (await import(pathToFileURL(resolveTool('publint')).href)) as Publint;
    const { formatMessage } = (await import(pathToFileURL(resolveTool('publint/utils')).href)) as Formatter;
    const bytes = readFileSync(tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      strict: true,
    });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });

  it('has types at every door that are found by whoever imports modules (Are The Types Wrong)', () => {
    const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { exports: Record<string, unknown> };
    // Doors without code: style sheets and lists; a script for pages, which nobody imports.
    const untyped = Object.keys(exports).filter((door) =>
      /\.json$|themes|^\.\/(bausteine|frame|embed)\.js$/.test(door),
    );
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        toolProgram('attw'),
        tarball,
        '--profile',
        'esm-only',
        '--format',
        'ascii',
        '--no-emoji',
        '--exclude-entrypoints',
        ...untyped,
      ],
      { encoding: 'utf8' },
    );
    assert.match(stdout, /No problems found/, `${stdout}${stderr}`);
  });
});
