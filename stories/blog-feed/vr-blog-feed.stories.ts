import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { userEvent } from 'storybook/test';
import type { Backend } from '../../src/backend/ports.ts';
import '../../src/elements/blog-feed/vr-blog-feed.define.ts';
import { find, reads, stopClock } from '../support/settle.ts';
import { failing, failingLater, postsOf, silent, writableOf } from './sample-backend.ts';
import { manyPosts, NOW, SAMPLE_POSTS } from './sample-posts.ts';

interface Args {
  layout: 'list' | 'cards' | 'magazine';
  limit: number;
  tag: string;
  report: boolean;
  fullText: boolean;
  images: 'own' | 'listed' | 'none';
  share: string;
  lang: string;
  theme: '' | 'light' | 'dark' | 'contrast';
  surface: '' | 'card';
  backend: Backend | undefined;
  width: string;
}

const meta: Meta<Args> = {
  title: 'Posts/vr-blog-feed',
  component: 'vr-blog-feed',
  tags: ['autodocs'],
  args: {
    layout: 'list',
    limit: 10,
    tag: '',
    report: false,
    fullText: false,
    images: 'own',
    share: '',
    lang: 'de',
    theme: '',
    surface: '',
    backend: postsOf(SAMPLE_POSTS),
    width: 'auto',
  },
  argTypes: {
    layout: { control: 'inline-radio', options: ['list', 'cards', 'magazine'] },
    images: { control: 'inline-radio', options: ['own', 'listed', 'none'] },
    backend: { control: false },
  },
  beforeEach: () => stopClock(NOW),
  render: ({ layout, limit, tag, report, fullText, images, share, lang, theme, surface, backend, width }) =>
    html`<div .style=${`max-inline-size: ${width}`} lang=${lang}>
      <vr-blog-feed
        loading="eager"
        layout=${layout}
        limit=${limit}
        tag=${tag || nothing}
        ?report=${report}
        ?full-text=${fullText}
        images=${images}
        share=${share || nothing}
        theme=${theme || nothing}
        surface=${surface || nothing}
        idea-url="https://lindenhafen.example/ideen"
        .backend=${backend}
        ><a href="https://blog.lindenhafen.example/">Zu den Berichten</a></vr-blog-feed
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

const shows =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    reads(canvasElement, text);

export const List: Story = { play: shows('Wie wir Sitzungsvorlagen halbiert haben') };
export const Cards: Story = { args: { layout: 'cards' }, play: shows('Wie wir Sitzungsvorlagen halbiert haben') };
export const Magazine: Story = { args: { layout: 'magazine' }, play: shows('Wie wir Sitzungsvorlagen halbiert haben') };
export const Narrow: Story = { args: { width: '320px' }, play: shows('Wie wir Sitzungsvorlagen halbiert haben') };
export const DarkCard: Story = {
  args: { theme: 'dark', surface: 'card', layout: 'cards' },
  play: shows('Wie wir Sitzungsvorlagen halbiert haben'),
};
export const English: Story = { args: { lang: 'en', report: true }, play: shows('Experience report') };
export const Filtered: Story = {
  args: { backend: postsOf(manyPosts(200)) },
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, '[aria-controls=facets]'));
    await userEvent.click(await find(canvasElement, '[name=source]'));
    await reads(canvasElement, '100 Beiträge gefunden');
  },
};
export const FullTextWithoutPictures: Story = {
  args: { fullText: true, images: 'none' },
  play: shows('Wie wir Sitzungsvorlagen halbiert haben'),
};
export const ForThoseWhoWrite: Story = {
  args: { backend: writableOf(SAMPLE_POSTS) },
  play: shows('Erfahrungsbericht schreiben'),
};
export const Waiting: Story = { args: { backend: undefined }, play: shows('Zu den Berichten') };
export const Loading: Story = { args: { backend: silent() } };
export const Empty: Story = { args: { backend: writableOf([]) }, play: shows('Machen Sie den Anfang') };
export const NothingFound: Story = { args: { tag: 'Raumfahrt' }, play: shows('Hier steht noch kein Beitrag') };
export const Failed: Story = {
  args: { backend: failing('timeout') },
  play: shows('Die Quelle antwortet gerade nicht'),
};
export const PartlyFailed: Story = {
  args: { backend: postsOf(SAMPLE_POSTS, [{ code: 'source-failed', source: { id: 'b', label: 'Stadt Brückfurt' } }]) },
  play: shows('Gerade nicht erreichbar: Stadt Brückfurt.'),
};
export const OldContents: Story = {
  args: { backend: failingLater(SAMPLE_POSTS, 'timeout') },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Wie wir Sitzungsvorlagen halbiert haben');
    canvasElement.querySelector('vr-blog-feed')?.reload();
    await reads(canvasElement, 'Stand:');
  },
};
