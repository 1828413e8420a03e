import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import '../../src/elements/shared/vr-status.define.ts';
import { BackendError, type BackendErrorKind } from '../../src/backend/backend-error.ts';
import type { VrStatus } from '../../src/elements/shared/vr-status.ts';
import { de } from '../../src/i18n/de/words.ts';
import { en } from '../../src/i18n/en/words.ts';
import { SAMPLE_PROBLEMS } from '../event-calendar/sample-backends.ts';
import { find, reads } from '../support/settle.ts';
import { framed } from '../support/story-frame.ts';

type Args = Pick<VrStatus, 'state' | 'error' | 'problems' | 'slow' | 'overContent' | 'since' | 'emptyText'>;

const meta: Meta<Args> = {
  title: 'Shared/vr-status',
  component: 'vr-status',
  args: {
    state: 'loading',
    error: undefined,
    problems: [],
    slow: false,
    overContent: false,
    since: '',
    emptyText: 'Zurzeit sind keine Termine eingetragen.',
  },
  argTypes: { error: { control: false }, problems: { control: false } },
  render: ({ state, error, problems, slow, overContent, since, emptyText }, { globals }) =>
    framed(html`<vr-status
      .state=${state}
      .error=${error}
      .problems=${problems}
      .slow=${slow}
      .overContent=${overContent}
      .since=${since}
      .emptyText=${emptyText}
      .words=${globals['lang'] === 'en' ? en : de}
      >${state === 'empty' ? html`<button type="button">Spätere Termine ansehen</button>` : ''}</vr-status
    >`),
};
export default meta;

type Story = StoryObj<Args>;

const errorOf = (kind: BackendErrorKind): BackendError =>
  new BackendError(kind, `Planned failure of kind ${kind}`, { url: 'https://musterstadt.example/kalender.ics' });

const failed = (kind: BackendErrorKind): Story => ({
  args: { state: 'failed', error: errorOf(kind) },
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, 'summary'));
    await reads(canvasElement, 'Planned failure');
    await find(canvasElement, 'dt');
  },
});

export const Waiting: Story = { args: { state: 'waiting' } };
export const Loading: Story = {};
export const LoadingForLong: Story = { args: { slow: true } };
export const Ready: Story = { args: { state: 'ready' } };
export const Empty: Story = { args: { state: 'empty' } };
export const PartlyFailed: Story = { args: { state: 'ready', problems: SAMPLE_PROBLEMS } };
export const FailedOverContents: Story = {
  args: { state: 'failed', error: errorOf('timeout'), overContent: true, since: '14:05 Uhr' },
};
export const FailedOffline = failed('offline');
export const FailedTimeout = failed('timeout');
export const FailedDenied = failed('denied');
export const FailedMissing = failed('missing');
export const FailedInvalid = failed('invalid');
export const FailedBlocked = failed('blocked');
export const FailedBusy = failed('busy');
export const FailedUnsupported = failed('unsupported');
export const FailedConflict = failed('conflict');
export const FailedUnknown = failed('unknown');
export const Narrow: Story = { ...failed('blocked'), globals: { width: '280' } };
export const Dark: Story = { ...failed('blocked'), globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...failed('blocked'), globals: { dir: 'rtl' } };
export const English: Story = { ...failed('blocked'), globals: { lang: 'en' } };
