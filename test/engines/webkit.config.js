import { webdriverLauncher } from '@web/test-runner-webdriver';
import { webkitPages } from './pages.js';
import { shared } from '../../web-test-runner.config.js';

/** WebKitGTK's MiniBrowser; scripts/test-engines.mjs has started its driver and a display. */
export default {
  ...shared,
  concurrency: 1,
  testFramework: { config: { timeout: '30000' } },
  testsStartTimeout: 60_000,
  browsers: [
    webkitPages(
      webdriverLauncher({
        hostname: '127.0.0.1',
        port: Number(process.env['WEBKIT_DRIVER_PORT']),
        path: '/',
        logLevel: 'error',
        capabilities: {
          'wdio:enforceWebDriverClassic': true,
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: process.env['WEBKIT_PATH'], args: ['--automation'] },
        },
      }),
    ),
  ],
};
