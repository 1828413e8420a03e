import type { Idea, IdeaReach, IdeaStage } from '../../../src/model/idea.ts';

/** Numbers that look like chance and are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FRONTS =
  'Bürger Jugend Senioren Straßen Gebühren Wohngeld Kita Schul Friedhofs Müll Grünflächen Bücherei Spielplatz Wahlhelfer Baustellen Fundsachen Personal Haushalts Straßenbäume Schlüssel Überstunden Führerschein Geburts Öffnungs Brücken'.split(
    ' ',
  );
const HEADS =
  'beteiligung anmeldung übersicht kalender bescheide sprechstunde lotsinnen karte börse werkstatt beratung verzeichnis melder sammlung vertretung ausgabe förderung begehung prüfung küche'.split(
    ' ',
  );
const VERBS =
  'digital gemeinsam einfach barrierefrei mobil transparent verständlich rechtzeitig kostenlos mehrsprachig'.split(' ');
const PLACES = 'Lindenhafen Auental Brückfurt Moosbach Ährenfeld Königswiese Hüttenrode Weißensande'.split(' ');
const FILLERS =
  'damit Kolleginnen und Kollegen weniger Wege haben weil viele Menschen lange warten und niemand weiß wer zuständig ist dafür reicht ein Nachmittag im Monat mit Ämtern Vereinen und Ehrenamtlichen die mitmachen wollen'.split(
    ' ',
  );

/** Compounds that a corpus is made of; each in at least one of a few hundred ideas. */
export const COMPOUNDS: readonly { readonly whole: string; readonly head: string; readonly front: string }[] =
  FRONTS.flatMap((front) => HEADS.map((head) => ({ whole: front + head, head, front })));

const TOPICS = [
  { id: 'teilhabe', label: { de: 'Teilhabe', en: 'Participation' } },
  { id: 'beteiligung', label: { de: 'Beteiligung', en: 'Involvement' }, broader: 'teilhabe' },
  { id: 'technik', label: { de: 'Technik', en: 'Technology' } },
  { id: 'sprache', label: { de: 'Sprache', en: 'Language' }, broader: 'teilhabe' },
];
const STAGES: readonly IdeaStage[] = ['submitted', 'open', 'teaming', 'trying', 'adopted', 'parked'];
const REACHES: readonly IdeaReach[] = ['within', 'between', 'civil'];

/** So many ideas of made-up municipalities, the same in every run. */
export function ideaCorpus(length: number, seed = 4): readonly Idea[] {
  const random = seededRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const words = (count: number): string => Array.from({ length: count }, () => pick(FILLERS)).join(' ');
  return Array.from({ length }, (_, index): Idea => {
    const main = COMPOUNDS[index % COMPOUNDS.length]!;
    const place = pick(PLACES);
    const day = new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 300) * 86_400_000).toISOString();
    return {
      id: `idee-${String(index).padStart(5, '0')}`,
      title: `${main.whole} ${pick(VERBS)} für ${place}`,
      summary: `${words(8)} ${pick(COMPOUNDS).whole} ${words(8)}`,
      problem: words(16),
      stage: pick(STAGES),
      reach: pick(REACHES),
      authors: [],
      orgs: [{ id: place.toLowerCase(), name: `Stadt ${place}` }],
      topics: random() < 0.8 ? [pick(TOPICS)] : [],
      tags: random() < 0.5 ? [pick(VERBS)] : [],
      needs: random() < 0.5 ? [{ kind: random() < 0.5 ? 'legal' : 'it' }] : [],
      attachments: [],
      counts: {
        supports: Math.floor(random() * 40),
        usefulHere: 0,
        joins: 0,
        comments: 0,
        helpOffers: random() < 0.5 ? 0 : 1,
        followers: 0,
        adoptions: 0,
      },
      createdAt: day,
      activeAt: day,
      can: [],
    };
  });
}
