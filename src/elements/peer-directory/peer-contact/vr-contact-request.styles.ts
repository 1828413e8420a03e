import { css } from 'lit';

export const requestStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 42em;
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .about {
    color: var(--_muted);
  }
  .about strong {
    font-weight: 600;
    color: var(--_on-surface);
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_edge);
    border-radius: var(--_radius-large);
    max-inline-size: 70ch;
  }
  .panel.done {
    border-inline-start-color: var(--_success);
  }
  .panel.waiting,
  .panel.needs-sign-in {
    border-inline-start-color: var(--_warning);
  }
  .panel.refused {
    border-inline-start-color: var(--_danger);
  }
  .panel > [role='status'],
  .panel > [role='alert'] {
    display: grid;
    gap: 8px;
  }
  .strong {
    font-weight: 600;
  }
  .said,
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .failure {
    border-color: var(--_danger);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 4px;
  }
  @media print {
    vr-form,
    .row {
      display: none;
    }
  }
`;
