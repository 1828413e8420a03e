/** A day as a reader of the zone sees it, from an RFC 3339 instant or a plain date. */
export function shortDate(locale: string, text: string, zone: string): string {
  const isPlain = /^\d{4}-\d\d-\d\d$/.test(text);
  return new Intl.DateTimeFormat(locale, {
    timeZone: isPlain ? 'UTC' : zone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(text));
}
