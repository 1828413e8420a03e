import { css } from 'lit';

/** Layout of the page, its head and its columns. */
export const pageStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .head,
  .way,
  .panel {
    grid-template-columns: minmax(0, 1fr);
  }
  .head {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }
  .kind {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .title {
    max-inline-size: 32em;
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .title:focus-visible {
    outline-offset: 6px;
  }
  .summary {
    max-inline-size: 60ch;
    font-size: 1.125em;
    overflow-wrap: anywhere;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    font-size: 0.9375em;
  }
  .facts > div {
    min-inline-size: 0;
    max-inline-size: 28em;
  }
  dt,
  .label {
    font-size: 0.8125em;
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .quiet {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .name,
  .strong {
    font-weight: 600;
  }
  .subtitle {
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.25;
  }
  .minor {
    font-weight: 600;
    line-height: 1.25;
  }

  .way {
    display: grid;
    gap: 10px;
    padding-block: 14px;
    border-block: 1px solid var(--_line);
  }
  .way ol {
    display: flex;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .way li {
    position: relative;
    flex: 1 1 0;
    min-inline-size: 0;
    display: grid;
    justify-content: center;
    justify-items: center;
    gap: 4px;
    font-size: 0.8125em;
    color: var(--_muted);
    text-align: center;
  }
  .way li + li::before {
    content: '';
    position: absolute;
    inset-block-start: 10px;
    inset-inline: calc(-50% + 14px) calc(50% + 14px);
    border-block-start: 2px solid var(--_line);
  }
  .way li[data-state='done'] + li::before {
    border-color: var(--_accent);
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .dot svg {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 3;
  }
  [data-state='done'] .dot {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [data-state='now'] .dot {
    border: 7px solid var(--_accent);
  }
  [data-state='left'] .dot {
    border-style: dashed;
    border-color: currentcolor;
  }
  [data-state='now'],
  [data-state='left'] {
    color: var(--_text);
  }
  [data-state='now'] .station,
  [data-state='left'] .station {
    font-weight: 700;
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: baseline;
  }

  .panel {
    display: grid;
    gap: 12px;
    padding: 14px 16px;
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .panel.conflict {
    border-color: var(--_danger);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .row:empty,
  .notice-line:empty {
    display: none;
  }
  .notice-line {
    position: sticky;
    inset-block-start: 8px;
    z-index: 1;
    justify-self: start;
    /* It floats over what it speaks of; nothing moves when it comes. */
    block-size: 0;
    margin-block-end: -20px;
  }
  article > .notice-line:not(:has(.notice)) {
    display: contents;
  }
  .notice {
    padding: 8px 14px;
    border-inline-start: 4px solid var(--_success);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 2px 12px var(--_shadow);
  }
  .notice[data-tone='failed'] {
    border-color: var(--_danger);
  }
  .note,
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
    font-size: 0.9375em;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
  }
  .main,
  .side,
  .story,
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .main,
  .columns .side {
    gap: 32px;
  }
  .story {
    gap: 20px;
  }
  section {
    gap: 10px;
  }
  .story section {
    gap: 4px;
  }
  .main:empty {
    display: none;
  }
  @container (inline-size >= 52em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(17em, 21em);
      grid-template-rows: auto 1fr;
      gap: 40px 56px;
    }
    .columns > .side {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
    .columns > .main,
    .columns > .talk-column {
      grid-column: 1;
    }
  }
  @container (inline-size < 38em) {
    .title {
      font-size: 1.375em;
    }
    .summary {
      font-size: 1.0625em;
    }
    .way li[data-state='done'] .station,
    .way li[data-state='ahead'] .station {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .station {
      white-space: nowrap;
    }
    .way li:first-child {
      justify-content: start;
      justify-items: start;
    }
    .way li:last-child {
      justify-content: end;
      justify-items: end;
    }
    .way li:nth-child(2)::before {
      inset-inline-start: calc(-100% + 28px);
    }
    .way li:last-child::before {
      inset-inline-end: 28px;
    }
    .way li:nth-last-child(2) .station {
      translate: -25% 0;
    }
    .facts {
      gap: 8px 20px;
    }
  }
  @media (forced-colors: active) {
    [data-state='done'] .dot,
    [data-state='now'] .dot {
      border-color: Highlight;
    }
    .panel,
    .notice {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .page-actions,
    .steps,
    .levels,
    .form,
    .tools,
    .new,
    .help .button {
      display: none;
    }
    .columns {
      display: block;
    }
    .columns > * {
      margin-block-end: 20px;
    }
  }
`;
