import type { DoctorWords } from '../i18n/de/doctor.ts';
import type { Finding, FindingWords, Severity } from './finding.ts';
import { publicAddress } from './redact.ts';
import { BACKEND_TAG, PORT_OF, type OnPage, type Widget } from './widgets-on-page.ts';

/** Attributes that any element may have. */
const GLOBAL =
  /^(id|class|style|lang|dir|title|hidden|slot|part|exportparts|role|tabindex|inert|translate|popover|is|nonce|accesskey|draggable|spellcheck|item\w+|data-.*|aria-.*|on.*|xml.*)$/;
/** What an editor's fallback never is, but the rest of a page may well be. */
const SWALLOWED = 'main,header,footer,nav,form,script:not([type="application/ld+json"]),h1,h2';

const observedOf = (tag: string): readonly string[] | undefined =>
  (customElements.get(tag) as { readonly observedAttributes?: readonly string[] } | undefined)?.observedAttributes;

const widgetNames = (): string =>
  Object.keys(PORT_OF)
    .map((tag) => tag.slice(3))
    .join(', ');

/** What can be said of widgets by looking at them. */
export class WidgetCheck {
  readonly findings: Finding[] = [];
  readonly #words: DoctorWords;

  constructor(words: DoctorWords) {
    this.#words = words;
  }

  look({ widgets, backends, unknown, idle, frames }: OnPage): void {
    for (const widget of widgets) this.#lookAt(widget);
    for (const element of backends) this.#attributes(element, `<${BACKEND_TAG}>`);
    const { widget: words } = this.#words;
    for (const { localName } of unknown) {
      const known = [BACKEND_TAG, ...Object.keys(PORT_OF)].map((tag) => `<${tag}>`).join(', ');
      this.#add('unknown-tag', 'fault', `<${localName}>`, words.unknownTag(known));
    }
    for (const element of idle) this.#idle(element);
    for (const frame of frames) {
      const subject = `<iframe> ${publicAddress(frame.src)}`;
      this.#add('frame', 'ok', subject, words.frame(publicAddress(frame.src)));
      if (!frame.title.trim()) this.#add('frame-title', 'hint', subject, words.frameTitle, 'title="…"');
    }
  }

  #lookAt({ element, tag, number }: Widget): void {
    const { widget: words, widgetName } = this.#words;
    const subject = widgetName(tag, number);
    if (!customElements.get(tag)) this.#add('not-started', 'fault', subject, words.notStarted);
    if (element.querySelector(SWALLOWED)) this.#add('swallowed', 'fault', subject, words.swallowed, `</${tag}>`);
    this.#attributes(element, subject);
    this.#heading(element, subject);
  }

  #attributes(element: HTMLElement, subject: string): void {
    const known = observedOf(element.localName);
    if (!known) return;
    const mount = element.parentElement?.matches('[data-vr-mounted]') ? element.parentElement : undefined;
    const link = element.querySelector(':scope > a[data-vr-mounted]');
    const given = [
      ...[...element.attributes].map(({ name }) => name).filter((name) => !GLOBAL.test(name)),
      ...[mount, link].flatMap((from) => [...(from?.attributes ?? [])].flatMap(({ name }) => ownName(name))),
    ];
    for (const name of new Set(given)) {
      if (known.includes(name)) continue;
      const bare = name.replaceAll('-', '');
      const meant = known.find((each) => each.replaceAll('-', '') === bare || isOneLetterOff(each, name));
      this.#add('unknown-attribute', 'hint', subject, this.#words.widget.attribute(name, meant), meant);
    }
  }

  #heading(element: HTMLElement, subject: string): void {
    const level = Number((element as { readonly headingLevel?: number }).headingLevel ?? 2);
    let before: Element | undefined;
    for (const heading of element.ownerDocument.querySelectorAll('h1,h2,h3,h4,h5,h6,[role=heading]')) {
      if (!(heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      before = heading;
    }
    if (!before || before.contains(element)) return;
    const above = Number(before.getAttribute('aria-level') ?? /^H(\d)$/.exec(before.tagName)?.[1] ?? 2);
    if (level <= above + 1) return;
    const line = `heading-level="${above + 1}"`;
    this.#add('heading-jump', 'hint', subject, this.#words.widget.heading(level, above), line);
  }

  #idle(element: HTMLElement): void {
    const { widget: words } = this.#words;
    const name = element.getAttribute('data-vr-widget');
    const subject = `<${element.localName} class="${element.classList.contains('vr-mount') ? 'vr-mount' : 'vr-embed'}">`;
    if (name === null)
      if (element.matches('.vr-mount')) this.#add('mount-unnamed', 'fault', subject, words.unnamedMount);
      else this.#add('link-unknown', 'fault', subject, words.linkUnknown);
    else if (!Object.hasOwn(PORT_OF, `vr-${name.replace(/^vr-/, '')}`))
      this.#add('mount-unknown', 'fault', subject, words.unknownMount(name, widgetNames()));
    else this.#add('not-started', 'fault', subject, words.notStarted);
  }

  #add(code: string, severity: Severity, subject: string, told: FindingWords, copy?: string): void {
    this.findings.push({ code, severity, subject, ...told, ...(copy && { copy }) });
  }
}

/** Name of the attribute that a mount or a link hands on. */
function ownName(name: string): readonly string[] {
  const [, own] = /^data-vr-(.+)$/.exec(name) ?? [];
  return own && own !== 'widget' && own !== 'mounted' && !GLOBAL.test(own) ? [own] : [];
}

/** One letter missed, added, mistaken, or swapped with its neighbour. */
function isOneLetterOff(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [one, other] = [a.slice(at), b.slice(at)];
  return (
    one.slice(1) === other.slice(1) ||
    one === other.slice(1) ||
    one.slice(1) === other ||
    (one.slice(2) === other.slice(2) && one[0] === other[1] && one[1] === other[0])
  );
}
