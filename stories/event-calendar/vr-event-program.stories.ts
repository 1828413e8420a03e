import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { AccountPort, EventsPort } from '../../src/backend/ports.ts';
import '../../src/elements/event-calendar/event-program/vr-event-program.define.ts';
import type { Me } from '../../src/model/account.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { BackendError } from '../../src/backend/backend-error.ts';
import { find, findAll, reads, stopClock } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';
import {
  ARRANGED,
  BARCAMP,
  CAMP_NOW,
  campPort,
  failingCamp,
  MEMBER,
  STRANGER,
  strangersAccount,
} from './sample-camp.ts';

interface Args {
  event: CalendarEvent;
  port: EventsPort;
  me: Me | undefined;
  account: AccountPort | undefined;
  storage: string;
  ideaUrl: string;
}

const meta: Meta<Args> = {
  title: 'Event calendar/vr-event-program',
  component: 'vr-event-program',
  args: { event: BARCAMP, me: MEMBER, account: undefined, storage: 'none', ideaUrl: '/ideen' },
  beforeEach: () => stopClock(CAMP_NOW),
  render: ({ event, port, me, account, storage, ideaUrl }) =>
    framed(html`<vr-event-program
      .event=${event}
      .port=${port ?? campPort(event)}
      .me=${me}
      .account=${account}
      .storage=${storage}
      .ideaUrl=${ideaUrl}
    ></vr-event-program>`),
};
export default meta;

type Story = StoryObj<Args>;

/** Clicks the first button that says this. */
async function press(root: ParentNode, text: string): Promise<void> {
  await reads(root, text);
  findAll(root, 'button')
    .find((button) => button.checkVisibility() && button.textContent?.includes(text))
    ?.click();
}

const closed = (event: CalendarEvent): CalendarEvent => ({
  ...event,
  can: [],
  programme: { ...event.programme!, proposals: 'closed' },
});

export const Running: Story = { play: async ({ canvasElement }) => reads(canvasElement, 'läuft jetzt') };
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Bescheide, die man versteht');
    await reads(canvasElement, 'Daraus eine Idee machen');
  },
};
export const OwnWithClash: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Merken: Bescheide');
    await press(canvasElement, 'Merken: Ein Amt');
    await press(canvasElement, 'Mein Programm (2)');
    await reads(canvasElement, 'überschneiden sich');
  },
};
export const OwnEmpty: Story = { play: ({ canvasElement }) => press(canvasElement, 'Mein Programm (0)') };
export const Proposing: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Session vorschlagen');
    await find(canvasElement, '#title');
    await press(canvasElement, 'Vorschlag einreichen');
    await reads(canvasElement, 'Bitte geben Sie einen Titel an.');
  },
};
export const ProposalFailed: Story = {
  args: { port: failingCamp(BARCAMP, 'offline') },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Interesse');
    await reads(canvasElement, 'wurde zurückgenommen');
  },
};
export const Stranger: Story = {
  args: { event: { ...BARCAMP, can: [] }, me: STRANGER, account: strangersAccount() },
};
export const Closed: Story = { args: { event: closed(BARCAMP) } };
export const Over: Story = { beforeEach: () => stopClock('2026-03-25T10:00:00Z') };
export const Empty: Story = {
  args: { event: { ...closed(BARCAMP), sessions: [], programme: { rooms: [], proposals: 'closed' } } },
};
export const LoadFailed: Story = {
  args: {
    port: {
      ...campPort(BARCAMP),
      sessions: () => Promise.reject(new BackendError('timeout', 'sample')),
    },
  },
  play: ({ canvasElement }) => reads(canvasElement, 'Erneut versuchen'),
};
export const Arranging: Story = {
  args: { event: ARRANGED },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Plan ordnen');
    await press(canvasElement, 'Einplanen');
    await reads(canvasElement, 'Hierher');
  },
};
export const ArrangingConflict: Story = {
  args: { event: ARRANGED },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Plan ordnen');
    await press(canvasElement, 'Einplanen: Sitzungen');
    await reads(canvasElement, 'Hierher');
    findAll(canvasElement, '.spot')[0]?.click();
    await reads(canvasElement, 'Trotzdem eintragen');
  },
};
export const ArrangingNarrow: Story = {
  args: { event: ARRANGED },
  globals: { width: '320' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Plan ordnen');
    await press(canvasElement, 'Einplanen');
    await find(canvasElement, '#place-when');
  },
};
export const Narrow: Story = { globals: { width: '320' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { dir: 'rtl' } };
export const English: Story = { globals: { lang: 'en' } };
