import { css } from 'lit';

export const peerProfileStyles = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .title {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }
  .lead {
    max-inline-size: 42em;
  }
  .end {
    display: grid;
    gap: 12px;
    max-inline-size: 42em;
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_success);
    background: var(--_sunken);
  }
  .title:focus,
  .end:focus {
    outline: none;
  }
  .button {
    justify-self: start;
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
  .bones > span:first-child {
    inline-size: 60%;
    block-size: 24px;
  }
  .bones > span:last-child {
    block-size: 120px;
  }
`;
