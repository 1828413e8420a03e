import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import litA11y from 'eslint-plugin-lit-a11y';
import { hostProof } from './scripts/lint/host-proof.mjs';

/** Template text of one tag: `html`, `css`, `svg`. */
const template = (tags, pattern) =>
  `TaggedTemplateExpression[tag.name=/^(${tags})$/] > TemplateLiteral > TemplateElement[value.raw=${pattern}]`;

/** Rules of syntax for all our TypeScript. */
const everywhere = [
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'An error is told, mapped or thrown on, never dropped.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only: a name is searched for and found.' },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^\\.{1,2}\\u002F(?!.*\\.(ts|js|mjs|json|css)$)/]',
    message: 'Relative imports name the file with its .ts extension: Node runs these files as they are.',
  },
  { selector: '[accessibility=public]', message: 'Public needs no word.' },
  // Decorators cannot stand on #private fields: what is @state() may say private.
  {
    selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility=private][decorators.length=0]',
    message: 'Use #private.',
  },
];

/** What foreign pages break (docs/decisions, hazards of embedding). */
const inPages = [
  { selector: "NewExpression[callee.name='Event']", message: 'MooTools replaces Event: dispatch a CustomEvent.' },
  {
    selector: ":matches(ClassDeclaration, ClassExpression)[superClass.name='Event']",
    message: 'MooTools replaces Event: extend CustomEvent.',
  },
  {
    selector: template('html|svg', '/[\\s"\']style\\s*=/'),
    message: 'A strict CSP blocks style attributes: use static styles, or style.setProperty.',
  },
  { selector: template('html|svg', '/<style/'), message: 'A strict CSP blocks style elements: use static styles.' },
  {
    selector: template('html|svg', '/\\shref\\s*=\\s*["\']?#/'),
    message: 'With <base href> a fragment leads away: use a button, and inline SVG shapes.',
  },
  { selector: template('html|svg|css', '/url\\(["\']?#/'), message: 'With <base href> a fragment leads away.' },
  { selector: template('html|svg', '/\\son[a-z]+\\s*=/'), message: 'A strict CSP blocks inline handlers: use @event.' },
  {
    selector: template('css', '/@media[^{]*(width|aspect-ratio|orientation)/'),
    message: 'Widgets stand in narrow columns of wide screens: use a container query.',
  },
];

const htmlSinks = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Foreign HTML is cleaned in <vr-rich-text> only.',
  },
  {
    selector: 'Identifier[name=/^unsafe(HTML|SVG|Static)$/]',
    message: 'Foreign HTML is cleaned in <vr-rich-text> only.',
  },
];

const neverProperties = [
  { object: 'Array', property: 'from', message: 'Prototype.js and MooTools replace Array.from: spread, or for…of.' },
  {
    object: 'crypto',
    property: 'randomUUID',
    message: 'Absent on http intranets: build it from crypto.getRandomValues.',
  },
  { object: 'document', property: 'write', message: 'Wipes or blocks the page.' },
];

const deviceProperties = [
  ...['clipboard', 'locks', 'share', 'serviceWorker', 'storage'].map((property) => ({
    object: 'navigator',
    property,
    message: 'Absent on http intranets: go through its helper in src/internal, which knows the way without.',
  })),
  ...['window', 'globalThis', 'self'].flatMap((object) =>
    ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map((property) => ({
      object,
      property,
      message: 'Throws in sandboxed frames and needs consent: go through the store in src/internal.',
    })),
  ),
];

const fetchProperties = ['window', 'globalThis', 'self'].map((object) => ({
  object,
  property: 'fetch',
  message: 'src/backend/http.ts is the only place that fetches.',
}));

const deviceGlobals = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map((name) => ({
  name,
  message: 'Throws in sandboxed frames and needs consent: go through the store in src/internal.',
}));
const fetchGlobals = ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket'].map((name) => ({
  name,
  message: 'src/backend/http.ts is the only place that fetches.',
}));
const pageGlobals = ['document', 'window', 'navigator', 'location', 'customElements', 'setTimeout', 'setInterval'].map(
  (name) => ({
    name,
    message: 'The model knows no page and no clock of its own.',
  }),
);

const syntax = (...lists) => ['error', ...lists.flat()];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '**/node_modules/',
      '**/storybook-static/',
      '.data/',
      '.cache/',
      '**/fixtures/',
      'test/bench/',
      'test/engines/',
      // Apps with packages and a type check of their own: npm run test:frameworks.
      'examples/',
      'release/',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.base],
    rules: { 'no-var': 'error', 'prefer-const': 'error', eqeqeq: 'error', 'no-warning-comments': 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'host-proof': hostProof },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-restricted-syntax': syntax(everywhere),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An async method may keep its promise of a promise without awaiting anything today.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, properties: false } },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite', 'before', 'after'] },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      lit['flat/recommended'],
      wc['flat/recommended'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
    rules: {
      'max-lines': ['error', 350],
      'max-classes-per-file': ['error', 1],
      // Warnings have codes (internal/warn.ts); what nobody expected goes to the console as it is.
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': syntax(everywhere, inPages, htmlSinks),
      'no-restricted-properties': ['error', ...neverProperties, ...deviceProperties, ...fetchProperties],
      'no-restricted-globals': ['error', ...deviceGlobals, ...fetchGlobals],
      'host-proof/no-array-entries': 'error',
      // Safari forgets that a list without bullets is a list.
      'lit-a11y/no-redundant-role': 'off',
      // In a dialog the attribute says where its focus begins, as HTML asks.
      'lit-a11y/no-autofocus': 'off',
      // A list may listen for the clicks of the buttons in it.
      'lit-a11y/click-events-have-key-events': 'off',
      'lit/lifecycle-super': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-native-attributes': 'off',
      'lit/prefer-static-styles': 'error',
      'wc/require-listener-teardown': 'error',
      'wc/no-closed-shadow-root': 'error',
    },
  },
  { files: ['src/elements/**/*.ts'], rules: { 'host-proof/no-template-words': 'error' } },
  {
    files: ['src/elements/**/*.styles.ts'],
    rules: {
      'no-restricted-syntax': syntax(everywhere, inPages, htmlSinks, [
        {
          selector: template('css', '/#[0-9a-fA-F]{3,8}\\b|\\b(rgba?|hsla?|oklch|oklab|lab|lch)\\(/'),
          message: 'Colours are tokens (src/themes, src/styles).',
        },
      ]),
    },
  },
  {
    files: ['src/model/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...deviceGlobals, ...fetchGlobals, ...pageGlobals],
      'no-restricted-syntax': syntax(everywhere, inPages, htmlSinks, [
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes as a parameter.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes as a parameter.' },
      ]),
    },
  },
  { files: ['src/i18n/**/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/elements/**/events.ts'], rules: { 'max-classes-per-file': 'off' } },
  { files: ['src/internal/warn.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/backend/http.ts', 'src/backend/http-write.ts', 'src/backend/http-upload.ts'],
    rules: {
      'no-restricted-globals': ['error', ...deviceGlobals],
      'no-restricted-properties': ['error', ...neverProperties, ...deviceProperties],
    },
  },
  {
    // The helpers that know what to do where the device has none of it.
    files: ['src/internal/{device-store,single-sender}.ts'],
    rules: {
      'no-restricted-globals': ['error', ...fetchGlobals],
      'no-restricted-properties': ['error', ...neverProperties, ...fetchProperties],
    },
  },
  {
    files: ['src/internal/sanitize-html.ts', 'src/elements/shared/vr-rich-text.ts'],
    rules: { 'no-restricted-syntax': syntax(everywhere, inPages) },
  },
  {
    files: ['demo/site/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...neverProperties],
      'no-restricted-syntax': syntax(everywhere, inPages, htmlSinks),
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      'no-restricted-syntax': syntax(everywhere, [
        {
          selector: "MemberExpression[property.name='only'][object.name=/^(describe|it|test|suite)$/]",
          message: 'One test alone is no test run.',
        },
      ]),
      // Tests read JSON answers and poke at the wrong types on purpose.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Chai asserts by property.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Chai's assertions are typed as promises by the plugin that adds awaitable ones.
    files: ['test/**/*.browser.test.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    // Storybook finds stories by their default export.
    files: ['stories/**/*.ts', '*.config.{js,ts}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
