import { css } from 'lit';

export const subscribeStyles = css`
  dl {
    display: grid;
    gap: 8px;
    max-inline-size: 70ch;
  }
  dl > div {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    gap: 0 16px;
  }
  dt {
    font-weight: 500;
  }
  .feeds {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  @container (inline-size < 30em) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
