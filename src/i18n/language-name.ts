const names = new Map<string, Intl.DisplayNames>();

/** Sign languages that people in German administrations speak: browsers do not name them. */
const SIGNED: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  gsg: { de: 'Deutsche Gebärdensprache', en: 'German Sign Language' },
  asq: { de: 'Österreichische Gebärdensprache', en: 'Austrian Sign Language' },
  sgg: { de: 'Deutschschweizer Gebärdensprache', en: 'Swiss-German Sign Language' },
};

/** What a language is called in another: `Ukrainisch` for `uk` in German; the tag itself where nobody knows it. */
export function languageName(tag: string, locale: string): string {
  const signed = SIGNED[tag];
  if (signed) return locale.startsWith('de') ? signed.de : signed.en;
  // Older browsers on managed devices have none.
  if (typeof Intl.DisplayNames !== 'function') return tag;
  let display = names.get(locale);
  try {
    if (!display) names.set(locale, (display = new Intl.DisplayNames([locale], { type: 'language' })));
    return display.of(tag) ?? tag;
  } catch (error) {
    // No language tag, from a source that holds words.
    if (!(error instanceof RangeError)) throw error;
    return tag;
  }
}
