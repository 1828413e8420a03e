import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../../src/elements/event-calendar/event-page/vr-event-page.define.ts';
import '../../src/elements/event-calendar/event-page/vr-event-subscribe.define.ts';
import type { AccountPort, EventsPort } from '../../src/backend/ports.ts';
import type { Me } from '../../src/model/account.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { find, findAll, reads, stopClock } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';
import {
  CANCELLED_MEETUP,
  CIRCLE,
  CLOSED_MEETUP,
  EXTERNAL_MEETUP,
  FULL_MEETUP,
  HEAD_START,
  LATER_MEETUP,
  MEETUP,
  MOVED_DATE,
  NOW,
  ORGANISED,
  PAST_MEETUP,
  REGISTERED_MEETUP,
  WAITING_MEETUP,
} from './page-events.ts';
import {
  failingPort,
  memberAccount,
  NOBODY,
  refusal,
  ROSA_SIGNED_IN,
  samplePort,
  strangersAccount,
} from './page-ports.ts';

interface Args {
  event: CalendarEvent;
  port?: EventsPort;
  account?: AccountPort;
  me?: Me;
  storage?: string;
}

const meta: Meta<Args> = {
  title: 'Event calendar/vr-event-page',
  component: 'vr-event-page',
  args: { event: MEETUP, account: memberAccount(), me: ROSA_SIGNED_IN },
  beforeEach: () => stopClock(NOW),
  render: ({ event, port = samplePort(event), account, me, storage = 'none' }, { globals }) =>
    framed(
      html`<vr-event-page
        .event=${event}
        .port=${port}
        .account=${account}
        .me=${me}
        .storage=${storage}
        .locale=${globals['lang'] === 'en' ? 'en-GB' : 'de-DE'}
      ></vr-event-page>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

const press = async (root: HTMLElement, name: string): Promise<void> => {
  await reads(root, name);
  const button = findAll(root, 'button').find((each) => each.textContent?.replace(/\s+/g, ' ').trim() === name);
  await expect(button, `a button that is called ${name}`).toBeTruthy();
  await userEvent.click(button!);
};

const send = async (root: HTMLElement): Promise<void> => {
  await press(root, 'Anmelden');
  await find(root, 'textarea');
  await press(root, 'Jetzt anmelden');
};

export const Open: Story = { play: ({ canvasElement }) => reads(canvasElement, 'Teilen und speichern') };
export const Form: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Anmelden');
    await reads(canvasElement, 'Andere Teilnehmende sehen es nicht');
  },
};
export const Registered: Story = { args: { event: REGISTERED_MEETUP } };
export const JustRegistered: Story = {
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await reads(canvasElement, 'Sie sind jetzt angemeldet.');
  },
};
export const AskedWhetherToCancel: Story = {
  args: { event: REGISTERED_MEETUP },
  play: ({ canvasElement }) => press(canvasElement, 'Abmelden'),
};
export const Full: Story = { args: { event: FULL_MEETUP } };
export const OnWaitingList: Story = { args: { event: WAITING_MEETUP } };
export const NotYetOpen: Story = { args: { event: LATER_MEETUP } };
export const HeadStart: Story = { args: { event: HEAD_START } };
export const Closed: Story = { args: { event: CLOSED_MEETUP } };
export const Past: Story = { args: { event: PAST_MEETUP } };
export const Cancelled: Story = { args: { event: CANCELLED_MEETUP } };
export const External: Story = { args: { event: EXTERNAL_MEETUP } };
export const OneDateOfASeries: Story = { args: { event: MOVED_DATE } };
export const LearningCircle: Story = { args: { event: CIRCLE } };
export const Draft: Story = { args: { event: { ...MEETUP, visibility: 'self', status: 'tentative' } } };
export const Stranger: Story = {
  args: { event: { ...MEETUP, can: [] }, account: strangersAccount(), me: NOBODY },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Anmelden');
    await reads(canvasElement, 'Was Sie eingetragen haben, bleibt stehen.');
  },
};
export const Offline: Story = {
  args: { port: failingPort(MEETUP, 'offline') },
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await reads(canvasElement, 'Ihre Anmeldung wartet');
  },
};
export const NeedsSignIn: Story = {
  args: {
    port: failingPort(MEETUP, 'denied', { status: 401, reason: 'sign-in' }),
    account: { ...memberAccount(), signIn: () => Promise.resolve(false) },
  },
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await reads(canvasElement, 'noch einmal einloggen');
  },
};
export const Refused: Story = {
  args: { port: Object.assign(samplePort(MEETUP), { failure: refusal('registration-closed') }) },
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await reads(canvasElement, 'Die Anmeldung wurde inzwischen geschlossen.');
  },
};
export const Organiser: Story = {
  args: { event: ORGANISED },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Anmeldungen ansehen');
    await reads(canvasElement, 'Rosa Lindner');
  },
};
export const OrganiserNarrow: Story = { ...Organiser, globals: { width: '280' } };
export const RemovingSomebody: Story = {
  args: { event: ORGANISED },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Anmeldungen ansehen');
    await reads(canvasElement, 'Rosa Lindner');
    const [first] = findAll(canvasElement, 'button[aria-label^="Rosa Lindner"]');
    await userEvent.click(first!);
    await reads(canvasElement, 'Die Person erfährt es.');
  },
};
export const Subscribe: Story = {
  render: ({ event }) =>
    framed(
      html`<vr-event-subscribe
        .port=${samplePort(event)}
        .filter=${{ kind: 'meetup' }}
        .filterLabel=${'Meetup'}
      ></vr-event-subscribe>`,
    ),
};
export const Narrow: Story = { ...Form, globals: { width: '280' } };
export const Dark: Story = { ...Registered, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...Registered, globals: { dir: 'rtl' } };
export const English: Story = { ...Registered, globals: { lang: 'en' } };
