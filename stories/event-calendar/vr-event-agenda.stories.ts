import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/event-calendar/vr-event-agenda.define.ts';
import { de } from '../../src/i18n/de/calendar.ts';
import { en } from '../../src/i18n/en/calendar.ts';
import type { CalendarEvent } from '../../src/model/calendar-event.ts';
import { placeEvents } from '../../src/model/event-days.ts';
import { toEpochDay } from '../../src/model/plain-date.ts';
import { LONG_WORDS, manyEvents, SAMPLE_EVENTS } from './sample-events.ts';
import { framed } from '../support/story-frame.ts';

interface Args {
  events: readonly CalendarEvent[];
  from: string;
  limit: number;
  more: boolean;
}

const meta: Meta<Args> = {
  title: 'Event calendar/vr-event-agenda',
  component: 'vr-event-agenda',
  args: { events: SAMPLE_EVENTS, from: '2026-03-01', limit: 60, more: false },
  argTypes: { events: { control: false } },
  render: ({ events, from, limit, more }, { globals }) => {
    const english = globals['lang'] === 'en';
    return framed(html`<vr-event-agenda
      .placed=${placeEvents(events, 'Europe/Berlin')}
      .from=${toEpochDay(from)}
      .limit=${limit}
      .more=${more}
      .today=${'2026-03-12'}
      .headingLevel=${2}
      .locale=${english ? 'en-GB' : 'de-DE'}
      .words=${english ? en : de}
    ></vr-event-agenda>`);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const WithMore: Story = { args: { limit: 4, more: true } };
export const Long: Story = { args: { events: manyEvents(2000), limit: 200 } };
export const LongWords: Story = { args: { events: LONG_WORDS } };
export const Sidebar: Story = { globals: { width: '280' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { dir: 'rtl' } };
export const English: Story = { globals: { lang: 'en' } };
