import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/elements/peer-profile/vr-peer-profile.define.ts';
import type { Backend } from '../../src/backend/ports.ts';
import { find, findAll, reads, stopClock } from '../support/settle.ts';
import {
  BROUGHT,
  EMPTY,
  ENDING,
  EXPIRED,
  failing,
  FULL,
  HIDDEN,
  KALLE,
  LISTED,
  never,
  NOW,
  profileBackend,
  STRANGER,
} from './sample-profiles.ts';

interface Args {
  backend: Backend | undefined;
  storage: string;
  surface: '' | 'card';
  headingLevel: number;
  width: string;
}

const meta: Meta<Args> = {
  title: 'Peers/vr-peer-profile',
  component: 'vr-peer-profile',
  tags: ['autodocs'],
  args: { backend: profileBackend({ profile: FULL }), storage: '', surface: '', headingLevel: 2, width: 'auto' },
  argTypes: {
    storage: { control: 'inline-radio', options: ['', 'session', 'local'] },
    surface: { control: 'inline-radio', options: ['', 'card'] },
    backend: { control: false },
  },
  beforeEach: () => stopClock(NOW),
  render: ({ backend, storage, surface, headingLevel, width }) =>
    html`<div .style=${`max-inline-size: ${width}`}>
      <vr-peer-profile
        loading="eager"
        storage=${storage || nothing}
        surface=${surface || nothing}
        heading-level=${headingLevel}
        .backend=${backend}
      >
        <p><a href="https://lindenhafen.example/eintrag">Meinen Eintrag bearbeiten</a></p>
      </vr-peer-profile>
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const shows =
  (...texts: readonly string[]): Play =>
  async ({ canvasElement }) => {
    for (const text of texts) await reads(canvasElement, text);
  };

/** Presses a button by its name, as soon as it is there. */
async function press(root: HTMLElement, name: string): Promise<void> {
  await reads(root, name);
  const button = findAll<HTMLButtonElement>(root, 'button').find((each) => each.textContent?.trim().startsWith(name));
  await userEvent.click(button!);
}

async function open(root: HTMLElement, part: string): Promise<void> {
  await userEvent.click(await find(root, `details[data-part=${part}] summary`));
}

export const Draft: Story = { play: shows('Entwurf: Nur Sie sehen diesen Eintrag.', 'Vorschau') };
export const FirstVisit: Story = {
  args: { backend: profileBackend({ profile: EMPTY }) },
  play: shows('Entwurf: Nur Sie sehen diesen Eintrag.'),
};
export const Listed: Story = {
  args: { backend: profileBackend({ profile: LISTED }) },
  play: shows('Im Verzeichnis seit 10. Januar 2026, bis 10. Januar 2027.'),
};
export const Ending: Story = {
  args: { backend: profileBackend({ profile: ENDING }) },
  play: shows('Nur noch bis 1. April 2026 im Verzeichnis.', 'Der Text hat sich seitdem geändert.'),
};
export const Hidden: Story = {
  args: { backend: profileBackend({ profile: HIDDEN }) },
  play: shows('Aus dem Verzeichnis genommen'),
};
export const Expired: Story = {
  args: { backend: profileBackend({ profile: EXPIRED }) },
  play: shows('Abgelaufen am 1. März 2026'),
};
export const BroughtIn: Story = {
  args: { backend: profileBackend({ profile: BROUGHT }) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Für immer ablehnen');
    await reads(canvasElement, 'Ja, für immer ablehnen');
  },
};
export const Refused: Story = {
  args: { backend: profileBackend({ profile: BROUGHT }) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Für immer ablehnen');
    await press(canvasElement, 'Ja, für immer ablehnen');
    await reads(canvasElement, 'Ihr Eintrag ist gelöscht und kommt nicht wieder');
  },
};
export const SignedOut: Story = {
  args: { backend: profileBackend({ me: STRANGER }) },
  play: shows('Einloggen'),
};
export const Loading: Story = { args: { backend: profileBackend({ peers: { profile: never } }) } };
export const Failed: Story = {
  args: { backend: profileBackend({ peers: { profile: failing('timeout') } }) },
  play: shows('Die Quelle antwortet gerade nicht.'),
};
export const NotSaved: Story = {
  args: { backend: profileBackend({ profile: FULL, peers: { saveProfile: failing('offline') } }) },
  play: async ({ canvasElement }) => {
    await userEvent.type(await find(canvasElement, '#in-headline'), '!');
    await press(canvasElement, 'Speichern');
    await reads(canvasElement, 'Ihr Text bleibt hier stehen.');
  },
};
const other = profileBackend({ profile: FULL });
export const TwoVersions: Story = {
  args: { backend: other },
  play: async ({ canvasElement }) => {
    await userEvent.type(await find(canvasElement, '#in-headline'), ' (neu)');
    other.elsewhere({ headline: 'Vom anderen Gerät', function: 'Teamleitung' });
    await press(canvasElement, 'Speichern');
    await reads(canvasElement, 'Vom anderen Gerät');
  },
};
export const ForThePublic: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, 'input[name=audience][value=public]'));
    await reads(canvasElement, 'Wer kein Konto im Netzwerk hat, sieht Ihren Eintrag nicht.');
  },
};
export const MyData: Story = {
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'vr-form');
    await open(canvasElement, 'data');
    await press(canvasElement, 'Alles über mich löschen');
    await reads(canvasElement, '12 Unterstützungen von Ideen');
  },
};
export const Erased: Story = {
  args: { backend: profileBackend({ profile: FULL }) },
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'vr-form');
    await open(canvasElement, 'data');
    await press(canvasElement, 'Alles über mich löschen');
    await press(canvasElement, 'Ja, alles endgültig löschen');
    await reads(canvasElement, 'Alles über Sie ist gelöscht');
  },
};
export const Import: Story = {
  args: { backend: profileBackend({ me: KALLE, profile: { ...FULL, can: [...FULL.can, 'import'] } }) },
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'vr-form');
    await open(canvasElement, 'import');
    const part = await find(canvasElement, 'vr-peer-import');
    const choose = await find<HTMLLabelElement>(part.shadowRoot!, 'label.choose');
    await userEvent.upload(choose.querySelector('input')!, new File(['Name;Mail\n'], 'amt.csv', { type: 'text/csv' }));
    await press(canvasElement, 'Vorschau ansehen');
    await reads(canvasElement, '2 Personen neu');
  },
};
export const Waiting: Story = { args: { backend: undefined }, play: shows('Meinen Eintrag bearbeiten') };
export const Unsupported: Story = {
  args: { backend: profileBackend({ peers: { profile: undefined } }) },
  play: shows('Diese Quelle kennt keine eigenen Einträge.'),
};
export const English: Story = { globals: { lang: 'en' }, play: shows('Draft: only you see this entry.') };
export const Dark: Story = { globals: { theme: 'dark' }, play: shows('Vorschau') };
export const HighContrast: Story = { globals: { theme: 'contrast' }, play: shows('Vorschau') };
export const Narrow: Story = { args: { width: '320px' }, play: shows('Vorschau') };
export const RightToLeft: Story = { globals: { dir: 'rtl' }, play: shows('Vorschau') };
