import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../../../i18n/de/forms.ts';

export type Side = 'mine' | 'theirs';

/** A field that two people filled in differently. */
export interface ConflictRow {
  readonly name: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  /** Which of both shall hold. */
  readonly pick: Side;
}

export interface ConflictContext {
  readonly rows: readonly ConflictRow[];
  readonly words: FormMessages;
  /** Level of its heading, 1 to 6. */
  readonly headingLevel: number;
  readonly busy: boolean;
  readonly onPick: (name: string, side: Side) => void;
  readonly onAll: (side: Side) => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

const SIDES: readonly Side[] = ['mine', 'theirs'];

/**
 * Two versions beside each other, field by field, where somebody saved another one in the meantime. Whoever writes chooses
 * which holds; nothing of either is lost until then.
 */
export function renderConflict(context: ConflictContext): TemplateResult {
  const { rows, words, headingLevel, busy, onPick, onAll, onSave, onBack } = context;
  const { conflict: says } = words;
  const version = (row: ConflictRow, side: Side): TemplateResult =>
    html`<label class="version ${side}"
      ><input
        type="radio"
        name="pick-${row.name}"
        .checked=${row.pick === side}
        @change=${() => onPick(row.name, side)}
      /><span><span class="side">${says[side]}</span><span class="text">${row[side] || says.empty}</span></span></label
    >`;
  return html`<div class="conflict">
    <div class="title" role="heading" aria-level=${headingLevel} tabindex="-1">${says.title}</div>
    <p>${says.explain}</p>
    ${
      rows.length === 0
        ? html`<p>${says.same}</p>`
        : html`${
            rows.length > 1
              ? html`<div class="actions">
                    <button type="button" class="button" @click=${() => onAll('mine')}>${says.allMine}</button>
                    <button type="button" class="button" @click=${() => onAll('theirs')}>${says.allTheirs}</button>
                  </div>`
              : nothing
          }
            ${rows.map(
              (row) =>
                html`<fieldset class="versions" data-field=${row.name}>
                  <legend><span class="visually-hidden">${says.choose(row.label)}</span><span aria-hidden="true">${row.label}</span></legend>
                  ${SIDES.map((side) => version(row, side))}
                </fieldset>`,
            )}`
    }
    <div class="actions">
      <button type="button" class="button primary" aria-disabled=${busy ? 'true' : nothing} @click=${onSave}>
        ${busy ? words.form.working : says.saveChosen}
      </button>
      <button type="button" class="button quiet" @click=${onBack}>${says.back}</button>
    </div>
  </div>`;
}
