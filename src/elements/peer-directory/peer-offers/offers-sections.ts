import { html, nothing, type TemplateResult } from 'lit';
import type { Me } from '../../../model/account.ts';
import type { PeerOffer } from '../../../model/peer.ts';
import type { VrFilterChangeEvent } from '../../shared/events.ts';
import { boardFilters } from './board-filters.ts';
import { renderBoard, renderMine } from './offer-list.ts';
import type { OffersContext } from './offers-context.ts';
import { renderLane } from './offers-state.ts';
import type { PeerOffersSource } from './peer-offers-source.ts';

export interface SectionsContext extends OffersContext {
  readonly source: PeerOffersSource;
  readonly me: Me | undefined;
  /** Level of the sections' headings. */
  readonly partLevel: number;
  readonly onFilter: (event: VrFilterChangeEvent) => void;
}

/** The reader's own ones; those that have ended are folded away. */
export function renderMineSection(context: SectionsContext): TemplateResult | typeof nothing {
  const { source, me, port, words, partLevel } = context;
  const { offers } = words;
  const { mine } = source;
  if (!me?.person || !port.createOffer) return nothing;
  const isOpen = (offer: PeerOffer): boolean => offer.state === 'open';
  const ended = mine.items.filter((offer) => !isOpen(offer));
  return html`<section aria-label=${offers.mine}>
    <div class="part" role="heading" aria-level=${partLevel}>${offers.mine}</div>
    ${renderMine(mine.items.filter(isOpen), context)}
    ${
      ended.length > 0
        ? html`<details>
            <summary>${offers.ended(ended.length)}</summary>
            ${renderMine(ended, context)}
          </details>`
        : nothing
    }
    ${
      mine.state === 'ready' && mine.items.length === 0
        ? html`<p class="meta">${offers.mineEmpty}</p>`
        : renderLane(mine, '', words, () => void source.loadMine())
    }
  </section>`;
}

/** What everybody offers and seeks, to be narrowed. */
export function renderBoardSection(context: SectionsContext): TemplateResult {
  const { source, words, partLevel, onFilter } = context;
  const { offers, common, status } = words;
  const { board, filter, vocabulary } = source;
  const isNarrowed = Object.values(filter).some(Boolean);
  const isCounted = board.state === 'ready' && board.items.length > 0 && board.total !== undefined;
  return html`<section aria-label=${offers.board} aria-busy=${board.state === 'loading'}>
    <div class="part" role="heading" aria-level=${partLevel}>${offers.board}</div>
    ${
      board.items.length > 0 || isNarrowed
        ? html`<vr-filter-bar
            .fields=${boardFilters(board, filter, vocabulary?.topics ?? [], words)}
            .q=${filter.q ?? ''}
            .words=${words}
            @vr-filter-change=${onFilter}
          ></vr-filter-bar>`
        : nothing
    }
    <p class="meta" role="status">${isCounted ? offers.count(board.total ?? 0) : nothing}</p>
    ${renderBoard(board.items, context)}
    ${renderLane(board, isNarrowed ? offers.noneFound : offers.empty, words, () => source.loadBoard())}
    ${
      board.next
        ? html`<button type="button" class="button more" @click=${() => source.more()}>
            ${board.state === 'loading' ? status.loading : common.showMore}
          </button>`
        : nothing
    }
  </section>`;
}
