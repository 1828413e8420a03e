import { css } from 'lit';

export const jumpStyles = css`
  :host {
    display: inline-block !important;
    container-type: normal !important;
  }
  .box {
    position: absolute;
    inset: auto;
    inline-size: min(20em, calc(100vw - 16px));
    margin: 0;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 8px 32px var(--_shadow);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
