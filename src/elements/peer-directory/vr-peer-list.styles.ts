import { css } from 'lit';

export const listStyles = css`
  .cards .chunk {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
    gap: 16px;
    margin-block-end: 16px;
  }
  .peer {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 12px;
    align-content: start;
  }
  .cards .peer {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    grid-template-rows: auto 1fr auto;
  }
  .name {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .name a {
    display: inline-block;
    min-block-size: 24px;
    color: inherit;
    text-decoration-color: transparent;
    transition: text-decoration-color 0.12s;
  }
  .name a:hover {
    color: var(--_accent);
    text-decoration-color: currentcolor;
  }
  .place {
    font-size: 0.875em;
    line-height: 1.4;
    color: var(--_muted);
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .what,
  .foot {
    min-inline-size: 0;
    font-size: 0.9375em;
  }
  .cards :is(.what, .foot) {
    grid-column: 1 / -1;
  }
  .cards .what:not(:empty) {
    margin-block-start: 8px;
  }
  .role {
    overflow-wrap: anywhere;
  }
  .role + dl {
    margin-block-start: 6px;
  }
  dl > div {
    padding-block: 1px;
  }
  dt,
  dd {
    display: inline;
    overflow-wrap: anywhere;
  }
  dt,
  .label {
    color: var(--_muted);
  }
  dt::after {
    content: ': ';
  }
  .hit {
    margin-block-start: 4px;
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .cards .foot {
    margin-block-start: 8px;
  }
  .notes {
    flex: 1 1 12em;
    min-inline-size: 0;
    font-size: 0.9375em;
  }
  .notes p:not(.why) {
    color: var(--_muted);
  }
  .why {
    font-weight: 600;
  }
  .foot > .link {
    flex: none;
    min-block-size: 32px;
  }
  .said {
    flex: none;
    font-size: 0.9375em;
    font-weight: 600;
  }

  .list .peer {
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .list .chunk:first-child .peer:first-child {
    border: 0;
  }
  .list :is(.what, .foot) {
    grid-column: 2;
  }
  .list vr-avatar {
    grid-row: 1 / span 3;
    margin-block-start: 2px;
  }
  .list .role:not(.found) {
    display: none;
  }
  .list .role:not(.found) + dl {
    margin-block-start: 2px;
  }
  .list dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
  }
  @container (inline-size >= 44em) {
    .list .peer {
      grid-template-columns: auto minmax(0, 5fr) minmax(0, 6fr) 9em;
      align-items: start;
    }
    .list .what {
      grid-column: 3;
      grid-row: 1;
    }
    .list .foot {
      display: contents;
    }
    .list .notes {
      grid-column: 2 / 4;
      grid-row: 2;
    }
    .list .foot > :is(.link, .said) {
      grid-column: 4;
      grid-row: 1;
      justify-self: end;
    }
  }
  mark {
    border-radius: 2px;
    background: color-mix(in srgb, var(--_warning) 45%, transparent);
    color: inherit;
  }
  .button {
    margin-block-start: 8px;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  @media print {
    .button,
    .foot > .link {
      display: none;
    }
    .peer {
      break-inside: avoid-page;
    }
  }
`;
