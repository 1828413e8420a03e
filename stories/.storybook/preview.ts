import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../../custom-elements.json';
import { onStage } from './stage.ts';
import './preview.css';

setCustomElementsManifest(manifest);

const option = (value: string, title: string): { value: string; title: string } => ({ value, title });

const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [option('light', 'Light'), option('dark', 'Dark'), option('contrast', 'High contrast')],
      },
    },
    lang: {
      description: 'Language',
      toolbar: { icon: 'globe', dynamicTitle: true, items: [option('de', 'Deutsch'), option('en', 'English')] },
    },
    dir: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [option('ltr', 'Left to right'), option('rtl', 'Right to left')],
      },
    },
    width: {
      description: 'Width of the column',
      toolbar: {
        icon: 'ruler',
        dynamicTitle: true,
        items: [
          option('', 'As wide as the page'),
          ...['280', '320', '480', '768', '1024'].map((px) => option(px, `${px} px`)),
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', lang: 'de', dir: 'ltr', width: '' },
  decorators: [onStage],
  loaders: [mswLoader()],
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disable: true },
    // A fault fails the story in the panel and in the smoke test alike.
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // A story is a piece of a page: landmarks and the one main heading belong to the page around it.
        rules: {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          'landmark-one-main': { enabled: false },
        },
      },
    },
    controls: { expanded: true },
    options: { storySort: { method: 'alphabetical' } },
  },
};

export default preview;
