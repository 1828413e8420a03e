import './vr-idea-columns.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import { IDEA_PATH, IDEA_STAGES, type IdeaStage } from '../../model/idea.ts';
import type { Facets } from '../../model/page.ts';
import type { BoardIdeas } from './board-ideas.ts';
import type { VrIdeaMoveEvent, VrIdeaSelectEvent, VrIdeasMoreEvent } from './events.ts';

export interface ColumnsContext {
  readonly words: IdeaBoardMessages;
  readonly ideas: BoardIdeas;
  /** Stages that the ideas were narrowed to; empty for all. */
  readonly wanted: readonly string[];
  readonly narrow: boolean;
  /** Stages beside the way have columns, too. */
  readonly side: boolean;
  readonly headingLevel: number;
  readonly marked: readonly string[];
  readonly onSelect: (event: VrIdeaSelectEvent) => void;
  readonly onMore: (event: VrIdeasMoreEvent) => void;
  readonly onMove: (event: VrIdeaMoveEvent) => void;
  readonly onSide: (side: boolean) => void;
}

const SIDE = IDEA_STAGES.filter((stage) => !IDEA_PATH.includes(stage));

/** Stages beside the way that have ideas. */
function sideStages(ideas: BoardIdeas, facets: Facets | undefined): readonly IdeaStage[] {
  const here = new Set(ideas.columns(SIDE).flatMap(({ stage, count }) => (count > 0 ? [stage] : [])));
  for (const { value, count } of facets?.['stage'] ?? []) if (count > 0) here.add(value as IdeaStage);
  return SIDE.filter((stage) => here.has(stage));
}

/** The ideas in columns by stage, with the stages beside the way behind a switch. */
export function renderColumns(context: ColumnsContext): TemplateResult {
  const { words, ideas, wanted } = context;
  const beside = sideStages(ideas, ideas.facets);
  const stages =
    wanted.length > 0
      ? IDEA_STAGES.filter((stage) => wanted.includes(stage))
      : [...IDEA_PATH, ...(context.side ? beside : [])];
  ideas.prepare(stages);
  return html`<vr-idea-columns
      .columns=${ideas.columns(stages)}
      .moving=${ideas.moving?.id}
      .narrow=${context.narrow}
      .headingLevel=${context.headingLevel}
      .marked=${context.marked}
      .label=${words.board.views.board}
      .words=${words}
      @vr-idea-select=${context.onSelect}
      @vr-ideas-more=${context.onMore}
      @vr-idea-move=${context.onMove}
    ></vr-idea-columns>
    ${
      wanted.length > 0 || beside.length === 0
        ? nothing
        : html`<label class="side">
            <input
              type="checkbox"
              .checked=${context.side}
              @change=${(event: Event) => context.onSide((event.target as HTMLInputElement).checked)}
            />
            <span>${words.board.sideStages}</span>
          </label>`
    }`;
}
