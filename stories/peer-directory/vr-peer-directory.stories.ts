import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/elements/peer-directory/vr-peer-directory.define.ts';
import type { Backend } from '../../src/backend/ports.ts';
import { find, reads, stopClock } from '../support/settle.ts';
import { accountOf, failing, failingLater, networkOf, peersOf, silent } from './sample-backend.ts';
import { manyPeers, NOW, publicPeers, SAMPLE_PEERS } from './sample-peers.ts';

interface Args {
  view: 'cards' | 'list';
  q: string;
  org: string;
  lang: string;
  theme: '' | 'light' | 'dark' | 'contrast';
  surface: '' | 'card';
  backend: Backend | undefined;
  width: string;
}

const member = (): Backend => ({ ...networkOf(SAMPLE_PEERS), account: accountOf('member') });
const stranger = (): Backend => ({ ...networkOf(publicPeers()), account: accountOf(undefined) });

const meta: Meta<Args> = {
  title: 'Peers/vr-peer-directory',
  component: 'vr-peer-directory',
  tags: ['autodocs'],
  args: { view: 'cards', q: '', org: '', lang: 'de', theme: '', surface: '', backend: member(), width: 'auto' },
  argTypes: { view: { control: 'inline-radio', options: ['cards', 'list'] }, backend: { control: false } },
  beforeEach: () => stopClock(NOW),
  render: ({ view, q, org, lang, theme, surface, backend, width }) =>
    html`<div .style=${`max-inline-size: ${width}`} lang=${lang}>
      <vr-peer-directory
        loading="eager"
        view=${view}
        q=${q || nothing}
        org=${org || nothing}
        theme=${theme || nothing}
        surface=${surface || nothing}
        profile-url="https://lindenhafen.example/mein-eintrag"
        idea-url="https://lindenhafen.example/ideen"
        event-url="https://lindenhafen.example/termine"
        .backend=${backend}
        ><a href="https://lindenhafen.example/menschen">Zu den Menschen im Netzwerk</a></vr-peer-directory
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

const shows =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    reads(canvasElement, text);

/** Opens a person and waits for a word of their page. */
const opens =
  (id: string, text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, `[data-open=${id}]`));
    await reads(canvasElement, text);
  };

export const Cards: Story = { play: shows('Mara Kestner') };
export const List: Story = { args: { view: 'list' }, play: shows('Mara Kestner') };
export const Narrow: Story = { args: { width: '320px' }, play: shows('Mara Kestner') };
export const ListNarrow: Story = { args: { view: 'list', width: '320px' }, play: shows('Mara Kestner') };
export const Dark: Story = { args: { theme: 'dark', surface: 'card' }, play: shows('Mara Kestner') };
export const Contrast: Story = { args: { theme: 'contrast' }, play: shows('Mara Kestner') };
export const English: Story = { args: { lang: 'en' }, play: shows('A match for you') };
export const WordsFound: Story = { args: { q: 'Buergerbeteiligung' }, play: shows('2 Personen gefunden') };
export const OneOrganisation: Story = { args: { org: 'auental' }, play: shows('2 Personen') };
export const Person: Story = { play: opens('mara', 'Sitzungsvorlagen auf zwei Seiten') };
export const PersonNarrow: Story = {
  args: { width: '320px' },
  play: opens('mara', 'Sitzungsvorlagen auf zwei Seiten'),
};
export const PersonWithLittle: Story = { play: opens('bo', 'Bo zeigt Ihnen hier nur Name und Verwaltung.') };
export const PersonAway: Story = { play: opens('emine', 'Emine Öztürk-Brandt beantwortet bis') };
export const PersonFromRightToLeft: Story = { play: opens('amal', 'Die Antwort steht noch aus') };
export const OwnEntry: Story = { play: opens('ayla', 'So sehen andere aus dem Netzwerk Sie.') };

export const Stranger: Story = { args: { backend: stranger() }, play: shows('Sie sehen nur öffentliche Einträge') };
export const PersonForStrangers: Story = {
  args: { backend: stranger() },
  play: opens('mara', 'Wer eingeloggt ist, kann'),
};
export const NotForStrangers: Story = {
  args: { backend: { ...failing('denied'), account: accountOf(undefined) } },
  play: shows('nur für Menschen aus dem Netzwerk'),
};
export const NotAllowed: Story = {
  args: { backend: { ...failing('denied'), account: accountOf('member') } },
  play: shows('nicht freigegeben'),
};
export const ReadOnly: Story = { args: { backend: peersOf(SAMPLE_PEERS) }, play: shows('Mara Kestner') };
export const Many: Story = { args: { backend: peersOf(manyPeers(2000)) }, play: shows('2.000 Personen') };
export const Waiting: Story = { args: { backend: undefined }, play: shows('Zu den Menschen im Netzwerk') };
export const Loading: Story = { args: { backend: silent() } };
export const Empty: Story = { args: { backend: peersOf([]) }, play: shows('Hier steht noch niemand') };
export const NobodyFound: Story = { args: { q: 'Raumfahrt' }, play: shows('Niemand passt zu dieser Auswahl.') };
export const Failed: Story = {
  args: { backend: failing('timeout') },
  play: shows('Die Quelle antwortet gerade nicht'),
};
export const LimitPassed: Story = {
  args: { backend: failing('busy', { status: 429, retryAfter: 900 }) },
  play: shows('sehr viele Einträge angesehen'),
};
export const PartlyFailed: Story = {
  args: { backend: peersOf(SAMPLE_PEERS, [{ code: 'source-failed', source: { id: 'b', label: 'Stadt Brückfurt' } }]) },
  play: shows('Gerade nicht erreichbar: Stadt Brückfurt.'),
};
export const OldContents: Story = {
  args: { backend: failingLater(SAMPLE_PEERS, 'timeout') },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Mara Kestner');
    const directory = canvasElement.querySelector('vr-peer-directory');
    directory?.reload();
    await reads(canvasElement, 'Stand:');
  },
};
