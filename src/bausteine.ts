/**
 * Classic single file: the loader for tags, mounts and links, and every tag. What the page has comes first; the others
 * follow, for tags that scripts put where the loader does not look.
 */
import { classicScript } from './backend/asset-base.ts';
import { loadDoctor } from './loader/classic-doctor.ts';
import { guarded } from './loader/guard.ts';
import { isSwitchedOff } from './internal/page-switch.ts';
import { inOwnTask } from './loader/own-task.ts';
import { startLoader } from './loader/start-loader.ts';
import { TAGS } from './loader/tag-map.ts';

if (guarded && !isSwitchedOff()) {
  startLoader(loadDoctor, classicScript, inOwnTask);
  for (const load of Object.values(TAGS)) void inOwnTask(load);
}
