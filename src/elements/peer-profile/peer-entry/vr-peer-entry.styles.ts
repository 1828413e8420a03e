import { css } from 'lit';

export const entryStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .title {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }
  .section-title,
  .minor,
  summary > span {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .title:focus,
  .minor:focus,
  .section-title:focus,
  .done:focus,
  .ask:focus {
    outline: none;
  }
  .quiet {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .state,
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_edge);
    background: var(--_sunken);
  }
  .state > p {
    flex: 1 1 20em;
  }
  .state[data-state='listed'] {
    border-color: var(--_success);
  }
  .state[data-state='ending'],
  .state[data-state='expired'] {
    border-color: var(--_warning);
  }
  .note {
    margin-block-end: 16px;
    border-color: var(--_accent);
  }
  .done {
    margin-block-start: 12px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .failure {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
  }
  .write {
    max-inline-size: 42em;
  }
  .write > vr-peer-photo,
  .write > .photo-place {
    margin-block-end: 24px;
  }
  .to-preview {
    min-block-size: 32px;
    margin-block-end: 16px;
  }
  @container (min-width: 44em) {
    .to-preview {
      display: none;
    }
    .work {
      grid-template-columns: minmax(0, 1fr) minmax(15em, 36%);
    }
    aside {
      position: sticky;
      inset-block-start: 16px;
      align-self: start;
      max-block-size: calc(var(--vr-view-height, 100vh) - 32px);
      overflow-y: auto;
    }
  }
  .preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 4px;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 4px;
    font-weight: 600;
  }
  .tab {
    display: inline-flex;
    align-items: center;
    min-block-size: 32px;
    padding: 2px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    font-size: 0.875em;
    cursor: pointer;
  }
  .tab input {
    position: absolute;
    opacity: 0;
  }
  .tab:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .tab:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .look {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
  }
  .unseen {
    color: var(--_muted);
  }
  .waiting {
    min-block-size: 12em;
    background: var(--_sunken);
  }
  .facts {
    display: grid;
    gap: 8px;
  }
  .facts:empty {
    display: none;
  }
  dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .section,
  .more {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_line);
  }
  .more {
    display: block;
    padding-block-start: 16px;
  }
  .more[open] > :not(summary) {
    margin-block-start: 12px;
  }
  summary {
    min-block-size: 32px;
    cursor: pointer;
  }
  .publish > * {
    max-inline-size: 42em;
  }
  .consent {
    padding: 12px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-large);
  }
  .consent-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    margin-block-end: 8px;
  }
  .consent-head span {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .consent-text {
    white-space: pre-line;
  }
  .choice {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-block-size: 32px;
    padding-block: 4px;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 3px;
  }
  .brought {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius-large);
    background: var(--_tint);
  }
  .brought .facts {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
  }
  .ask {
    display: grid;
    gap: 8px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
  }
  .grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .photo-place {
    min-block-size: 120px;
  }
  .bones {
    display: grid;
    gap: 12px;
  }
  .bones > span {
    block-size: 40px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .bones > span:last-child {
    block-size: 120px;
  }
  @media print {
    .work > .write,
    .publish,
    .more,
    .state button {
      display: none;
    }
  }
`;
