import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { packagesIn } from '../../scripts/build/licences.mjs';
import { VERSION } from '../../src/internal/version.ts';
import { isTag, TAGS } from '../../src/loader/tag-map.ts';
import { dist, root } from './support/root.ts';

interface PackageJson {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

const packageJson = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as PackageJson;
const scripts = globSync('**/*.js', { cwd: dist });
const read = (path: string): string => readFileSync(dist + path, 'utf8');

/** Where a pattern stands in built files, with a little of what is around it. */
const places = (paths: readonly string[], pattern: RegExp): string[] =>
  paths.flatMap((path) => {
    const text = read(path);
    const at = text.search(pattern);
    return at < 0 ? [] : [`${path}: ${text.slice(Math.max(0, at - 40), at + 40)}`];
  });

/** Runs a module of its own in Node, where there is no page, and answers what it prints. */
function run(code: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

describe('the index', () => {
  it('can be imported where there is no page', () => {
    assert.match(run(`console.log(Object.keys(await import('${dist}index.js')).join())`), /\bVrEventCalendar\b/);
  });

  it('registers nothing and leaves the globals alone', () => {
    const code = `
      const calls = [];
      globalThis.customElements = { define: (tag) => calls.push(tag), get: () => undefined };
      const before = new Set(Reflect.ownKeys(globalThis));
      await import('${dist}index.js');
      const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
      console.log(JSON.stringify({ calls, added }));`;
    const { calls, added } = JSON.parse(run(code)) as { calls: string[]; added: string[] };
    assert.deepEqual(calls, []);
    // Lit's own lists of versions and properties, for its tools.
    assert.deepEqual(
      added.filter((key) => !/^(litHtml|litElement|reactiveElement)Versions$|^litPropertyMetadata$/.test(key)),
      [],
    );
  });

  it('knows the version of the package', () => {
    assert.equal(VERSION, packageJson.version);
  });
});

describe('the adapters', () => {
  for (const path of globSync('adapters/*.js', { cwd: dist })) {
    const kind = basename(path, '.js');
    it(`can be imported in Node one by one: ${kind}`, () => {
      const names = run(`console.log(Object.keys(await import('${dist}${path}')).join())`);
      assert.match(names, new RegExp(`\\bcreate${kind[0]?.toUpperCase()}${kind.slice(1)}Backend\\b`));
    });
  }
});

describe('the tag map', () => {
  const defines = globSync('src/elements/**/vr-*.define.ts', { cwd: root }).map((path) => basename(path, '.define.ts'));

  it('names only tags that have a define file and a file in dist', () => {
    for (const tag of Object.keys(TAGS)) {
      assert.ok(defines.includes(tag), `${tag} has a define file`);
      assert.ok(existsSync(`${dist}elements/${tag}.js`), `elements/${tag}.js is built`);
      assert.ok(isTag(tag));
    }
  });

  it('names every tag that define.ts registers', () => {
    const registered = [...readFileSync(`${root}src/define.ts`, 'utf8').matchAll(/\/(vr-[\w-]+)\.define\.ts/g)].map(
      ([, tag]) => tag,
    );
    assert.deepEqual(registered.toSorted(), Object.keys(TAGS).toSorted());
  });
});

describe('the built files', () => {
  it('speak to no foreign host', () => {
    const found = scripts.flatMap((path) => read(path).match(/\b(?:https?:)?\/\/[a-z0-9-]+(\.[a-z0-9-]+)+/gi) ?? []);
    // Names of markup languages and of iCalendar extensions are no addresses that anybody calls.
    const names =
      /^(https?:)?\/\/(www\.w3\.org|www\.mozilla\.org|icalendar\.org|lit\.dev|docs\.oasis-open\.org|schema\.org)$/i;
    // Where readers go by a link that they choose: a map of the place, an event into their own calendar, somebody
    // of a chat, a post that they hand on.
    const links =
      /^https:\/\/(www\.openstreetmap\.org|calendar\.google\.com|matrix\.to|www\.linkedin\.com|threema\.id)$/;
    assert.deepEqual(
      [...new Set(found)].filter((address) => !names.test(address) && !links.test(address)),
      [],
    );
  });

  it('evaluate no text as code', () => {
    assert.deepEqual(places(scripts, /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]|document\.write\b/), []);
  });

  it('hold nothing that a policy without exceptions stops: no handlers, style attributes or style elements', () => {
    assert.deepEqual(
      places(
        scripts,
        /["'`\s](style|on(click|load|error|input|change|submit|key\w+|mouse\w+|focus\w*|blur))=["'$\w]|<style\b/,
      ),
      [],
    );
  });

  it('keep the doctor to itself: what a page loads unasked holds none of its words', () => {
    const own = scripts.filter((path) => !/^(doctor|chunks\/(doctor|diagnose|panel)-.*)\.js$/.test(path));
    assert.deepEqual(places(own, /Notabschaltung|emergency stop is on/), []);
  });

  it('hold none of the calls that foreign pages break', () => {
    // DOMPurify looks after itself; it is loaded only where the browser cannot clean HTML.
    const ours = scripts.filter((path) => !/purify|^bausteine\.js$/.test(path));
    assert.deepEqual(places(ours, /\bArray\.from\(|\bcrypto\.randomUUID\b|\bnew Event\(|\bextends Event\b/), []);
  });

  it('hold neither development warnings nor folders of this machine', () => {
    assert.deepEqual(places(scripts, /Lit is in dev mode|\/node_modules\//), []);
    const sources = globSync('**/*.map', { cwd: dist }).flatMap(
      (path) => (JSON.parse(read(path)) as { sources: string[] }).sources,
    );
    assert.deepEqual(
      sources.filter((path) => /^(\/|file:)/.test(path)),
      [],
    );
  });

  it('are all in integrity.json, each with its true hash', () => {
    const integrity = JSON.parse(read('integrity.json')) as Record<string, string>;
    assert.deepEqual(Object.keys(integrity).sort(), globSync('**/*.{js,css}', { cwd: dist }).sort());
    for (const [path, value] of Object.entries(integrity)) {
      assert.equal(
        value,
        `sha384-${createHash('sha384')
          .update(readFileSync(dist + path))
          .digest('base64')}`,
        path,
      );
    }
  });

  it('come with the licence of every package whose code they hold', () => {
    const notices = read('THIRD-PARTY.txt');
    const packages = packagesIn(dist);
    assert.ok(packages.includes('lit-html') && packages.includes('dompurify') && packages.includes('minisearch'));
    for (const name of packages) assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    assert.match(notices, /Copyright 2022 Luca Ongaro\s+Permission is hereby granted/);
  });

  it('are behind every door that package.json names', () => {
    for (const [door, target] of Object.entries(packageJson.exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(globSync(path, { cwd: root }).length > 0, `${door}: ${path}`);
      }
    }
  });
});

describe('the npm package', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--silent'], {
    cwd: root,
    encoding: 'utf8',
  });
  const packed = JSON.parse(stdout) as { files: { path: string }[] }[] | Record<string, { files: { path: string }[] }>;
  const [first] = Object.values(packed);
  const paths = (first?.files ?? []).map(({ path }) => path);

  it('holds what pages, bundlers and editors need', () => {
    for (const path of [
      'custom-elements.json',
      'dist/autoload.js',
      'dist/bausteine.js',
      'dist/define.js',
      'dist/index.js',
      'dist/THIRD-PARTY.txt',
      'dist/integrity.json',
      'dist/types/index.d.ts',
      'dist/vscode.html-custom-data.json',
      'dist/web-types.json',
      ...Object.keys(TAGS).map((tag) => `dist/elements/${tag}.js`),
    ]) {
      assert.ok(paths.includes(path), path);
    }
  });

  it('holds neither tests nor stories, sources or servers', () => {
    assert.deepEqual(
      paths.filter((path) => /^(test|stories|src|demo|scripts|node_modules)\//.test(path)),
      [],
    );
  });
});
