import { de, type Messages } from './de/words.ts';

/** Languages there is a dictionary for. German is always at hand; the others come when they are needed. */
const LOADERS: Readonly<Record<string, () => Promise<Messages>>> = {
  en: async () => (await import('./en/words.ts')).en,
};

const loaded = new Map<string, Messages>([['de', de]]);

/** The dictionary's language for a BCP 47 tag: its own, else English; German where nothing is said. */
export function dictionaryOf(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  if (primary === '') return 'de';
  return primary === 'de' || primary in LOADERS ? primary : 'en';
}

/** The dictionary, or a promise of it on its first use. */
export function messagesOf(tag: string): Messages | Promise<Messages> {
  const language = dictionaryOf(tag);
  const known = loaded.get(language);
  if (known) return known;
  const load = LOADERS[language];
  if (!load) return de;
  return load().then((messages) => {
    loaded.set(language, messages);
    return messages;
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
