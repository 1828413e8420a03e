import { html, nothing, type TemplateResult } from 'lit';
import type { PeerImportMessages } from '../../../i18n/de/peer-import.ts';
import type { ImportPreview, ImportRow } from '../../../model/peer-import.ts';
import { problemWords } from './import-words.ts';

/** Rows shown at once: a file may have 10,000. */
export const ROWS = 50;
const ACTIONS = ['create', 'update', 'same', 'skip'] as const;

export interface RowsContext {
  readonly rows: readonly ImportRow[];
  readonly words: PeerImportMessages;
  /** Index of the first row that is shown. */
  readonly from: number;
  /** Only those that there is something to say of. */
  readonly onlyProblems: boolean;
  readonly onFrom: (from: number) => void;
  /** Absent where no others are there. */
  readonly onOnly?: (only: boolean) => void;
}

/** How many of what, none left out but those that are none. */
export const renderCounts = (counts: ImportPreview['counts'], { import: says }: PeerImportMessages): TemplateResult =>
  html`<ul class="counts" role="list">
    ${ACTIONS.filter((action) => counts[action] > 0).map(
      (action) => html`<li data-action=${action}>${says.counts[action](counts[action])}</li>`,
    )}
  </ul>`;

/** What each column of the file was taken for. */
export function renderColumns(
  columns: ImportPreview['columns'],
  words: PeerImportMessages,
): TemplateResult | typeof nothing {
  const { import: says } = words;
  if (columns.length === 0) return nothing;
  return html`<div class="scroll" role="region" aria-label=${says.columns} tabindex="0">
    <table>
      <caption>
        ${says.columns}
      </caption>
      <thead>
        <tr>
          <th scope="col">${says.column}</th>
          <th scope="col">${says.meaning}</th>
        </tr>
      </thead>
      <tbody>
        ${columns.map(
          ({ name, field }) =>
            html`<tr data-left=${field ? nothing : 'true'}>
              <th scope="row">${name}</th>
              <td>${columnWords(field, words)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function columnWords(field: string | undefined, { import: says }: PeerImportMessages): string {
  if (!field) return says.leftOut;
  const name = says.fields[field] ?? field;
  return field === 'email' ? says.onlyForMail(name) : name;
}

/** The rows, a page at a time. */
export function renderRows(context: RowsContext): TemplateResult {
  const { rows, words, from, onlyProblems, onFrom, onOnly } = context;
  const { import: says } = words;
  const shown = onlyProblems ? rows.filter(({ problems }) => problems.length > 0) : rows;
  const page = shown.slice(from, from + ROWS);
  const to = from + page.length;
  return html`${
    onOnly
      ? html`<label class="choice"
            ><input
              type="checkbox"
              .checked=${onlyProblems}
              @change=${(event: Event) => onOnly((event.target as HTMLInputElement).checked)}
            /><span>${says.onlyProblems}</span></label
          >`
      : nothing
  }
    ${
      shown.length === 0
        ? html`<p>${says.noProblems}</p>`
        : html`<div class="scroll" role="region" aria-label=${says.rows} tabindex="0">
              <table>
                <caption>
                  ${says.rows}
                </caption>
                <thead>
                  <tr>
                    <th scope="col" class="number">${says.line}</th>
                    <th scope="col">${says.name}</th>
                    <th scope="col">${says.action}</th>
                    <th scope="col">${says.hints}</th>
                  </tr>
                </thead>
                <tbody>
                  ${page.map((row) => renderRow(row, words))}
                </tbody>
              </table>
            </div>
            ${
              shown.length > ROWS
                ? html`<div class="row">
                    <button
                      type="button"
                      class="button"
                      aria-disabled=${from === 0 ? 'true' : nothing}
                      @click=${() => from > 0 && onFrom(Math.max(0, from - ROWS))}
                    >
                      ${says.back}
                    </button>
                    <span role="status">${says.page(from + 1, to, shown.length)}</span>
                    <button
                      type="button"
                      class="button"
                      aria-disabled=${to >= shown.length ? 'true' : nothing}
                      @click=${() => to < shown.length && onFrom(to)}
                    >
                      ${says.next}
                    </button>
                  </div>`
                : nothing
            }`
    }`;
}

const renderRow = ({ line, displayName, action, problems }: ImportRow, words: PeerImportMessages): TemplateResult =>
  html`<tr data-action=${action}>
    <td class="number">${line}</td>
    <th scope="row">${displayName ?? words.import.noName}</th>
    <td>${words.import.actions[action]}</td>
    <td>
      ${
        problems.length > 1
          ? html`<ul>
              ${problems.map((problem) => html`<li>${problemWords(problem, words)}</li>`)}
            </ul>`
          : problems.map((problem) => problemWords(problem, words))
      }
    </td>
  </tr>`;
