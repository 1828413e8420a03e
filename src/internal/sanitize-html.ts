/** Elements that text of a foreign source may bring along; everything else is unwrapped or dropped. */
const ELEMENTS = [
  'a',
  'abbr',
  'b',
  'blockquote',
  'br',
  'caption',
  'cite',
  'code',
  'dd',
  'del',
  'dfn',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'ins',
  'kbd',
  'li',
  'mark',
  'ol',
  'p',
  'pre',
  'q',
  's',
  'samp',
  'small',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'time',
  'tr',
  'u',
  'ul',
  'var',
];
/** Elements that go while their contents stay. */
const UNWRAPPED = [
  'article',
  'aside',
  'center',
  'div',
  'font',
  'footer',
  'header',
  'main',
  'nav',
  'picture',
  'section',
  'span',
];
const ATTRIBUTES = ['colspan', 'datetime', 'dir', 'lang', 'rowspan'];
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** A tag that begins, with what its quotes hold. */
const OPENING_TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
/** Attributes that a page's policy refuses: handlers and styles. */
const REFUSED = /([\s/"'])(?:on[a-z]+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)/gi;

/** What `Element.setHTML` (HTML Sanitizer API) is told; TypeScript's library does not describe it yet. */
interface SanitizingElement {
  setHTML(html: string, options: { sanitizer: unknown }): void;
}

const canSetHtml = (element: Element): element is Element & SanitizingElement => 'setHTML' in element;

export interface CleanOptions {
  /** What relative addresses resolve against; without it they lose their address. */
  readonly base?: string | undefined;
  /** Which pictures may be loaded. Without it none is. */
  readonly allowsImage?: ((url: string) => boolean) | undefined;
  /** Level that the highest heading of the text gets, 1 to 6. Without it headings keep theirs. */
  readonly headingLevel?: number | undefined;
}

/**
 * Puts foreign HTML into an element, cleaned: an allow-list of elements and attributes, no styles, no scripts, links only
 * to http, https, mailto and tel, pictures only where `allowsImage` lets them. The browser's own sanitizer does it where
 * there is one; DOMPurify is loaded where there is none. Both work in a document that loads nothing.
 */
export async function setCleanHtml(target: Element, html: string, options: CleanOptions = {}): Promise<void> {
  const workshop = document.implementation.createHTMLDocument('').createElement('div');
  const pictures = options.allowsImage ? await import('./article-pictures.ts') : undefined;
  const own = pictures?.ATTRIBUTES ?? [];
  const elements = pictures ? [...ELEMENTS, 'img'] : ELEMENTS;
  // The sanitizer takes these away, but browsers report each to the page's policy while they read it, and those who keep
  // watch over a strict policy would be alarmed by every styled paragraph of a feed.
  const quiet = html.replace(OPENING_TAG, (tag) => tag.replace(REFUSED, '$1'));
  if (canSetHtml(workshop)) {
    workshop.setHTML(quiet, {
      sanitizer: {
        elements: elements.map((name) =>
          name === 'a' ? { name, attributes: ['href'] } : name === 'img' ? { name, attributes: own } : { name },
        ),
        replaceWithChildrenElements: UNWRAPPED,
        attributes: ATTRIBUTES,
        comments: false,
        dataAttributes: false,
      },
    });
  } else {
    const { purify } = await import('./purify.ts');
    workshop.append(purify(quiet, elements, ['href', ...own, ...ATTRIBUTES]));
  }
  for (const link of workshop.querySelectorAll('a')) cleanLink(link, options.base);
  pictures?.cleanPictures(workshop, options.base, options.allowsImage);
  for (const header of workshop.querySelectorAll('th:empty')) renamed(header, 'td');
  if (options.headingLevel) shiftHeadings(workshop, options.headingLevel);
  target.replaceChildren(...workshop.childNodes);
}

function cleanLink(link: HTMLAnchorElement, base: string | undefined): void {
  const href = link.getAttribute('href') ?? '';
  // Without an address, as cleaned ones are, a link would resolve to the page of the source itself.
  const url = href.trim() && URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (!url || !SCHEMES.has(url.protocol)) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('href', url.href);
  link.setAttribute('rel', 'noopener noreferrer nofollow ugc');
}

/** The headings of a text go on below the one that it stands under, with the same steps between them. */
function shiftHeadings(root: Element, level: number): void {
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levelOf = ({ localName }: Element): number => Number(localName[1]);
  const by = level - Math.min(...headings.map(levelOf));
  if (by === 0) return;
  for (const heading of headings) {
    renamed(heading, `h${Math.min(6, levelOf(heading) + by)}`);
  }
}

/** The corner of a table heads nothing, and a heading below another one has another name. */
function renamed(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  for (const attribute of [...element.attributes]) other.setAttribute(attribute.name, attribute.value);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
