import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { ensureChromium, shortLivedArgs } from './scripts/lib/browser.mjs';
import { countReporter } from './scripts/lib/count-reporter.mjs';
import { serveMswWorker } from './scripts/lib/serve-msw.ts';

/** What all engines share; test/engines puts other browsers in. */
export const shared = {
  files: ['test/**/*.browser.test.ts', '!**/node_modules/**'],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    // Tests in a browser cannot read the environment.
    {
      name: 'is-full',
      executeCommand: ({ command }) => (command === 'is-full' ? process.env.VR_FULL === '1' : undefined),
    },
  ],
  middleware: [serveMswWorker],
  // axe alone can take more than two seconds on busy cores.
  testFramework: { config: { timeout: '15000' } },
  testsFinishTimeout: 180_000,
  filterBrowserLogs: (log) => !/Lit is in dev mode|\[MSW\]/.test(String(log.args[0])),
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY === true }), countReporter()],
};

export default {
  ...shared,
  // A tab behind another is not drawn: observers of size and visibility stay silent there, and tests wait in vain. One
  // at a time is no slower on two cores.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: ensureChromium(), args: shortLivedArgs },
      // A test asks for the focus as a reader's page would have it.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  ],
};
