import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/event-calendar/vr-event-details.define.ts';
import { de } from '../../src/i18n/de/event-page.ts';
import { en } from '../../src/i18n/en/event-page.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { reads } from '../support/settle.ts';
import { CAMP, CANCELLED, FULL_EVENT, LONG_WORDS } from './sample-events.ts';
import { framed } from '../support/story-frame.ts';

interface Args {
  event: CalendarEvent | undefined;
}

const meta: Meta<Args> = {
  title: 'Event calendar/vr-event-details',
  component: 'vr-event-details',
  args: { event: FULL_EVENT },
  render: ({ event }, { globals }) => {
    const english = globals['lang'] === 'en';
    return framed(html`<vr-event-details
      .event=${event}
      .locale=${english ? 'en-GB' : 'de-DE'}
      .words=${english ? en : de}
    ></vr-event-details>`);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Full: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'jeden dritten Dienstag im Monat');
    await reads(canvasElement, 'Bringen Sie');
  },
};
export const Camp: Story = { args: { event: CAMP } };
export const Cancelled: Story = { args: { event: CANCELLED } };
export const Postponed: Story = { args: { event: { ...FULL_EVENT, status: 'postponed' } } };
export const MovedOnline: Story = { args: { event: { ...FULL_EVENT, status: 'moved-online', attendance: 'online' } } };
export const Changed: Story = { args: { event: { ...FULL_EVENT, changed: true } } };
export const FullyBooked: Story = {
  args: {
    event: {
      ...FULL_EVENT,
      registration: { mode: 'external', url: 'https://anmelden.example', capacity: 12, registered: 12, waiting: 3 },
    },
  },
};
export const OtherZone: Story = { args: { event: { ...FULL_EVENT, timeZone: 'Europe/Lisbon' } } };
export const LongWords: Story = { args: { event: LONG_WORDS[0] }, globals: { width: '280' } };
export const Narrow: Story = { globals: { width: '280' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { dir: 'rtl' } };
export const English: Story = { globals: { lang: 'en' } };
export const WithoutEvent: Story = { args: { event: undefined } };
