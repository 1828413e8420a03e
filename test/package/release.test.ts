import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { packagesIn } from '../../scripts/build/licences.mjs';
import { makeRelease } from './support/release-folder.ts';
import { dist, root } from './support/root.ts';
import { requireTool } from './support/tools.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
  readonly evidence?: { readonly occurrences: readonly { readonly location: string }[] };
}
interface Bill {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
}

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const name = `bausteine-${version}`;

const release = makeRelease();
after(() => release.remove());
const bytesOf = (file: string): Uint8Array => readFileSync(join(release.path, file));
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const billOf = (file: string): Bill => JSON.parse(textOf(bytesOf(file))) as Bill;
const nameOf = ({ group, name }: Component): string => (group ? `${group}/${name}` : name);

const checkSums = (folder: string): { readonly status: number | null; readonly stdout: string } =>
  spawnSync('sha384sum', ['--check', '--quiet', 'SHA384SUMS'], { cwd: folder, encoding: 'utf8' });

describe('a release', () => {
  it('is a package, a zip for own servers, a plugin for WordPress, source maps and two bills of materials', () => {
    assert.deepEqual(readdirSync(release.path).sort(), [
      'SHA384SUMS',
      `${name}-source-maps.zip`,
      `${name}.cdx.json`,
      `${name}.zip`,
      `bausteine-hub-${version}.cdx.json`,
      `bausteine-wordpress-${version}.zip`,
      `verwaltungsrebellen-${name}.tgz`,
    ]);
  });

  it('has checksums that hold, and that tell which file was changed', () => {
    const sums = textOf(bytesOf('SHA384SUMS'));
    for (const file of readdirSync(release.path))
      if (file !== 'SHA384SUMS') assert.match(sums, new RegExp(`  ${file}$`, 'm'));
    assert.equal(checkSums(release.path).status, 0);
    const other = mkdtempSync(join(tmpdir(), 'release-'));
    try {
      cpSync(release.path, other, { recursive: true });
      const bytes = readFileSync(join(other, `${name}.zip`));
      bytes[200] = (bytes[200] ?? 0) ^ 1;
      writeFileSync(join(other, `${name}.zip`), bytes);
      const { status, stdout } = checkSums(other);
      assert.equal(status, 1);
      assert.match(stdout, new RegExp(`^${name}\\.zip: FAILED$`, 'm'));
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('is the same, byte for byte, wherever it is made again', () => {
    const again = makeRelease({ TZ: 'Pacific/Auckland', LC_ALL: 'C' });
    try {
      assert.equal(readFileSync(join(again.path, 'SHA384SUMS'), 'utf8'), textOf(bytesOf('SHA384SUMS')));
    } finally {
      again.remove();
    }
  });
});

describe('the zip for own servers', () => {
  const files = unzipSync(bytesOf(`${name}.zip`));
  const inFolder = (path: string): Uint8Array | undefined => files[`${name}/${path}`];
  const integrity = JSON.parse(textOf(inFolder('integrity.json'))) as Record<string, string>;

  it('holds all files in the folder of its version', () => {
    assert.deepEqual(
      Object.keys(files).filter((path) => !path.startsWith(`${name}/`)),
      [],
    );
    for (const path of ['LICENSE', 'THIRD-PARTY.txt', 'LIESMICH.txt', 'SHA384SUMS', 'docs/distribution.md']) {
      assert.ok(inFolder(path), path);
    }
  });

  it('holds every script and style sheet with the hash that integrity.json says, and nothing that no page asks for', () => {
    for (const [path, value] of Object.entries(integrity)) {
      const bytes = inFolder(path);
      assert.ok(bytes, path);
      assert.equal(value, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, path);
    }
    assert.deepEqual(
      Object.keys(files).filter((path) => /\.(map|d\.ts|ts)$/.test(path)),
      [],
    );
  });

  it('has checksums of its own for each file that is unpacked', () => {
    const sums = new Map(
      textOf(inFolder('SHA384SUMS'))
        .trim()
        .split('\n')
        .map((line): [string, string] => [line.slice(98), line.slice(0, 96)]),
    );
    const paths = Object.keys(files).map((path) => path.slice(name.length + 1));
    assert.deepEqual([...sums.keys()].sort(), paths.filter((path) => path !== 'SHA384SUMS').sort());
    for (const [path, sum] of sums) {
      assert.equal(
        sum,
        createHash('sha384')
          .update(inFolder(path) ?? '')
          .digest('hex'),
        path,
      );
    }
  });

  it('says in German where it belongs, with the lines of this version', () => {
    const text = textOf(inFolder('LIESMICH.txt'));
    assert.match(text, new RegExp(`src="/bausteine/${name}/bausteine\\.js"`));
    assert.ok(text.includes(`integrity="${integrity['bausteine.js']}"`));
    assert.ok(text.includes(`integrity="${integrity['autoload.js']}"`));
    assert.doesNotMatch(text, /[{}!]/);
  });

  it('leaves the source maps to a zip of their own, at the paths where scripts look for them', () => {
    const maps = Object.keys(unzipSync(bytesOf(`${name}-source-maps.zip`)));
    assert.ok(maps.includes(`${name}/bausteine.js.map`));
    assert.deepEqual(
      maps.filter((path) => !files[path.replace(/\.map$/, '')]),
      [],
    );
  });
});

describe('the bills of materials', () => {
  const { Validation, Spec } = requireTool('@cyclonedx/cyclonedx-library') as {
    Spec: { Version: { v1dot6: string } };
    Validation: { JsonStrictValidator: new (version: string) => { validate(text: string): Promise<unknown> } };
  };
  for (const file of [`${name}.cdx.json`, `bausteine-hub-${version}.cdx.json`]) {
    const bill = billOf(file);
    const refs = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((part) => part['bom-ref'])]);

    it(`are CycloneDX 1.6 by its schema: ${file}`, async () => {
      const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
      assert.equal(await validator.validate(textOf(bytesOf(file))), null);
    });

    it(`name version, address, licence and hash of each part: ${file}`, () => {
      for (const part of bill.components) {
        assert.match(part.purl, /^pkg:npm\/(%40[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+/);
        assert.match(part.hashes?.[0]?.content ?? '', /^[0-9a-f]{128}$/, part.purl);
        assert.ok(part.licenses, part.purl);
      }
    });

    it(`say what needs what, of parts that they name: ${file}`, () => {
      assert.deepEqual(
        bill.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref)),
        [],
      );
    });
  }

  it('name every package whose code a page gets, and the scripts that hold it', () => {
    const { components } = billOf(`${name}.cdx.json`);
    assert.deepEqual(components.map(nameOf).sort(), packagesIn(dist));
    const scripts = unzipSync(bytesOf(`${name}.zip`));
    for (const { purl, evidence } of components) {
      const places = evidence?.occurrences ?? [];
      assert.ok(places.length > 0, purl);
      for (const { location } of places) assert.ok(scripts[`${name}/${location}`], `${purl}: ${location}`);
    }
  });

  it('name what the hub runs on, with what that needs, and none of the tools', () => {
    const names = billOf(`bausteine-hub-${version}.cdx.json`).components.map(nameOf);
    for (const part of [
      'fastify',
      'kysely',
      '@electric-sql/pglite',
      'pg',
      'pg-boss',
      'sharp',
      'nodemailer',
      'find-my-way',
    ]) {
      assert.ok(names.includes(part), part);
    }
    assert.deepEqual(
      names.filter((part) =>
        /eslint|prettier|typescript|test-runner|playwright|puppeteer|oidc-provider|vite/.test(part),
      ),
      [],
    );
  });
});
