import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { wordpressPlugin } from '../../scripts/lib/wordpress-plugin.mjs';
import { wordpressWidgets } from '../../scripts/lib/wordpress-widgets.mjs';
import { dist, root } from './support/root.ts';

const folder = `${root}integrations/wordpress/bausteine/`;
const read = (path: string): string => readFileSync(folder + path, 'utf8');
const phpFiles = globSync('**/*.php', { cwd: folder }).sort();

interface Field {
  readonly name: string;
  readonly choices?: readonly string[];
}

describe('the WordPress plugin', () => {
  it('knows the tags, attributes and sources of this version (node scripts/wordpress-widgets.mjs)', async () => {
    assert.equal(read('widgets.json'), await wordpressWidgets());
  });

  it('has a German name for each widget, attribute and value that its block offers', () => {
    const { widgets } = JSON.parse(read('widgets.json')) as { readonly widgets: Record<string, readonly Field[]> };
    const words = new Set([...read('includes/words.php').matchAll(/'([\w-]+)'\s*=>/g)].map(([, name]) => name));
    const fields = Object.values(widgets).flat();
    const asked = [
      ...Object.keys(widgets),
      ...fields.map(({ name }) => name),
      ...fields.flatMap(({ choices = [] }) => choices),
    ];
    // Not in the block: an id of another element, and JSON.
    const missing = asked.filter((name) => !words.has(name) && name !== 'backend' && name !== 'messages');
    assert.deepEqual([...new Set(missing)], []);
  });

  it('has English words for all its German ones, and for no other', () => {
    const text = `'((?:[^'\\\\]|\\\\.)*)'`;
    const german = new Set(
      phpFiles.flatMap((path) =>
        [...read(path).matchAll(new RegExp(`__\\(\\s*${text},\\s*'bausteine'`, 'g'))].map(([, words]) => words!),
      ),
    );
    const { title, description, keywords } = JSON.parse(read('block/block.json')) as {
      readonly title: string;
      readonly description: string;
      readonly keywords: readonly string[];
    };
    for (const words of [title, description, ...keywords]) german.add(words);
    const english = [...read('languages/english.php').matchAll(new RegExp(`\\t${text} => `, 'g'))].map(
      ([, words]) => words,
    );
    assert.deepEqual(english.toSorted(), [...german].sort());
  });

  it('answers nobody who calls a file of it directly', () => {
    for (const path of phpFiles) assert.match(read(path), /defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \)/, path);
  });

  it('says the version of the library in each place, and its own licence', () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { readonly version: string };
    const main = read('bausteine.php');
    const said = [
      / \* Version: +(\S+)/.exec(main)?.[1],
      /const VERSION = '(.+)'/.exec(main)?.[1],
      /Stable tag: (\S+)/.exec(read('readme.txt'))?.[1],
    ];
    assert.deepEqual(said, [version, version, version]);
    assert.match(main, /License: +GPL-2\.0-or-later/);
    assert.match(read('LICENSE'), /GNU GENERAL PUBLIC LICENSE\s+Version 2/);
  });

  it('is packed with all that a page loads, and with nothing for developers', () => {
    const packed = [...wordpressPlugin(dist).keys()];
    for (const path of ['bausteine.php', 'readme.txt', 'dist/autoload.js', 'dist/bausteine.js', 'dist/integrity.json'])
      assert.ok(packed.includes(`bausteine/${path}`), path);
    assert.ok(packed.some((path) => path.startsWith('bausteine/dist/chunks/')));
    assert.deepEqual(
      packed.filter((path) => /\.(d\.ts|map)$|web-types|vscode|\/\./.test(path)),
      [],
    );
  });
});
