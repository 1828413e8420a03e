import { css } from 'lit';

/** No pixel depends on colour alone: the name stands beside it. */
export const avatarStyles = css`
  :host {
    --_size: var(--vr-avatar-size, 40px);
    display: inline-block !important;
    flex: none;
    inline-size: var(--_size) !important;
    block-size: var(--_size) !important;
    container-type: normal !important;
    user-select: none;
  }
  :host([size='small']) {
    --_size: var(--vr-avatar-size, 32px);
  }
  :host([size='large']) {
    --_size: var(--vr-avatar-size, 96px);
  }
  .disc {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    border-radius: 50%;
    font-size: calc(var(--_size) * 0.375);
    font-weight: 600;
    line-height: 1;
    letter-spacing: 0.02em;
    white-space: nowrap;
  }
  img {
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    object-fit: cover;
  }
  svg {
    inline-size: 60%;
    block-size: 60%;
  }
  @media (prefers-contrast: more) {
    .disc {
      border: 1px solid currentcolor;
    }
  }
  @media (forced-colors: active) {
    .disc {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .disc {
      border: 1px solid currentcolor;
    }
  }
`;
