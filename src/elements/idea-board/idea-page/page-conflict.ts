import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from './page-context.ts';

/** Two versions beside each other, where somebody saved another one in the meantime. Nothing is lost until one is chosen. */
export function renderConflict({ page, words, level }: PageContext): TemplateResult | typeof nothing {
  const { conflict } = page;
  if (!conflict) return nothing;
  const { conflict: says } = words;
  return html`<div class="panel conflict" role="alert">
    <div class="minor" role="heading" aria-level=${level}>${says.title}</div>
    <p>${says.explain}</p>
    ${
      conflict.rows.length === 0
        ? html`<p>${says.same}</p>`
        : html`<div class="table">
            <table>
              <thead>
                <tr>
                  <td></td>
                  <th scope="col">${says.mine}</th>
                  <th scope="col">${says.theirs}</th>
                </tr>
              </thead>
              <tbody>
                ${conflict.rows.map(
                  ({ label, mine, theirs }) =>
                    html`<tr>
                      <th scope="row">${label}</th>
                      <td class="version">${mine || '–'}</td>
                      <td class="version">${theirs || '–'}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    <div class="row">
      <button type="button" class="button primary" aria-disabled=${page.isBusy(conflict.form) ? 'true' : nothing} @click=${conflict.again}>
        ${says.saveMine}
      </button>
      <button type="button" class="button" @click=${conflict.give}>${says.takeTheirs}</button>
    </div>
  </div>`;
}
