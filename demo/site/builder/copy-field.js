/** A text to take along: a field that can only be read, and a button that copies it on every page, http intranets too. */
import { element, newId } from './dom.js';

/** @param {HTMLTextAreaElement} area @returns {Promise<boolean>} whether the text is in the clipboard */
async function copy(area) {
  if (isSecureContext) {
    try {
      await navigator.clipboard.writeText(area.value);
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
  // Without a secure context there is no clipboard; the old command copies what a field has selected.
  area.select();
  return document.execCommand('copy');
}

/** Lines that a text takes in a field about 70 characters wide, where the browser cannot measure them itself. */
const rowsOf = (text) => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 64)), 0);

/**
 * @param {{ title: string, level?: number, help?: string, button?: string, isCode?: boolean }} words
 * @returns {{ root: HTMLElement, show(text: string, words?: { title?: string, help?: string }): void }}
 */
export function copyField({ title, level = 3, help = '', button: label = 'Kopieren', isCode = true }) {
  const id = newId('text');
  const heading = element(`h${level}`, { id: `${id}-title`, textContent: title });
  const hint = element('p', { className: 'copy-help', id: `${id}-help`, textContent: help });
  const area = element('textarea', {
    id,
    readOnly: true,
    spellcheck: false,
    className: isCode ? 'copy-text code' : 'copy-text',
    aria: { labelledby: `${id}-title`, describedby: `${id}-help` },
  });
  const button = element('button', {
    type: 'button',
    textContent: label,
    aria: { label: `${title}: ${label}` },
  });
  const done = element('span', { className: 'copy-done', aria: { role: 'status' } });
  button.addEventListener('click', async () => {
    if (await copy(area)) {
      button.focus();
      done.textContent = 'Kopiert.';
    } else {
      area.focus();
      area.select();
      done.textContent = 'Der Text ist markiert. Kopieren Sie ihn mit Strg+C.';
    }
  });
  return {
    root: element(
      'section',
      { className: 'copy', aria: { labelledby: `${id}-title` } },
      heading,
      hint,
      area,
      element('p', { className: 'copy-actions' }, button, done),
    ),
    show(text, words = {}) {
      if (words.title !== undefined) {
        heading.textContent = words.title;
        button.setAttribute('aria-label', `${words.title}: ${label}`);
      }
      if (words.help !== undefined) hint.textContent = words.help;
      hint.hidden = hint.textContent === '';
      if (area.value === text) return;
      area.value = text;
      area.rows = Math.min(rowsOf(text), 24);
      done.textContent = '';
    },
  };
}
