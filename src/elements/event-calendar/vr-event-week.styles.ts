import { css } from 'lit';

export const weekStyles = css`
  :host {
    --_hour: 3em;
    --_lane: 2em;
  }
  .grid {
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: grid;
    grid-template-columns: 4.75em repeat(7, minmax(0, 1fr));
  }
  /* Both leave the same room for a scroll bar, so that the days stand above their hours. */
  .top,
  .body {
    scrollbar-gutter: stable;
    overflow: hidden;
  }
  .body {
    position: relative;
    block-size: calc(13.5 * var(--_hour));
    overflow: hidden auto;
    overscroll-behavior: auto;
    border-block: 1px solid var(--_line);
  }
  .gutter {
    padding: 6px 8px 4px 0;
    font-size: 0.8125em;
    color: var(--_muted);
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .name {
    padding: 4px 8px 6px;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_muted);
    white-space: nowrap;
  }
  .name b {
    display: inline-block;
    min-inline-size: 1.75em;
    border-radius: 1em;
    color: var(--_text);
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.75em;
    text-align: center;
  }
  .name.today b {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .cell {
    position: relative;
    min-inline-size: 0;
    border-inline-start: 1px solid var(--_line);
  }
  .above {
    border-block-start: 1px solid var(--_line);
  }
  .above .cell {
    min-block-size: 2em;
    padding: 3px;
  }
  .day {
    block-size: calc(24 * var(--_hour));
    background: repeating-linear-gradient(
        to bottom,
        var(--_line) 0 1px,
        transparent 1px var(--_hour)
      )
      0 -1px;
    cursor: pointer;
  }
  .day.today {
    background-color: var(--_sunken);
  }
  .day:focus-visible,
  .cell .event:focus-visible,
  .more:focus-visible {
    outline-offset: -3px;
  }
  .times {
    position: relative;
    padding: 0;
  }
  .times span {
    display: block;
    block-size: calc(var(--_hour) / 0.8125);
    padding-inline-end: 8px;
    text-align: end;
    translate: 0 -0.75em;
  }

  .event {
    display: block;
    overflow: hidden;
    margin: 0;
    padding: 2px 6px;
    border: 0;
    border-radius: var(--_radius);
    color: inherit;
    font: inherit;
    font-size: 0.8125em;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .event:hover .title {
    text-decoration: underline;
  }
  .timed {
    position: absolute;
    display: flex;
    align-items: flex-start;
    padding-block: 1px;
    inset-block-start: calc(var(--_at) * var(--_hour) / 0.8125 + 1px);
    inset-inline-start: calc(var(--_column) * 100% + 1px);
    block-size: calc(var(--_for) * var(--_hour) / 0.8125 - 2px);
    inline-size: calc(var(--_width) * 100% - 3px);
    border-inline-start: 3px solid var(--_mark, var(--_accent));
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    /* Nothing of the hours behind may run through its words. */
    background: color-mix(in oklab, var(--_mark, var(--_accent)) 14%, var(--_surface));
  }
  .timed .text {
    flex: 1 1 auto;
    min-inline-size: 0;
    block-size: 100%;
    /* No half lines. */
    block-size: round(down, 100%, 1lh);
    overflow: hidden;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .timed[data-mark]::before {
    content: none;
  }
  .timed .title {
    display: block;
    font-weight: 600;
  }
  .timed .time,
  .where {
    color: var(--_muted);
  }
  .where {
    display: block;
  }
  .short {
    padding-block: 0;
    white-space: nowrap;
    text-overflow: ellipsis;
    line-height: 1.6;
  }
  .short .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .short .title {
    display: inline;
  }
  .slim {
    padding-inline: 4px 2px;
  }
  .short .end,
  .short .where,
  .slim .end,
  .slim .where,
  .slim.short .time,
  .tiny .time {
    display: none;
  }
  .timed.continues {
    border-block-start: 1px dashed var(--_mark, var(--_accent));
  }
  .timed.continued {
    border-block-end: 1px dashed var(--_mark, var(--_accent));
  }
  em {
    font-style: normal;
    font-weight: 600;
  }
  em svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
  }
  .timed em {
    display: block;
  }
  .short em {
    display: inline;
  }
  .bar {
    position: relative;
    z-index: 1;
    inline-size: 100%;
    block-size: calc(var(--_lane) - 2px);
    margin-block-end: 2px;
    background: var(--_mark, var(--_accent));
    color: var(--_on-mark, var(--_on-accent));
    line-height: calc(var(--_lane) - 6px);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar::before {
    color: inherit;
  }
  .bar.continues {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .bar.continued {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  [data-status='cancelled'] {
    border-inline-start-style: dotted;
  }
  [data-status='cancelled'] .title {
    text-decoration: line-through;
  }
  .bar[data-status='cancelled'] {
    outline: 1px dashed var(--_edge);
    outline-offset: -1px;
    background: none;
    color: inherit;
  }
  .more {
    display: block;
    min-block-size: 24px;
    padding: 0 6px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: 0.8125em;
    font-weight: 600;
    cursor: pointer;
  }
  .day .more {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    inline-size: 100%;
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .now {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--_at) * var(--_hour));
    z-index: 1;
    border-block-start: 2px solid var(--_danger);
    pointer-events: none;
  }
  .now::before {
    position: absolute;
    inset-block-start: -5px;
    inset-inline-start: -4px;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_danger);
    content: '';
  }

  [data-skip='1'] {
    margin-block-start: var(--_lane);
  }
  [data-skip='2'] {
    margin-block-start: calc(2 * var(--_lane));
  }
  [data-skip='3'] {
    margin-block-start: calc(3 * var(--_lane));
  }
  [data-span='2'] {
    inline-size: calc(200% + 7px);
  }
  [data-span='3'] {
    inline-size: calc(300% + 14px);
  }
  [data-span='4'] {
    inline-size: calc(400% + 21px);
  }
  [data-span='5'] {
    inline-size: calc(500% + 28px);
  }
  [data-span='6'] {
    inline-size: calc(600% + 35px);
  }
  [data-span='7'] {
    inline-size: calc(700% + 42px);
  }
  @container (inline-size < 52em) {
    .row {
      grid-template-columns: 3.25em repeat(7, minmax(0, 1fr));
    }
    .name {
      padding-inline: 4px;
    }
    .event {
      padding-inline: 3px;
    }
    .timed .end,
    .where {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .event,
    .name.today b {
      border: 1px solid CanvasText;
    }
    .now {
      border-color: Highlight;
    }
  }
`;
