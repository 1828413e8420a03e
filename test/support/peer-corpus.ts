import type { Availability, Expertise, Interest, Peer, PeerOffer } from '../../src/model/peer.ts';
import { EXPERTISE_LEVELS, OFFER_FORMS } from '../../src/model/peer.ts';
import { foldText } from '../../src/model/fold-text.ts';
import { isWithinEdits } from '../../src/model/edit-distance.ts';

/** People who do not exist, and what a search for them must find: the same in the page and on the hub. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const GIVEN =
  words(`Änne Ayşe Bärbel Björn Can Dörte Edda Emre Enno Fatma Frauke Gesa Götz Günter Hanno Ilse Imke Jördis
  Jörg Jürgen Käthe Kerstin Leyla Lütfi Malte Marten Mehmet Meike Mirja Müge Nele Nuri Okka Ole Özlem Paula Renke Rosa Rüdiger
  Sönke Swantje Tjark Uwe Volkan Wiebke Yusuf Zeynep Ömer Sören Henrik`);
const FAMILY_START =
  words(`Ahren Bären Birken Blüten Brücken Buchen Dünen Eichen Erlen Feld Fichten Flieder Gärten Grün Hafer
  Heide Hirsch Holunder Hügel Kirsch Kräuter Küsten Lärchen Linden Löwen Mohn Möwen Mühlen Nebel Nuss Ostern Pappel Quellen
  Raben Regen Rosen Röhr Schilf Schnee Silber Sommer Sperber Strand Tannen Ulmen Vogel Wacholder Wälder Weiden Wiesen Winter
  Wolken Ziegel Zweig`);
const FAMILY_END = words(`au bach berg brück busch dorf eck feld fürst garten grün gruber hagen höfer horn kamp lein
  mann meister moor müller quast ried rött sang schäfer see stein tal thal wald weg winkel zucker`);

const PARTS = words(`Abfall Archiv Bau Bibliotheks Bürger Digital Ehrenamts Energie Familien Feuerwehr Friedhofs Garten
  Gesundheits Gewässer Grünflächen Hafen Haushalts Integrations Jugend Klima Kultur Lärm Markt Melde Museums Personal Rad
  Schul Senioren Sozial Sport Stadtteil Steuer Straßen Tier Umwelt Verkehrs Wärme Wasser Wohngeld`);
const HEADS =
  words(`antrag beteiligung verfahren formular beratung werkstatt planung bescheid akte betreuung budget dienst
  entwurf erhebung förderung fortbildung gebühr gruppe hilfe karte konzept leitung meldung nutzung ordnung pflege plattform
  portal projekt prüfung register satzung schulung sprechstunde stelle umfrage vergabe vertrag wegweiser zentrum`);
/** The second half of each compound, folded, by which parts are asked. */
const FOLDED_HEADS = HEADS.map((head) => foldText(head));

const UNITS =
  words(`Bauhof Bürgeramt Jugendamt Kämmerei Ordnungsamt Personalamt Schulamt Sozialamt Standesamt Tiefbauamt
  Umweltamt Vermessungsamt`);
const DOES = words(`Begleiterin Fachkraft Koordination Leitung Mitarbeit Referentin Sachbearbeitung Stabsstelle`);
const SENTENCES = [
  'Ich mag kurze Wege und klare Worte.',
  'Am liebsten probiere ich Dinge mit Kolleginnen aus drei Ämtern.',
  'Wer etwas Ähnliches versucht hat, darf mich gern fragen.',
  'Vorher war ich lange am Schalter.',
  'Was gelernt wurde, schreibe ich auf.',
];
const LANGUAGES = ['de', 'en', 'tr', 'pl', 'ar', 'uk', 'fr', 'nds'];
const ORGS = [
  { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
  { id: 'auental', name: 'Kreis Auental' },
  { id: 'brueckfurt', name: 'Stadt Brückfurt' },
  { id: 'impulswerk', name: 'Impulswerk Lindenhafen e. V.' },
];
const TOPICS = ['klimawandel', 'transparenz', 'co-kreation', 'organisationskultur', 'strukturwandel'];

/** The same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many people, each time the same ones; ids are `peer-<number>`. */
export function peerCorpus(count: number, seed = 1): readonly Peer[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const several = <T>(most: number, make: () => T): T[] => {
    const made: T[] = [];
    for (let left = Math.floor(random() * (most + 1)); left > 0; left--) made.push(make());
    return made;
  };
  const compound = (): string => pick(PARTS) + pick(HEADS);
  const labelled = (): Interest => {
    if (random() >= 0.4) return { label: compound() };
    const topicId = pick(TOPICS);
    return { label: titled(topicId), topicId };
  };
  const peers: Peer[] = [];
  for (let number = 0; number < count; number++) {
    const id = `peer-${number}`;
    const offers = several(2, () => number).map((_, index): PeerOffer => ({
      id: `${id}-offer-${index}`,
      direction: random() < 0.5 ? 'offer' : 'seek',
      topic: topicOf(random() < 0.5 ? pick(TOPICS) : compound()),
      text: `${compound()} gemeinsam angehen`,
      form: pick(OFFER_FORMS),
      until: '2026-12-31',
      state: 'open',
      createdAt: '2026-06-01T08:00:00Z',
      can: [],
    }));
    const state = random();
    const availability: Availability = { state: state < 0.6 ? 'open' : state < 0.8 ? 'limited' : 'paused' };
    peers.push({
      id,
      displayName: `${pick(GIVEN)} ${pick(FAMILY_START)}${pick(FAMILY_END)}`,
      function: `${pick(DOES)} ${compound()}`,
      org: pick(ORGS),
      unit: pick(UNITS),
      headline: `${compound()} und ${compound()}`,
      bio: [pick(SENTENCES), `Gerade: ${compound()}.`, pick(SENTENCES)].join(' '),
      expertise: distinct(several(4, (): Expertise => ({ ...labelled(), level: pick(EXPERTISE_LEVELS) }))),
      interests: distinct(several(3, labelled)),
      languages: [...new Set(['de', ...several(2, () => pick(LANGUAGES))])],
      availability,
      ...(offers.length > 0 && { offers }),
      can: [],
    });
  }
  return peers;
}

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const topicOf = (id: string): PeerOffer['topic'] => ({ id, label: { de: titled(id), en: titled(id) } });
const distinct = <T extends Interest>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [one.label, one])).values(),
];

export const QUERY_KINDS = ['exact', 'prefix', 'typo', 'part', 'umlaut', 'name-typo'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** A query, and whether somebody is what it asks for. */
export interface PeerQuestion {
  readonly kind: QueryKind;
  readonly q: string;
  readonly isRight: (peer: Pick<Peer, 'id'>) => boolean;
}

/** What a peer says, in folded words. */
export function peerWords(peer: Peer): readonly string[] {
  const { displayName, function: work, org, unit, headline, bio, expertise, interests, offers } = peer;
  const labels = [...(expertise ?? []), ...(interests ?? [])].map(({ label }) => label);
  const offered = (offers ?? []).flatMap(({ topic, text }) => [topic.label.de, text]);
  const all = [displayName, work, org?.name, unit, headline, bio, ...labels, ...offered];
  return [...new Set(all.flatMap((text) => foldText(text ?? '').split(/[^\p{L}\p{N}]+/u)))].filter(Boolean);
}

/** One typing error: a letter missed, doubled, mistaken, or two neighbours swapped. The first letter stays. */
function mistype(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  if (kind === 2) return `${word.slice(0, at)}x${word.slice(at + 1)}`;
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** As people type umlauts who have no key for them, or do not bother. */
const withoutKeys = (text: string, long: boolean): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(/[äöü]/g, (mark) => mark.normalize('NFD').charAt(0) + (long ? 'e' : ''))
    .replace(/[ÄÖÜ]/g, (mark) => mark.normalize('NFD').charAt(0) + (long ? 'e' : ''));

/**
 * Questions of each kind to a corpus, `each` of a kind. A word typed wrongly is none that somebody uses, nor near to
 * another that somebody uses: who types such a word means that one.
 */
export function peerQueries(corpus: readonly Peer[], seed = 2, each = 40): readonly PeerQuestion[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const wordsById = new Map(corpus.map((peer) => [peer.id, peerWords(peer)]));
  const known = [...new Set([...wordsById.values()].flat())];
  const compounds = known.filter((word) => FOLDED_HEADS.some((head) => word.endsWith(head) && word !== head));
  const having =
    (fits: (word: string) => boolean): PeerQuestion['isRight'] =>
    ({ id }) =>
      wordsById.get(id)?.some(fits) ?? false;
  const wrong = (word: string): string | undefined => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const typed = mistype(word, random);
      const folded = foldText(typed);
      const errors = folded.length < 8 ? 1 : 2;
      const near = known.filter((other) => isWithinEdits(other, folded, 1));
      if (near.length === 1 && near[0] === word && isWithinEdits(word, folded, errors)) return typed;
    }
    return undefined;
  };
  const make: Readonly<Record<QueryKind, () => PeerQuestion | undefined>> = {
    exact() {
      const word = pick(compounds);
      return { kind: 'exact', q: word, isRight: having((other) => other === word) };
    },
    prefix() {
      const word = pick(compounds);
      const q = word.slice(0, Math.max(4, Math.ceil(word.length * 0.6)));
      return { kind: 'prefix', q, isRight: having((other) => other.startsWith(q)) };
    },
    typo() {
      const word = pick(compounds);
      const q = wrong(word);
      return q === undefined ? undefined : { kind: 'typo', q, isRight: having((other) => other === word) };
    },
    part() {
      const word = pick(compounds);
      const head = FOLDED_HEADS.find((one) => word.endsWith(one))!;
      return { kind: 'part', q: head, isRight: having((other) => other.includes(head)) };
    },
    umlaut() {
      const name = pick(corpus).displayName.split(' ')[1]!;
      if (!/[äöüß]/i.test(name)) return undefined;
      const folded = foldText(name);
      return {
        kind: 'umlaut',
        q: withoutKeys(name, random() < 0.5),
        isRight: having((other) => other === folded),
      };
    },
    'name-typo'() {
      const name = foldText(pick(corpus).displayName.split(' ')[1]!);
      const q = name.length < 5 ? undefined : wrong(name);
      return q === undefined ? undefined : { kind: 'name-typo', q, isRight: having((other) => other === name) };
    },
  };
  const questions: PeerQuestion[] = [];
  for (const kind of QUERY_KINDS) {
    let missing = each;
    for (let attempt = 0; missing > 0 && attempt < each * 20; attempt++) {
      const question = make[kind]();
      if (!question) continue;
      questions.push(question);
      missing--;
    }
  }
  return questions;
}

/** How many percent of the questions of each kind have somebody right among the first ten answers. */
export async function searchQuality(
  questions: readonly PeerQuestion[],
  ask: (q: string) => Promise<readonly Pick<Peer, 'id'>[]> | readonly Pick<Peer, 'id'>[],
): Promise<Readonly<Record<QueryKind, number>>> {
  const tally = new Map<QueryKind, { asked: number; found: number }>();
  for (const { kind, q, isRight } of questions) {
    const found = (await ask(q)).slice(0, 10).some(isRight);
    const before = tally.get(kind) ?? { asked: 0, found: 0 };
    tally.set(kind, { asked: before.asked + 1, found: before.found + Number(found) });
  }
  const share = (kind: QueryKind): number => {
    const { asked, found } = tally.get(kind) ?? { asked: 0, found: 0 };
    return asked === 0 ? 0 : Math.round((found / asked) * 1000) / 10;
  };
  return Object.fromEntries(QUERY_KINDS.map((kind) => [kind, share(kind)])) as Record<QueryKind, number>;
}
