import { html } from 'lit';
import type { ContactRequest } from '../../../model/contact-request.ts';
import { listOf, type FormValues } from '../../../model/form-values.ts';
import type { Channel } from '../../../model/peer-profile.ts';
import type { FormSpec } from '../../shared/form/form-fields.ts';
import { channelNames } from './contact-words.ts';
import { answerKey, type AnswerForm, type InboxContext } from './inbox-context.ts';
import type { OwnEntry } from './own-entry.ts';

/** What the reader gives away, of the ways that are in their entry. */
export const given = (values: FormValues, own: OwnEntry): readonly Channel[] =>
  own.given.filter((channel) => listOf(values, 'reveal').includes(channel));

/** What is asked before a request is answered; what the other one sees stands in the question. */
export function answerForm(
  form: AnswerForm,
  { peer, reveal, state }: ContactRequest,
  { own, words, profile }: Pick<InboxContext, 'own' | 'words' | 'profile'>,
): FormSpec {
  const { inbox } = words;
  const name = peer.displayName;
  const base = { key: answerKey(form), cancel: inbox.keep, fields: [] };
  switch (form.name) {
    case 'accept':
      return {
        ...base,
        intro: reveal.length > 0 ? inbox.theyGive(name, channelNames(reveal, words)) : inbox.theyGiveNothing(name),
        submit: inbox.acceptSend,
        codes: { ...words.request.codes, required: inbox.nobodyGives },
        fields: acceptFields(name, { own, words, profile }),
        // One of the two gives an address, or the acceptance leads nowhere.
        check: (values): Readonly<Record<string, string>> =>
          reveal.length === 0 && given(values, own).length === 0 ? { reveal: inbox.nobodyGives } : {},
      };
    case 'decline':
      return { ...base, intro: inbox.declineIntro(name), submit: inbox.declineSend };
    case 'block':
      return {
        ...base,
        intro: state === 'sent' ? inbox.blockIntro(name) : inbox.blockSettledIntro(name),
        submit: inbox.blockSend(name),
        grave: true,
      };
    case 'withdraw':
      return { ...base, intro: inbox.withdrawIntro(name), submit: inbox.withdrawSend, grave: true };
  }
}

function acceptFields(
  name: string,
  { own, words, profile }: Pick<InboxContext, 'own' | 'words' | 'profile'>,
): FormSpec['fields'] {
  const { inbox, request, contact } = words;
  if (own.state === 'loading') return [{ kind: 'note', name: 'reveal', label: '', text: request.channelsLoading }];
  if (own.given.length === 0)
    return [
      {
        kind: 'note',
        name: 'reveal',
        label: '',
        text:
          own.state === 'failed'
            ? html`${inbox.channelsFailed}
                <button type="button" class="link" @click=${() => own.load()}>${words.common.retry}</button>`
            : html`${request.noChannels} ${profile ? html`<a href=${profile}>${contact.toProfile}</a>` : ''}`,
      },
    ];
  return [
    {
      kind: 'checks',
      name: 'reveal',
      label: inbox.acceptIntro(name),
      hint: inbox.acceptHint,
      options: own.given.map((channel) => ({
        value: channel,
        label: request.channel(contact.channels[channel], own.channels[channel] ?? ''),
      })),
    },
  ];
}
