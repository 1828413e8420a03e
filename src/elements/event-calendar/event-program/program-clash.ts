import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../../model/calendar-event.ts';
import type { SessionInput } from '../../../model/event-input.ts';
import { sessionSpan } from '../../../model/session-conflicts.ts';
import { dayOf, rangeOf, type ProgramContext } from './program-context.ts';

interface Row {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What differs between what the reader wrote and what is there now. */
function rowsOf(session: Session, input: SessionInput, context: ProgramContext): readonly Row[] {
  const { words } = context;
  const { sessionForm, conflict, arrange, program } = words;
  const place = (each: Pick<Session, 'start' | 'end' | 'room' | 'minutes'>): string => {
    const span = sessionSpan(each);
    return span ? arrange.at(dayOf(span.start, context), rangeOf(span, context), each.room ?? arrange.noRoom) : '–';
  };
  const minutes = (count: number | null | undefined): string => (count ? program.minutes(count) : '–');
  const rows: Row[] = [];
  const text = (label: string, mine: string | null | undefined, theirs: string | undefined): void => {
    if (mine !== undefined) rows.push({ label, mine: mine ?? '–', theirs: theirs ?? '–' });
  };
  text(sessionForm.title, input.title, session.title);
  text(sessionForm.abstract, input.abstract, session.abstract);
  text(sessionForm.track, input.track, session.track);
  if (input.minutes !== undefined) {
    rows.push({ label: sessionForm.minutes, mine: minutes(input.minutes), theirs: minutes(session.minutes) });
  }
  if (input.start !== undefined) {
    const { start, end, room } = input;
    const mine = start ? place({ start, ...(end && { end }), ...(room && { room }) }) : '–';
    rows.push({ label: conflict.place, mine, theirs: place(session) });
  }
  if (input.state !== undefined) {
    rows.push({ label: conflict.state, mine: conflict.states[input.state], theirs: conflict.states[session.state] });
  }
  return rows.filter(({ mine, theirs }) => mine !== theirs);
}

/** Two versions beside each other, where somebody was faster. Nothing is lost until one is chosen. */
export function renderClash(context: ProgramContext): TemplateResult | typeof nothing {
  const { program, words, level } = context;
  const { clash } = program;
  if (!clash) return nothing;
  const { conflict } = words;
  const rows = rowsOf(clash.session, clash.input, context);
  return html`<div class="panel" role="alert">
    <div class="minor" id="clash" tabindex="-1" role="heading" aria-level=${level}>${conflict.title}</div>
    <p><strong>${clash.session.title}</strong></p>
    <p>${conflict.explain}</p>
    ${
      rows.length === 0
        ? html`<p>${conflict.same}</p>`
        : html`<table class="versions">
          <thead>
            <tr>
              <td></td>
              <th scope="col">${conflict.mine}</th>
              <th scope="col">${conflict.theirs}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ label, mine, theirs }) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  <td>${mine}</td>
                  <td>${theirs}</td>
                </tr>`,
            )}
          </tbody>
        </table>`
    }
    <div class="row">
      <button type="button" class="button primary" @click=${() => void program.settle(true)}>${conflict.saveMine}</button>
      <button type="button" class="button" @click=${() => context.takeTheirs()}>${conflict.takeTheirs}</button>
    </div>
  </div>`;
}
