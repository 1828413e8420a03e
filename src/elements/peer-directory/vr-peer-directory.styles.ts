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
    justify-content: space-between;
    gap: 8px 16px;
  }
  .heading {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
    /* A sign-in that comes later into its line pushes nothing down. */
    min-block-size: 40px;
    align-content: center;
  }
  .heading:focus {
    outline: none;
  }
  nav {
    flex: 1 1 100%;
    border-block-end: 1px solid var(--_line);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    list-style: none;
  }
  .section {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    margin-block-end: -1px;
    border-block-end: 3px solid transparent;
    color: inherit;
    text-decoration: none;
  }
  .section:hover {
    color: var(--_accent);
    border-color: var(--_line);
  }
  .section[aria-current] {
    border-color: var(--_accent);
    font-weight: 600;
  }
  .number {
    min-inline-size: 1.5em;
    padding-inline: 6px;
    border-radius: 1em;
    background: var(--_highlight);
    color: var(--_on-warning);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.5;
    text-align: center;
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
    min-block-size: 5.5em;
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
    margin-block-end: 12px;
  }
  p.quiet {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .stranger {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-end: 12px;
    padding: 10px 16px;
    border-radius: var(--_radius);
    background: var(--_sunken);
    font-size: 0.9375em;
  }
  .stranger p {
    flex: 1 1 20em;
    max-inline-size: 70ch;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 12px;
  }
  .wrong {
    margin-block-start: 8px;
    color: var(--_danger);
  }
  .page:focus {
    outline: none;
  }
  [aria-busy='true'] > .main > .content {
    cursor: progress;
  }
  .skeleton {
    display: grid;
    gap: 16px;
  }
  .skeleton.cards {
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
  }
  .skeleton div {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    gap: 8px 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .skeleton.list div {
    padding: 0;
    border: 0;
  }
  .skeleton i {
    block-size: 2.5em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .skeleton i:first-child {
    block-size: 40px;
    border-radius: 50%;
  }
  .skeleton i:last-child {
    grid-column: 1 / -1;
    block-size: 4em;
  }
  .skeleton.list i:last-child {
    display: none;
  }
  .paper {
    display: none;
  }
  @container (inline-size < 34em) {
    nav ul {
      gap: 0 16px;
    }
    .views {
      flex: 1;
    }
    .views .button {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    /* A transparent line is drawn there. */
    .section {
      border-color: Canvas;
    }
    .section[aria-current] {
      border-color: Highlight;
    }
    .number {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    nav,
    .filters,
    .back,
    .stranger,
    .toolbar .button {
      display: none;
    }
    .main.beside {
      display: block;
    }
    .paper {
      display: block;
    }
  }
`;

export const directoryStyles: CSSResultGroup = [viewSwitch, own];
