import { css } from 'lit';

export const submissionStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 40em);
    justify-content: start;
    gap: 16px 48px;
  }
  form,
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  ul,
  ol,
  fieldset,
  blockquote {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .heading {
    display: grid;
    gap: 4px;
  }
  .heading:focus {
    outline: none;
  }
  .heading:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 4px;
  }
  .where {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .title {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
    hyphens: auto;
  }
  .progress {
    display: flex;
    gap: 4px;
  }
  .progress i {
    flex: 1;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
  }
  .progress .reached {
    background: var(--_accent);
  }
  details > .field {
    margin-block-start: 8px;
  }
  summary .optional {
    color: inherit;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 32px;
    color: var(--_accent);
    cursor: pointer;
  }
  .ways,
  .actions,
  .copy {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .actions {
    margin-block-start: 8px;
  }
  .button {
    min-block-size: 44px;
    text-align: center;
  }
  a.button {
    color: inherit;
  }
  .pot {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .summary {
    padding: 16px;
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
  }
  .summary ul {
    padding-inline-start: 1.25em;
    margin-block-start: 8px;
  }
  .summary a {
    color: var(--_danger);
  }
  .sub-title,
  .similar-title,
  .sender-title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .notes,
  .intro {
    display: grid;
    gap: 8px;
  }
  .notes {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
    font-size: 0.875em;
  }
  .sign-in {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .sign-in > span {
    flex: 1 1 16em;
  }
  .notice,
  .note,
  .private,
  .question {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_sunken);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .note {
    border-inline-start-color: var(--_warning);
  }
  .note.wrong {
    border-inline-start-color: var(--_danger);
  }
  .private {
    padding: 16px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: none;
  }
  .copy input {
    flex: 1 1 14em;
    inline-size: auto;
    min-inline-size: 0;
  }
  blockquote {
    white-space: pre-line;
    font-weight: 500;
  }
  .link {
    min-block-size: 24px;
  }
  .preview {
    display: grid;
  }
  .preview > div {
    display: grid;
    grid-template-columns: minmax(0, 11em) minmax(0, 1fr) auto;
    gap: 4px 16px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  dt {
    font-weight: 600;
  }
  dd ul {
    padding-inline-start: 1.25em;
  }
  .written {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .sender {
    display: grid;
    gap: 8px;
    margin-block-start: 16px;
  }
  .next-steps {
    display: grid;
    gap: 8px;
    padding-inline-start: 1.5em;
  }
  .stage-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .news:empty,
  [role='status']:empty,
  [role='alert']:empty {
    display: none;
  }
  .similar {
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_sunken);
    align-self: start;
  }
  .similar ul {
    display: grid;
    gap: 16px;
    margin-block-start: 12px;
    list-style: none;
  }
  .similar-kind {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .similar-name {
    margin-block-start: 2px;
    font-weight: 600;
  }
  .similar-summary {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 0.875em;
  }
  .spinner {
    display: inline-block;
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 8px;
    border: 2px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    vertical-align: -0.125em;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
  /* Room enough beside the form: what is similar stands there, and nothing moves. */
  @container (inline-size >= 60em) {
    .base {
      grid-template-columns: minmax(0, 40em) minmax(0, 22em);
    }
    .base > * {
      grid-column: 1;
    }
    .base > .similar {
      grid-area: 3 / 2 / span 4 / 3;
    }
  }
  @container (inline-size < 30em) {
    .title {
      font-size: 1.375em;
    }
    .preview > div {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .preview dd:not(.change) {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .ways .button,
    .actions .button,
    .copy .button {
      flex: 1 1 auto;
    }
    .need-text {
      margin-inline-start: 0;
    }
    .file {
      gap: 8px;
    }
    .thumbnail {
      inline-size: 48px;
      block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .progress i {
      border: 1px solid CanvasText;
      background: none;
      forced-color-adjust: none;
    }
    .progress .reached {
      background: Highlight;
    }
    .wrong,
    .summary {
      border-color: Mark;
    }
    .similar {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .ways,
    .actions,
    .notes,
    .similar,
    .change,
    .progress {
      display: none !important;
    }
  }
`;
