import { sql } from 'kysely';

/** Words of everyday work in a town hall, and parts that make compounds of them. */
const HEADS =
  `antrag beteiligung verfahren formular beratung werkstatt planung bescheid akte ausweis betreuung budget daten
dienst entwurf erhebung fahrt feier flaeche foerderung fortbildung gebuehr gruppe halle hilfe karte konzept kurs lager leitung
meldung mittel nutzung ordnung pflege plattform portal projekt pruefung quartier raum register rundgang satzung schulung
sprechstunde stelle tausch team termin treff umfrage verein vergabe vertrag wegweiser wache wohnung zentrum ziel`.split(
    /\s+/,
  );
const PARTS =
  `buerger jugend bau klima schul kita haushalts verkehrs wohngeld personal bibliotheks hafen abfall senioren sport
kultur garten energie wasser strassen umwelt gesundheits melde steuer sozial integrations museums markt feuerwehr tier park
stadtteil archiv ehrenamts familien rad bus licht sprach digital`.split(/\s+/);
const SMALL = [
  'wir', 'machen', 'die', 'wege', 'kürzer', 'und', 'fragen', 'zuerst', 'wer', 'davon', 'hat', 'bevor', 'etwas', 'neu',
  'gebaut', 'wird', 'mit', 'kolleginnen', 'aus', 'drei', 'ämtern', 'prüfen', 'was', 'fehlt', 'am', 'schalter', 'im',
  'bauhof', 'ohne', 'papier', 'gemeinsam', 'ausprobieren', 'jede', 'woche', 'eine', 'stunde',
]; // prettier-ignore
const STAGES = [
  'open', 'open', 'open', 'open', 'teaming', 'trying', 'evaluated', 'adopted', 'documented', 'transfer', 'parked',
  'stopped', 'declined', 'submitted', 'draft', 'withdrawn',
]; // prettier-ignore
const KINDS = ['knowledge', 'time', 'room', 'budget', 'legal', 'it', 'design', 'data', 'test-site', 'contact'];
const TOPICS = ['klimawandel', 'transparenz', 'co-kreation', 'organisationskultur', 'strukturwandel'];

/** Compounds, by which a bench asks. */
export const COMPOUNDS = PARTS.flatMap((part) => HEADS.map((head) => part + head));
const array = (words) => sql.raw(`array['${words.join("','")}']`);

/**
 * Adds ideas number `from` to `to`, as the hub itself would write them: of 24 organisations, half of them public, with
 * texts of about 90 words, a tenth of them out of 2,400 compounds: each
 * part of one stands in a seventh of all ideas, or more.
 */
export async function fillIdeas(database, fold, from, to, now) {
  const { kysely } = database;
  const pick = (words, step, add = 0) => sql`(${array(words)})[(n * ${step}::bigint + ${add}) % ${words.length} + 1]`;
  const wordsOf = (count, seed) =>
    sql`(select string_agg(case when k % 10 = 0 then (${array(COMPOUNDS)})[(n::bigint * 7919 + k * 613 + ${seed}::int * 101) % ${COMPOUNDS.length} + 1]
      else (${array(SMALL)})[(n * 13 + k * 5 + ${seed}::int) % ${SMALL.length} + 1] end, ' ' order by k)
      from generate_series(1, ${count}::int) k)`;
  const hours = sql`((n * 7919) % 26280) * interval '1 hour'`;
  const stage = pick(STAGES, 7);
  const reach = sql`case n % 6 when 0 then 'within' when 1 then 'within' when 2 then 'between' else 'civil' end`;
  const org = sql`'org-' || (n * 11 % 24 + 1)`;
  await sql`insert into idea (id, stage, reach, visibility, org_id, org_ids, created_by, author_ids, topic_ids, need_kinds,
      title, document, supports, useful_here, joins, help_offers, search_text, released_at, active_at, created_at, updated_at)
    select 'idea-' || n, stage, reach, case reach when 'within' then 'organisation' when 'between' then 'network' else 'public' end,
      org, array[org], author, array[author],
      case n % 3 when 0 then array[${pick(TOPICS, 3)}] when 1 then array[${pick(TOPICS, 3)}, ${pick(TOPICS, 3, 1)}] else '{}' end,
      needs, title,
      jsonb_build_object('summary', summary, 'body', body, 'tags', '[]'::jsonb, 'attachmentIds', '[]'::jsonb, 'lang', 'de',
        'needs', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind)), '[]') from unnest(needs) kind)),
      n % 40, n % 5, n % 4, n % 3, '', case when stage in ('draft', 'submitted') then null else at end, at, at, at
    from (select n, ${stage} as stage, ${reach} as reach, ${org} as org, 'person-' || (n % 5000) as author,
        ${wordsOf(10, 1)} as title, ${wordsOf(16, 2)} as summary, ${wordsOf(64, 3)} as body,
        case n % 4 when 0 then '{}' when 1 then array[${pick(KINDS, 3)}] else array[${pick(KINDS, 3)}, ${pick(KINDS, 3, 1)}] end as needs,
        ${new Date(now)}::timestamptz - ${hours} as at
      from generate_series(${from}::int, ${to - 1}::int) n) ideas`.execute(kysely);
  // Folding is the hub's own: a few hundred different words are folded once, and put in place by the database.
  const parts = new Set([...COMPOUNDS, ...SMALL].flatMap((word) => word.match(/[a-z]*[äöüß][a-z]*/g) ?? []));
  const folded = (text) => [...parts].reduce((from, part) => sql`replace(${from}, ${part}, ${fold(part)})`, text);
  await sql`update idea set search_text = setweight(to_tsvector('simple', ${folded(sql`title`)}), 'A')
      || to_tsvector('simple', ${folded(sql`(document->>'summary') || ' ' || (document->>'body')`)})
      || array_to_tsvector(array['org:' || org_id])
    where search_text = ''`.execute(kysely);
  await sql`insert into idea_word select word from ts_stat('select search_text from idea')
    where word !~ ':' and length(word) between 3 and 60 on conflict do nothing`.execute(kysely);
  await sql`vacuum (full, analyze) idea`.execute(kysely);
  // Only this marks pages as seen by everybody, which reading from indexes alone needs.
  await sql`vacuum analyze`.execute(kysely);
}
