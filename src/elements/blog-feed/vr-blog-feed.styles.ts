import { css } from 'lit';

export const blogFeedStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .toolbar,
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .toolbar {
    justify-content: space-between;
    /* A sign-in that comes later into it pushes nothing down. */
    min-block-size: 40px;
  }
  .heading {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
  }
  .heading:focus,
  .page:focus {
    outline: none;
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .main[hidden] {
    display: none;
  }
  /* The filters come after the list; their place is kept. */
  .filters {
    min-block-size: 5.5em;
  }
  @container (inline-size < 30em) {
    .filters {
      min-block-size: 6.6em;
    }
  }
  @container (inline-size < 20em) {
    .filters {
      min-block-size: 9.85em;
    }
  }
  .content {
    min-inline-size: 0;
  }
  .count {
    margin-block-end: 12px;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .wrong {
    margin-block-start: 8px;
    color: var(--_danger);
  }
  [aria-busy='true'] > .main > .content {
    cursor: progress;
  }
  .skeleton {
    display: grid;
    gap: 24px;
  }
  .skeleton:is(.cards, .magazine) {
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
  }
  .skeleton.magazine div:first-child {
    grid-column: 1 / -1;
  }
  .skeleton div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(7em, 26%);
    gap: 8px 24px;
  }
  .skeleton:is(.cards, .magazine) div {
    grid-template-columns: minmax(0, 1fr);
  }
  .skeleton i {
    block-size: 1em;
    inline-size: 60%;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .skeleton i:nth-child(2) {
    block-size: 1.5em;
    inline-size: 90%;
  }
  .skeleton i:nth-child(3) {
    block-size: 4em;
    inline-size: 100%;
  }
  .skeleton i:last-child {
    grid-column: 2;
    grid-row: 1 / span 3;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 2;
  }
  .skeleton:is(.cards, .magazine) i:last-child {
    grid-column: 1;
    grid-row: 1;
  }
  @container (inline-size >= 44em) {
    .skeleton.magazine div:first-child {
      grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
      column-gap: 32px;
    }
    .skeleton.magazine div:first-child i:not(:last-child) {
      grid-column: 2;
    }
    .skeleton.magazine div:first-child i:last-child {
      grid-row: 1 / span 4;
    }
  }
  .paper {
    display: none;
  }
  @media print {
    .filters,
    .acts,
    .back {
      display: none;
    }
    .paper {
      display: block;
    }
  }
`;
