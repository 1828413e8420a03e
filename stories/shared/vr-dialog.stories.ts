import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/elements/shared/vr-dialog.define.ts';
import type { VrDialog } from '../../src/elements/shared/vr-dialog.ts';
import { find, findAll } from '../support/settle.ts';

interface Args {
  label: string;
  paragraphs: number;
}

const meta: Meta<Args> = {
  title: 'Shared/vr-dialog',
  component: 'vr-dialog',
  args: { label: 'Werkstatt: Bescheide, die man versteht', paragraphs: 1 },
  render: ({ label, paragraphs }) =>
    html`<button
        type="button"
        @click=${(event: Event) => {
          const dialog = (event.currentTarget as Element).nextElementSibling as VrDialog;
          dialog.open = true;
        }}
      >
        Öffnen
      </button>
      <vr-dialog .label=${label}>
        <h2>${label}</h2>
        ${[...'x'.repeat(paragraphs)].map(() => html`<p>Wir schreiben zwei Bescheide gemeinsam um.</p>`)}
        <p><a href="https://musterstadt.example">Mehr dazu</a></p>
      </vr-dialog>`,
};
export default meta;

type Story = StoryObj<Args>;

const opens: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await userEvent.click(await find(canvasElement, 'button'));
  await find(canvasElement, 'dialog[open]');
};

export const Closed: Story = {};
export const Open: Story = { play: opens };
export const OpenAndLong: Story = { args: { paragraphs: 60 }, play: opens };
export const OpenInTheDark: Story = { globals: { theme: 'dark' }, play: opens };
export const OpenRightToLeft: Story = { globals: { dir: 'rtl' }, play: opens };
export const ClosesAndReturnsTheFocus: Story = {
  play: async (context) => {
    await opens(context);
    const { canvasElement } = context;
    const close = findAll(canvasElement, 'button.close')[0]!;
    await userEvent.click(close);
    await waitFor(async () => {
      await expect(findAll(canvasElement, 'dialog[open]').length).toBe(0);
      await expect(document.activeElement).toBe(canvasElement.querySelector('button'));
    });
  },
};
