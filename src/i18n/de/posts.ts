import type { Maturity, MunicipalitySize, ReportChapter } from '../../model/post.ts';
import { de as common } from './words.ts';

/** German for posts: the names of their closed lists, which every part of the feed says. */
export const de = {
  ...common,
  post: {
    report: 'Erfahrungsbericht',
    chapters: {
      situation: 'Ausgangslage',
      approach: 'Vorgehen',
      result: 'Ergebnis',
      pitfalls: 'Stolpersteine',
      contact: 'Kontakt',
    } satisfies Record<ReportChapter, string>,
    sizes: {
      rural: 'Landgemeinde, unter 5.000',
      'small-town': 'Kleinstadt, unter 20.000',
      'medium-town': 'Mittelstadt, unter 100.000',
      city: 'Großstadt, ab 100.000',
      county: 'Kreis',
      state: 'Land oder Bund',
    } satisfies Record<MunicipalitySize, string>,
    maturities: {
      planned: 'Geplant',
      trial: 'Wird erprobt',
      evaluated: 'Ausgewertet',
      everyday: 'Im Alltag',
      transfer: 'Anderswo übernommen',
    } satisfies Record<Maturity, string>,
    /** Time that it takes to read a text. */
    minutes: (count: number) => `${count} Min.`,
    minutesLong: (count: number) => `Lesezeit ${count === 1 ? '1 Minute' : `${count} Minuten`}`,
    /** A status without a title. */
    untitled: (by: string) => (by === '' ? 'Beitrag ohne Titel' : `Beitrag von ${by}`),
    readOn: 'Weiterlesen',
    alsoOn: 'auch auf',
    protected: 'Dieser Beitrag ist an seiner Quelle mit einem Passwort geschützt.',
    warning: (text: string) => `Inhaltswarnung: ${text}`,
  },
};

/** What a dictionary must say of posts. */
export type PostMessages = typeof de;
