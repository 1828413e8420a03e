import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../../src/elements/peer-profile/peer-import/vr-peer-import.define.ts';
import type { PeersPort } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import { find, findAll, reads } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';
import { failing, KALLE, manyRows, never, profileBackend, refusing, ROSA } from './sample-profiles.ts';

interface Args {
  peers: Partial<PeersPort>;
  me: Me;
}

const meta: Meta<Args> = {
  title: 'Peers/vr-peer-import',
  component: 'vr-peer-import',
  args: { peers: {}, me: KALLE },
  render: ({ peers, me }) =>
    framed(html`<vr-peer-import .port=${profileBackend({ peers }).peers} .me=${me}></vr-peer-import>`),
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

async function press(root: HTMLElement, name: string): Promise<void> {
  await reads(root, name);
  const button = findAll<HTMLButtonElement>(root, 'button').find((each) => each.textContent?.trim() === name);
  await expect(button, name).toBeTruthy();
  await userEvent.click(button!);
}

/** Chooses a file and goes as far as some buttons lead. */
const withFile =
  (buttons: readonly string[], text: string): Play =>
  async ({ canvasElement }) => {
    const part = await find(canvasElement, 'vr-peer-import');
    const choose = await find(part.shadowRoot!, 'label.choose');
    await userEvent.upload(choose.querySelector('input')!, new File(['Name;Mail\n'], 'amt.csv', { type: 'text/csv' }));
    for (const name of buttons) await press(canvasElement, name);
    await reads(canvasElement, text);
  };
const looked = (text: string): Play => withFile(['Vorschau ansehen'], text);

export const Start: Story = {
  play: ({ canvasElement }) => reads(canvasElement, 'CSV, vCard (.vcf) oder jCard (.json)'),
};
export const Chosen: Story = { play: withFile([], 'amt.csv') };
export const Reading: Story = {
  args: { peers: { previewImport: never } },
  play: looked('Die Datei wird gelesen. Eingetragen wird noch nichts.'),
};
export const Preview: Story = { play: looked('Name fehlt') };
export const TenThousand: Story = {
  args: { peers: { previewImport: () => Promise.resolve(manyRows(10_000)) } },
  play: looked('1 bis 50 von 10.000'),
};
export const NothingNew: Story = {
  args: { peers: { previewImport: () => Promise.resolve(manyRows(0)) } },
  play: looked('In dieser Datei ist nichts, was neu einzutragen oder zu ändern wäre.'),
};
export const Workbook: Story = {
  args: { peers: { previewImport: refusing({ field: 'file', code: 'spreadsheet' }) } },
  play: looked('Das ist eine Arbeitsmappe.'),
};
export const Offline: Story = {
  args: { peers: { previewImport: failing('offline') } },
  play: looked('Ihr Gerät ist gerade nicht mit dem Netz verbunden.'),
};
export const Done: Story = { play: withFile(['Vorschau ansehen', '3 Personen eintragen'], '1 Person geändert') };
export const NobodyElse: Story = {
  args: { me: ROSA },
  play: ({ canvasElement }) => reads(canvasElement, 'Menschen einer Organisation tragen'),
};
export const Dark: Story = { globals: { theme: 'dark' }, play: looked('Name fehlt') };
export const English: Story = {
  globals: { lang: 'en' },
  play: withFile(['See the preview'], 'Preview: nothing is entered yet'),
};
