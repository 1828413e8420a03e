import { isTimeZone } from '../../../src/model/time-zone.ts';

/** Widgets that have a page of their own: their tags without `vr-`. */
export const EMBED_WIDGETS = [
  'event-calendar',
  'idea-board',
  'idea-submission',
  'peer-directory',
  'peer-profile',
  'blog-feed',
] as const;
export type EmbedWidget = (typeof EMBED_WIDGETS)[number];

const COMMON = ['heading-level', 'time-zone', 'theme', 'surface', 'storage'] as const;

/**
 * Attributes that an address may set. What is left out is the hub's to say: where data come from, which pages of this
 * hub a widget leads to, and words, which nobody shall put into our mouth by a link.
 */
export const EMBED_ATTRIBUTES: Readonly<Record<EmbedWidget, readonly string[]>> = {
  'event-calendar': ['view', 'date', 'kind', 'topic', 'org', 'limit', 'first-day', 'without-controls', ...COMMON],
  'idea-board': ['view', 'stage', 'topic', 'org', 'reach', 'sort', 'idea', 'limit', ...COMMON],
  'idea-submission': ['fields', 'topic', 'org', 'reach', 'event-id', 'address', ...COMMON],
  'peer-directory': ['q', 'topic', 'org', 'direction', 'view', 'limit', ...COMMON],
  'peer-profile': [...COMMON],
  'blog-feed': ['layout', 'limit', 'tag', 'topic', 'report', 'full-text', 'share', ...COMMON],
};

/** Attributes that are there or not. */
const FLAGS: readonly string[] = ['without-controls', 'report', 'full-text'];
const LONGEST = 200;

export const isEmbedWidget = (name: string): name is EmbedWidget => EMBED_WIDGETS.some((known) => known === name);

/** What the address of a page asks for. */
export interface EmbedRequest {
  readonly widget: EmbedWidget;
  /** Known attributes with their values, in our order; a flag has the value ''. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly lang: 'de' | 'en';
  /** Whether the address says so, or the hub. */
  readonly saysLang: boolean;
  /** Where a list goes on, for readers without scripts. */
  readonly after?: string;
}

/** Several values of one attribute, as the widgets read them. */
export const valuesOf = (text: string | undefined, parted: RegExp = /;/): string[] | undefined => {
  const values = (text ?? '')
    .split(parted)
    .map((value) => value.trim())
    .filter(Boolean);
  return values.length > 0 ? values : undefined;
};

/** A whole number of an attribute within its bounds, else what holds in its place. */
export function countOf(text: string | undefined, most: number, fallback: number): number {
  const count = Number(text ?? '');
  return Number.isInteger(count) && count >= 1 && count <= most ? count : fallback;
}

/** Reads what stands behind the `?`. What is not known is not looked at. */
export function readEmbedRequest(widget: EmbedWidget, search: string, hubLanguage: 'de' | 'en'): EmbedRequest {
  const query = new URLSearchParams(search);
  const attributes = new Map<string, string>();
  for (const name of EMBED_ATTRIBUTES[widget]) {
    const value = query.get(name);
    if (value === null || value.length > LONGEST) continue;
    if (FLAGS.includes(name)) {
      if (value !== 'false') attributes.set(name, '');
    } else if (name !== 'time-zone' || isTimeZone(value)) attributes.set(name, value);
  }
  const lang = query.get('lang')?.slice(0, 2).toLowerCase();
  const after = query.get('after');
  const saysLang = lang === 'de' || lang === 'en';
  return {
    widget,
    attributes,
    lang: saysLang ? lang : hubLanguage,
    saysLang,
    ...(after && after.length <= 2000 && { after }),
  };
}

/** The path of a page below the hub, with the attributes that it has; `more` in place of them or beside them. */
export function embedPath(
  { widget, attributes, lang, saysLang }: Omit<EmbedRequest, 'after'>,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of attributes) query.set(name, value);
  if (saysLang) query.set('lang', lang);
  for (const [name, value] of Object.entries(more)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return `/embed/${widget}${text && `?${text}`}`;
}
