import { css } from 'lit';

export const calendarStyles = css`
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
    flex: 1 1 auto;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
  }
  .steps,
  .views {
    display: flex;
  }
  .steps {
    gap: 4px;
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
  /* The filters come after the month; their place is kept. */
  .filters {
    min-block-size: 4em;
  }
  .day {
    padding-block-start: 8px;
  }
  .quiet {
    color: var(--_muted);
  }
  /* No paler text while it loads: it must stay legible. */
  [aria-busy='true'] vr-event-month {
    box-shadow: 0 -2px var(--_accent);
    cursor: progress;
  }
  .skeleton {
    display: grid;
    gap: 24px;
    padding-block: 16px;
  }
  .skeleton i {
    block-size: 3.5em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  @container (inline-size < 34em) {
    .heading {
      flex-basis: 100%;
    }
    .toolbar {
      justify-content: space-between;
      gap: 8px;
    }
    .toolbar .button {
      padding-inline: 10px;
    }
    .filters {
      min-block-size: 2.5em;
    }
  }
  @media (forced-colors: active) {
    .views [aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
  @media print {
    .steps,
    .views,
    .filters {
      display: none;
    }
  }
`;
