import { html, type TemplateResult } from 'lit';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import { daysBetween } from '../../../model/plain-date.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { dayWords, type EntryContext } from './entry-context.ts';

/** Days before its end from which an entry says so. */
const SOON = 30;

/** Whether the entry is in the directory for a few days only. */
function isEnding({ consent, state }: PeerProfile, today: string, timeZone: string): boolean {
  if (state !== 'listed' || !consent) return false;
  return daysBetween(today, plainDateAt(timeZone, Date.parse(consent.expiresAt))) <= SOON;
}

/** How it stands with the entry, in one sentence. */
function stateWords(context: EntryContext): string {
  const { words, profile, today, timeZone } = context;
  const says = words.entry.state;
  const { state, consent } = profile;
  const [since, until] = consent ? [dayWords(consent.at, context), dayWords(consent.expiresAt, context)] : ['', ''];
  switch (state) {
    case 'draft':
      return says.draft;
    case 'hidden':
      return says.hidden;
    case 'expired':
      return says.expired(until);
    case 'listed':
      return isEnding(profile, today, timeZone) ? says.ending(until) : says.listed(since, until);
  }
}

/** How it stands with the entry, and the way to change that. */
export function renderState(context: EntryContext, onAction: () => void): TemplateResult {
  const { profile, words, today, timeZone } = context;
  const look = isEnding(profile, today, timeZone) ? 'ending' : profile.state;
  return html`<div class="state" data-state=${look}>
    <p>${stateWords(context)}</p>
    <button type="button" class="button" @click=${onAction}>${words.entry.stateAction[profile.state]}</button>
  </div>`;
}
