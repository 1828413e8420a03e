import { foldText } from '../../../src/model/fold-text.ts';

/** Languages that people name in tables. All others are told by their code. */
const NAMED = (
  'de en fr es it pt nl da sv nb fi pl cs sk sl hr sr bs sq ro hu bg el tr ar fa ku uk ru et lv lt zh ja ko hi ur vi ' +
  'he ka hy ti so sw lb fy nds hsb dsb gsw rom'
).split(' ');

const byName = new Map<string, string>();
for (const locale of ['de', 'en']) {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  for (const code of NAMED) byName.set(foldText(names.of(code) ?? code), code);
}
byName.set('dgs', 'gsg');
byName.set(foldText('Deutsche Gebärdensprache'), 'gsg');
byName.set(foldText('Plattdeutsch'), 'nds');

/** The BCP 47 tag of a language that is told by its code (`de-DE`, `de_DE`) or its German or English name. */
export function languageTag(text: string): string | undefined {
  const word = text.trim();
  const named = byName.get(foldText(word.replace(/\s*\(.*\)$/, '')));
  if (named) return named;
  const tag = /^([a-z]{2,3})(?:[-_][a-z\d]{2,8}){0,3}$/i.exec(word)?.[1]?.toLowerCase();
  // A region says where somebody works, not which language they speak.
  return tag && new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) ? tag : undefined;
}
