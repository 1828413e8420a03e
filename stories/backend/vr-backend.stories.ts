import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { http, HttpResponse } from 'msw';
import '../../src/elements/backend/vr-backend.define.ts';
import '../../src/elements/event-calendar/vr-event-calendar.define.ts';
import { NOW, SAMPLE_EVENTS } from '../event-calendar/sample-events.ts';
import { SAMPLE_ICS } from '../event-calendar/sample-ics.ts';
import { reads, stopClock } from '../support/settle.ts';

interface Args {
  src: string;
  labels: string;
}

const answers = [
  http.get('/kalender.ics', () => HttpResponse.text(SAMPLE_ICS, { headers: { 'content-type': 'text/calendar' } })),
  http.get('/kalender.json', () => HttpResponse.json({ events: SAMPLE_EVENTS })),
  http.get('/weg.ics', () => new HttpResponse('', { status: 404 })),
];

const meta: Meta<Args> = {
  title: 'Backend/vr-backend',
  component: 'vr-backend',
  tags: ['autodocs'],
  args: { src: '/kalender.ics', labels: '' },
  parameters: { msw: { handlers: answers } },
  beforeEach: () => stopClock(NOW),
  render: ({ src, labels }) =>
    html`<vr-backend src=${src} labels=${labels || nothing}>
      <vr-event-calendar loading="eager" date="2026-03-12"></vr-event-calendar>
    </vr-backend>`,
};
export default meta;

type Story = StoryObj<Args>;

const shows =
  (...texts: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    for (const text of texts) await reads(canvasElement, text);
  };

export const OneSource: Story = { play: shows('Sprechstunde aus der Datei') };
export const SeveralSources: Story = {
  args: { src: '/kalender.ics static+/kalender.json', labels: 'Stadt Musterstadt; Netzwerk' },
  play: shows('Sprechstunde aus der Datei', 'Feierabendtreff im Rathaus'),
};
export const OneOfThemDead: Story = {
  args: { src: '/weg.ics static+/kalender.json', labels: 'Landkreis Beispielland; Netzwerk' },
  play: shows('Feierabendtreff im Rathaus', 'Gerade nicht erreichbar: Landkreis Beispielland.'),
};
export const TwoWidgetsOneSource: Story = {
  render: ({ src }) =>
    html`<vr-backend src=${src}></vr-backend>
      <vr-event-calendar loading="eager" date="2026-03-12"></vr-event-calendar>
      <h2>In der Spalte</h2>
      <vr-event-calendar
        loading="eager"
        date="2026-03-12"
        view="agenda"
        without-controls
        heading-level="3"
      ></vr-event-calendar>`,
  play: shows('Sprechstunde aus der Datei'),
};
