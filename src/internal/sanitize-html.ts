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
const UNWRAPPED = ['article', 'aside', 'center', 'div', 'font', 'footer', 'header', 'main', 'nav', 'section', 'span'];
const ATTRIBUTES = ['colspan', 'datetime', 'dir', 'lang', 'rowspan'];
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** `Element.setHTML` (HTML Sanitizer API), which TypeScript's library does not describe yet. */
interface SanitizingElement {
  setHTML(html: string, options: { sanitizer: unknown }): void;
}

const canSetHtml = (element: Element): element is Element & SanitizingElement => 'setHTML' in element;

/**
 * Puts foreign HTML into an element, cleaned: an allow-list of elements and attributes, no images, no styles, no scripts,
 * links only to http, https, mailto and tel. Relative links resolve against `base`, else they lose their address.
 * The browser's own sanitizer does it where there is one; DOMPurify is loaded where there is none.
 */
export async function setCleanHtml(target: Element, html: string, base?: string): Promise<void> {
  const workshop = document.implementation.createHTMLDocument('').createElement('div');
  if (canSetHtml(workshop)) {
    workshop.setHTML(html, {
      sanitizer: {
        elements: ELEMENTS.map((name) => (name === 'a' ? { name, attributes: ['href'] } : { name })),
        replaceWithChildrenElements: UNWRAPPED,
        attributes: ATTRIBUTES,
        comments: false,
        dataAttributes: false,
      },
    });
  } else {
    const { purify } = await import('./purify.ts');
    workshop.append(purify(html, ELEMENTS, ['href', ...ATTRIBUTES]));
  }
  for (const link of workshop.querySelectorAll('a')) cleanLink(link, base);
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
