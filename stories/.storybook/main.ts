import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { mswWorkerFile } from '../../scripts/lib/serve-msw.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workers = `${root}dist/workers`;

export const stories: StorybookConfig['stories'] = ['../**/*.stories.ts'];

export const addons: StorybookConfig['addons'] = [
  '@storybook/addon-docs',
  '@storybook/addon-a11y',
  'msw-storybook-addon',
];

export const framework: StorybookConfig['framework'] = { name: '@storybook/web-components-vite', options: {} };

export const core: StorybookConfig['core'] = { disableTelemetry: true, disableWhatsNewNotifications: true };

/** The service worker of msw comes from its package; the workers of the library from its build, where there is one. */
export const staticDirs: StorybookConfig['staticDirs'] = [
  { from: mswWorkerFile, to: '/mockServiceWorker.js' },
  ...(existsSync(workers) ? [{ from: workers, to: '/workers' }] : []),
];

export const viteFinal: StorybookConfig['viteFinal'] = (config, { configType }) =>
  mergeConfig(config, {
    // Chunks of a built Storybook lie in assets/, one folder below the workers.
    ...(configType === 'PRODUCTION' && { define: { __VR_DIST__: JSON.stringify('../') } }),
    build: { target: 'es2022', chunkSizeWarningLimit: 5000 },
    server: { fs: { allow: [root] } },
  });
