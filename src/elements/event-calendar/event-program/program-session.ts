import { html, nothing, type TemplateResult } from 'lit';
import { isOneClick } from '../../../internal/one-click.ts';
import type { Session } from '../../../model/calendar-event.ts';
import type { SessionSpan } from '../../../model/session-conflicts.ts';
import type { TimedSession } from '../../../model/session-grid.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import { clockAt, hostsOf, isNow, rangeOf, type ProgramContext } from './program-context.ts';
import { PROGRAM_ICONS, TRACK_MARKS } from './program-icons.ts';

/** What stands around a session already, and need not be said again. */
export interface SessionSetting {
  /** The row or heading that says when it is. */
  readonly span?: SessionSpan;
  /** The column says the room. */
  readonly inRoom?: boolean;
}

/** A session on the plan: title, who and what; on wish the rest, in place. */
export function renderSession(timed: TimedSession, setting: SessionSetting, context: ProgramContext): TemplateResult {
  const { session } = timed;
  const { words, now, own, timeZone } = context;
  const { span, inRoom = false } = setting;
  const time =
    !span || span.start !== timed.start
      ? rangeOf(timed, context)
      : span.end === timed.end
        ? ''
        : words.program.until(clockAt(timed.end, timeZone));
  const running = isNow(timed, now);
  const meta = [time, inRoom ? '' : (session.room ?? words.program.forAll)].filter(Boolean).join(' · ');
  return html`<div
    class="session"
    data-session=${session.id}
    data-now=${running ? '' : nothing}
    data-own=${own.has(session.id) ? '' : nothing}
    data-picked=${context.arranger?.picked?.id === session.id ? '' : nothing}
  >
    ${running ? html`<p class="now">${icon(PROGRAM_ICONS.now)} ${words.program.now}</p>` : nothing}
    ${renderTitle(session, context)} ${meta ? html`<p class="meta">${meta}</p>` : nothing}
    ${hostsOf(session) ? html`<p class="meta">${words.program.hosts(hostsOf(session))}</p>` : nothing}
    ${renderTrack(session, context)} ${renderClash(session, context)}
    ${context.printing ? nothing : renderTools(session, context)} ${renderMore(session, context)}
  </div>`;
}

/** The title; a button where there is more to see. */
export function renderTitle(session: Session, { isOpen, toggleOpen, printing }: ProgramContext): TemplateResult {
  if (printing) return html`<p class="title">${session.title}</p>`;
  return html`<button
    type="button"
    class="title"
    data-open=${session.id}
    aria-expanded=${isOpen(session.id) ? 'true' : 'false'}
    @click=${() => toggleOpen(session.id)}
  >
    <span>${session.title}</span> ${icon(PROGRAM_ICONS.chevron)}
  </button>`;
}

/** The track in words, with a mark whose form tells it from others. */
export function renderTrack(
  { track }: Session,
  { event, program, words }: ProgramContext,
): TemplateResult | typeof nothing {
  if (!track) return nothing;
  const known = [...(event.programme?.tracks ?? [])];
  for (const session of program.sessions)
    if (session.track && !known.includes(session.track)) known.push(session.track);
  const index = known.indexOf(track) % TRACK_MARKS.length;
  return html`<p class="meta track" data-track=${index}>
    ${icon(TRACK_MARKS[index]!)} <span class="visually-hidden">${words.program.track}: </span>${track}
  </p>`;
}

/** Others of the reader's own programme that are on at the same time. */
function renderClash({ id }: Session, { clashes, words }: ProgramContext): TemplateResult | typeof nothing {
  const others = clashes.get(id);
  if (!others) return nothing;
  return html`<p class="clash">
    ${icon(ICONS.warning)}
    <span>${words.program.clash(others.map((title) => words.program.quoted(title)).join(', '))}</span>
  </p>`;
}

function renderTools(
  session: Session,
  { words, own, remember, arranging, pickButton }: ProgramContext,
): TemplateResult {
  if (arranging) return html`<div class="tools">${pickButton(session)}</div>`;
  return html`<div class="tools">
    <button
      type="button"
      class="button small quiet keep"
      aria-pressed=${own.has(session.id) ? 'true' : 'false'}
      @click=${(event: MouseEvent) => isOneClick(event) && remember(session)}
    >
      ${icon(PROGRAM_ICONS.bookmark)} ${words.program.remember}<span class="visually-hidden">: ${session.title}</span>
    </button>
  </div>`;
}

/** What it is about, who is interested, and where it leads. */
export function renderMore(session: Session, context: ProgramContext): TemplateResult | typeof nothing {
  const { words, isOpen, printing, actions } = context;
  if (printing || !isOpen(session.id)) return nothing;
  const { program } = words;
  return html`<div class="more">
    ${session.abstract ? html`<p class="abstract">${session.abstract}</p>` : nothing}
    ${session.minutes && session.state !== 'scheduled' ? html`<p class="meta">${program.minutes(session.minutes)}</p>` : nothing}
    ${
      session.interested && session.state === 'scheduled' && !session.can?.includes('interest')
        ? html`<p class="meta">${program.interested(session.interested)}</p>`
        : nothing
    }
    ${renderIdea(session, context)} ${actions(session)}
  </div>`;
}

/** One step from a session to an idea: the one that came of it, or a new one. */
function renderIdea(
  session: Session,
  { words, newIdea, ideaAddress }: ProgramContext,
): TemplateResult | typeof nothing {
  const { program } = words;
  if (session.ideaId) {
    const href = ideaAddress(session.ideaId);
    return html`<p>
      ${href ? html`<a class="idea" href=${href}>${icon(PROGRAM_ICONS.idea)} ${program.idea}</a>` : program.hasIdea}
    </p>`;
  }
  const href = newIdea(session);
  if (!href || session.state === 'cancelled') return nothing;
  return html`<p>
    <a class="idea" href=${href}
      >${icon(PROGRAM_ICONS.idea)} ${program.newIdea}<span class="visually-hidden">: ${session.title}</span></a
    >
  </p>`;
}
