import { css } from 'lit';

export const formStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 42em;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
  }
  .section {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 16px;
    min-inline-size: 0;
  }
  .section.titled + .section.titled {
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_line);
  }
  .section > .title {
    flex: 1 0 100%;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .section > .title + .hint {
    flex: 1 0 100%;
    margin-block-start: -8px;
  }
  .section > .field {
    flex: 1 0 100%;
    max-inline-size: 100%;
  }
  .section > .field.short {
    flex: 1 1 calc(50% - 8px);
    align-self: end;
    min-inline-size: min(100%, 9.5em);
  }
  .field,
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 4px;
  }
  label,
  legend {
    font-weight: 600;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .hint,
  .counter,
  .intro {
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_muted);
  }
  .choice .hint {
    display: block;
  }
  .counter:empty {
    display: none;
  }
  .error,
  .counter[data-over] {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_danger);
  }
  .failure,
  .summary {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_danger);
    background: var(--_sunken);
  }
  .summary ul,
  .note ul {
    list-style: none;
  }
  .summary .link {
    min-block-size: 24px;
    text-align: start;
    color: var(--_danger);
  }
  input[type='date'],
  input[type='time'],
  .number > input {
    max-inline-size: 12em;
  }
  textarea {
    min-block-size: 4.5em;
  }
  .choice {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-block-size: 32px;
    padding-block: 4px;
    font-weight: 400;
  }
  .choice > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 3px;
  }
  div.checks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    column-gap: 16px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 8px;
    border-block-end: 1px solid var(--_line);
  }
  .part {
    flex: 1 1 9em;
    display: grid;
    gap: 2px;
    font-size: 0.875em;
    font-weight: 400;
  }
  .part.name,
  .part[data-type='url'] {
    flex: 3 1 12em;
  }
  .part[data-type='date'] {
    flex: 0 1 10.5em;
  }
  .part[data-type='time'] {
    flex: 0 1 8em;
  }
  .remove {
    flex: 0 0 100%;
    min-block-size: 24px;
    text-align: start;
    font-size: 0.875em;
  }
  .search {
    display: flex;
    gap: 8px;
  }
  .outro {
    font-size: 0.9375em;
  }
  .outro > * + * {
    margin-block-start: 8px;
  }
  .outro ul {
    padding-inline-start: 1.25em;
  }
  .outro li {
    overflow-wrap: anywhere;
  }
  .outro summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }
  .outro blockquote {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_edge);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }
  .outro .lines {
    white-space: pre-line;
  }
  .outro:empty {
    display: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .button.small {
    justify-self: start;
    min-block-size: 32px;
    font-size: 0.875em;
  }
  .button.grave {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
