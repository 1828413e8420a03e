import { css } from 'lit';

/** How posts stand in a list, as cards and in a magazine. */
export const postLayouts = css`
  .list .post {
    padding-block: 20px;
    border-block-start: 1px solid var(--_line);
  }
  .list .post:first-child {
    padding-block-start: 4px;
    border: 0;
  }
  .list .pictured {
    grid-template-columns: minmax(0, 1fr) minmax(7em, 26%);
    grid-template-rows: auto auto auto 1fr;
    column-gap: 24px;
  }
  .list .pictured > .picture {
    grid-column: 2;
    grid-row: 1 / span 4;
    align-self: start;
    margin-block-start: 4px;
  }
  .list .pictured > :not(.picture) {
    grid-column: 1;
  }

  .cards,
  .magazine {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: 24px;
  }
  .cards .post {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  :is(.cards, .magazine) .post > .picture {
    flex: none;
    order: -1;
    margin-block-end: 12px;
  }
  .cards .post > .picture {
    margin: -16px -16px 12px;
    border-radius: calc(var(--_radius-large) - 1px) calc(var(--_radius-large) - 1px) 0 0;
  }
  :is(.cards, .magazine) .post {
    display: flex;
    flex-direction: column;
  }
  .cards .foot {
    margin-block-start: auto;
    padding-block-start: 10px;
  }
  .magazine {
    gap: 32px 24px;
  }
  .magazine .post {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .magazine .post:first-child {
    grid-column: 1 / -1;
    padding-block-start: 0;
    border: 0;
  }
  .magazine .post:first-child .title {
    font-size: 1.375em;
  }
  .magazine .post:first-child .teaser {
    -webkit-line-clamp: 6;
    line-clamp: 6;
  }
  @container (inline-size >= 44em) {
    .magazine .post:first-child .title {
      margin-block: 4px 8px;
      font-size: 1.75em;
      font-weight: 700;
      line-height: 1.2;
    }
    .magazine .post:first-child .teaser {
      font-size: 1.0625em;
    }
    .magazine .pictured:first-child {
      display: grid;
      grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
      grid-template-rows: auto auto auto 1fr;
      column-gap: 32px;
    }
    .magazine .pictured:first-child > .picture {
      grid-column: 1;
      grid-row: 1 / span 4;
      inline-size: 100%;
      min-block-size: 100%;
      margin: 0;
    }
    .magazine .pictured:first-child > :not(.picture) {
      grid-column: 2;
    }
    .magazine .pictured:first-child > .foot {
      align-self: end;
    }
  }
  @container (inline-size < 34em) {
    .list .pictured {
      grid-template-columns: minmax(0, 1fr) 6.5em;
      grid-template-rows: none;
      column-gap: 12px;
    }
    .list .pictured > :is(.meta, .teaser, .full, .foot, .warned, .note) {
      grid-column: 1 / -1;
    }
    .list .pictured > .picture {
      grid-row: 2;
      margin-block: 4px 8px;
    }
  }
  /* Beside a picture no title has room for a word here. */
  @container (inline-size < 25em) {
    .list .pictured {
      grid-template-columns: minmax(0, 1fr);
    }
    .list .pictured > :not(.picture) {
      grid-column: 1;
    }
    .list .pictured > .picture {
      grid-column: 1;
      grid-row: 1;
      margin-block: 0 8px;
    }
  }
`;
