import { css } from 'lit';

/** What the sections of an event's page have in common. */
export const sectionStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
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
  .quiet:not(.button) {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .quiet:not(.button),
  .text {
    max-inline-size: 70ch;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  a.button:not(.primary) {
    color: inherit;
  }
  /* Takes no room while it says nothing; out of the tree it would not be heard when it begins to. */
  p[role='status']:empty {
    position: absolute;
  }
  summary {
    cursor: pointer;
  }
  .ways {
    display: grid;
    gap: 8px;
    padding-block: 8px 4px;
    padding-inline-start: 16px;
    list-style: none;
  }
  .button.small {
    min-block-size: 36px;
    padding-inline: 10px;
    font-size: 0.875em;
  }
  .button.grave {
    border-color: var(--_danger);
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 16px;
    border-radius: var(--_radius-large);
    background: var(--_tint);
  }
  .panel.plain {
    background: var(--_sunken);
  }
  .panel.wrong {
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .panel.waits {
    border-inline-start: 4px solid var(--_warning);
    background: var(--_sunken);
  }
  .strong {
    font-weight: 600;
  }
  .label {
    display: block;
    font-weight: 600;
  }
  .hint {
    display: block;
    font-size: 0.875em;
    color: var(--_muted);
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 4px;
  }
  @container (inline-size < 24em) {
    .row > .button {
      inline-size: 100%;
    }
  }
  @media print {
    .button,
    .no-print {
      display: none !important;
    }
  }
`;
