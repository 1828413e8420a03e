import type { SourceState } from './source-health.ts';

type Language = 'de' | 'en';

export interface HealthTold {
  readonly state: SourceState;
  readonly ports: readonly string[];
  readonly items: number;
  /** Kind of the failure, as `BackendError`. */
  readonly kind?: string | undefined;
  readonly lastSuccessAt?: Date | undefined;
  readonly nextTryAt?: Date | undefined;
  readonly language: Language;
  readonly timeZone: string;
}

interface Words {
  readonly good: string;
  readonly waiting: string;
  readonly last: string;
  readonly never: string;
  readonly next: string;
  readonly gone: string;
  readonly posts: string;
  readonly events: string;
  readonly both: string;
  readonly copy: string;
  readonly kinds: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  de: {
    good: 'Die Quelle antwortet.',
    waiting: 'Die Quelle wurde noch nicht gelesen.',
    last: 'Zuletzt gelesen am {0} Uhr.',
    never: 'Bisher ließ sie sich nicht lesen.',
    next: 'Nächster Versuch am {0} Uhr.',
    gone: 'Die Quelle sagt, dass es sie nicht mehr gibt (410). Sie wird nicht mehr gelesen, und was von ihr kam, ist entfernt. Tragen Sie die neue Adresse ein oder nehmen Sie die Quelle aus der Einrichtung.',
    posts: 'Beiträge: {0}.',
    events: 'Termine: {0}.',
    both: 'Beiträge und Termine: {0}.',
    copy: 'Was zuletzt gelesen wurde, bleibt zu sehen.',
    kinds: {
      timeout: 'Die Quelle antwortet zu langsam.',
      denied: 'Die Quelle lässt sich nicht lesen: Sie verlangt eine Anmeldung, oder ihre Adresse ist nicht erlaubt.',
      missing: 'Unter der Adresse ist nichts zu finden. Prüfen Sie die Adresse.',
      invalid: 'Die Antwort ist nicht, was die Art der Quelle verlangt. Prüfen Sie Adresse und Art.',
      busy: 'Die Quelle bittet um Geduld.',
      unsupported: 'Die Quelle kann nicht, was die Einrichtung verlangt. Prüfen Sie die Art.',
      unknown: 'Die Quelle antwortet nicht.',
    },
  },
  en: {
    good: 'The source answers.',
    waiting: 'The source has not been read yet.',
    last: 'Last read on {0}.',
    never: 'It could not be read so far.',
    next: 'Next try on {0}.',
    gone: 'The source says that it is gone for good (410). It is read no more, and what came from it has been removed. Enter the new address, or take the source out of the configuration.',
    posts: 'Posts: {0}.',
    events: 'Events: {0}.',
    both: 'Posts and events: {0}.',
    copy: 'What was read last stays to be seen.',
    kinds: {
      timeout: 'The source answers too slowly.',
      denied: 'The source cannot be read: it asks for a sign-in, or its address is not allowed.',
      missing: 'There is nothing at the address. Check the address.',
      invalid: 'The answer is not what the kind of the source asks for. Check address and kind.',
      busy: 'The source asks for patience.',
      unsupported: 'The source cannot do what the configuration asks for. Check the kind.',
      unknown: 'The source does not answer.',
    },
  },
};

/** How a source does, in sentences for those who can cure it. */
export function healthInWords(told: HealthTold): string {
  const { state, ports, items, kind = 'unknown', lastSuccessAt, nextTryAt, language, timeZone } = told;
  const words = WORDS[language];
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const at = (text: string, date: Date): string => text.replace('{0}', format.format(date).replace(',', ''));
  if (state === 'waiting') return words.waiting;
  if (state === 'stopped') return words.gone;
  const port = ports.length > 1 ? words.both : ports[0] === 'posts' ? words.posts : words.events;
  const count = port.replace('{0}', items.toLocaleString(language));
  if (state === 'good') return [words.good, ...(lastSuccessAt ? [at(words.last, lastSuccessAt)] : []), count].join(' ');
  return [
    words.kinds[kind] ?? words.kinds['unknown'],
    ...(lastSuccessAt ? [at(words.last, lastSuccessAt), words.copy] : [words.never]),
    ...(nextTryAt ? [at(words.next, nextTryAt)] : []),
  ].join(' ');
}
