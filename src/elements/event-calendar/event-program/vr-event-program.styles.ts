import { css } from 'lit';

export const programStyles = css`
  .base {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .heading {
    flex: 1 1 auto;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .take {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .take .quiet {
    font-size: 0.875em;
    color: inherit;
  }
  #arrange[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .subtitle {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.25;
  }
  .minor,
  .strong {
    font-weight: 600;
  }
  .quiet {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .button.quiet {
    color: inherit;
  }
  .button.small {
    min-block-size: 32px;
    padding-inline: 10px;
    font-size: 0.875em;
  }
  .button.grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .link {
    min-block-size: 24px;
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .days {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    border-block-end: 1px solid var(--_line);
  }
  .days button {
    min-block-size: 40px;
    padding: 6px 12px;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    cursor: pointer;
  }
  .days [aria-selected='true'] {
    border-block-end-color: var(--_accent);
    font-weight: 600;
  }
  .days button:hover {
    background: var(--_sunken);
  }
  .badge {
    display: inline-block;
    padding: 0 8px;
    border: 1px solid currentcolor;
    border-radius: 1em;
    font-size: 0.8125em;
    font-weight: 600;
  }
  .day,
  .at {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-inline-size: 0;
  }
  .at {
    gap: 4px;
  }
  .at > .minor {
    padding-block: 4px;
    border-block-end: 1px solid var(--_line);
    font-variant-numeric: tabular-nums;
  }
  .at ul,
  .proposals ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
  }
  .at li + li,
  .proposals li + li {
    border-block-start: 1px solid var(--_line);
  }

  .session {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    padding-block: 4px;
  }
  td .session + .session {
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .at .session,
  .proposal {
    padding-block: 10px;
  }
  .now {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    gap: 4px;
    padding: 0 8px 0 6px;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .now svg {
    fill: currentcolor;
    stroke: none;
  }
  .title {
    display: flex;
    align-items: start;
    gap: 6px;
    min-block-size: 28px;
    padding: 2px 0;
    border: 0;
    background: none;
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .title > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.2em;
  }
  .title:hover > span {
    text-decoration-thickness: 2px;
    text-decoration-color: currentcolor;
  }
  .title svg {
    margin-block-start: 0.1em;
    color: var(--_muted);
    transition: rotate 120ms;
  }
  .title[aria-expanded='true'] svg {
    rotate: 180deg;
  }
  .meta {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .track svg {
    inline-size: 0.8em;
    block-size: 0.8em;
    fill: currentcolor;
    vertical-align: -0.05em;
  }
  .track[data-track='1'] svg,
  .track[data-track='3'] svg,
  .track[data-track='5'] svg {
    fill: none;
    stroke-width: 3;
  }
  .clash {
    display: flex;
    gap: 6px;
    font-size: 0.875em;
    font-weight: 600;
  }
  .clash svg {
    margin-block-start: 0.2em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-block-start: 2px;
  }
  .keep {
    margin-inline-start: -10px;
  }
  .keep[aria-pressed='true'] svg,
  .interest[aria-pressed='true'] svg {
    fill: currentcolor;
  }
  .keep[aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 600;
  }
  .interest[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 600;
  }
  .more {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin-block-start: 4px;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_line);
  }
  .abstract {
    max-inline-size: 70ch;
    white-space: pre-line;
  }
  .idea {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
  }

  .cancelled {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block: 8px;
  }
  .cancelled > span {
    text-decoration: line-through;
  }
  summary {
    min-block-size: 28px;
    cursor: pointer;
  }

  .skeleton {
    block-size: 12em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .notice-line {
    position: sticky;
    z-index: 1;
    inset-block-end: 8px;
    pointer-events: none;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: 8px 14px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_success);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 2px 8px var(--_shadow);
    pointer-events: auto;
  }
  .notice[data-tone='bad'] {
    border-inline-start-color: var(--_danger);
  }
  @container (inline-size < 30em) {
    .views {
      inline-size: 100%;
    }
    .views .button {
      flex: 1 1 auto;
    }
    .heading {
      flex-basis: 100%;
    }
    .take .button {
      padding-inline: 6px;
    }
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      border: 2px solid Highlight;
    }
    .days [aria-selected='true'] {
      border-block-end-color: Highlight;
    }
    .now {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .take,
    .tools,
    .notice-line,
    .proposals .button,
    .title svg {
      display: none;
    }
  }
`;
