import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ContactRequest } from '../../../model/contact-request.ts';
import { icon } from '../../shared/icons.ts';
import { answerForm } from './answer-forms.ts';
import { renderAddresses } from './contact-addresses.ts';
import { CONTACT_ICONS } from './contact-icons.ts';
import { channelNames, dayWords } from './contact-words.ts';
import { ANSWERS, answerKey, type Answer, type InboxContext } from './inbox-context.ts';

/** Requests, one below the other, each to be unfolded. */
export const renderRequests = (requests: readonly ContactRequest[], context: InboxContext): TemplateResult =>
  html`<ul class="list" role="list">
    ${repeat(
      requests,
      ({ id }) => id,
      (request) => renderRequest(request, context),
    )}
  </ul>`;

/** How a request stands, in a word. */
export const stateWords = ({ box, state }: ContactRequest, { words }: Pick<InboxContext, 'words'>): string =>
  words.inbox.states[box][state];

function renderRequest(request: ContactRequest, context: InboxContext): TemplateResult {
  const { words, clock, headingLevel, openId, unfold } = context;
  const { inbox } = words;
  const { id, peer, topic, about, state, box, expiresAt } = request;
  const isOpen = id === openId;
  const until = state === 'sent' ? inbox.until(dayWords(expiresAt, clock)) : '';
  const named = box === 'received' ? inbox.from(peer.displayName) : inbox.to(peer.displayName);
  return html`<li class="item" data-id=${id} data-state=${state}>
    <div class="top">
      <vr-avatar
        size="medium"
        .personId=${peer.id}
        .name=${peer.displayName}
        .photo=${peer.photo?.url}
      ></vr-avatar>
      <div class="facts">
        <p class="state">
          ${icon(CONTACT_ICONS[state])} <span>${[stateWords(request, context), until].filter(Boolean).join(' · ')}</span>
        </p>
        <div class="name" role="heading" aria-level=${headingLevel}>
          ${peer.displayName}${peer.org ? html`<span class="org">, ${peer.org.name}</span>` : nothing}
        </div>
        <p class="topic">${topic || about?.title || inbox.noTopic}</p>
      </div>
      <button type="button" class="button" data-unfold aria-expanded=${isOpen} @click=${() => unfold(request)}>
        ${isOpen ? inbox.hide : inbox.show}<span class="visually-hidden">: ${named}</span>
      </button>
    </div>
    ${isOpen ? renderDetail(request, context) : nothing}
  </li>`;
}

function renderDetail(request: ContactRequest, context: InboxContext): TemplateResult {
  const { words, clock, toPeer, form } = context;
  const { inbox, contact, request: says } = words;
  const { peer, about, message, createdAt, answeredAt, box, state, reveal } = request;
  const day = (instant: string): string => dayWords(instant, clock);
  const names = channelNames(reveal, words);
  const gives =
    box === 'sent'
      ? reveal.length > 0
        ? inbox.youGive(names)
        : inbox.youGiveNothing
      : state !== 'sent' || form?.name === 'accept'
        ? ''
        : reveal.length > 0
          ? inbox.theyGive(peer.displayName, names)
          : says.givesNothing(peer.displayName);
  const hint =
    state === 'expired' ? inbox.expiredHint[box] : state === 'declined' && box === 'sent' ? inbox.declinedHint : '';
  return html`<div class="detail">
    ${about ? html`<p class="meta">${contact.about[about.type]}: ${about.title}</p>` : nothing}
    ${message ? html`<p class="message">${message}</p>` : html`<p>${inbox.takenBack(peer.displayName)}</p>`}
    <p class="meta">
      ${box === 'sent' ? inbox.sentOn(day(createdAt)) : inbox.receivedOn(day(createdAt))}${
        answeredAt ? html` · ${inbox.answeredOn(day(answeredAt))}` : nothing
      }${gives ? html`<br />${gives}` : nothing}
    </p>
    ${hint ? html`<p class="meta">${hint}</p>` : nothing}
    ${state === 'accepted' ? renderAddresses(request, context) : nothing} ${renderActions(request, context)}
    <p>
      <button type="button" class="link" @click=${() => toPeer(peer.id)}>${inbox.toPeer(peer.displayName)}</button>
    </p>
  </div>`;
}

const isAllowed = ({ can }: ContactRequest, name: Answer): boolean => can.includes(name);

function renderActions(request: ContactRequest, context: InboxContext): TemplateResult | typeof nothing {
  const { words, form, open, port, drawForm, answer, deeds } = context;
  const { inbox } = words;
  const { id } = request;
  const allowed = port.answerRequest ? ANSWERS.filter((name) => isAllowed(request, name)) : [];
  if (allowed.length === 0) return nothing;
  const here = form?.id === id && allowed.includes(form.name) ? form : undefined;
  const button = (name: Answer): TemplateResult =>
    html`<button
      type="button"
      class="button ${name === 'accept' ? 'primary' : name === 'block' ? 'quiet' : ''}"
      data-answer=${name}
      aria-expanded=${here?.name === name}
      aria-disabled=${deeds.isBusy(answerKey({ name, id })) ? 'true' : nothing}
      @click=${() => open(here?.name === name ? undefined : { name, id })}
    >
      ${inbox[name]}<span class="visually-hidden">: ${request.peer.displayName}</span>
    </button>`;
  return html`<div class="row">${allowed.map(button)}</div>
    ${here ? drawForm(here, answerForm(here, request, context), (values) => answer(request, here, values)) : nothing}`;
}
