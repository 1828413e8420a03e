import type { DoctorWords } from './de/doctor.ts';

/** What the doctor says; only the language that is spoken is loaded. */
export const doctorWords = async (language: 'de' | 'en'): Promise<DoctorWords> =>
  language === 'en' ? (await import('./en/doctor.ts')).en : (await import('./de/doctor.ts')).de;
