import { composedChildren, isShown } from './deep.ts';

/**
 * A copy of a part of the page as it is composed, without shadow roots: for readers that do not look into them. What is
 * hidden from everybody is left out; ids stay apart.
 */
export function flatten(root: Element): HTMLElement {
  let copies = 0;
  const copy = (node: Node): Node[] => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    if (!(node instanceof Element)) return [];
    const contents = composedChildren(node).flatMap(copy);
    const transparent = node instanceof HTMLSlotElement || getComputedStyle(node).display === 'contents';
    if (transparent) return contents;
    if (!isShown(node) || /^(style|script|template)$/i.test(node.tagName)) return [];
    // Our own tags mean nothing by themselves; as they are, they would start working in the copy.
    const name = node.localName.includes('-') ? 'div' : node.localName;
    const twin = document.createElementNS(node.namespaceURI, name);
    for (const { name: attribute, value } of [...node.attributes]) {
      if (!/^(id|for|autofocus|aria-controls)$/.test(attribute)) twin.setAttribute(attribute, value);
    }
    if (node instanceof HTMLInputElement) {
      const label = node.labels?.[0]?.textContent?.replace(/\s+/g, ' ').trim();
      if (label) twin.setAttribute('aria-label', label);
      twin.setAttribute('data-copy', String(copies++));
    }
    twin.append(...contents);
    return [twin];
  };
  const box = document.createElement('div');
  box.append(...copy(root));
  return box;
}
