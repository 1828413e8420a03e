import { untrustedHtml } from '../../src/model/common.ts';
import type { Post } from '../../src/model/post.ts';
import { HUB, SAMPLE_POSTS } from './sample-posts.ts';

const SAMPLE = SAMPLE_POSTS[0]!;

/** A report of a blog with all that its text may bring along. */
export const REPORT: Post = {
  ...SAMPLE,
  ideaId: 'vorlagen',
  ideaTitle: 'Sitzungsvorlagen auf zwei Seiten',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  tags: ['Erfahrungsbericht', ...SAMPLE.tags],
  content: untrustedHtml(`
<p>Im Herbst haben wir gezählt: 214 Vorlagen in einem Jahr, im Schnitt elf Seiten. Heute sind es vier, und die <strong>Fragen im Ausschuss</strong> sind besser geworden.</p>
<h2>Unsere Ausgangslage</h2>
<p>Jede Vorlage wanderte durch fünf Ämter, und jedes Amt schrieb etwas dazu. Gestrichen hat niemand. Der Ausschuss bekam einen Stapel, den vor der Sitzung kaum jemand zu Ende las.</p>
<h2>So sind wir vorgegangen</h2>
<p>Wir haben mit drei Vorlagen angefangen, nicht mit einer Richtlinie:</p>
<ol><li>Eine leere Vorlage mit vier Fragen, <em>zwei Seiten, Punkt</em>.</li><li>Eine Stunde Schreibwerkstatt mit allen, die Vorlagen schreiben.</li><li>Eine Probesitzung mit der Ausschussvorsitzenden.</li></ol>
<h3>Die vier Fragen</h3>
<blockquote><p>Worüber soll entschieden werden? Warum jetzt? Was kostet es? Was passiert, wenn wir nichts tun?</p></blockquote>
<p>Die Schreibwerkstatt gibt es <a href="/werkstatt">als Ablaufplan</a> zum Mitnehmen.</p>
<h2>Ergebnis</h2>
<table><thead><tr><th></th><th>vorher</th><th>nachher</th></tr></thead><tbody><tr><td>Seiten je Vorlage</td><td>11</td><td>4</td></tr><tr><td>Sitzungen bis zum Beschluss</td><td>2,6</td><td>1,7</td></tr></tbody></table>
<p>Beschlüsse fallen im Mittel eine Sitzung früher.</p>
<h2>Stolpersteine</h2>
<ul><li>Die Anlagen wuchsen zuerst mit. Erst eine Obergrenze auch für Anlagen half.</li><li>Das Rechtsamt war spät dabei. Beim nächsten Mal fragen wir es als Erstes.</li></ul>
<h2>Kontakt</h2>
<p>Mara Kestner, Organisation: <a href="mailto:kestner@lindenhafen.example">kestner@lindenhafen.example</a></p>`),
};

/** A report that was written on the hub: chapters in Markdown, pictures of its own, an action for its author. */
export const OWN_REPORT: Post = {
  id: 'eigener',
  title: 'Ein Sprechtag im Supermarkt',
  teaser: 'Drei Donnerstage, ein Stehtisch neben der Kasse: Wer nicht zu uns kommt, zu dem gehen wir.',
  authors: [{ displayName: 'Rosa Lindner', org: { name: 'Stadt Brückfurt' } }],
  org: { id: 'brueckfurt', name: 'Stadt Brückfurt' },
  source: HUB,
  publishedAt: '2027-03-02T08:00:00Z',
  updatedAt: '2027-03-10T08:00:00Z',
  tags: ['Bürgerservice'],
  format: 'markdown',
  words: 420,
  report: {
    situation: untrustedHtml('Ins Bürgerbüro kommen vor allem Menschen, die **müssen**.'),
    approach: untrustedHtml(
      '- Marktleitung gefragt\n- Tisch, Schild, zwei Kolleginnen\n- Termine gleich vor Ort vergeben',
    ),
    result: untrustedHtml('87 Gespräche an drei Tagen, *ein Drittel* davon zum ersten Mal bei uns.'),
    pitfalls: untrustedHtml('Ohne Netz kein Fachverfahren: Wir haben Rückrufe notiert.'),
  },
  size: 'small-town',
  maturity: 'trial',
  ideaId: 'sprechtag',
  ideaTitle: 'Sprechtage dort, wo die Menschen sind',
  image: SAMPLE.image!,
  images: [
    { id: 'i1', ...SAMPLE.image! },
    { id: 'i2', url: `${SAMPLE.image!.url}#2`, alt: 'Der Stehtisch neben der Kasse' },
  ],
  state: 'published',
  can: ['update', 'withdraw'],
};
