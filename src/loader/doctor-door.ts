import type * as doctor from '../doctor/doctor.ts';
import { warnOnce } from '../internal/warn.ts';

export type LoadDoctor = () => Promise<typeof doctor>;

/** `?vr-doctor` in the page's address opens the doctor's panel, also where nothing else of the library can start. */
export function openDoctorIfAsked(load: LoadDoctor): void {
  if (!/[?&]vr-doctor\b/.test(location.search)) return;
  const open = (): void =>
    void load()
      .then(({ openPanel }) => openPanel())
      .catch((error: unknown) => warnOnce('VR014', `The doctor could not be loaded: ${String(error)}`));
  if (document.readyState === 'complete') open();
  else addEventListener('load', open);
}
