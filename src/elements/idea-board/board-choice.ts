import type { ReactiveControllerHost } from 'lit';
import { FilterChoice } from '../../internal/filter-choice.ts';
import { noFilter, type BoardFilter } from './board-filter.ts';

/** What the reader narrows the ideas to; without filters order and whose ideas stay. */
export const boardChoice = (host: ReactiveControllerHost, onAsked: () => void): FilterChoice<BoardFilter> =>
  new FilterChoice(host, {
    none: (before) => ({ ...noFilter(before?.sort), ...(before && { scope: before.scope }) }),
    onAsked,
  });
