import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../../src/elements/peer-profile/peer-photo/vr-peer-photo.define.ts';
import type { PeersPort } from '../../src/backend/ports.ts';
import type { PeerProfile } from '../../src/model/peer-profile.ts';
import { find, findAll, reads } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';
import { failing, FULL, never, PORTRAIT, profileBackend, refusing } from './sample-profiles.ts';

interface Args {
  peers: Partial<PeersPort>;
  profile: PeerProfile;
}

const meta: Meta<Args> = {
  title: 'Peers/vr-peer-photo',
  component: 'vr-peer-photo',
  args: { peers: {}, profile: FULL },
  render: ({ peers, profile }) =>
    framed(html`<vr-peer-photo .port=${profileBackend({ peers }).peers} .profile=${profile}></vr-peer-photo>`),
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

/** A drawing as a file. */
async function drawing(): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 900;
  canvas.height = 600;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#7a9';
  context.fillRect(0, 0, 900, 600);
  context.fillStyle = '#246';
  context.fillRect(350, 150, 200, 450);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], 'ich.png', { type: 'image/png' });
}

async function choose(root: HTMLElement, file: File): Promise<void> {
  const part = await find(root, 'vr-peer-photo');
  const label = await find(part.shadowRoot!, 'label.choose');
  await userEvent.upload(label.querySelector('input')!, file);
}

const cropped =
  (text: string, save = false): Play =>
  async ({ canvasElement }) => {
    await choose(canvasElement, await drawing());
    await find(canvasElement, '.square');
    const button = findAll<HTMLButtonElement>(canvasElement, 'button.primary')[0];
    await expect(button).toBeTruthy();
    if (save) await userEvent.click(button!);
    await reads(canvasElement, text);
  };

export const Initials: Story = { play: ({ canvasElement }) => reads(canvasElement, 'Bild wählen') };
export const Portrait: Story = {
  args: { profile: { ...FULL, photo: { url: PORTRAIT, alt: 'Rosa am Schalter' } } },
  play: ({ canvasElement }) => reads(canvasElement, 'Bild entfernen'),
};
export const Cropping: Story = { play: cropped('Pfeiltasten verschieben') };
export const Sending: Story = {
  args: {
    peers: {
      setPhoto(_photo, options) {
        options?.onProgress?.(0.42);
        return never();
      },
    },
  },
  play: cropped('42 % hochgeladen', true),
};
export const TooManyPixels: Story = {
  args: { peers: { setPhoto: refusing({ field: 'file', code: 'out-of-range', limit: 60_000_000 }) } },
  play: cropped('höchstens 60 Megapixel', true),
};
export const Offline: Story = {
  args: { peers: { setPhoto: failing('offline') } },
  play: cropped('nicht mit dem Netz verbunden', true),
};
export const NoPicture: Story = {
  play: async ({ canvasElement }) => {
    await choose(
      canvasElement,
      new File(['%PDF-1.7 kein Bild, sondern ein Dokument'], 'ich.png', { type: 'image/png' }),
    );
    await reads(canvasElement, 'Diese Datei ist kein Bild');
  },
};
export const Dark: Story = { globals: { theme: 'dark' }, play: cropped('Pfeiltasten verschieben') };
export const English: Story = { globals: { lang: 'en' }, play: cropped('arrow keys move it') };
