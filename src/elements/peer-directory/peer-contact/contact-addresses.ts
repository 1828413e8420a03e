import { html, nothing, type TemplateResult } from 'lit';
import { copyText } from '../../../internal/copy-text.ts';
import type { ContactRequest } from '../../../model/contact-request.ts';
import { CHANNELS, type Channel } from '../../../model/peer-profile.ts';
import { CONTACT_ICONS } from './contact-icons.ts';
import { icon } from '../../shared/icons.ts';
import type { InboxContext } from './inbox-context.ts';

/** Where an address leads to; undefined for what is no address of the web. */
function hrefOf(channel: Channel, address: string): string | undefined {
  if (channel === 'email') return /^[^\s@<>"]+@[^\s@<>"]+$/.test(address) ? `mailto:${encodeURI(address)}` : undefined;
  if (channel === 'phone') {
    const number = address.replace(/\(0\)/g, '').replace(/[^+\d]/g, '');
    return number.length >= 3 ? `tel:${number}` : undefined;
  }
  return /^https:\/\/\S+$/i.test(address) && URL.canParse(address) ? address : undefined;
}

/** The addresses of an accepted request: asked for, and in the page, only as long as somebody looks at them. */
export function renderAddresses(request: ContactRequest, context: InboxContext): TemplateResult {
  const { source, words, showContact } = context;
  const { inbox, common } = words;
  const name = request.peer.displayName;
  const shown = source.shown.get(request.id);
  if (!shown)
    return html`<div class="row">
      <button type="button" class="button primary" data-show @click=${() => showContact(request)}>
        ${icon(CONTACT_ICONS.lock)} ${inbox.showContact}
      </button>
    </div>`;
  if (shown.state === 'loading') return html`<p role="status">${inbox.contactLoading}</p>`;
  if (shown.state === 'failed')
    return html`<div class="failure" role="alert">
      <p>${inbox.failed(words.failure[shown.error.kind])}</p>
      <button type="button" class="button" @click=${() => showContact(request)}>${common.retry}</button>
    </div>`;
  const { contact } = shown;
  const channels = CHANNELS.filter((channel) => contact[channel]);
  return html`<section class="addresses" tabindex="-1" aria-label=${inbox.contactOf(name)}>
    <p class="strong">${inbox.contactOf(name)}</p>
    ${
      channels.length === 0
        ? html`<p>${inbox.noContact(name)} ${request.reveal.length > 0 ? inbox.waitForThem(name) : nothing}</p>`
        : html`<dl>
            ${channels.map((channel) => renderAddress(request.id, channel, contact[channel] ?? '', context))}
          </dl>`
    }
    <div class="row">
      <button type="button" class="button quiet" @click=${() => source.hide(request.id)}>${inbox.hideContact}</button>
    </div>
  </section>`;
}

function renderAddress(id: string, channel: Channel, address: string, context: InboxContext): TemplateResult {
  const { words, copied, onCopied } = context;
  const { inbox, contact } = words;
  const href = hrefOf(channel, address);
  const isWeb = channel === 'chat' && href !== undefined;
  const key = `${id} ${channel}`;
  const how = copied?.key === key ? copied.how : undefined;
  const label = contact.channels[channel];
  const onCopy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    const field = button.parentElement?.querySelector('input');
    if (!field) return;
    const done = await copyText(address, field);
    if (done) button.focus();
    onCopied({ key, how: done ? 'done' : 'by-hand' });
  };
  return html`<dt>${label}</dt>
    <dd>
      ${
        href
          ? html`<a href=${href} target=${isWeb ? '_blank' : nothing} rel=${isWeb ? 'noopener noreferrer' : nothing}
              >${address}${
                isWeb ? html`<span class="visually-hidden"> (${words.common.openInNewTab})</span>` : nothing
              }</a
            >`
          : html`<span class="text">${address}</span>`
      }
      <button type="button" class="button" @click=${onCopy}>
        ${inbox.copy}<span class="visually-hidden">: ${label}</span>
      </button>
      <input
        class=${how === 'by-hand' ? '' : 'visually-hidden'}
        readonly
        aria-label=${label}
        tabindex=${how === 'by-hand' ? nothing : -1}
      />
      <span class="hint" role="status"
        >${how === 'done' ? inbox.copied(label) : how === 'by-hand' ? inbox.byHand(label) : nothing}</span
      >
    </dd>`;
}
