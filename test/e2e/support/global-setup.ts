import { startDemoHub, type DemoHub } from './demo-hub.ts';
import { shareDemoHub } from './shared-hub.ts';

let hub: DemoHub | undefined;

/** One demo hub for all files of a run that only look at it. */
export async function globalSetup(): Promise<void> {
  hub = await startDemoHub();
  shareDemoHub(hub);
}

export async function globalTeardown(): Promise<void> {
  await hub?.close();
}
