import { untrustedHtml, type Topic } from '../../src/model/common.ts';
import type { Post, PostSource } from '../../src/model/post.ts';

/** The moment at which the samples are looked at. */
export const NOW = '2027-03-16T09:30:00Z';

export const LINDENHAFEN: PostSource = {
  id: 'https://blog.lindenhafen.example/feed/',
  label: 'Stadt Lindenhafen',
  url: 'https://blog.lindenhafen.example/',
  kind: 'wordpress',
};
export const AUENTAL: PostSource = {
  id: 'https://auental.example/feed.xml',
  label: 'Kreis Auental',
  url: 'https://auental.example/aktuelles',
  kind: 'feed',
};
export const IMPULSWERK: PostSource = {
  id: 'https://social.example/@impulswerk',
  label: 'Impulswerk auf Mastodon',
  url: 'https://social.example/@impulswerk',
  kind: 'mastodon',
};
export const HUB: PostSource = { id: 'hub', label: 'Netzwerk', kind: 'hub' };

const topic = (id: string, de: string, en: string): Topic => ({ id, label: { de, en } });
export const TOPICS = {
  council: topic('council', 'Gremienarbeit', 'Council work'),
  participation: topic('participation', 'Bürgerbeteiligung', 'Participation'),
  forms: topic('forms', 'Formulare', 'Forms'),
  culture: topic('culture', 'Fehlerkultur', 'Error culture'),
} as const;

/** A picture that this page has made itself. */
function picture(sky: string, ground: string, roof: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><path fill="${sky}" d="M0 0h600v400H0z"/><circle cx="470" cy="90" r="46" fill="#fff" opacity=".55"/><path fill="${ground}" d="M0 290c120-60 260-20 360-40s180-30 240 0v150H0z"/><path fill="${roof}" d="M150 190l90-70 90 70z"/><path fill="#fff" opacity=".9" d="M165 190h150v110H165z"/><path fill="${roof}" d="M225 240h30v60h-30zM185 210h26v26h-26zM269 210h26v26h-26z"/></svg>`;
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}

const chapter = (text: string): ReturnType<typeof untrustedHtml> => untrustedHtml(`<p>${text}</p>`);

export const SAMPLE_POSTS: readonly Post[] = [
  {
    id: 'sitzungsvorlagen',
    title: 'Wie wir Sitzungsvorlagen halbiert haben',
    teaser:
      'Elf Seiten im Durchschnitt, und kaum jemand las sie zu Ende. Mit einer Vorlage für zwei Seiten und einer Stunde Schreibwerkstatt kam der Ausschuss schneller zu Beschlüssen.',
    content: untrustedHtml('<p>Elf Seiten im Durchschnitt, und kaum jemand las sie zu Ende.</p>'),
    words: 940,
    authors: [{ displayName: 'Mara Kestner' }],
    publishedAt: '2027-03-12T08:00:00Z',
    tags: ['Vorlagen', 'Klare Sprache', 'Ratsarbeit'],
    topics: [TOPICS.council],
    source: LINDENHAFEN,
    org: { id: 'lindenhafen', name: 'Stadt Lindenhafen' },
    url: 'https://blog.lindenhafen.example/sitzungsvorlagen',
    image: { url: picture('#cfe3ea', '#5d8f6b', '#2f6076'), alt: 'Ein Rathaus mit hellen Fenstern im Morgenlicht' },
    alsoOn: [{ url: 'https://social.example/@impulswerk/1', source: { ...IMPULSWERK, label: 'Mastodon' } }],
    report: {
      situation: chapter('Vorlagen hatten im Schnitt elf Seiten.'),
      approach: chapter('Zwei Seiten, eine Schreibwerkstatt, eine Probesitzung.'),
      result: chapter('Beschlüsse fallen im Mittel eine Sitzung früher.'),
      pitfalls: chapter('Anlagen wuchsen zuerst mit.'),
    },
    size: 'medium-town',
    maturity: 'everyday',
    lang: 'de',
  },
  {
    id: 'formulare',
    title: 'Formulare mit Bürgerinnen und Bürgern testen, bevor sie online gehen',
    teaser:
      'Fünf Menschen, eine Stunde, ein Flur im Bürgerbüro: Was wir beim Zuschauen gelernt haben und warum wir drei Felder gestrichen haben.',
    words: 610,
    authors: [{ displayName: 'Jonas Brandt' }, { displayName: 'Emine Öztürk' }],
    publishedAt: '2027-03-08T10:30:00Z',
    tags: ['Online-Dienste'],
    topics: [TOPICS.forms, TOPICS.participation],
    source: AUENTAL,
    url: 'https://auental.example/aktuelles/formulare-testen',
    image: { url: picture('#f1dfc9', '#b98a5e', '#7a3f2b'), alt: 'Zwei Menschen vor einem Tisch mit Papierformularen' },
    report: {},
    size: 'county',
    maturity: 'trial',
    lang: 'de',
  },
  {
    id: 'statement',
    title: '',
    teaser:
      'Heute 40 Menschen aus neun Verwaltungen beim Lunch & Learn. Wer hat das auch schon probiert? #Fehlerkultur',
    authors: [{ displayName: 'Impulswerk Lindenhafen e. V.' }],
    publishedAt: '2027-03-05T12:05:00Z',
    tags: ['Fehlerkultur'],
    source: IMPULSWERK,
    url: 'https://social.example/@impulswerk/2',
    lang: 'de',
  },
  {
    id: 'warnung',
    title: 'Was wir aus dem gescheiterten Aktenplan gelernt haben',
    teaser: 'Nach neun Monaten haben wir aufgehört. Das war richtig, und es hat wehgetan.',
    warning: 'Streit im Team',
    words: 1480,
    authors: [{ displayName: 'Bo Sander' }],
    publishedAt: '2027-02-27T07:15:00Z',
    tags: ['E-Akte', 'Scheitern', 'Lernen', 'Teamarbeit', 'Ordnung', 'Schriftgut'],
    topics: [TOPICS.culture],
    source: LINDENHAFEN,
    url: 'https://blog.lindenhafen.example/aktenplan',
    lang: 'de',
  },
  {
    id: 'geschuetzt',
    title: 'Protokoll der Steuerungsgruppe',
    teaser: '',
    isProtected: true,
    authors: [],
    publishedAt: '2027-02-20T09:00:00Z',
    tags: [],
    source: LINDENHAFEN,
    url: 'https://blog.lindenhafen.example/protokoll',
  },
  {
    id: 'arabisch',
    title: 'كيف اختصرنا نماذج البلدية',
    teaser: 'تجربة من مكتب المواطنين: أسئلة أقل، وقت أقل، أخطاء أقل.',
    authors: [{ displayName: 'أمل حداد' }],
    publishedAt: '2027-02-11T09:00:00Z',
    tags: ['نماذج'],
    source: AUENTAL,
    url: 'https://auental.example/ar/forms',
    lang: 'ar',
  },
  {
    id: 'ohne-datum',
    title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsänderungsverfahrensbeschleunigung',
    teaser: 'Ein Beitrag ohne Datum und ohne Absender, mit einem sehr langen Wort.',
    authors: [],
    tags: [],
    source: AUENTAL,
    url: 'https://auental.example/aktuelles/ohne-datum',
    image: { url: 'https://bilder.fremd.example/bild.jpg', alt: 'Ein Bild von fremder Adresse' },
    lang: 'de',
  },
];

/** Many posts, with more tags than anybody reads. */
export const manyPosts = (count: number): readonly Post[] =>
  [...new Array<undefined>(count)].map((_, index) => ({
    id: `many-${index}`,
    title: `Bericht ${index + 1} aus dem Alltag`,
    teaser: 'Was wir geändert haben, und was davon geblieben ist.',
    words: 200 + index,
    authors: [{ displayName: `Person ${index % 40}` }],
    publishedAt: new Date(Date.parse(NOW) - index * 3_600_000).toISOString(),
    tags: [`Schlagwort ${index}`, 'Alltag'],
    source: index % 2 ? AUENTAL : LINDENHAFEN,
    url: `https://auental.example/aktuelles/${index}`,
    lang: 'de',
  }));
