import { html, type TemplateResult } from 'lit';
import type { PeerContactMessages } from '../../../i18n/de/peer-contact.ts';
import type { Me } from '../../../model/account.ts';
import type { ContactInput } from '../../../model/contact-request.ts';
import { listOf, textOf, type FormValues } from '../../../model/form-values.ts';
import { CHANNELS, type Channel } from '../../../model/peer-profile.ts';
import { PEER_LIMITS, type Peer, type PeerBrief } from '../../../model/peer.ts';
import type { FormField, FormSpec } from '../../shared/form/form-fields.ts';
import type { ContactAbout } from '../peer-offers/events.ts';
import { channelNames, whoWords } from './contact-words.ts';
import type { OwnEntry } from './own-entry.ts';

export interface ContactFormContext {
  readonly peer: Peer | PeerBrief;
  readonly about: ContactAbout | undefined;
  readonly me: Me | undefined;
  readonly own: OwnEntry;
  readonly words: PeerContactMessages;
  /** BCP 47. */
  readonly locale: string;
  /** Where the own entry is written. */
  readonly profile: string | undefined;
}

const NUMBERS = new Map<string, Intl.NumberFormat>();
const numberWords = (count: number, locale: string): string => {
  const format = NUMBERS.get(locale) ?? new Intl.NumberFormat(locale);
  NUMBERS.set(locale, format);
  return format.format(count);
};

/** Ways to reach the writer that were ticked and still are in their entry. */
const chosen = (values: FormValues, own: OwnEntry): readonly Channel[] =>
  own.given.filter((channel) => listOf(values, 'reveal').includes(channel));

/** The form of a request: what it is about, the message, what the writer gives away on acceptance. */
export function contactForm(context: ContactFormContext): FormSpec {
  const { peer, words, locale, about } = context;
  const { request: says } = words;
  const name = peer.displayName;
  return {
    key: `contact-${peer.id}`,
    intro: says.lead,
    submit: says.send,
    codes: says.codes,
    cancel: words.contact.close,
    outro: (values) => renderPreview(context, values),
    fields: [
      {
        kind: 'text',
        name: 'topic',
        label: says.fields.topic,
        hint: says.fields.topicHint,
        max: PEER_LIMITS.headline,
        suggestions: topicsOf(peer),
        value: about?.title ?? '',
      },
      {
        kind: 'area',
        name: 'message',
        label: says.fields.message,
        hint: says.fields.messageHint(PEER_LIMITS.messageMin, numberWords(PEER_LIMITS.message, locale)),
        min: PEER_LIMITS.messageMin,
        max: PEER_LIMITS.message,
        rows: 6,
        required: true,
      },
      ...revealFields(context, name),
    ],
  };
}

/** What the person says of themselves, offered while one types. */
const topicsOf = (peer: Peer | PeerBrief): readonly string[] => [
  ...new Set(('expertise' in peer ? (peer.expertise ?? []) : []).map(({ label }) => label)),
];

/** Ways to reach the writer, as far as the entry is known and has some. */
function revealFields({ own, words, profile }: ContactFormContext, name: string): readonly FormField[] {
  const { request: says, contact } = words;
  const note = (text: string | TemplateResult): readonly FormField[] => [
    { kind: 'note', name: 'reveal', label: '', text },
  ];
  if (own.state === 'none') return [];
  if (own.state === 'loading') return note(says.channelsLoading);
  if (own.state === 'failed')
    return note(
      html`${says.channelsFailed}
        <button type="button" class="link" @click=${() => own.load()}>${words.common.retry}</button>`,
    );
  if (own.given.length === 0)
    return note(html`${says.noChannels} ${profile ? html`<a href=${profile}>${contact.toProfile}</a>` : ''}`);
  return [
    {
      kind: 'checks',
      name: 'reveal',
      label: says.fields.reveal(name),
      hint: says.fields.revealHint,
      options: own.given.map((channel) => ({
        value: channel,
        label: says.channel(contact.channels[channel], own.channels[channel] ?? ''),
      })),
    },
  ];
}

/** What the other one sees now, and what only after acceptance. */
function renderPreview({ peer, me, own, words }: ContactFormContext, values: FormValues): TemplateResult {
  const { request: says } = words;
  const name = peer.displayName;
  const reveal = chosen(values, own);
  const mine = me?.person?.displayName ?? '';
  const org = own.entry?.org ?? me?.memberships?.[0]?.org;
  const who = whoWords({ displayName: own.entry?.displayName ?? mine, ...(org && { org }) });
  const topic = textOf(values, 'topic');
  const what = reveal.map((channel) => says.channel(words.contact.channels[channel], own.channels[channel] ?? ''));
  return html`<p>
      ${reveal.length > 0 ? says.revealSome(name, what.join(', ')) : says.revealNone(name)}
    </p>
    <details>
      <summary>${says.preview(name)}</summary>
      <blockquote>
        <p><strong>${says.previewFrom(who)}</strong></p>
        ${topic ? html`<p>${topic}</p>` : ''}
        <p class="lines">${textOf(values, 'message') || says.previewEmpty}</p>
        <p>
          ${reveal.length > 0 ? says.givesLater(mine, channelNames(reveal, words)) : says.givesNothing(mine)}
        </p>
      </blockquote>
    </details>`;
}

/** What the form holds, as it is sent. */
export function contactInput(values: FormValues, { peer, about, own }: ContactFormContext): ContactInput {
  const topic = textOf(values, 'topic');
  return {
    toId: peer.id,
    ...(about && { about: { type: about.type, id: about.id } }),
    ...(topic && { topic }),
    message: textOf(values, 'message'),
    reveal: CHANNELS.filter((channel) => chosen(values, own).includes(channel)),
  };
}

/** What was sent, as the form holds it. */
export const valuesOfInput = ({ topic = '', message, reveal }: ContactInput): FormValues => ({
  topic,
  message,
  reveal: [...reveal],
});
