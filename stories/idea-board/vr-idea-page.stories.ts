import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../../src/elements/idea-board/idea-page/vr-idea-page.define.ts';
import type { AccountPort, IdeasPort } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { Idea } from '../../src/model/idea.ts';
import { find, findAll, reads, stopClock } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';
import {
  AUTHOR_IDEA,
  EVALUATED_IDEA,
  HOSTILE_IDEA,
  LONG_IDEA,
  MODERATED_COMMENTS,
  NOW,
  OFFERS_FOR_AUTHOR,
  OPEN_IDEA,
  PENDING_MERGE,
  PRACTICE_IDEA,
  RETURNED_IDEA,
  STOPPED_IDEA,
  STRANGER_IDEA,
  SUBMITTED_IDEA,
  TRYING_IDEA,
} from './page-ideas.ts';
import {
  COLLEAGUE,
  failingPort,
  NOBODY,
  portOf,
  readOnlyPort,
  ROSA_SIGNED_IN,
  strangersAccount,
} from './page-ports.ts';

interface Args {
  idea: Idea;
  port?: IdeasPort;
  account?: AccountPort;
  me?: Me;
}

const meta: Meta<Args> = {
  title: 'Idea board/vr-idea-page',
  component: 'vr-idea-page',
  args: { idea: OPEN_IDEA, me: ROSA_SIGNED_IN },
  beforeEach: () => stopClock(NOW),
  render: ({ idea, port = portOf(idea), account, me }) =>
    framed(html`<vr-idea-page .idea=${idea} .port=${port} .account=${account} .me=${me}></vr-idea-page>`),
};
export default meta;

type Story = StoryObj<Args>;

const press = async (root: ParentNode, name: string): Promise<void> => {
  await find(root, 'button');
  const button = findAll(root, 'button').find((each) => each.textContent?.replace(/\s+/g, ' ').trim().startsWith(name));
  await expect(button, `a button that is called ${name}`).toBeTruthy();
  await userEvent.click(button!);
};

export const Open: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '3 Verwaltungen haben dasselbe Problem');
    await reads(canvasElement, 'Sehr gern. Passt Dienstag?');
  },
};
export const Author: Story = {
  args: { idea: AUTHOR_IDEA, port: portOf(AUTHOR_IDEA, { offers: OFFERS_FOR_AUTHOR }) },
  play: ({ canvasElement }) => reads(canvasElement, 'Ich habe das für unseren Kreis'),
};
export const Stranger: Story = { args: { idea: STRANGER_IDEA, account: strangersAccount(), me: NOBODY } };
export const ReadOnlySource: Story = {
  args: { idea: STRANGER_IDEA, port: readOnlyPort(STRANGER_IDEA), me: undefined },
};
export const SubmittedForModerators: Story = {
  args: { idea: SUBMITTED_IDEA, port: portOf(SUBMITTED_IDEA, { comments: MODERATED_COMMENTS, offers: [] }) },
  play: ({ canvasElement }) => reads(canvasElement, '1 Beitrag wartet auf Freigabe'),
};
export const QuestionForAuthor: Story = {
  args: { idea: RETURNED_IDEA, port: portOf(RETURNED_IDEA, { comments: [], offers: [] }) },
};
export const Trying: Story = { args: { idea: TRYING_IDEA } };
export const Evaluated: Story = {
  args: { idea: EVALUATED_IDEA },
  play: ({ canvasElement }) => reads(canvasElement, 'Vorher und nachher'),
};
export const Practice: Story = {
  args: { idea: PRACTICE_IDEA, me: COLLEAGUE },
  play: ({ canvasElement }) => reads(canvasElement, 'Übernommen von 2 Verwaltungen'),
};
export const TakingOver: Story = {
  args: { idea: PRACTICE_IDEA, me: COLLEAGUE },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Übernommen von 2 Verwaltungen');
    await press(canvasElement, 'Bei uns übernehmen');
    await reads(canvasElement, 'Woran merken Sie, dass es hilft?');
  },
};
export const StoppedWithLesson: Story = { args: { idea: STOPPED_IDEA } };
export const Parked: Story = {
  args: {
    idea: { ...OPEN_IDEA, stage: 'parked', reason: 'Wir warten auf den Umbau des Foyers.', can: ['transition:open'] },
  },
};
export const PendingMerge: Story = { args: { idea: PENDING_MERGE } };
export const FormingATeam: Story = {
  args: { idea: AUTHOR_IDEA },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Team bilden');
    await reads(canvasElement, 'Jemand mit Einfluss');
  },
};
export const Widening: Story = {
  args: {
    idea: { ...AUTHOR_IDEA, body: 'Herr Muster (muster@lindenhafen.example) hat die Idee im Gespräch genannt.' },
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Mehr Menschen zeigen');
    await reads(canvasElement, 'alle im Internet');
  },
};
export const OfferingHelp: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Hilfe anbieten');
    await reads(canvasElement, 'Was können Sie geben?');
  },
};
export const FailedWrite: Story = {
  args: { port: failingPort(OPEN_IDEA, 'offline') },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Haben wir auch');
    await reads(canvasElement, 'wurde zurückgenommen');
  },
};
export const LongTexts: Story = { args: { idea: LONG_IDEA } };
export const LongTextsNarrow: Story = { args: { idea: LONG_IDEA }, globals: { width: '280' } };
export const HostileTexts: Story = { args: { idea: HOSTILE_IDEA } };
export const Narrow: Story = { args: { idea: EVALUATED_IDEA }, globals: { width: '320' } };
export const Dark: Story = { args: { idea: EVALUATED_IDEA }, globals: { theme: 'dark' } };
export const HighContrast: Story = { args: { idea: PRACTICE_IDEA, me: COLLEAGUE }, globals: { theme: 'contrast' } };
export const RightToLeft: Story = { args: { idea: TRYING_IDEA }, globals: { dir: 'rtl' } };
export const English: Story = { args: { idea: PRACTICE_IDEA, me: COLLEAGUE }, globals: { lang: 'en' } };
