import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/elements/shared/vr-filter-bar.define.ts';
import type { FilterField } from '../../src/elements/shared/vr-filter-bar.ts';
import { de } from '../../src/i18n/de/words.ts';
import { en } from '../../src/i18n/en/words.ts';
import { find } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';

interface Args {
  fields: readonly FilterField[];
  q: string;
}

const fieldsWith = (kind: string): readonly FilterField[] => [
  {
    name: 'kind',
    label: 'Art',
    value: kind,
    options: [
      { value: 'meetup', label: 'Meetup', count: 5 },
      { value: 'workshop', label: 'Workshop', count: 2 },
    ],
  },
  {
    name: 'org',
    label: 'Verwaltung',
    value: '',
    options: [
      { value: 'a', label: 'Zweckverband Abwasserbeseitigungskoordinierungsgemeinschaft Beispielland', count: 1 },
      { value: 'b', label: 'Stadt Musterstadt', count: 6 },
    ],
  },
];

const meta: Meta<Args> = {
  title: 'Shared/vr-filter-bar',
  component: 'vr-filter-bar',
  args: { fields: fieldsWith(''), q: '' },
  argTypes: { fields: { control: false } },
  render: ({ fields, q }, { globals }) =>
    framed(
      html`<vr-filter-bar .fields=${fields} .q=${q} .words=${globals['lang'] === 'en' ? en : de}></vr-filter-bar>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

export const Unused: Story = {};
export const InUse: Story = { args: { fields: fieldsWith('workshop'), q: 'Übung' } };
export const SearchAlone: Story = { args: { fields: [] } };
export const Narrow: Story = { globals: { width: '280' } };
export const NarrowUnfolded: Story = {
  args: { fields: fieldsWith('workshop') },
  globals: { width: '280' },
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, 'button.fold'));
    await find(canvasElement, 'select');
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { dir: 'rtl' } };
export const English: Story = { globals: { lang: 'en' } };
