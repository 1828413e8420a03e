import { html, nothing, type TemplateResult } from 'lit';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { RegistrationPhase } from '../../../model/registration.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import { hostOf, safeUrl } from '../event-links.ts';
import { PAGE_ICONS } from './page-icons.ts';
import { momentWords, type FactsContext } from './registration-facts.ts';
import type { RegistrationOrder } from './registration-orders.ts';

export interface StandContext extends FactsContext {
  readonly event: CalendarEvent;
  readonly phase: RegistrationPhase;
  /** What has just happened, in place of how it stands. */
  readonly news: string;
  /** The source tells by mail; undefined where it is not known. */
  readonly mails: boolean | undefined;
  /** The reader may register. */
  readonly maySend: boolean;
}

/** The reader has a place, or waits for one. */
export const isIn = ({ me }: CalendarEvent): boolean => me?.registered === true || me?.waitingPosition !== undefined;

/** How it stands, to be compared: news of another stand are none any more. */
export const standOf = ({ me }: CalendarEvent): string => `${me?.registered === true} ${me?.waitingPosition ?? ''}`;

/** What it means that an order has arrived. */
export function arrivalWords(
  { input, stood }: RegistrationOrder,
  { me }: CalendarEvent,
  { register }: EventPageMessages,
): string {
  if (!input) return register.unregistered;
  if (me?.registered) {
    if (stood === 'registered') return register.changed;
    return stood === 'free' ? register.registeredNow : register.promoted;
  }
  if (me?.waitingPosition === undefined) return '';
  if (stood === 'waiting') return register.changed;
  const now = register.onWaitingListNow(me.waitingPosition);
  return stood === 'free' ? `${register.fullMeanwhile} ${now}` : now;
}

const lead = (text: string, path: string): TemplateResult => html`<p class="strong">${icon(path)} ${text}</p>`;

/** How it stands, in words. */
export function standWords(context: StandContext): TemplateResult {
  const { event, phase, news, mails, maySend, words } = context;
  const { register } = words;
  const { opensAt, closesAt } = event.registration ?? {};
  if (phase === 'cancelled') return html`<p>${register.cancelled}</p>`;
  if (isIn(event)) {
    const { registered, waitingPosition = 1 } = event.me ?? {};
    const ahead = registered
      ? news && mails
        ? register.byMail
        : register.byNews
      : mails
        ? register.waitingByMail
        : register.waitingByNews;
    return html`${
      registered
        ? lead(news || register.registered, PAGE_ICONS.check)
        : lead(news || register.onWaitingList(waitingPosition), PAGE_ICONS.clock)
    }
    ${mails === undefined || phase === 'over' ? nothing : html`<p>${ahead}</p>`}`;
  }
  const early = opensAt !== undefined && Date.parse(opensAt) > Date.now();
  const says: Partial<Record<RegistrationPhase, string>> = {
    over: register.over,
    closed: closesAt ? register.closedOn(momentWords(closesAt, context)) : register.closed,
    'not-yet': opensAt ? register.notYet(momentWords(opensAt, context)) : '',
    full: maySend ? `${register.full} ${register.fullMeaning}` : register.full,
    open: early ? register.headStart(momentWords(opensAt, context)) : '',
  };
  return html`${news ? html`<p class="strong">${news}</p>` : nothing}
  ${says[phase] ? html`<p>${says[phase]}</p>` : nothing}`;
}

export interface EntranceContext extends StandContext {
  readonly maySignIn: boolean;
  readonly signedIn: boolean;
  /** The source takes registrations. */
  readonly here: boolean;
  readonly formOpen: boolean;
  readonly onOpen: () => void;
}

/** The way in: a button that opens the form, or a link to where the registration is. */
export function renderEntrance(context: EntranceContext): TemplateResult | typeof nothing {
  const { event, phase, maySend, maySignIn, signedIn, here, formOpen, onOpen, words } = context;
  const { register, common } = words;
  const { url = '' } = event.registration ?? {};
  const away = (address: string | undefined, label: string, meaning: string): TemplateResult | typeof nothing => {
    const href = address && safeUrl(address);
    return href
      ? html`<div class="row">
            <a class="button primary" href=${href} target="_blank" rel="noopener noreferrer">
              ${label} ${icon(ICONS.external)}
              <span class="visually-hidden">(${common.openInNewTab})</span>
            </a>
          </div>
          <p class="quiet">${meaning}</p>`
      : nothing;
  };
  if (phase === 'external') return away(url, register.external(hostOf(url)), register.externalMeaning);
  if (phase !== 'open' && phase !== 'full') return nothing;
  if (!here) return away(event.url, register.toSource, register.atSource);
  // A link may name a whole series, whose dates people register for one by one.
  const isWhole = event.recurrence !== undefined && event.recurrenceId === undefined;
  if (isWhole && event.registration?.scope !== 'series') return html`<p class="text">${register.chooseDate}</p>`;
  if (!maySend && !maySignIn) return html`<p class="quiet">${signedIn ? register.notAllowed : register.strangers}</p>`;
  if (formOpen) return nothing;
  return html`<div class="row">
    <button type="button" class="button primary large" data-opener @click=${onOpen}>
      ${phase === 'full' ? register.waitingList : register.register}
    </button>
  </div>`;
}

export interface OwnContext extends StandContext {
  readonly mayLeave: boolean;
  readonly mayChange: boolean;
  /** Whether the reader is asked once more. */
  readonly form: 'closed' | 'open' | 'asking';
  readonly onChange: () => void;
  readonly onAsk: () => void;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** What the reader wrote, and the ways to change it or to come no more. */
export function renderOwn(context: OwnContext): TemplateResult {
  const { event, words, form } = context;
  const { register } = words;
  const { note, needs } = event.me ?? {};
  return html`${
    note || needs
      ? html`<dl>
          ${
            note
              ? html`<dt>${register.yourNote}</dt>
                <dd>${note}</dd>`
              : nothing
          }
          ${
            needs
              ? html`<dt>${register.yourNeeds}</dt>
                <dd>${needs}</dd>`
              : nothing
          }
        </dl>`
      : nothing
  }
  ${form === 'asking' ? renderAsk(context) : form === 'closed' ? renderWays(context) : nothing}`;
}

function renderAsk({ event, words, onLeave, onStay }: OwnContext): TemplateResult {
  const { register } = words;
  const circle = event.registration?.scope === 'series';
  const registered = event.me?.registered;
  const ask = !registered ? register.leaveAsk : circle ? register.unregisterCircleAsk : register.unregisterAsk;
  return html`<div class="ask" role="group" aria-labelledby="ask" tabindex="-1">
    <p id="ask">${ask}</p>
    <div class="row">
      <button type="button" class="button grave" @click=${onLeave}>
        ${registered ? register.unregisterYes : register.leaveYes}
      </button>
      <button type="button" class="button" @click=${onStay}>
        ${registered ? register.unregisterNo : register.leaveNo}
      </button>
    </div>
  </div>`;
}

function renderWays({ words, mayLeave, mayChange, onChange, onAsk }: OwnContext): TemplateResult | typeof nothing {
  const { register } = words;
  if (!mayLeave && !mayChange) return nothing;
  return html`<div class="row">
    ${
      mayChange
        ? html`<button type="button" class="button" data-opener @click=${onChange}>${register.change}</button>`
        : nothing
    }
    ${
      mayLeave
        ? html`<button type="button" class="button quiet" data-asks @click=${onAsk}>${register.unregister}</button>`
        : nothing
    }
  </div>`;
}
