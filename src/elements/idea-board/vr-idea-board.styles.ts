import { css, type CSSResultGroup } from 'lit';
import { viewSwitch } from '../../styles/view-switch.styles.ts';

const own = css`
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
  @media print {
    .personal,
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

export const boardStyles: CSSResultGroup = [viewSwitch, own];
