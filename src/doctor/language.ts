/** Language of the words for a BCP 47 tag, by default the page's: as widgets choose theirs. */
export function wordsLanguage(tag: string = document.documentElement.lang): 'de' | 'en' {
  const primary = tag.trim().toLowerCase().split('-')[0];
  return primary === '' || primary === 'de' ? 'de' : 'en';
}
