import { untrustedHtml, type UntrustedHtml } from './common.ts';
import { foldText } from './fold-text.ts';
import { htmlToText, looksLikeHtml } from './html-text.ts';
import type { ReportChapter } from './post.ts';

/** A part of a text under a heading of its own, as its authors named it. */
export interface ReportSection {
  /** Which chapter of a report it is; absent for what the structure of reports does not know. */
  readonly chapter?: ReportChapter;
  /** Plain text. */
  readonly title: string;
  readonly text: UntrustedHtml;
}

/** A text taken apart at the headings of its chapters: nothing is lost and nothing said twice. */
export interface SectionedText {
  /** What stands before the first chapter. */
  readonly lead: UntrustedHtml;
  readonly sections: readonly ReportSection[];
}

/** Words that name a chapter, folded (`fold-text.ts`), in German and English. */
const NAMES: Readonly<Record<ReportChapter, string>> = {
  situation:
    'ausgangs(?:lage|situation|punkt)|problem(?:stellung|lage)?|anlass|hintergrund|herausforderung|situation|starting (?:point|situation)|background|the problem|challenge',
  approach:
    'vorgehen(?:sweise)?|umsetzung|losung(?:sweg|sansatz)?|ansatz|durchfuhrung|massnahmen?|versuch|methode|weg|was wir (?:getan|gemacht|ausprobiert|versucht) haben|(?:so|wie) (?:sind wir|wir) vorgegangen(?: sind)?|approach|what we (?:did|tried)|how we did it|implementation|solution|method',
  result:
    'ergebniss?e?|wirkung(?:en)?|resultate?|erfolge?|nutzen|was (?:es|uns das) gebracht hat|was (?:dabei )?herausgekommen ist|was sich geandert hat|results?|outcomes?|impact|what came of it',
  pitfalls:
    'stolpersteine?|hurden?|hindernisse?|schwierigkeit(?:en)?|fallstricke?|probleme|was (?:wir (?:daraus )?gelernt haben|schwierig war|wir anders machen wurden)|gelernt(?:es)?|lernerfahrung(?:en)?|erkenntnisse?|lessons? learn(?:ed|t)|pitfalls?|obstacles?|what we (?:have )?learn(?:ed|t)|difficulties',
  contact: 'kontakt|ansprech(?:person(?:en)?|partner(?:in(?:nen)?)?)|ruckfragen|contact|get in touch',
};
/** Of what it began with, or of what came in the way: where it stands tells. */
const EITHER = 'herausforderungen|challenges';

const BEFORE =
  '^[^\\p{L}\\p{N}]*(?:(?:kapitel|teil|schritt|chapter|part) )?(?:(?:\\d{1,2}|[ivx]{1,4})[.):]+ ?)*(?:(?:die|das|der|unsere?|meine?|eine?|the|our|my|zur?|zum|(?:was|wie) (?:war|ist)) )*';
const AFTER = '(?=$|[^\\p{L}\\p{N} ]| +(?:[^\\p{L}\\p{N} ]|(?:und|and|oder|bisher|heute)\\b))';
const naming = (names: string): RegExp => new RegExp(`${BEFORE}(?:${names})${AFTER}`, 'u');
const CHAPTERS = (Object.keys(NAMES) as ReportChapter[]).map((chapter) => [chapter, naming(NAMES[chapter])] as const);
const EITHER_WAY = naming(EITHER);

/** Longer lines are sentences. */
const LONGEST_TITLE = 80;

interface Mark {
  readonly start: number;
  readonly end: number;
  /** 1 to 6 for headings, 7 for a line in bold. */
  readonly level: number;
  readonly title: string;
  readonly chapter: ReportChapter | undefined;
  /** What the rest of the text begins with: the paragraph that the name stood in goes on. */
  readonly opens?: string;
}

/**
 * Takes a text apart where a heading names a chapter of an experience report: a heading of HTML or Markdown, or a line of
 * its own in bold. Undefined where it has none. Linear in the length of the text.
 */
export function readSections(
  text: string | undefined,
  format: 'html' | 'markdown' = 'html',
): SectionedText | undefined {
  if (!text) return undefined;
  const marks = format === 'html' && looksLikeHtml(text) ? htmlMarks(text) : lineMarks(text);
  const named = withChapters(marks);
  const first = named.findIndex(({ chapter }) => chapter);
  if (first < 0) return undefined;
  const top = Math.min(...named.flatMap(({ chapter, level }) => (chapter ? [level] : [])));
  // Smaller headings without the name of a chapter stay in the chapter that they part.
  const parting = named.slice(first).filter(({ chapter, level }) => chapter || level <= top);
  return {
    lead: untrustedHtml(text.slice(0, parting[0]?.start).trim()),
    sections: parting.map(({ end, title, chapter, opens = '' }, at) => ({
      ...(chapter && { chapter }),
      title,
      text: untrustedHtml(`${opens}${text.slice(end, parting[at + 1]?.start).trim()}`),
    })),
  };
}

function withChapters(marks: readonly Mark[]): readonly Mark[] {
  const found = new Set<ReportChapter>();
  return marks.flatMap((mark) => {
    const chapter = chapterOf(mark.title, found);
    if (chapter) found.add(chapter);
    // A bold line is a heading only by its words.
    return chapter || mark.level < 7 ? [{ ...mark, chapter }] : [];
  });
}

function chapterOf(title: string, found: ReadonlySet<ReportChapter>): ReportChapter | undefined {
  if (title === '' || title.length > LONGEST_TITLE) return undefined;
  const folded = foldText(title).replace(/\s+/g, ' ').trim();
  if (EITHER_WAY.test(folded)) return found.size > 0 ? 'pitfalls' : 'situation';
  return CHAPTERS.find(([, name]) => name.test(folded))?.[0];
}

const AFTER_BOLD = /^\s{0,9}:?\s{0,9}(?:<br\b[^<>]*>\s{0,9})*(<\/p\s*>)?/i;
const HEADING = /<h([1-6])\b[^<>]*>|<p\b[^<>]*>\s{0,9}<(strong|b)\b[^<>]*>/gi;

function htmlMarks(html: string): Mark[] {
  const marks: Mark[] = [];
  HEADING.lastIndex = 0;
  for (let found = HEADING.exec(html); found; found = HEADING.exec(html)) {
    const [opening, level, bold] = found;
    const from = found.index + opening.length;
    // A heading that is not closed is closed soon, or is none.
    const closing = (level ? /<\/h[1-6]\s*>/i : /<\/(?:strong|b)\s*>/i).exec(html.slice(from, from + 600));
    if (!closing) continue;
    const title = titleOf(html.slice(from, from + closing.index));
    let end = from + closing.index + closing[0].length;
    const rest = bold ? AFTER_BOLD.exec(html.slice(end, end + 100)) : undefined;
    end += rest?.[0].length ?? 0;
    marks.push({
      start: found.index,
      end,
      level: level ? Number(level) : 7,
      title,
      chapter: undefined,
      ...(rest && !rest[1] && { opens: '<p>' }),
    });
    HEADING.lastIndex = end;
  }
  return marks;
}

/** Headings of Markdown, lines in bold, and lines of plain text that are nothing but a name. */
function lineMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let start = 0;
  let fence = '';
  for (const line of text.split('\n')) {
    const end = Math.min(text.length, start + line.length + 1);
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? '';
    if (mark && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    else if (fence === '' && line.length < 200) {
      const heading = /^ {0,3}(#{1,6})\s(.*)$/.exec(line);
      const alone = heading ? undefined : line.replace(/^\s*(?:\*\*|__)?|(?:\*\*|__)?:?(?:\*\*|__)?\s*$/g, '');
      const title = titleOf((heading?.[2] ?? alone ?? '').replace(/\s#+\s*$|\*\*|__/g, ''));
      if (heading || title) marks.push({ start, end, level: heading?.[1]?.length ?? 7, title, chapter: undefined });
    }
    start = end;
  }
  return marks;
}

const titleOf = (text: string): string =>
  htmlToText(`<b>${text}</b>`)
    .replace(/\s+/g, ' ')
    .replace(/\s*:\s*$/, '')
    .trim();
