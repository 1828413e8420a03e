/**
 * One letter does something, as in mail and ticket systems: unless somebody is typing, which such scripts see by the
 * target of the key. From a shadow root the target is the widget.
 */
const done = document.querySelector('#done');
const act = (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) return;
  const does = {
    '/': 'Suche geöffnet',
    s: 'Seite gespeichert',
    '?': 'Hilfe geöffnet',
    Backspace: 'Eine Seite zurück',
    Enter: 'Markiertes geöffnet',
    ArrowRight: 'Weitergeblättert',
  };
  const did = does[key] ?? (/^\d$/.test(key) ? `Reiter ${key}` : undefined);
  if (!did) return;
  if (key === '/') event.preventDefault();
  done.append(Object.assign(document.createElement('li'), { textContent: `${event.type} ${key}: ${did}` }));
};
for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, act);
