import { classicScript } from '../backend/asset-base.ts';
import { openDoctorIfAsked, type LoadDoctor } from './doctor-door.ts';

/** The classic file does not carry the doctor: it lies beside it, as a module. */
export const loadDoctor: LoadDoctor = () =>
  import(/* @vite-ignore */ new URL('doctor.js', classicScript?.src).href) as ReturnType<LoadDoctor>;

// Before the guard and before Lit, either of which may end the file.
openDoctorIfAsked(loadDoctor);
