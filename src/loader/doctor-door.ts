import type * as doctor from '../doctor/doctor.ts';
import { runtime } from '../internal/runtime.ts';
import { warnOnce } from '../internal/warn.ts';

export type LoadDoctor = () => Promise<typeof doctor>;

const MOST = 50;

/** Keeps what policies of the page stop from now on: it cannot be asked for later. */
export function recordViolations(): void {
  const page = runtime();
  if (page.violations) return;
  const violations: SecurityPolicyViolationEvent[] = (page.violations = []);
  document.addEventListener('securitypolicyviolation', (event) => {
    if (violations.length < MOST) violations.push(event);
  });
}

/** `?vr-doctor` in the page's address opens the doctor's panel, also where nothing else of the library can start. */
export function openDoctorIfAsked(load: LoadDoctor): void {
  if (!/[?&]vr-doctor\b/.test(location.search)) return;
  recordViolations();
  const open = (): void =>
    void load()
      .then(({ openPanel }) => openPanel())
      .catch((error: unknown) => warnOnce('VR014', `The doctor could not be loaded: ${String(error)}`));
  if (document.readyState === 'complete') open();
  else addEventListener('load', open);
}
