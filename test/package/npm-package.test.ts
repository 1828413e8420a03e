import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from './support/root.ts';
import { resolveTool, toolProgram } from './support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'packed-'));
after(() => rmSync(folder, { recursive: true, force: true }));
spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
const tarball = join(folder, readdirSync(folder)[0] ?? 'npm pack wrote nothing');

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
    // Of doors with a star, one that stands for all.
    const behindStars = ['./elements/vr-event-calendar', './adapters/static'];
    const options = ['--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color'];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        toolProgram('attw'),
        tarball,
        ...options,
        '--include-entrypoints',
        ...behindStars,
        '--exclude-entrypoints',
        ...untyped,
      ],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, `${stdout}${stderr}`);
    for (const door of behindStars) assert.ok(stdout.includes(door.slice(1)), `${door} was looked at`);
  });
});
