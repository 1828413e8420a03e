import type { DemoHub } from './demo-hub.ts';

/** Where the run says its hub is. */
const ORIGIN = 'VR_DEMO_HUB';

export function shareDemoHub({ origin }: DemoHub): void {
  process.env[ORIGIN] = origin;
}

/**
 * The demo hub of the whole run, where `global-setup.ts` has started one: to start takes longer than most tests. A file
 * that runs alone gets its own. For tests that leave nothing behind which others would see.
 */
export async function useDemoHub(): Promise<DemoHub> {
  const origin = process.env[ORIGIN];
  if (origin) return { origin, close: () => Promise.resolve() };
  const { startDemoHub } = await import('./demo-hub.ts');
  return startDemoHub();
}
