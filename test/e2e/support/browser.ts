import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromiumArgs, ensureChromium, findChromium, shortLivedArgs } from '../../../scripts/lib/browser.mjs';

/** Localhost, and what is named, is this machine whatever the resolver says; no other name is looked up at all. */
const onlyLoopback = (hosts: Readonly<Record<string, string>>): string =>
  [
    '--host-resolver-rules=MAP localhost 127.0.0.1',
    ...Object.entries(hosts).map(([host, address]) => `MAP ${host} ${address}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ].join(', ');

export interface BrowserOptions {
  /** Other names of this machine, with their addresses: `127.0.0.1`, or `127.0.0.1:PORT` whatever port is asked for. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Arguments of Playwright's own that do not hold. */
  readonly without?: readonly string[];
  /** One that could open windows, where there is one: only those keep pages that were left. */
  readonly whole?: boolean;
  /** Where the time of what pages do is measured. */
  readonly isMeasured?: boolean;
}

/** Under a locale without UTF-8, as servers have it, Chromium calls every file with an umlaut "download". */
const UTF8_LOCALE = { ...process.env, LC_ALL: 'C.UTF-8' };

export const launch = ({
  hosts = {},
  args = [],
  without = [],
  whole,
  isMeasured,
}: BrowserOptions = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: (whole ? findChromium(true) : undefined) ?? ensureChromium(),
    args: [...(isMeasured ? chromiumArgs : shortLivedArgs), onlyLoopback(hosts), ...args],
    ignoreDefaultArgs: [...without],
    env: UTF8_LOCALE,
  });

/** What a page did that nobody on it sees. */
export interface Watch {
  /** Addresses asked for. */
  readonly requests: string[];
  /** Errors on the console and uncaught exceptions. */
  readonly errors: string[];
  /** Warnings on the console. */
  readonly warnings: string[];
  /** Violations of a Content-Security-Policy or of Trusted Types: directive and what was blocked. */
  readonly violations: string[];
  /** What went to another origin than these. */
  foreign(...origins: string[]): string[];
}

export interface OpenOptions extends BrowserContextOptions {
  /** Epoch ms that the page takes for now; its timers go on. */
  readonly now?: number;
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
}

/** A reader's fresh browser: German, in Berlin, nothing stored. Tests may ask its pages for `deepActive()`. */
export async function openReader(browser: Browser, { now, ...options }: OpenOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(10_000);
  if (now !== undefined) await context.clock.setFixedTime(now);
  await context.addInitScript(() => {
    (globalThis as unknown as { deepActive: () => Element | null }).deepActive = () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    };
  });
  const page = await context.newPage();
  return { context, page, watch: await watchPage(page) };
}

async function watchPage(page: Page): Promise<Watch> {
  const requests: string[] = [];
  const errors: string[] = [];
  const warnings: string[] = [];
  const violations: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.exposeFunction('tellViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const text = [effectiveDirective, blockedURI, sourceFile, sample].filter(Boolean).join(' ');
      (globalThis as unknown as { tellViolation(text: string): void }).tellViolation(text);
    });
  });
  return {
    requests,
    errors,
    warnings,
    violations,
    foreign: (...origins) =>
      requests.filter((url) => /^(https?|wss?):/.test(url) && !origins.includes(new URL(url).origin)),
  };
}
