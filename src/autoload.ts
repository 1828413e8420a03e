/** ES module for pages: loads each tag's chunk when the tag, a mount or a link appears. */
import { isSwitchedOff } from './internal/page-switch.ts';
import { isPlatformWhole, PLATFORM_BROKEN } from './internal/platform-guard.ts';
import { warnOnce } from './internal/warn.ts';
import { openDoctorIfAsked, type LoadDoctor } from './loader/doctor-door.ts';
import { startLoader } from './loader/start-loader.ts';

const loadDoctor: LoadDoctor = () => import('./doctor/doctor.ts');

openDoctorIfAsked(loadDoctor);
if (!isPlatformWhole()) warnOnce('VR011', PLATFORM_BROKEN);
else if (!isSwitchedOff()) startLoader(loadDoctor);
