import { css } from 'lit';

export const listStyles = css`
  .idea {
    padding-block: 20px;
    border-block-start: 1px solid var(--_line);
  }
  .chunk:first-child .idea:first-child {
    padding-block-start: 4px;
    border: 0;
  }
  .button {
    margin-block-start: 16px;
  }
  @media print {
    .button {
      display: none;
    }
    .idea {
      break-inside: avoid-page;
    }
  }
`;
