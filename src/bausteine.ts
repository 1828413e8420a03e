/** Classic single file: every tag, ready at once, and the loader for mounts and links. */
import { classicScript } from './backend/asset-base.ts';
import { loadDoctor } from './loader/classic-doctor.ts';
import { guarded } from './loader/guard.ts';
import './define.ts';
import { isSwitchedOff } from './internal/page-switch.ts';
import { startLoader } from './loader/start-loader.ts';

if (guarded && !isSwitchedOff()) startLoader(loadDoctor, classicScript);
