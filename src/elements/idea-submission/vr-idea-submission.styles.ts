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
  .field {
    display: grid;
    gap: 4px;
  }
  .wrong {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_danger);
  }
  label,
  legend {
    font-weight: 600;
  }
  legend {
    padding: 0;
    margin-block-end: 4px;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .hint,
  .count {
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_muted);
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  .error,
  .count.over {
    color: var(--_danger);
    font-weight: 500;
  }
  .error {
    display: flex;
    gap: 6px;
  }
  .error > svg {
    margin-block-start: 0.15em;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
    letter-spacing: inherit;
  }
  textarea {
    display: block;
    resize: vertical;
    line-height: 1.5;
  }
  input:hover,
  textarea:hover,
  select:hover {
    border-color: currentcolor;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 2px 0 0;
    accent-color: var(--_accent);
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    min-block-size: 44px;
    padding-block: 10px;
    font-weight: 400;
    cursor: pointer;
  }
  .choice-text {
    display: grid;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 0 24px;
  }
  .chosen {
    grid-column: 1 / -1;
  }
  .need-text {
    display: grid;
    gap: 4px;
    margin: 0 0 12px 30px;
  }
  .need-text label,
  .alt label {
    font-size: 0.875em;
    font-weight: 500;
  }
  details > .field {
    margin-block-start: 8px;
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
    display: inline-block;
    min-block-size: 24px;
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
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 16px;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .drop.over {
    border: 2px solid var(--_accent);
    padding: 15px;
    background: var(--_tint);
  }
  .drop .hint {
    flex: 1 1 14em;
  }
  .picker:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .picker input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .files {
    display: grid;
    gap: 12px;
    list-style: none;
  }
  .file {
    display: flex;
    gap: 12px;
    padding-block: 8px;
    border-block-end: 1px solid var(--_line);
  }
  .thumbnail {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 80px;
    block-size: 60px;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .thumbnail canvas {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .file-text {
    display: grid;
    flex: 1;
    gap: 4px;
    min-inline-size: 0;
  }
  .file-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .file-state {
    font-size: 0.875em;
  }
  .file-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: end;
    gap: 8px;
  }
  .alt {
    display: grid;
    gap: 2px;
  }
  progress {
    inline-size: 100%;
    block-size: 8px;
    accent-color: var(--_accent);
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
  .similar-name a {
    display: inline-block;
    min-block-size: 24px;
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
      flex-wrap: wrap;
    }
    .file-text {
      flex-basis: 60%;
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
