/** Looks through shadow roots and slots, as a reader does. */

type Root = Document | ShadowRoot | Element;

/** All elements that match, in tree order, in whatever shadow root they stand. */
export function all<E extends HTMLElement = HTMLElement>(root: Root, selector: string): E[] {
  const found: E[] = [];
  const walk = (node: Root): void => {
    for (const child of node.children) {
      if (child.matches(selector)) found.push(child as E);
      if (child.shadowRoot) walk(child.shadowRoot);
      walk(child);
    }
  };
  if (root instanceof Element && root.shadowRoot) walk(root.shadowRoot);
  walk(root);
  return found;
}

/** The first that matches. */
export function one<E extends HTMLElement = HTMLElement>(root: Root, selector: string): E {
  const [first] = all<E>(root, selector);
  if (!first) throw new Error(`Nothing matches ${selector}`);
  return first;
}

/** How many elements a reader's browser has to carry for this one. */
export const weight = (root: Root): number => all(root, '*').length;

/** The element that has the focus, in whatever shadow root it stands. */
export function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active as HTMLElement | null;
}

/** Whether a reader sees the element. */
export const isShown = (element: Element): boolean =>
  element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false });

/** Children as they are composed: shadow trees in place of their hosts', slotted nodes in place of their slots. */
export function composedChildren(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  return [...((node as Element).shadowRoot ?? node).childNodes];
}

/** What stands on the page: the shown text, with single blanks. */
export function textOf(root: Node): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element && (!isShown(node) || /^(STYLE|SCRIPT|TEMPLATE)$/.test(node.tagName))) {
      if (!(node instanceof Element) || getComputedStyle(node).display !== 'contents') return '';
    }
    return ` ${composedChildren(node).map(read).join('')} `;
  };
  return read(root)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:)])/g, '$1')
    .trim();
}

/** A button, link or field by what it is called. */
export function byName<E extends HTMLElement = HTMLElement>(root: Root, name: string | RegExp, selector = '*'): E {
  const isCalled = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
  const controls = all<E>(root, 'button, a[href], input, select, summary').filter((element) =>
    element.matches(selector),
  );
  const found = controls.filter((element) => {
    const label = element.getAttribute('aria-label');
    return isCalled(label ?? (element.textContent ?? '').replace(/\s+/g, ' ').trim());
  });
  const shown = found.find(isShown) ?? found[0];
  if (!shown) throw new Error(`Nothing is called ${name}: ${controls.map((c) => c.textContent?.trim()).join(' | ')}`);
  return shown;
}
