import '../shared/vr-status.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../backend/backend-error.ts';
import { dateFormat } from '../../i18n/intl-cache.ts';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import type { Page } from '../../model/page.ts';
import type { Scope } from './board-filter.ts';

export interface BoardStatusContext {
  readonly words: IdeaBoardMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly scope: Scope;
  readonly filtered: boolean;
  readonly query: {
    readonly state: 'waiting' | 'loading' | 'ready' | 'empty' | 'failed';
    readonly error: BackendError | undefined;
    readonly value: Page<unknown> | undefined;
    readonly since: Date | undefined;
    readonly slow: boolean;
  };
  /** When what is shown arrived, where it could not be renewed since. */
  readonly staleSince: Date | undefined;
  readonly onRetry: () => void;
  readonly onReset: () => void;
}

const BULB = 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900V15h7v-1.100A6 6 0 0 0 12 3z';

/** How it stands with the ideas, in words. */
export function renderStatus(context: BoardStatusContext): TemplateResult {
  const { words, locale, timeZone, scope, filtered, query, staleSince } = context;
  const { state, error, value, since, slow } = query;
  const known = value?.problems ?? [];
  const problems =
    staleSince && !known.some(({ code }) => code === 'stale') ? [...known, { code: 'stale' as const }] : known;
  const kept = known.find(({ code }) => code === 'stale')?.since;
  const age = kept ? new Date(kept) : (staleSince ?? since);
  const time = age && dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(age);
  return html`<vr-status
    .state=${state}
    .error=${error}
    .problems=${problems}
    .slow=${slow}
    .overContent=${value !== undefined}
    .since=${time ?? ''}
    .emptyText=${filtered ? words.board.empty.filtered : words.board.empty[scope]}
    .emptyIcon=${BULB}
    .words=${words}
    @vr-status-retry=${context.onRetry}
  >
    ${
      filtered
        ? html`<button type="button" class="button" @click=${context.onReset}>${words.board.reset}</button>`
        : nothing
    }
  </vr-status>`;
}
