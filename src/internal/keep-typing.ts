/** Keys that are meant for the page also while somebody is typing. */
const FOR_THE_PAGE = /^(Tab|Escape|F\d+|Shift|Control|Alt|AltGraph|Meta)$/;

/**
 * Keeps what is typed into a widget from the scripts of the page around it. Pages have shortcuts of one letter, forms that
 * Enter sends, and a mark for what was changed; they leave fields alone by looking at the target of the event, but from
 * outside that is the widget itself. Chords with Ctrl, Alt or Meta, Tab and Escape go on to the page.
 */
export function keepTyping(root: EventTarget): void {
  for (const type of ['keydown', 'keypress', 'keyup', 'input']) root.addEventListener(type, keep);
}

function keep(event: Event): void {
  const [target] = event.composedPath() as readonly Partial<Element>[];
  const isField = /^(input|textarea|select)$/.test(target?.localName ?? '');
  // By the field and not by the class of the event: in a frame that has adopted the widget the classes are others.
  if ('key' in event ? isKept(event as KeyboardEvent, isField) : isField) event.stopPropagation();
}

/** Enter and the space bar press what has the focus, and that is in the widget: nothing else is to be pressed by them. */
function isKept(event: KeyboardEvent, isField: boolean): boolean {
  const { key, ctrlKey, altKey, metaKey } = event;
  if ((ctrlKey || altKey || metaKey) && !event.getModifierState('AltGraph')) return false;
  return key === 'Enter' || key === ' ' || (isField && !FOR_THE_PAGE.test(key));
}
