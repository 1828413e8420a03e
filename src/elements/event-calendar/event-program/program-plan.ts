import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  sessionsByTime,
  timedSessions,
  type GridDay,
  type GridRow,
  type TimedSession,
} from '../../../model/session-grid.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { clockAt, dayName, isNow, rangeOf, type ProgramContext } from './program-context.ts';
import { renderSession } from './program-session.ts';

/** A day as a table of times by rooms. */
export function renderTable(grid: GridDay, context: ProgramContext): TemplateResult {
  const { words, locale, arrangeTable } = context;
  const { program } = words;
  return html`<div class="scroll" role="group" aria-label=${program.caption(dayName(grid.day, context))} tabindex="0">
    <table data-arranging=${context.arranger?.picked ? '' : nothing} @keydown=${arrangeTable?.onKeydown}>
      <caption class="visually-hidden">
        ${program.caption(dayName(grid.day, { locale }))}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="time">${program.time}</th>
          ${grid.rooms.map((room) => html`<th scope="col">${room ?? program.noRoom}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          grid.rows,
          ({ start, kind }) => `${start} ${kind}`,
          (row) => renderRow(row, grid, context),
        )}
      </tbody>
    </table>
  </div>`;
}

function renderRow(row: GridRow, grid: GridDay, context: ProgramContext): TemplateResult {
  const { words, now, arrangeTable } = context;
  const { program } = words;
  const time = html`<th scope="row" class="time">${rangeOf(row, context)}</th>`;
  const wide = grid.rooms.length;
  if (row.kind === 'break') {
    return html`<tr class="break">
      ${time}
      <td colspan=${wide}>${program.pause}</td>
    </tr>`;
  }
  const running = isNow(row, now);
  if (row.kind === 'whole') {
    return html`<tr class="whole" data-now=${running ? '' : nothing}>
      ${time}
      <td colspan=${wide}>${row.sessions.map((timed) => renderSession(timed, { span: row }, context))}</td>
    </tr>`;
  }
  const isIdle = !arrangeTable && row.cells.length === wide && row.cells.every(({ sessions }) => sessions.length === 0);
  return html`<tr data-now=${running ? '' : nothing}>
    ${time}
    ${
      isIdle
        ? html`<td colspan=${wide} class="free">${program.free}</td>`
        : row.cells.map(
            (cell) =>
              html`<td rowspan=${cell.rowSpan > 1 ? cell.rowSpan : nothing} class=${cell.sessions.length === 0 ? 'free' : nothing}>
                ${
                  cell.sessions.length === 0
                    ? cell.open
                      ? context.arranger?.picked
                        ? nothing
                        : program.free
                      : program.pause
                    : cell.sessions.map((timed) =>
                        renderSession(
                          timed,
                          // The row's heading says when a field of one row ends; one of several says it itself.
                          { span: cell.rowSpan > 1 ? { ...row, end: NaN } : row, inRoom: cell.room !== undefined },
                          context,
                        ),
                      )
                }
                ${arrangeTable?.spot(row, cell, grid.rooms.indexOf(cell.room), grid)}
              </td>`,
          )
    }
  </tr>`;
}

/** A day as a list by time. */
export function renderList(
  grid: GridDay,
  context: ProgramContext,
  shown: (timed: TimedSession) => boolean = () => true,
): TemplateResult {
  const { program, words, level, timeZone, days, printing } = context;
  // A single day has a heading of its own above; behind tabs it has none.
  const timeLevel = days.length > 1 && !printing ? level : Math.min(6, level + 1);
  const times = sessionsByTime(
    timedSessions(program.sessions).filter((timed) => plainDateAt(timeZone, timed.start) === grid.day && shown(timed)),
  );
  if (times.length === 0) return html`<p class="quiet">${words.program.ownEmpty}</p>`;
  return html`${times.map(({ start, sessions }) => {
    const end = sessions.every((timed) => timed.end === sessions[0]!.end) ? sessions[0]!.end : undefined;
    const title = end ? rangeOf({ start, end }, context) : words.calendar.clock(clockAt(start, timeZone));
    return html`<div class="at">
      <div class="minor" role="heading" aria-level=${timeLevel}>${title}</div>
      <ul role="list">
        ${repeat(
          sessions,
          ({ session }) => session.id,
          (timed) => html`<li>${renderSession(timed, { span: { start, end: end ?? NaN } }, context)}</li>`,
        )}
      </ul>
    </div>`;
  })}`;
}
