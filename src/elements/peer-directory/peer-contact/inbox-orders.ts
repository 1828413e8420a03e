import { html, nothing, type TemplateResult } from 'lit';
import type { PeerContactMessages } from '../../../i18n/de/peer-contact.ts';
import type { ContactEntry } from './contact-orders.ts';
import { renderSendingActions, sendingWords } from './contact-sending.ts';
import type { Clock } from './contact-words.ts';
import type { OrdersController } from './orders-controller.ts';

export interface InboxOrdersContext {
  readonly orders: OrdersController;
  readonly words: PeerContactMessages;
  readonly clock: Clock;
  readonly maySignIn: boolean;
  readonly onSignIn: (entry: ContactEntry) => void;
  /** Back to the form of a request. */
  readonly onEdit: (entry: ContactEntry) => void;
}

/** Requests that have not arrived yet; they stand before those that have. */
export function renderOrders(context: InboxOrdersContext): TemplateResult | typeof nothing {
  const { orders, words, clock, maySignIn, onSignIn, onEdit } = context;
  if (orders.entries.length === 0) return nothing;
  return html`<ul class="list orders" role="list">
    ${orders.entries.map((entry) => {
      const sending = {
        words,
        clock,
        entry,
        storage: orders.storage,
        maySignIn,
        onResend: () => orders.orders?.retry(entry),
        onSignIn: () => onSignIn(entry),
        onGiveUp: () => orders.orders?.giveUp(entry),
        onEdit: () => onEdit(entry),
      };
      return html`<li class="panel ${entry.state}">
        <p class="meta">${words.inbox.to(entry.input.name)}</p>
        <div role="status">${sendingWords(sending)}</div>
        ${renderSendingActions(sending)}
      </li>`;
    })}
  </ul>`;
}
