/** The language that a request asks for first (`Accept-Language`), of the two there are; else the hub's. */
export function askedLanguage(accept: string | undefined, fallback: 'de' | 'en'): 'de' | 'en' {
  const first = /^\s*(de|en)\b/i.exec(accept ?? '')?.[1]?.toLowerCase();
  return first === 'de' || first === 'en' ? first : fallback;
}
