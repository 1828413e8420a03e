import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

/** Where the preview's toolbar and the smoke test put a story: language, direction, width and theme of the page around it. */
export const onStage: Decorator = (story, { globals }) => {
  const { theme, lang, dir, width } = globals as Record<'theme' | 'lang' | 'dir' | 'width', string>;
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  document.documentElement.dataset['theme'] = theme;
  // The story is rendered in this task; its widgets are there when the microtask runs.
  if (theme === 'contrast') {
    queueMicrotask(() => {
      for (const element of document.querySelectorAll('[data-stage] *')) {
        if (element.localName.startsWith('vr-')) element.setAttribute('theme', 'contrast');
      }
    });
  }
  return html`<div data-stage style=${styleMap({ inlineSize: width ? `${width}px` : 'auto' })}>${story()}</div>`;
};
