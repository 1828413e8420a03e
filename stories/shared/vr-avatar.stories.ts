import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/shared/vr-avatar.define.ts';
import { framed } from '../support/story-frame.ts';

const NAMES = [
  'Mara Kestner',
  'Jonas von Ried',
  'Emine Öztürk-Brandt',
  'أمل السيد',
  'דוד כהן',
  '王小明',
  'Bo',
  'A',
  'Karl von und zu Lindenhafen',
  'Dr. Henrik de Vries',
  '',
];

/** A square with a face of two circles, as an uploaded portrait. */
const PORTRAIT =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"%3E%3Crect width="96" height="96" fill="%23cfe3ea"/%3E%3Ccircle cx="48" cy="38" r="18" fill="%23456"/%3E%3Ccircle cx="48" cy="96" r="36" fill="%23456"/%3E%3C/svg%3E';

interface Args {
  size: 'small' | 'medium' | 'large';
  photo: string;
}

const meta: Meta<Args> = {
  title: 'Shared/vr-avatar',
  component: 'vr-avatar',
  args: { size: 'medium', photo: '' },
  render: ({ size, photo }) =>
    framed(html`
      <ul>
        ${NAMES.map(
          (name) =>
            html`<li>
              <vr-avatar size=${size} .name=${name} .photo=${photo || undefined}></vr-avatar>
              <bdi>${name || 'ohne Namen'}</bdi>
            </li>`,
        )}
      </ul>
    `),
};
export default meta;

type Story = StoryObj<Args>;

export const Initials: Story = {};
export const Large: Story = { args: { size: 'large' } };
export const Portrait: Story = { args: { photo: PORTRAIT } };
export const PortraitThatDoesNotArrive: Story = { args: { photo: 'data:image/png;base64,AAAA' } };
