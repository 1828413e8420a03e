import { css } from 'lit';

/** How an idea looks in a list and on the board. */
export const cardStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 16px;
  }
  .org {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .title {
    margin-block-start: 6px;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .title a {
    display: inline-block;
    min-block-size: 24px;
    color: inherit;
    text-decoration-color: transparent;
    transition: text-decoration-color 0.12s;
  }
  .title a:hover {
    color: var(--_accent);
    text-decoration-color: currentcolor;
  }
  .summary {
    max-inline-size: 70ch;
    overflow-wrap: anywhere;
  }
  .needs,
  .waits {
    margin-block-start: 4px;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .needs b {
    font-weight: 600;
    color: var(--_text);
  }
  .waits {
    font-weight: 600;
    color: var(--_text);
  }
  mark {
    border-radius: 2px;
    background: color-mix(in srgb, var(--_warning) 45%, transparent);
    color: inherit;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
