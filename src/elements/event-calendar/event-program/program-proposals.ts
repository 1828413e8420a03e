import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isOneClick } from '../../../internal/one-click.ts';
import type { Session } from '../../../model/calendar-event.ts';
import { icon } from '../../shared/icons.ts';
import { hostsOf, type ProgramContext } from './program-context.ts';
import { PROGRAM_ICONS } from './program-icons.ts';
import { renderMore, renderTitle, renderTrack } from './program-session.ts';

export interface ProposalsContext {
  readonly over: boolean;
  readonly mayPropose: boolean;
  readonly maySignIn: boolean;
  readonly proposing: boolean;
  readonly onPropose: () => void;
  readonly onSignIn: () => void;
  /** The form, where it is open. */
  readonly form: TemplateResult | typeof nothing;
}

/** Proposals, the most wanted first. */
export const proposalsOf = (sessions: readonly Session[]): readonly Session[] =>
  sessions
    .filter(({ state }) => state === 'proposed')
    .sort((a, b) => (b.interested ?? 0) - (a.interested ?? 0) || (a.title < b.title ? -1 : 1));

/** What people would like to talk about; whoever may adds to it and shows interest. */
export function renderProposals(context: ProgramContext, more: ProposalsContext): TemplateResult | typeof nothing {
  const { event, program, words, level, arranging } = context;
  const { proposals } = words;
  const all = proposalsOf(program.sessions);
  const isOpen = event.programme?.proposals === 'open' && !more.over;
  if (all.length === 0 && !isOpen && !more.mayPropose && !arranging) return nothing;
  return html`<section class="proposals" aria-labelledby="proposals">
    <div class="subtitle" id="proposals" tabindex="-1" role="heading" aria-level=${level}>
      ${arranging ? words.arrange.toPlace : proposals.title}
    </div>
    ${
      arranging
        ? all.length === 0
          ? html`<p class="quiet">${words.arrange.nothingToPlace}</p>`
          : nothing
        : html`<p class="quiet">${more.over ? proposals.over : isOpen ? proposals.invite : proposals.closed}</p>
            ${renderEntry(context, more)} ${more.form}
            ${all.length === 0 ? html`<p class="quiet">${isOpen ? proposals.none : proposals.noneClosed}</p>` : nothing}`
    }
    <ul role="list">
      ${repeat(
        all,
        ({ id }) => id,
        (session) => html`<li>${renderProposal(session, context)}</li>`,
      )}
    </ul>
    ${arranging ? nothing : renderCancelled(context)}
  </section>`;
}

function renderEntry({ words }: ProgramContext, more: ProposalsContext): TemplateResult | typeof nothing {
  const { proposals } = words;
  if (more.mayPropose) {
    if (more.proposing) return nothing;
    return html`<p>
      <button type="button" class="button primary" id="propose" @click=${more.onPropose}>
        ${icon(PROGRAM_ICONS.plus)} ${proposals.propose}
      </button>
    </p>`;
  }
  if (!more.maySignIn) return nothing;
  return html`<p class="quiet">${proposals.signInHint}</p>
    <p><button type="button" class="button" @click=${more.onSignIn}>${proposals.signIn}</button></p>`;
}

function renderProposal(session: Session, context: ProgramContext): TemplateResult {
  const { words, arranging, pickButton } = context;
  const names = hostsOf(session);
  return html`<div
    class="session proposal"
    data-session=${session.id}
    data-picked=${context.arranger?.picked?.id === session.id ? '' : nothing}
  >
    <div class="main">
      ${renderTitle(session, context)}
      <p class="meta">
        ${session.me?.host ? html`<strong class="badge">${words.proposals.own}</strong> ` : nothing}
        ${[names && words.program.hosts(names), session.minutes ? words.program.minutes(session.minutes) : ''].filter(Boolean).join(' · ')}
      </p>
      ${renderTrack(session, context)} ${renderMore(session, context)}
    </div>
    <div class="tools">${arranging ? html`${renderCount(session, context)} ${pickButton(session)}` : renderInterest(session, context)}</div>
  </div>`;
}

const renderCount = ({ interested = 0 }: Session, { words }: ProgramContext): TemplateResult =>
  html`<p class="meta">${words.program.interested(interested)}</p>`;

/** Interest, switched on and off; for others the number alone. */
export function renderInterest(session: Session, context: ProgramContext): TemplateResult {
  const { port, program, words } = context;
  if (!session.can?.includes('interest') || !port?.sessionInterest) return renderCount(session, context);
  return html`<button
      type="button"
      class="button small interest"
      aria-pressed=${session.me?.interested ? 'true' : 'false'}
      aria-disabled=${program.isBusy(`interest-${session.id}`) ? 'true' : nothing}
      @click=${(event: MouseEvent) => isOneClick(event) && void program.interest(session)}
    >
      ${icon(PROGRAM_ICONS.heart)} ${words.proposals.interest}<span class="visually-hidden">: ${session.title}</span>
    </button>
    <p class="meta">${words.program.interested(session.interested ?? 0)}</p>`;
}

/** What was taken back, for those who had to do with it. */
function renderCancelled({ program, words, arranger }: ProgramContext): TemplateResult | typeof nothing {
  const cancelled = program.sessions.filter(({ state }) => state === 'cancelled');
  if (cancelled.length === 0) return nothing;
  return html`<details>
    <summary>${words.proposals.cancelled} (${cancelled.length})</summary>
    <ul role="list">
      ${cancelled.map(
        (session) =>
          html`<li class="cancelled">
            <span>${session.title}</span>
            ${
              arranger && session.can?.includes('place')
                ? html`<button type="button" class="button small" @click=${() => void arranger.unplace(session)}>
                  ${words.arrange.back}<span class="visually-hidden">: ${session.title}</span>
                </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </details>`;
}
