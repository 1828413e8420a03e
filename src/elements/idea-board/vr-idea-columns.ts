import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import type { Idea, IdeaStage } from '../../model/idea.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { stageIcon, stageStyles } from '../shared/idea-stage.ts';
import type { BoardColumn } from './board-ideas.ts';
import { VrIdeaMoveEvent, VrIdeasMoreEvent } from './events.ts';
import { openOnClick, renderNeeds, renderTitle } from './idea-card.ts';
import { cardStyles } from './idea-card.styles.ts';
import { movesOf } from './idea-moves.ts';
import { columnsStyles } from './vr-idea-columns.styles.ts';

/** Cards of a column before "Mehr anzeigen", and further ones with each use of it. */
const FEW = 10;

/**
 * Ideas in columns by stage. A card that the reader may move has a button for it; dragging it is a shortcut. In a narrow
 * column one stage is shown, chosen above it.
 *
 * @summary Ideas by stage; a view without data access of its own.
 * @status stable
 * @since 0.2
 *
 * @fires {VrIdeaSelectEvent} vr-idea-select - an idea was chosen
 * @fires {VrIdeaMoveEvent} vr-idea-move - an idea is to be moved to another stage
 * @fires {VrIdeasMoreEvent} vr-ideas-more - the reader wants more ideas of a stage
 */
export class VrIdeaColumns extends StyledElement {
  static override styles = [host, controls, stageStyles, cardStyles, columnsStyles];

  @property({ attribute: false }) columns: readonly BoardColumn[] = [];
  /** Id of a card that is on its way. */
  @property({ attribute: false }) moving: string | undefined;
  /** One column at a time. */
  @property({ attribute: false }) narrow = false;
  /** Level of the columns' headings, 1 to 6; titles are one below. */
  @property({ attribute: false }) headingLevel = 3;
  /** Folded words that were searched for. */
  @property({ attribute: false }) marked: readonly string[] = [];
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) words: IdeaBoardMessages = de;

  @state() private chosen: IdeaStage | undefined;
  /** Id of the idea whose moves are shown. */
  @state() private unfolded: string | undefined;
  @state() private dragged: Idea | undefined;
  @state() private shown: ReadonlyMap<IdeaStage, number> = new Map();

  /** What gets the focus as soon as it is drawn. */
  #focusOn: string | undefined;

  /** Puts the focus on an idea's title; false where the idea is not on the board. */
  focusIdea(id: string): boolean {
    const column = this.columns.find(({ ideas }) => ideas.some((idea) => idea.id === id));
    if (!column) return false;
    const at = column.ideas.findIndex((idea) => idea.id === id);
    if (at >= this.#limitOf(column.stage)) this.shown = new Map([...this.shown, [column.stage, at + FEW]]);
    this.chosen = column.stage;
    this.#focusOn = `[data-open="${CSS.escape(id)}"]`;
    this.requestUpdate();
    return true;
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#focusOn === undefined) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    target.focus();
    this.#focusOn = undefined;
  }

  protected override render(): TemplateResult {
    const { narrow, columns, words } = this;
    const fullest = columns.find(({ count }) => count > 0) ?? columns[0];
    const chosen = columns.find(({ stage }) => stage === this.chosen) ?? fullest;
    if (!narrow) {
      return html`<div
        class="columns"
        role="group"
        aria-label=${this.label}
        tabindex="0"
        @click=${this.#onClick}
        @dragend=${this.#onDragEnd}
      >
        ${repeat(
          columns,
          ({ stage }) => stage,
          (column) => this.#renderColumn(column),
        )}
      </div>`;
    }
    return html`<label class="choice">
        <span class="label">${words.board.stage}</span>
        <select
          @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value as IdeaStage)}
        >
          ${columns.map(
            ({ stage, count }) =>
              html`<option value=${stage} ?selected=${stage === chosen?.stage}>
                ${words.board.count(words.idea.stages[stage], count)}
              </option>`,
          )}
        </select>
      </label>
      <div class="single" @click=${this.#onClick}>${chosen ? this.#renderColumn(chosen) : nothing}</div>`;
  }

  #renderColumn(column: BoardColumn): TemplateResult {
    const { stage, ideas, count, busy, failed } = column;
    const { words } = this;
    const limit = this.#limitOf(stage);
    const more = ideas.length > limit || column.more;
    const open = this.dragged !== undefined && movesOf(this.dragged).includes(stage);
    return html`<section
      class="column${open ? ' open' : ''}${count === 0 ? ' bare' : ''}"
      data-stage=${stage}
      @dragover=${(event: DragEvent) => this.#onDragOver(event, stage)}
      @drop=${(event: DragEvent) => this.#onDrop(event, stage)}
    >
      <div class="head" role="heading" aria-level=${this.headingLevel}>
        ${stageIcon(stage)}
        <span>${words.idea.stages[stage]} <span class="count" aria-label=${words.board.ideas(count)}>${count}</span></span>
      </div>
      ${
        ideas.length === 0
          ? html`<p class="quiet">${busy ? words.status.loading : failed ? words.failure.unknown : count === 0 ? words.board.stageEmpty : nothing}</p>`
          : html`<ul role="list">
              ${repeat(
                ideas.slice(0, limit),
                ({ id }) => id,
                (idea) => this.#renderCard(idea),
              )}
            </ul>`
      }
      ${
        more && !(busy && ideas.length === 0)
          ? html`<button
              type="button"
              class="button"
              aria-disabled=${busy}
              aria-label=${`${words.common.showMore}: ${words.idea.stages[stage]}`}
              @click=${() => this.#onMore(column)}
            >
              ${busy ? words.status.loading : words.common.showMore}
            </button>`
          : nothing
      }
    </section>`;
  }

  #renderCard(idea: Idea): TemplateResult {
    const { words, headingLevel, marked } = this;
    const moves = movesOf(idea);
    const title = { words, marked, queue: false, headingLevel: Math.min(6, headingLevel + 1) };
    const [org] = idea.orgs;
    return html`<li
      class="card"
      data-idea=${idea.id}
      draggable=${moves.length > 0 && !this.narrow ? 'true' : 'false'}
      aria-busy=${this.moving === idea.id ? 'true' : nothing}
      @dragstart=${(event: DragEvent) => this.#onDragStart(event, idea)}
    >
      ${org ? html`<p class="org">${org.name}</p>` : nothing} ${renderTitle(idea, title)} ${renderNeeds(idea, words)}
      ${moves.length > 0 ? this.#renderMoves(idea, moves) : nothing}
    </li>`;
  }

  /** In the flow, not above it: nothing is cut off in a column that scrolls. */
  #renderMoves(idea: Idea, moves: readonly IdeaStage[]): TemplateResult {
    const { words } = this;
    const open = this.unfolded === idea.id;
    return html`<div class="moves" @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, idea)}>
      <button
        type="button"
        class="move"
        data-move=${idea.id}
        aria-expanded=${open}
        aria-label=${words.board.moveIdea(idea.title)}
        @click=${() => (this.unfolded = open ? undefined : idea.id)}
      >
        ${words.board.move} <span class="turn">${icon(ICONS.next)}</span>
      </button>
      ${
        open
          ? html`<ul role="list">
              ${moves.map(
                (to) =>
                  html`<li>
                    <button type="button" class="to" @click=${() => this.#move(idea, to)}>
                      ${stageIcon(to)} ${words.idea.stages[to]}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #limitOf(stage: IdeaStage): number {
    return this.shown.get(stage) ?? FEW;
  }

  #move(idea: Idea, to: IdeaStage): void {
    this.unfolded = undefined;
    // The button that was pressed is gone; the one that showed it stays.
    this.#focusOn = `[data-move="${CSS.escape(idea.id)}"]`;
    this.dispatchEvent(new VrIdeaMoveEvent(idea, to));
  }

  #onMore({ stage, ideas, more, busy }: BoardColumn): void {
    if (busy) return;
    const limit = this.#limitOf(stage) + 2 * FEW;
    const next = ideas[this.#limitOf(stage)];
    this.shown = new Map([...this.shown, [stage, limit]]);
    if (more && ideas.length < limit) this.dispatchEvent(new VrIdeasMoreEvent(stage));
    if (next) this.#focusOn = `[data-open="${CSS.escape(next.id)}"]`;
  }

  #onKeydown(event: KeyboardEvent, idea: Idea): void {
    if (event.key !== 'Escape' || this.unfolded !== idea.id) return;
    event.stopPropagation();
    this.unfolded = undefined;
    this.#focusOn = `[data-move="${CSS.escape(idea.id)}"]`;
  }

  #onDragStart(event: DragEvent, idea: Idea): void {
    // A link or selected text inside of the card is dragged as what it is.
    if ((event.target as Element).closest?.('[draggable]') !== event.currentTarget) return;
    event.dataTransfer?.setData('text/plain', idea.title);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    // In the next frame: a card that changes within this one ends its own drag.
    requestAnimationFrame(() => (this.dragged = idea));
  }

  #onDragOver(event: DragEvent, stage: IdeaStage): void {
    if (!this.dragged || !movesOf(this.dragged).includes(stage)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
  }

  #onDrop(event: DragEvent, stage: IdeaStage): void {
    const idea = this.dragged;
    this.dragged = undefined;
    if (!idea || !movesOf(idea).includes(stage)) return;
    event.preventDefault();
    this.dispatchEvent(new VrIdeaMoveEvent(idea, stage));
  }

  readonly #onDragEnd = (): void => {
    this.dragged = undefined;
  };

  readonly #onClick = (event: MouseEvent): void => openOnClick(event, this);
}
