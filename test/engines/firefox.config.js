import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { firefoxPages } from './pages.js';
import { shared } from '../../web-test-runner.config.js';

/** Firefox ESR by WebDriver BiDi; puppeteer speaks it, so the launcher of Chromium does. */
export default {
  ...shared,
  concurrency: 1,
  testFramework: { config: { timeout: '30000' } },
  testsStartTimeout: 60_000,
  browsers: [
    firefoxPages(
      chromeLauncher({
        puppeteer,
        concurrency: 1,
        launchOptions: {
          browser: 'firefox',
          executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
          // What fades in is judged when it is there.
          extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
        },
      }),
    ),
  ],
};
