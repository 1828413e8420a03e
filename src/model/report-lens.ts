import { untrustedHtml } from './common.ts';
import { foldText } from './fold-text.ts';
import {
  MATURITIES,
  MUNICIPALITY_SIZES,
  type Maturity,
  type MunicipalitySize,
  type Post,
  type PostReport,
  type ReportChapter,
} from './post.ts';
import { readSections } from './report-sections.ts';

/**
 * A post as an experience report, where it is one: by its structure (two of situation, approach, result and pitfalls), or
 * because its source says so by a tag or in the title. Tags also tell the size of the municipality (`Kommune: 20.000`)
 * and how far it has come (`Reifegrad: Alltag`). What a source has said itself stays. A report without chapters has an
 * empty `report`.
 */
export function withReport(post: Post): Post {
  const tags = CANDIDATE.test(post.tags.join('\n')) ? post.tags.map(plain) : [];
  const report = post.report ?? findReport(post, tags);
  const size = post.size ?? firstOf(tags, (tag) => sizeIn(tag, report !== undefined));
  const maturity = post.maturity ?? firstOf(tags, (tag) => maturityIn(tag, report !== undefined));
  if (report === post.report && size === post.size && maturity === post.maturity) return post;
  return { ...post, ...(report && { report }), ...(size && { size }), ...(maturity && { maturity }) };
}

/** Tags that may say something here; most of a stream's do not. */
const CANDIDATE =
  /erfahrung|praxis|bericht|fallstudie|report|case|lesson|einwohner|kommune|gemeinde|stadt|kreis|gr(?:ö|oe)(?:ß|ss)e|ew\b|inhabitant|popul|municip|town|county|size|reife|stand|status|phase|matur|alltag|betrieb|pilot|erprob|geplant|ausgewertet|evalu/i;
const REPORT_TAG =
  /^(?:erfahrungs-?berichte?|praxis-?berichte?|praxisbeispiele?|erfahrungen? aus der praxis|experience reports?|field reports?|case stud(?:y|ies)|fallstudien?|lessons learn(?:ed|t))$/;
const REPORT_TITLE = /^\s*(?:\[\s*)?(?:erfahrungs-?bericht|praxis-?bericht|experience report)\b/i;

const plain = (tag: string): string =>
  foldText(tag.slice(0, 100))
    .replace(/^\s*#/, '')
    .replace(/[\s_]+/g, ' ')
    .trim();

function firstOf<T>(tags: readonly string[], read: (tag: string) => T | undefined): T | undefined {
  for (const tag of tags) {
    const found = read(tag);
    if (found) return found;
  }
  return undefined;
}

const CORE: readonly ReportChapter[] = ['situation', 'approach', 'result', 'pitfalls'];

function findReport(post: Post, tags: readonly string[]): PostReport | undefined {
  const chapters: Partial<Record<ReportChapter, string>> = {};
  for (const { chapter, text } of readSections(post.content, post.format)?.sections ?? []) {
    if (chapter && text) chapters[chapter] = chapters[chapter] ? `${chapters[chapter]}\n\n${text}` : text;
  }
  const says = tags.some((tag) => REPORT_TAG.test(tag)) || REPORT_TITLE.test(post.title);
  if (!says && CORE.filter((chapter) => chapters[chapter]).length < 2) return undefined;
  return Object.fromEntries(Object.entries(chapters).map(([chapter, text]) => [chapter, untrustedHtml(text)]));
}

const SIZE_LABEL =
  /^(?:(?:grosse|groesse)(?: der)? ?(?:kommune|stadt|gemeinde)?|kommunen?-?(?:grosse)?|(?:stadt|gemeinde|orts)grosse|einwohner(?:zahl|\/innen|:innen|innen)?|ew|municipality(?: size)?|population|size) ?[:=] ?(.+)$/;
const PEOPLE = /^(.*\d.*?) ?(?:einwohner\S*|ew|inhabitants|residents|people)\.?$/;
const SIZE_WORDS: readonly (readonly [RegExp, MunicipalitySize])[] = [
  [/^(?:landgemeinden?|dorf|dorfer|rural(?: municipality)?)$/, 'rural'],
  [/^(?:kleine? (?:stadt|kommune)|kleinst(?:adt|adte)|small[ -]town)$/, 'small-town'],
  [/^(?:mittlere (?:stadt|kommune)|mittelst(?:adt|adte)|medium(?:-sized)?[ -]town)$/, 'medium-town'],
  [/^(?:grosse (?:stadt|kommune)|grossst(?:adt|adte)|city|large city)$/, 'city'],
  [/^(?:(?:land)?kreise?|kreisverwaltung|county)$/, 'county'],
  [/^(?:bundesl(?:and|ander)|land|bund|land oder bund|state)$/, 'state'],
];
/** As a bare tag these are places or politics, not a size. */
const NOT_BARE = /^(?:kreise?|land|bund|city|state|dorf|dorfer|grosse stadt|kleine stadt)$/;

function sizeIn(tag: string, isReport: boolean): MunicipalitySize | undefined {
  const labelled = SIZE_LABEL.exec(tag)?.[1] ?? PEOPLE.exec(tag)?.[1];
  if (labelled !== undefined) return knownWord(labelled, SIZE_WORDS, MUNICIPALITY_SIZES) ?? sizeOfNumber(labelled);
  return isReport && !NOT_BARE.test(tag) ? knownWord(tag, SIZE_WORDS, []) : undefined;
}

/** A number of people, also `unter 5.000`, `5.000 bis 20.000` (its lower end counts) and `20 Tsd.`. */
function sizeOfNumber(text: string): MunicipalitySize | undefined {
  const found = /(unter|bis|weniger als|under|below|up to|<)? ?(\d[\d.,' ]{0,12}) ?(tsd|tausend|k\b|mio|million)?/.exec(
    text,
  );
  const digits = found?.[2]?.replace(/\D/g, '');
  if (!found || !digits) return undefined;
  const unit = found[3]?.startsWith('m') ? 1_000_000 : found[3] ? 1000 : 1;
  const people = Number(digits) * unit - (found[1] ? 1 : 0);
  if (people < 5000) return 'rural';
  if (people < 20_000) return 'small-town';
  return people < 100_000 ? 'medium-town' : 'city';
}

const MATURITY_LABEL =
  /^(?:reife(?:grad)?|(?:umsetzungs-?|projekt-?)?(?:stand|status|phase)(?: der umsetzung)?|maturity|stage) ?[:=] ?(.+)$/;
const MATURITY_WORDS: readonly (readonly [RegExp, Maturity])[] = [
  [/^(?:geplant|in planung|planung|planned)$/, 'planned'],
  [
    /^(?:(?:wird |in )?(?:erprobt|erprobung|ausprobiert)|pilot(?:projekt|phase|ierung)?|versuch|test(?:phase|betrieb)?|(?:in |being )?(?:trial|tried))$/,
    'trial',
  ],
  [/^(?:ausgewertet|evaluiert|evaluation|evaluated)$/, 'evaluated'],
  [
    /^(?:(?:im )?alltag|(?:im )?(?:regel|echt)betrieb|in betrieb|eingefuhrt|umgesetzt|dauerhaft|everyday(?: practice)?|live|in production)$/,
    'everyday',
  ],
  [
    /^(?:(?:anderswo |von anderen )?ubernommen|ubertragen|nachgenutzt|nachnutzung|transfer(?:iert)?|taken over elsewhere)$/,
    'transfer',
  ],
];

function maturityIn(tag: string, isReport: boolean): Maturity | undefined {
  const labelled = MATURITY_LABEL.exec(tag)?.[1];
  if (labelled !== undefined) return knownWord(labelled, MATURITY_WORDS, MATURITIES);
  return isReport ? knownWord(tag, MATURITY_WORDS, []) : undefined;
}

function knownWord<T extends string>(
  text: string,
  words: readonly (readonly [RegExp, T])[],
  own: readonly T[],
): T | undefined {
  const word = text.trim();
  return own.find((each) => each === word) ?? words.find(([pattern]) => pattern.test(word))?.[1];
}
