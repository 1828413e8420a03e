const names = new Map<string, Intl.DisplayNames>();

/** What a language is called in another: `Ukrainisch` for `uk` in German; the tag itself where nobody knows it. */
export function languageName(tag: string, locale: string): string {
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
