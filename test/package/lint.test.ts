import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Lints text as if it stood in a file of that folder: the rules depend on the place, and those with types on a real path. */
async function ruleIdsFor(code: string, place: string): Promise<(string | null)[]> {
  const [path] = globSync(place, { cwd: root }).sort();
  assert.ok(path, `a file like ${place} is there`);
  const eslint = new ESLint({ cwd: root });
  const [result] = await eslint.lintText(code, { filePath: `${root}/${path}` });
  return (result?.messages ?? []).map((message) => (message.fatal ? `fatal: ${message.message}` : message.ruleId));
}

/** What host pages break, what a strict policy blocks, and what belongs in one place only: each planted once. */
const violations: readonly [name: string, place: string, rule: string, code: string][] = [
  ['Array.from', 'src/i18n/language.ts', 'no-restricted-properties', 'export const a = Array.from(new Set([1]));'],
  ['new Event', 'src/i18n/language.ts', 'no-restricted-syntax', "export const a = new Event('x');"],
  ['a class that extends Event', 'src/i18n/language.ts', 'no-restricted-syntax', 'export class A extends Event {}'],
  [
    'for…in over an array',
    'src/i18n/language.ts',
    '@typescript-eslint/no-for-in-array',
    'export function a(): void { for (const i in [1, 2]) String(i); }',
  ],
  [
    'entries() of an array',
    'src/i18n/language.ts',
    'host-proof/no-array-entries',
    'export const a = [...["b"].entries()];',
  ],
  ['crypto.randomUUID', 'src/i18n/language.ts', 'no-restricted-properties', 'export const a = crypto.randomUUID();'],
  ['the clipboard', 'src/i18n/language.ts', 'no-restricted-properties', 'export const a = navigator.clipboard;'],
  ['localStorage', 'src/i18n/language.ts', 'no-restricted-globals', 'export const a = localStorage.length;'],
  [
    'sessionStorage of the window',
    'src/i18n/language.ts',
    'no-restricted-properties',
    'export const a = window.sessionStorage;',
  ],
  ['fetch outside the HTTP module', 'src/i18n/language.ts', 'no-restricted-globals', "export const a = fetch('/x');"],
  [
    'a style attribute',
    'src/i18n/language.ts',
    'no-restricted-syntax',
    "import { html } from 'lit';\nexport const a = (b: string) => html`<p style=${b}></p>`;",
  ],
  [
    'an address of a fragment only',
    'src/i18n/language.ts',
    'no-restricted-syntax',
    'import { html } from \'lit\';\nexport const a = html`<a href="#"></a>`;',
  ],
  [
    'a media query on width',
    'src/i18n/language.ts',
    'no-restricted-syntax',
    "import { css } from 'lit';\nexport const a = css`@media (min-width: 40em) { p { margin: 0 } }`;",
  ],
  [
    'innerHTML',
    'src/i18n/language.ts',
    'no-restricted-syntax',
    "export const a = (b: Element): void => { b.innerHTML = ''; };",
  ],
  [
    'unsafeHTML',
    'src/i18n/language.ts',
    'no-restricted-syntax',
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const a = unsafeHTML('');",
  ],
  [
    'an empty catch',
    'src/i18n/language.ts',
    'no-restricted-syntax',
    'export function a(): void { try { a(); } catch { /* nothing */ } }',
  ],
  ['a default export', 'src/i18n/language.ts', 'no-restricted-syntax', 'export default 1;'],
  ['an import without extension', 'src/i18n/language.ts', 'no-restricted-syntax', "export * from './en';"],
  ['any', 'src/i18n/language.ts', '@typescript-eslint/no-explicit-any', 'export const a = (b: any): unknown => b;'],
  [
    'a floating promise',
    'src/i18n/language.ts',
    '@typescript-eslint/no-floating-promises',
    'export function a(): void { Promise.resolve(); }',
  ],
  [
    'an image without alternative',
    'src/i18n/language.ts',
    'lit-a11y/alt-text',
    'import { html } from \'lit\';\nexport const a = html`<img src="x.png">`;',
  ],
  ['a page in the model', 'src/model/page.ts', 'no-restricted-globals', 'export const a = document.title;'],
  ["the machine's clock in the model", 'src/model/page.ts', 'no-restricted-syntax', 'export const a = Date.now();'],
  [
    'words in a template',
    'src/elements/**/*.ts',
    'host-proof/no-template-words',
    "import { html } from 'lit';\nexport const a = (b: string) => html`<p class=${b}>Heute ${b}</p>`;",
  ],
  [
    'a colour in a styles file',
    'src/elements/**/*.styles.ts',
    'no-restricted-syntax',
    "import { css } from 'lit';\nexport const a = css`p { color: #123456 }`;",
  ],
  [
    'a test that runs alone',
    'test/package/lint.test.ts',
    'no-restricted-syntax',
    "import { it } from 'node:test';\nit.only('x', () => undefined);",
  ],
];

describe('lint', () => {
  for (const [name, place, rule, code] of violations) {
    it(
      `refuses ${name}`,
      { skip: globSync(place, { cwd: root }).length === 0 && `there is no ${place} yet` },
      async () => {
        const found = await ruleIdsFor(code, place);
        assert.ok(found.includes(rule), `${rule} among ${JSON.stringify(found)}`);
      },
    );
  }

  const elements = 'src/elements/**/*.ts';
  it(
    'lets attributes, holes and signs of a template pass',
    { skip: globSync(elements, { cwd: root }).length === 0 },
    async () => {
      const template = '<button class="row wide" .title=${b} @click=${() => b}>${b}: <b>${b}</b> · ${b}</button>';
      const code = `import { html } from 'lit';\nexport const a = (b: string) => html\`${template}\`;\n`;
      assert.deepEqual(await ruleIdsFor(code, elements), []);
    },
  );
});
