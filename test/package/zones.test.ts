import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = join(root, '.dependency-cruiser.mjs');
const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Lays files down, each with the files it imports, and answers `rule: from → to` for each import that is refused. */
function refused(imports: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'zones-'));
  folders.push(folder);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'a' });
  };
  for (const [from, to] of Object.entries(imports)) {
    const lazy = to.startsWith('import() ');
    const target = to.replace('import() ', '');
    const up = '../'.repeat(from.split('/').length - 1) || './';
    write(from, lazy ? `export const later = () => import('${up}${target}');\n` : `import '${up}${target}';\n`);
    write(target, '');
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      program,
      '--config',
      config,
      '--output-type',
      'json',
      ...new Set(Object.keys(imports).map((path) => path.split('/')[0] ?? '')),
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** One import over each border, by the rule that must refuse it. */
const planted: readonly [rule: string, from: string, to: string][] = [
  ['model-is-pure', 'src/model/idea.ts', 'src/backend/ports.ts'],
  ['i18n-is-low', 'src/i18n/fr.ts', 'src/backend/http.ts'],
  ['styles-are-low', 'src/styles/card.ts', 'src/model/page.ts'],
  ['backend-knows-no-element', 'src/backend/cache.ts', 'src/elements/shared/vr-status.ts'],
  ['adapters-load-on-demand', 'src/backend/adapter-registry.ts', 'src/backend/adapters/ghost/ghost-adapter.ts'],
  [
    'adapters-stand-alone',
    'src/backend/adapters/feed/feed-adapter.ts',
    'src/backend/adapters/static/static-adapter.ts',
  ],
  ['adapters-are-isomorphic', 'src/backend/adapters/drupal/drupal-adapter.ts', 'src/backend/contexts.ts'],
  ['internal-knows-no-element', 'src/internal/slots.ts', 'src/elements/shared/vr-avatar.ts'],
  ['views-do-not-fetch', 'src/elements/event-calendar/vr-event-month.ts', 'src/backend/open-backend.ts'],
  ['views-do-not-fetch', 'src/elements/blog-feed/vr-post-card.ts', 'src/internal/query-controller.ts'],
  [
    'views-know-no-widget',
    'src/elements/event-calendar/vr-event-card.ts',
    'src/elements/event-calendar/vr-event-calendar.ts',
  ],
  ['widgets-use-ports', 'src/elements/blog-feed/vr-blog-feed.ts', 'src/backend/http.ts'],
  ['families-stand-alone', 'src/elements/idea-board/vr-idea-card.ts', 'src/elements/peer-directory/vr-peer-card.ts'],
  ['shared-knows-no-family', 'src/elements/shared/vr-dialog.ts', 'src/elements/blog-feed/vr-post-list.ts'],
  ['classes-register-nothing', 'src/elements/blog-feed/vr-post-text.ts', 'src/elements/shared/vr-rich-text.define.ts'],
  ['define-files-hold-no-logic', 'src/elements/shared/vr-dialog.define.ts', 'src/i18n/de.ts'],
  ['loader-loads-on-demand', 'src/loader/tag-map.ts', 'src/elements/backend/vr-backend.define.ts'],
  ['doctor-draws-alone', 'src/doctor/panel.ts', 'src/elements/shared/vr-status.ts'],
  ['doctor-comes-on-wish', 'src/loader/start-loader.ts', 'src/doctor/diagnose.ts'],
  ['index-has-no-effect', 'src/index.ts', 'src/loader/loader.ts'],
  ['frames-talk-by-messages', 'src/frame/height.ts', 'src/internal/warn.ts'],
  ['frames-start-the-loader-later', 'src/loader/mount.ts', 'src/frame/frame.ts'],
  ['sources-come-first', 'src/loader/loader.ts', 'demo/site/page.ts'],
  ['hub-uses-model-and-backend', 'demo/hub/app.ts', 'src/internal/warn.ts'],
  ['site-uses-the-build', 'demo/site/page.ts', 'demo/hub/config.ts'],
  ['nobody-imports-tests', 'demo/hub/main.ts', 'test/support/clock.ts'],
];

describe('import zones', () => {
  const found = refused(Object.fromEntries(planted.map(([, from, to]) => [from, to])));

  for (const [rule, from, to] of planted) {
    it(`refuse ${from} → ${to} (${rule})`, () => {
      assert.ok(
        found.includes(`${rule}: ${from} → ${to}`),
        found.filter((line) => line.includes(from)).join('\n') || 'it passed',
      );
    });
  }

  it('refuse a circle', () => {
    const circle = refused({ 'src/model/a.ts': 'src/model/b.ts', 'src/model/b.ts': 'src/model/a.ts' });
    assert.ok(circle.some((line) => line.startsWith('no-cycles')));
  });

  it('refuse Node in the library', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zones-'));
    folders.push(folder);
    mkdirSync(join(folder, 'src/internal'), { recursive: true });
    writeFileSync(join(folder, 'src/internal/a.ts'), "import 'node:fs';\n");
    const { stdout, status } = spawnSync(process.execPath, [program, '--config', config, 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.match(stdout, /no-node-in-pages/);
    assert.equal(status, 1, 'one violation fails the run');
  });

  it('let the ways through that the layout draws', () => {
    const ways = {
      'src/index.ts': 'src/elements/event-calendar/vr-event-calendar.ts',
      'src/define.ts': 'src/elements/event-calendar/vr-event-calendar.define.ts',
      'src/loader/tag-map.ts': 'import() src/elements/event-calendar/vr-event-calendar.define.ts',
      'src/elements/event-calendar/vr-event-calendar.define.ts': 'src/internal/define-element.ts',
      'src/elements/event-calendar/vr-event-calendar.ts': 'src/internal/query-controller.ts',
      'src/elements/event-calendar/vr-event-month.ts': 'src/model/month-grid.ts',
      'src/internal/query-controller.ts': 'src/backend/contexts.ts',
      'src/backend/adapter-registry.ts': 'import() src/backend/adapters/static/static-adapter.ts',
      'src/backend/adapters/static/static-adapter.ts': 'src/backend/http.ts',
      'demo/hub/gathering.ts': 'src/backend/adapters/static/static-adapter.ts',
      'test/backend/http.test.ts': 'src/backend/http.ts',
    };
    assert.deepEqual(refused(ways), []);
  });
});
