import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/elements/idea-board/vr-idea-board.define.ts';
import type { Backend } from '../../src/backend/ports.ts';
import { find, reads, stopClock } from '../support/settle.ts';
import { accountOf, failing, failingLater, ideasOf, readOnly, silent } from './sample-backend.ts';
import { manyIdeas, movableIdeas, NOW, SAMPLE_IDEAS } from './sample-ideas.ts';

interface Args {
  view: 'list' | 'board';
  sort: string;
  stage: string;
  lang: string;
  theme: '' | 'light' | 'dark' | 'contrast';
  surface: '' | 'card';
  backend: Backend | undefined;
  width: string;
}

const meta: Meta<Args> = {
  title: 'Ideas/vr-idea-board',
  component: 'vr-idea-board',
  tags: ['autodocs'],
  args: {
    view: 'list',
    sort: 'active',
    stage: '',
    lang: 'de',
    theme: '',
    surface: '',
    backend: ideasOf(SAMPLE_IDEAS),
    width: 'auto',
  },
  argTypes: { view: { control: 'inline-radio', options: ['list', 'board'] }, backend: { control: false } },
  beforeEach: () => stopClock(NOW),
  render: ({ view, sort, stage, lang, theme, surface, backend, width }) =>
    html`<div .style=${`max-inline-size: ${width}`} lang=${lang}>
      <vr-idea-board
        loading="eager"
        view=${view}
        sort=${sort}
        stage=${stage || nothing}
        theme=${theme || nothing}
        surface=${surface || nothing}
        .backend=${backend}
        ><a href="https://lindenhafen.example/ideen">Zu den Ideen der Stadt Lindenhafen</a></vr-idea-board
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

const shows =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    reads(canvasElement, text);

export const List: Story = { play: shows('Rückruf statt Warteschleife') };
// A word that a narrow column shows, too: it has one stage at a time.
export const Board: Story = { args: { view: 'board' }, play: shows('Eingereicht') };
export const BoardToMove: Story = {
  args: { view: 'board', backend: { ...ideasOf(movableIdeas()), account: accountOf('moderator') } },
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, '.move'));
    await find(canvasElement, '.to');
  },
};
export const Narrow: Story = { args: { width: '320px' }, play: shows('Rückruf statt Warteschleife') };
export const BoardNarrow: Story = { args: { view: 'board', width: '320px' }, play: shows('Eingereicht') };
export const Dark: Story = { args: { theme: 'dark', surface: 'card' }, play: shows('Rückruf statt Warteschleife') };
export const Contrast: Story = { args: { theme: 'contrast' }, play: shows('Rückruf statt Warteschleife') };
export const English: Story = { args: { lang: 'en' }, play: shows('Looking for support') };
export const OnlySomeStages: Story = { args: { stage: 'open trying' }, play: shows('Wird ausprobiert') };

export const Waiting: Story = { args: { backend: undefined }, play: shows('Zu den Ideen der Stadt Lindenhafen') };
export const Loading: Story = { args: { backend: silent() } };
export const Empty: Story = { args: { backend: ideasOf([]) }, play: shows('Hier gibt es noch keine Ideen.') };
export const NoHits: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(await find(canvasElement, '[type=search]'), 'Raumfahrt');
    await reads(canvasElement, 'Zu dieser Auswahl gibt es keine Ideen.');
  },
};
export const Searched: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(await find(canvasElement, '[type=search]'), 'Formulare');
    await find(canvasElement, 'mark');
  },
};
export const Failed: Story = {
  args: { backend: failing('timeout') },
  play: shows('Die Quelle antwortet gerade nicht.'),
};
export const Stale: Story = {
  args: { backend: undefined },
  play: async ({ canvasElement }) => {
    const board = await find<HTMLElementTagNameMap['vr-idea-board']>(canvasElement, 'vr-idea-board');
    board.backend = failingLater(SAMPLE_IDEAS, 'timeout');
    await reads(canvasElement, 'Rückruf statt Warteschleife');
    board.reload();
    await reads(canvasElement, 'Stand:');
  },
};
export const PartlyFailed: Story = {
  args: {
    backend: ideasOf(SAMPLE_IDEAS, [
      { code: 'source-failed', kind: 'timeout', source: { id: 'auental', label: 'Kreis Auental' } },
    ]),
  },
  play: shows('Gerade nicht erreichbar: Kreis Auental.'),
};
export const ReadOnly: Story = {
  args: { backend: readOnly(SAMPLE_IDEAS) },
  play: shows('Rückruf statt Warteschleife'),
};
export const Paged: Story = { args: { backend: ideasOf(manyIdeas(75)) }, play: shows('Mehr anzeigen') };
export const ManyIdeas: Story = { args: { backend: ideasOf(manyIdeas(5000)) }, play: shows('5.000 Ideen') };
export const ManyIdeasBoard: Story = {
  args: { view: 'board', backend: ideasOf(manyIdeas(5000)) },
  play: shows('Mehr anzeigen'),
};

export const SignedOut: Story = {
  args: { backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf(undefined) } },
  play: shows('Einloggen'),
};
export const SignedIn: Story = {
  args: { backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('member') } },
  play: shows('Neu für Sie'),
};
export const Queue: Story = {
  args: { backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('moderator') } },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Zu prüfen (3)');
    await userEvent.click(await find(canvasElement, '.scope:last-child'));
    await reads(canvasElement, '2 Meldungen');
  },
};
export const News: Story = {
  args: { backend: { ...ideasOf(SAMPLE_IDEAS), account: accountOf('member') } },
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, '.news'));
    await reads(canvasElement, 'Mirja Feldweg bietet Hilfe');
  },
};
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, '[data-open=formulare]'));
    await reads(canvasElement, 'Zurück zu den Ideen');
    history.replaceState(null, '', location.href.split('#')[0]);
  },
};
