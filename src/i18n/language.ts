import { de, type Messages } from './de/words.ts';

/**
 * The words of a family of widgets in every language. German is always at hand; the others come when they are needed.
 * A family's words hold those that all widgets share.
 */
export interface Dictionary<M extends Messages = Messages> {
  readonly de: M;
  readonly en: () => Promise<M>;
}

/** Languages there is a dictionary for. */
const LANGUAGES: readonly string[] = ['de', 'en'] satisfies readonly (keyof Dictionary)[];

/** What all widgets say. */
export const commonWords: Dictionary = {
  de,
  en: async () => (await import('./en/words.ts')).en,
};

const loaded = new WeakMap<Dictionary, Map<string, Messages>>();

/** The dictionary's language for a BCP 47 tag: its own, else English; German where nothing is said. */
export function dictionaryOf(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  if (primary === '') return 'de';
  return LANGUAGES.includes(primary) ? primary : 'en';
}

/** The words for a BCP 47 tag, or a promise of them on their first use. */
export function messagesOf<M extends Messages>(tag: string, dictionary: Dictionary<M>): M | Promise<M> {
  const language = dictionaryOf(tag);
  if (language === 'de') return dictionary.de;
  const known = loaded.get(dictionary) ?? new Map<string, Messages>();
  loaded.set(dictionary, known);
  const messages = known.get(language) as M | undefined;
  if (messages) return messages;
  return dictionary[language as 'en']().then((words) => {
    known.set(language, words);
    return words;
  });
}

/** BCP 47 tag to format dates with: as the page says it where a dictionary speaks it, with British dates for bare English. */
export function localeOf(tag: string): string {
  const language = dictionaryOf(tag);
  if (!tag.toLowerCase().startsWith(language)) return language === 'de' ? 'de-DE' : 'en-GB';
  if (tag.toLowerCase() === 'en') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? language;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return language;
  }
}

/** The language that holds where a node stands: the nearest `lang` around it, through shadow roots and slots. */
export function languageAt(node: Node): string {
  for (let at: Node | null = node; at;) {
    const lang = at instanceof Element ? at.getAttribute('lang') : null;
    if (lang) return lang;
    at = (at instanceof Element && at.assignedSlot) || at.parentNode || (at instanceof ShadowRoot ? at.host : null);
  }
  return '';
}
