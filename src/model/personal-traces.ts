/**
 * Looks for what could tell who somebody is, by patterns alone and on the reader's own device. It points at places to
 * read again; it proves nothing in either direction.
 */
export const PERSONAL_TRACE_KINDS = [
  'email',
  'phone',
  'iban',
  'birthday',
  'reference',
  'address',
  'person',
  'picture',
  'file',
] as const;
export type PersonalTraceKind = (typeof PERSONAL_TRACE_KINDS)[number];

/** A place to look at. `field` is the caller's name for the text, `text` the sentence around `found`. */
export interface PersonalTrace {
  readonly kind: PersonalTraceKind;
  readonly field: string;
  readonly found: string;
  readonly text: string;
}

/** A file that comes along; its contents are not looked into. */
export interface TracedFile {
  readonly fileName: string;
  readonly mediaType: string;
}

const CAPITAL = "[A-ZÄÖÜ][\\p{L}'’-]+";
/** Particles of names: "Mara von Kestner". */
const PARTICLE = '(?:(?:von|van|zu|de|der|den|del|al|el|bin|ten|ter)\\s+){0,2}';

const PATTERNS: readonly (readonly [PersonalTraceKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/giu],
  ['iban', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/g],
  // The word before tells a birthday from the many dates of an administration.
  [
    'birthday',
    /(?:\bgeb(?:oren|\.)?(?: am)?|\bGeburtsdatum:?|\*|\bborn(?: on)?|\bdate of birth:?)\s{0,3}\d{1,2}[./-]\s?(?:\d{1,2}[./-]|\p{L}{3,9})\s?\d{2,4}/giu,
  ],
  [
    'reference',
    /(?:\b(?:Aktenzeichen|Az\.?|Kassenzeichen|Steuernummer|Steuer-ID|Personalnummer|Personal-Nr\.?|Kundennummer|Vorgang(?:snummer)?|file (?:no\.?|number)))\s{0,3}:?\s{0,3}[\p{L}\p{N}][\p{L}\p{N}./-]*\d[\p{L}\p{N}./-]*/giu,
  ],
  [
    'phone',
    /(?<![\p{L}\p{N}.,/-])(?:\+\d{1,3}[\s/-]?(?:\(0\)\s?)?|\(?0\d{1,5}\)?[\s/-]{0,3})\d[\d\s/-]{4,15}\d(?![\p{L}\p{N}])/gu,
  ],
  ['phone', /\b(?:Tel|Telefon|Durchwahl|App|Apparat|Handy|Mobil|phone|ext)\.?:?\s{0,3}[-+(]?\d[\d\s/()-]{1,18}\d/gi],
  [
    'address',
    /(?:\b[\p{Lu}][\p{L}-]{1,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)|\b(?:Am|An der|Im|Auf der)\s[\p{Lu}][\p{L}-]{1,30})\s\d{1,4}\s?[a-z]?\b/gu,
  ],
  [
    'person',
    new RegExp(
      `(?:\\b(?:Herrn?|Frau|Hr\\.|Fr\\.|Kolleg(?:e|en|in)|Mr|Mrs|Ms)\\.?\\s{1,3}(?:(?:Dr|Prof)\\.\\s?){0,2}|\\b(?:Dr|Prof)\\.\\s{1,3}(?:(?:med|jur|phil)\\.\\s?)?)${PARTICLE}${CAPITAL}(?:\\s${PARTICLE}${CAPITAL})?`,
      'gu',
    ),
  ],
];

/** Words that follow "Frau" or "Kollegin" without being a name. */
const NO_NAME =
  /\s(?:Amtsleit\p{L}*|Bürgermeister\p{L}*|Oberbürgermeister\p{L}*|Landrat\p{L}*|Landrätin\p{L}*|Minister\p{L}*|Doktor|Professor\p{L}*|Kolleg\p{L}*)$/u;
const LONGEST = 20_000;
const MOST = 60;

/** Every place in the texts that may name or describe a person, in the order of the texts. */
export function personalTraces(
  texts: Readonly<Record<string, string | undefined>>,
  files: readonly TracedFile[] = [],
): readonly PersonalTrace[] {
  const traces: PersonalTrace[] = [];
  for (const [field, whole] of Object.entries(texts)) {
    const text = (whole ?? '').slice(0, LONGEST);
    const taken: (readonly [number, number])[] = [];
    const found: (PersonalTrace & { readonly at: number })[] = [];
    for (const [kind, pattern] of PATTERNS) {
      for (const match of text.matchAll(pattern)) {
        const from = match.index;
        const to = from + match[0].length;
        if (kind === 'person' && NO_NAME.test(match[0])) continue;
        if (taken.some(([start, end]) => from < end && to > start)) continue;
        taken.push([from, to]);
        found.push({ kind, field, found: match[0].trim(), text: sentenceAround(text, from, to), at: from });
      }
    }
    found.sort((a, b) => a.at - b.at);
    traces.push(...found.map(({ at: _, ...trace }) => trace));
  }
  for (const { fileName, mediaType } of files) {
    const kind = mediaType.startsWith('image/') ? 'picture' : 'file';
    traces.push({ kind, field: 'attachments', found: fileName, text: fileName });
  }
  return traces.slice(0, MOST);
}

/** The sentence that a place stands in, cut to what fits a line or two. */
function sentenceAround(text: string, from: number, to: number): string {
  const before = Math.max(0, from - 90);
  const lead = text.slice(before, from);
  const trail = text.slice(to, to + 90);
  const begin = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => lead.lastIndexOf(mark) + (mark.length || 1)));
  const start = /[.!?\n]/.test(lead) && begin > 0 ? begin : 0;
  const stop = trail.search(/[.!?](?:\s|$)|\n/);
  return [
    start === 0 && before > 0 ? '… ' : '',
    lead.slice(start),
    text.slice(from, to),
    stop < 0 ? trail : trail.slice(0, stop + 1),
    stop < 0 && to + 90 < text.length ? ' …' : '',
  ]
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
