import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { launch, openReader } from '../../e2e/support/browser.ts';
import type { Client, ClientAnswer } from './browser-client.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { compare, faultsOf, type FaultReport, type FaultRunOptions } from './fault-run.ts';
import { startKillableHub } from './killable-hub.ts';
import { randomFrom } from './random.ts';
import type { Submission } from './submitter.ts';

/** Tabs open at the same time. */
const TOGETHER = 5;

declare const client: Client;

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./browser-client.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** One person who types, loses the tab, comes back to the draft, sends, and perhaps loses the tab again. */
async function submit(
  context: BrowserContext,
  origin: string,
  number: number,
  random: () => number,
): Promise<Submission> {
  const title = `Browser ${String(number).padStart(4, '0')}: Eingang bestätigen`;
  let reloads = 0;
  const openTab = async (): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(`${origin}/client.html?n=${number}`);
    return tab;
  };
  const reopen = async (tab: Page): Promise<Page> => {
    reloads++;
    await tab.close();
    return openTab();
  };

  let tab = await openTab();
  await tab.evaluate((given) => client.type(given), {
    title,
    summary: 'Wer etwas einreicht, soll wissen, dass es angekommen ist, und zwar genau einmal.',
    problem: 'Der Reiter war zu, bevor etwas abgeschickt war.',
    reach: 'within' as const,
    orgId: 'lindenhafen',
  });
  tab = await reopen(tab);
  const kept = await tab.evaluate(() => client.open());
  if (kept !== title) throw new Error(`The draft of "${title}" was lost: ${kept}`);
  await tab.evaluate(() => client.send());
  if (random() < 0.6) {
    await tab.waitForTimeout(400 * random());
    tab = await reopen(tab);
  }
  const { state, ideaId, why, tries }: ClientAnswer = await tab.evaluate(() => client.settled());
  await tab.close();
  return { title, author: null, state: state === 'sent' ? 'sent' : 'refused', ideaId, why, tries, reloads, signIns: 0 };
}

/** A share of the run in Chromium: its tabs are closed with a draft in them, and in the middle of sending. */
export async function runBrowserFaults(options: FaultRunOptions): Promise<FaultReport> {
  const begun = performance.now();
  const random = randomFrom(options.seed + 3);
  const hub = await startKillableHub(options.databaseUrl);
  const fault = faultsOf(randomFrom(options.seed), options.rate ?? 0.4);
  const proxy = await startFaultProxy({
    target: () => hub.url(),
    fault: ({ method }) => (method === 'POST' ? fault() : undefined),
  });
  const browser = await launch();
  try {
    proxy.pages.set('/client.js', { type: 'text/javascript; charset=utf-8', text: await bundle() });
    proxy.pages.set('/client.html', {
      type: 'text/html; charset=utf-8',
      text: '<!doctype html><html lang="de"><title>Einreichung</title><script src="client.js"></script></html>',
    });
    const { context } = await openReader(browser);
    context.setDefaultTimeout(120_000);
    const submissions: Submission[] = [];
    let next = 0;
    let killing: Promise<void> | undefined;
    const every = Math.ceil(options.submissions / (options.kills + 1));
    const work = async (): Promise<void> => {
      while (next < options.submissions) {
        submissions.push(await submit(context, proxy.origin, next++, random));
        options.onProgress?.(submissions.length);
        if (submissions.length % every === 0 && hub.kills < options.kills) {
          killing ??= hub.killAndStart().finally(() => (killing = undefined));
        }
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    await killing;
    const stored = await hub.stopAndRead();
    const sum = (key: 'reloads' | 'tries'): number =>
      submissions.reduce((total, submission) => total + submission[key], 0);
    return {
      submissions: submissions.length,
      sent: submissions.filter(({ state }) => state === 'sent').length,
      refused: submissions.filter(({ state }) => state === 'refused').map(({ title, why }) => `${title}: ${why}`),
      ...compare(submissions, stored),
      faults: proxy.counts,
      kills: hub.kills,
      reloads: sum('reloads'),
      signIns: 0,
      tries: sum('tries'),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    await browser.close();
    await proxy.close();
    hub.remove();
  }
}
