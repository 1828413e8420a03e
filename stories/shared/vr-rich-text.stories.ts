import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '../../src/elements/shared/vr-rich-text.define.ts';
import { untrustedHtml } from '../../src/model/common.ts';
import { findAll, reads } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';

interface Args {
  content: string;
  base: string;
}

const meta: Meta<Args> = {
  title: 'Shared/vr-rich-text',
  component: 'vr-rich-text',
  args: {
    content:
      '<h3>Ablauf</h3><p>Ein <strong>wichtiger</strong> Text mit <a href="/mehr">Verweis</a>.</p><ul><li>eins</li><li>zwei</li></ul>',
    base: 'https://musterstadt.example/kalender/',
  },
  // Levels of headings in a text of others are theirs.
  parameters: { a11y: { options: { rules: { 'heading-order': { enabled: false } } } } },
  render: ({ content, base }) =>
    framed(html`<vr-rich-text .content=${untrustedHtml(content)} .base=${base}></vr-rich-text>`),
};
export default meta;

type Story = StoryObj<Args>;

export const Html: Story = {
  play: async ({ canvasElement }) => reads(canvasElement, 'wichtiger'),
};
export const PlainText: Story = {
  args: { content: 'Erster Absatz,\nzweite Zeile.\n\nMehr: https://musterstadt.example/kalender.' },
};
export const Hostile: Story = {
  args: {
    content:
      '<p>Was bleibt</p><script>document.title = "weg"</script><img src="x" onerror="document.title = \'weg\'"><iframe src="https://boese.example"></iframe><a href="javascript:alert(1)">ohne Ziel</a>',
  },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Was bleibt');
    await expect(findAll(canvasElement, 'script, img, iframe, a[href]').length).toBe(0);
  },
};
export const Table: Story = {
  args: { content: '<table><tr><th>Zeit</th><th>Raum</th></tr><tr><td>10 Uhr</td><td>Saal</td></tr></table>' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Saal'),
};
export const LongWords: Story = {
  args: {
    content:
      '<p>Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung https://musterstadt.example/ein/sehr/langer/pfad/ohne/jede/gelegenheit/umzubrechen</p>',
  },
  globals: { width: '280' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Grundstück'),
};
export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Ablauf'),
};
export const RightToLeft: Story = {
  globals: { dir: 'rtl' },
  play: async ({ canvasElement }) => reads(canvasElement, 'Ablauf'),
};
