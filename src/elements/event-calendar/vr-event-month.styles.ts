import { css } from 'lit';

export const monthStyles = css`
  :host {
    /* In the em of a title (13 px): 24 px to hit, and 2 px between. */
    --_lane: 2em;
    --_pad: 3px;
  }
  .grid {
    border-block-end: 1px solid var(--_line);
    font-variant-numeric: tabular-nums;
  }
  .week {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
  }
  .name {
    padding: 4px 8px;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_muted);
  }
  .day {
    min-block-size: 8.75em;
    padding: var(--_pad);
    border-block-start: 1px solid var(--_line);
    border-inline-start: 1px solid var(--_line);
    cursor: pointer;
  }
  .day:first-child {
    border-inline-start-color: transparent;
  }
  .day:hover {
    background: var(--_sunken);
  }
  .day:focus-visible {
    outline-offset: -3px;
  }
  .other .number {
    color: var(--_muted);
    font-weight: 400;
  }
  .other {
    background: var(--_sunken);
  }
  .number {
    display: inline-block;
    min-inline-size: 1.75em;
    margin-block-end: 2px;
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.75em;
    text-align: center;
  }
  .today .number {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .event,
  .more {
    display: block;
    position: relative;
    z-index: 1;
    inline-size: 100%;
    block-size: calc(var(--_lane) - 2px);
    margin: 0 0 2px;
    padding: 0 6px;
    overflow: hidden;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.8125em;
    line-height: calc(var(--_lane) - 2px);
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  [data-room='2'] .event,
  [data-room='3'] .event {
    display: -webkit-box;
    block-size: auto;
    min-block-size: calc(var(--_lane) - 2px);
    /* Below a clamped line the next one would show in a padding. */
    margin-block-end: 5px;
    padding-block: 3px 0;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    hyphens: auto;
    line-height: 1.3;
    white-space: normal;
  }
  [data-room='3'] .event {
    -webkit-line-clamp: 3;
  }
  .event:hover,
  .more:hover {
    text-decoration: underline;
  }
  em svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
  }
  .bar::before {
    color: inherit;
  }
  .timed {
    border-inline-start: 3px solid var(--_mark, var(--_accent));
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .bar {
    background: var(--_mark, var(--_accent));
    color: var(--_on-mark, var(--_on-accent));
  }
  .continues {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .continued {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .time {
    color: var(--_muted);
  }
  .bar .time {
    color: inherit;
  }
  em {
    font-style: normal;
    font-weight: 600;
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
    color: var(--_muted);
    font-weight: 600;
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
    inline-size: calc(200% + 2 * var(--_pad) + 1px);
  }
  [data-span='3'] {
    inline-size: calc(300% + 4 * var(--_pad) + 2px);
  }
  [data-span='4'] {
    inline-size: calc(400% + 6 * var(--_pad) + 3px);
  }
  [data-span='5'] {
    inline-size: calc(500% + 8 * var(--_pad) + 4px);
  }
  [data-span='6'] {
    inline-size: calc(600% + 10 * var(--_pad) + 5px);
  }
  [data-span='7'] {
    inline-size: calc(700% + 12 * var(--_pad) + 6px);
  }

  /* In a narrow column a day is a number with dots; what is on stands in the list below. */
  @container (inline-size < 34em) {
    .grid {
      border: 0;
    }
    .name {
      padding: 4px 0;
      text-align: center;
    }
    .day {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      min-block-size: 2.75em;
      padding: 2px 0;
      border: 0;
      border-radius: var(--_radius);
    }
    .other {
      background: none;
    }
    .number {
      margin: 0;
    }
    .day .event,
    .day .more {
      display: none;
    }
    .day::after {
      block-size: 0.5em;
      color: var(--_accent);
      content: attr(data-dots) / '';
      font-size: 0.875em;
      line-height: 0.375em;
    }
    .day[aria-selected='true'] {
      background: var(--_tint);
      box-shadow: inset 0 0 0 2px var(--_accent);
    }
  }
  @media (forced-colors: active) {
    .bar,
    .today .number {
      border: 1px solid CanvasText;
    }
    .day[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
