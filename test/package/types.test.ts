import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from './support/root.ts';

const folder = mkdtempSync(join(tmpdir(), 'types-'));
after(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'node_modules/@verwaltungsrebellen'), { recursive: true });
symlinkSync(root, join(folder, 'node_modules/@verwaltungsrebellen/bausteine'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
writeFileSync(
  join(folder, 'page.ts'),
  `import { VrEventCalendar, type Backend, type CalendarEvent } from '@verwaltungsrebellen/bausteine';
import { createStaticBackend } from '@verwaltungsrebellen/bausteine/adapters/static';
import '@verwaltungsrebellen/bausteine/elements/vr-event-calendar';

const backend: Backend = createStaticBackend({ src: 'https://stadt.example/termine.json' });
const calendar = document.querySelector('vr-event-calendar');
if (calendar) {
  const same: VrEventCalendar = calendar;
  same.backend = backend;
}
export const titleOf = (event: CalendarEvent): string => event.title;
// @ts-expect-error: a title is text
export const wrong = (event: CalendarEvent): number => event.title;
`,
);

describe('the types of the package', () => {
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    it(`check in a project of somebody else (moduleResolution ${resolution})`, () => {
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            noEmit: true,
            strict: true,
            target: 'es2022',
            module,
            moduleResolution: resolution,
            types: [],
          },
          files: ['page.ts'],
        }),
      );
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
      assert.equal(stdout, '');
    });
  }
});
