import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Diagnosis, Finding } from '../../src/doctor/doctor.ts';
import { openPanel } from '../../src/doctor/panel.ts';
import { framed } from '../support/story-frame.ts';

const FINE: readonly Finding[] = [
  {
    code: 'library',
    severity: 'ok',
    subject: 'Diese Seite',
    cause: 'Die Bausteine laufen in Fassung 0.1.0, geladen Stück für Stück (autoload.js).',
    cure: '',
  },
  {
    code: 'source-found',
    severity: 'ok',
    subject: 'Quelle https://www.auental.example/kalender.ics (icalendar)',
    cause: 'Die Quelle antwortet: 37 Termine, der nächste am Di., 8. Dezember 2026.',
    cure: '',
  },
];
const TROUBLE: readonly Finding[] = [
  {
    code: 'source-cors',
    severity: 'fault',
    subject: 'Quelle https://kalender.lindenhafen.example/termine.ics (icalendar)',
    cause:
      'Der Server https://kalender.lindenhafen.example antwortet, erlaubt der Seite https://www.auental.example aber nicht, die Antwort zu lesen (CORS).',
    cure: 'Geben Sie diese Kopfzeile der IT, die die Quelle betreibt. Oder lassen Sie die Quelle durch den Hub sammeln.',
    copy: 'Access-Control-Allow-Origin: https://www.auental.example',
    technical: 'blocked: No answer from https://kalender.lindenhafen.example/termine.ics',
  },
  {
    code: 'heading-jump',
    severity: 'hint',
    subject: '<vr-event-calendar>, Nummer 1',
    cause:
      'Die Überschrift des Bausteins hat Ebene 4, die davor Ebene 2: Eine Ebene fehlt, wer nach Überschriften liest, vermutet eine Lücke.',
    cure: 'Setzen Sie das Attribut.',
    copy: 'heading-level="3"',
  },
];
const diagnosis = (findings: readonly Finding[]): Diagnosis => ({
  version: '0.1.0',
  widgets: [],
  findings,
  text: findings.map(({ cause }) => cause).join('\n\n'),
});

interface Args {
  check: () => Promise<Diagnosis>;
}
const meta: Meta<Args> = {
  title: 'Doctor/panel',
  argTypes: { check: { control: false } },
  render: () => framed(html`<p>Der Bericht steht über der Seite, unten am Rand.</p>`),
  play: async ({ args, canvasElement }) => {
    const page = canvasElement.ownerDocument;
    page.querySelector('[data-vr-doctor]')?.remove();
    const opening = openPanel(args.check);
    // It belongs to the page; here it goes with its story.
    canvasElement.append(page.querySelector('[data-vr-doctor]')!);
    await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, 300))]);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const WithFaults: Story = { args: { check: () => Promise.resolve(diagnosis([...TROUBLE, ...FINE])) } };
export const AllFine: Story = { args: { check: () => Promise.resolve(diagnosis(FINE)) } };
export const Checking: Story = { args: { check: () => new Promise<Diagnosis>(() => {}) } };
export const BrokenOff: Story = { args: { check: () => Promise.reject(new Error('A planned failure')) } };
