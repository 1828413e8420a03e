import { css } from 'lit';

export const boardStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .heading {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
  }
  .heading:focus {
    outline: none;
  }
  .personal {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px;
  }
  .unread {
    min-inline-size: 1.5em;
    padding-inline: 6px;
    border-radius: 1em;
    background: var(--_highlight);
    color: var(--_on-warning);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.5;
  }
  .views {
    display: flex;
  }
  .views .button {
    margin-inline-start: -1px;
    border-radius: 0;
  }
  .views .button:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .views .button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .views [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .views .button:focus-visible {
    z-index: 1;
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .main[hidden] {
    display: none;
  }
  .main.beside {
    grid-template-columns: 15em minmax(0, 1fr);
    gap: 16px 48px;
  }
  /* The filters come after the list; their place is kept. */
  .filters {
    min-block-size: 4em;
  }
  .content {
    min-inline-size: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    margin-block-end: 8px;
  }
  p.quiet {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .fresh {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .wrong {
    margin-block-start: 8px;
    color: var(--_danger);
  }
  .side {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
    margin-block-start: 8px;
    font-size: 0.9375em;
    cursor: pointer;
  }
  .side input {
    inline-size: 1.125em;
    block-size: 1.125em;
    accent-color: var(--_accent);
  }
  .page:focus {
    outline: none;
  }
  .step .heading {
    padding-inline-end: 40px;
  }
  .step .quiet {
    margin-block: 4px 16px;
  }
  [aria-busy='true'] > .main > .content {
    cursor: progress;
  }
  .skeleton {
    display: grid;
    gap: 24px;
    padding-block: 32px 16px;
  }
  .skeleton i {
    block-size: 6em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  @container (inline-size < 34em) {
    .toolbar {
      gap: 8px;
    }
    .toolbar .button {
      padding-inline: 10px;
    }
    .personal {
      flex-grow: 0;
      margin-inline-start: auto;
    }
    .views {
      flex-basis: 100%;
    }
    .views .button {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .views [aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
  @media print {
    .personal,
    .views,
    .filters,
    .fresh,
    .back,
    .side {
      display: none;
    }
    .main.beside {
      display: block;
    }
  }
`;
