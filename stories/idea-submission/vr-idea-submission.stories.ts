import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/elements/idea-submission/vr-idea-submission.define.ts';
import type { Backend } from '../../src/backend/ports.ts';
import { find, findAll, reads } from '../support/settle.ts';
import {
  failing,
  followUpBackend,
  never,
  QUESTION,
  ROSA,
  SECRET,
  SIMILAR,
  STRANGER,
  submissionBackend,
} from './sample-backends.ts';

interface Args {
  backend: Backend | undefined;
  fields: string;
  address: string;
  storage: string;
  surface: '' | 'card';
  headingLevel: number;
  width: string;
  messages: string;
}

const meta: Meta<Args> = {
  title: 'Ideas/vr-idea-submission',
  component: 'vr-idea-submission',
  tags: ['autodocs'],
  args: {
    backend: submissionBackend({ similar: SIMILAR }),
    fields: '',
    address: '',
    storage: '',
    surface: '',
    headingLevel: 2,
    width: 'auto',
    messages: '',
  },
  argTypes: {
    address: { control: 'inline-radio', options: ['', 'du'] },
    storage: { control: 'inline-radio', options: ['', 'session', 'local'] },
    surface: { control: 'inline-radio', options: ['', 'card'] },
    backend: { control: false },
  },
  render: ({ backend, fields, address, storage, surface, headingLevel, width, messages }) =>
    html`<div .style=${`max-inline-size: ${width}`}>
      <vr-idea-submission
        loading="eager"
        fields=${fields || nothing}
        address=${address || nothing}
        storage=${storage || nothing}
        surface=${surface || nothing}
        heading-level=${headingLevel}
        messages=${messages || nothing}
        .backend=${backend}
        ><a href="https://lindenhafen.example/idee">Idee per Formular einreichen</a></vr-idea-submission
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

const shows =
  (text: string): Play =>
  async ({ canvasElement }) =>
    reads(canvasElement, text);

async function write(root: HTMLElement, name: string, text: string): Promise<void> {
  const field = await find<HTMLInputElement>(root, `[name="${name}"]`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const goOn = async (root: HTMLElement): Promise<void> => userEvent.click(await find(root, 'button[type=submit]'));
const choose = async (root: HTMLElement, value: string): Promise<void> =>
  userEvent.click(await find(root, `input[value="${value}"]`));

const PLACES = ['problem', 'idea', 'benefit', 'needs', 'preview', 'sent'] as const;

/** Fills in the form as far as a place. */
async function fill(root: HTMLElement, place: (typeof PLACES)[number]): Promise<void> {
  const to = PLACES.indexOf(place);
  await write(root, 'problem', 'Wir suchen jeden Morgen Werkzeug, das ein anderer Trupp mitgenommen hat.');
  if (to < 1) return;
  await goOn(root);
  await write(root, 'title', 'Ein Regal für Werkzeug, das alle brauchen');
  await write(root, 'summary', 'Seltenes Werkzeug steht an einem Ort, mit einer Liste, wer es gerade hat.');
  if (to < 2) return;
  await goOn(root);
  await write(root, 'benefitFor', 'Allen Trupps im Depot.');
  await write(root, 'place', 'Depot Nord');
  const [org] = findAll<HTMLSelectElement>(root, 'select[name=orgId]');
  if (org) await userEvent.selectOptions(org, 'lindenhafen');
  await choose(root, 'between');
  await choose(root, 'kultur');
  if (to < 3) return;
  await goOn(root);
  await choose(root, 'legal');
  if (to < 4) return;
  await goOn(root);
  await find(root, 'dl.preview');
  if (to < 5) return;
  await goOn(root);
}

const filled =
  (place: (typeof PLACES)[number], text: string): Play =>
  async ({ canvasElement }) => {
    await fill(canvasElement, place);
    await reads(canvasElement, text);
  };

export const Problem: Story = { play: shows('Was ist das Problem?') };
export const Similar: Story = { play: filled('problem', 'Fahrten zum Bauhof bündeln') };
export const Idea: Story = { play: filled('idea', 'Was ist Ihre Idee?') };
export const Benefit: Story = { play: filled('benefit', 'Wem hilft sie, und wo?') };
export const Needs: Story = { play: filled('needs', 'Was brauchen Sie?') };
export const Preview: Story = { play: filled('preview', 'Stimmt alles so?') };
export const Errors: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Was ist das Problem?');
    await goOn(canvasElement);
    await reads(canvasElement, 'Eine Angabe fehlt noch oder passt nicht');
  },
};
export const Files: Story = {
  play: async ({ canvasElement }) => {
    await fill(canvasElement, 'needs');
    await userEvent.upload(await find(canvasElement, 'input[type=file]'), [
      new File(['%PDF-1.7'], 'lageplan.pdf', { type: 'application/pdf' }),
    ]);
    await reads(canvasElement, 'Ist hochgeladen.');
  },
};
export const Sending: Story = {
  args: { backend: submissionBackend({ create: never }) },
  play: filled('sent', 'Wird gesendet'),
};
export const WaitingForTheNetwork: Story = {
  args: { backend: submissionBackend({ create: failing('offline') }) },
  play: filled('sent', 'Wartet auf Netz'),
};
export const WaitingForABusyHub: Story = {
  args: { backend: submissionBackend({ create: failing('busy', { status: 429, retryAfter: 3000 }) }) },
  play: filled('sent', 'Gerade kommen sehr viele Einreichungen an.'),
};
export const RefusedByField: Story = {
  args: {
    backend: submissionBackend({
      create: failing('invalid', {
        status: 400,
        problem: { fieldErrors: [{ field: 'title', code: 'not-allowed', message: '' }] },
      }),
    }),
  },
  play: filled('sent', '„Titel“ wurde so nicht angenommen.'),
};
export const Refused: Story = {
  args: { backend: submissionBackend({ create: failing('denied', { status: 403 }) }) },
  play: filled('sent', 'Die Idee ist noch nicht angekommen'),
};
export const ArrivedWithoutName: Story = { play: filled('sent', 'Ihr privater Link') };
export const ArrivedWithName: Story = {
  args: { backend: submissionBackend({ me: ROSA }) },
  play: filled('sent', 'Hat sie eine Frage, bekommen Sie eine Nachricht.'),
};
export const SignedOut: Story = {
  args: {
    backend: submissionBackend({ me: STRANGER, vocabulary: { anonymous: false }, signIn: async () => true }),
  },
  play: shows('Zum Einreichen loggen Sie sich bitte ein.'),
};
export const SignedIn: Story = {
  args: { backend: submissionBackend({ me: ROSA, signOut: async () => undefined }) },
  play: shows('Sie reichen ein als Rosa Wiesengrund, Stadt Lindenhafen.'),
};
/** What a private link opens. */
export const PrivateLink: Story = {
  args: {
    backend: followUpBackend({
      stage: 'returned',
      question: QUESTION,
      can: ['update', 'transition:submitted', 'transition:withdrawn'],
    }),
  },
  play: async ({ canvasElement }) => {
    const form = await find<HTMLElementTagNameMap['vr-idea-submission']>(canvasElement, 'vr-idea-submission');
    form.open('idee-1', SECRET);
    await reads(canvasElement, QUESTION);
  },
};
export const BrokenPrivateLink: Story = {
  args: { backend: followUpBackend({}) },
  play: async ({ canvasElement }) => {
    const form = await find<HTMLElementTagNameMap['vr-idea-submission']>(canvasElement, 'vr-idea-submission');
    form.open('idee-1', 'falsch');
    await reads(canvasElement, 'Zu diesem Link gibt es keine Idee.');
  },
};
export const Waiting: Story = { args: { backend: undefined }, play: shows('Idee per Formular einreichen') };
export const NothingCanBeSubmitted: Story = {
  args: { backend: { ideas: { list: async () => ({ items: [], problems: [] }) } } },
  play: shows('Hier lassen sich zurzeit keine Ideen einreichen.'),
};
export const FewFields: Story = { args: { fields: 'topics' }, play: shows('Schritt 1 von 2') };
export const KeptInThisTab: Story = {
  args: { storage: 'session' },
  play: filled('problem', 'Ihr Entwurf bleibt, bis Sie diesen Tab schließen.'),
};
export const Du: Story = { args: { address: 'du' }, play: shows('Beschreibe das Problem') };
export const OwnWords: Story = {
  args: { messages: '{"steps":{"problem":"Was stört im Alltag?"}}' },
  play: shows('Was stört im Alltag?'),
};
export const English: Story = { globals: { lang: 'en' }, play: shows('What is the problem?') };
export const Dark: Story = { globals: { theme: 'dark' }, play: filled('benefit', 'Wem hilft sie, und wo?') };
export const DarkPrivateLink: Story = { globals: { theme: 'dark' }, play: filled('sent', 'Ihr privater Link') };
export const HighContrast: Story = { globals: { theme: 'contrast' }, play: filled('needs', 'Was brauchen Sie?') };
export const Card: Story = { args: { surface: 'card' }, play: shows('Was ist das Problem?') };
export const Narrow: Story = { args: { width: '320px' }, play: filled('needs', 'Was brauchen Sie?') };
export const NarrowPreview: Story = { args: { width: '320px' }, play: filled('preview', 'Stimmt alles so?') };
export const RightToLeft: Story = { globals: { dir: 'rtl' }, play: filled('idea', 'Was ist Ihre Idee?') };
