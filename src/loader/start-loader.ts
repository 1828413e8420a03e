import { backendsChanged, runtime } from '../internal/runtime.ts';
import { VERSION } from '../internal/version.ts';
import { goesWithFirst } from '../internal/version-guard.ts';
import { recordViolations, type LoadDoctor } from './doctor-door.ts';
import { Loader } from './loader.ts';
import type { Pace } from './own-task.ts';
import { readPageSettings } from './page-script.ts';

/** Starts the one loader of the page; a second copy adds its script's source where the first had none. */
export function startLoader(loadDoctor: LoadDoctor, script: Element | null = null, pace?: Pace): void {
  const page = runtime();
  const settings = readPageSettings(script);
  if (settings.src && !page.src) {
    page.src = settings.src;
    backendsChanged();
  }
  if (!goesWithFirst(page) || page.loader) return;
  const loader = new Loader(settings, pace);
  page.loader = loader;
  const global = globalThis as { VR?: unknown };
  // The name may be taken by something else; what is there was there first.
  global.VR ??= {
    version: VERSION,
    scan: (root: ParentNode = document) => loader.scan(root),
    diagnose: async () => (await loadDoctor()).diagnose(),
  };
  recordViolations();
  loader.watch();
}
