import { css } from 'lit';

/** What is added to the filters of other lists. */
export const postFiltersStyles = css`
  fieldset [type='search'] {
    margin-block: 4px;
    min-block-size: 36px;
    font-size: 0.9375em;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    margin-block-start: 8px;
  }
  .chosen ul {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-inline-size: 0;
    list-style: none;
  }
  .chosen li {
    min-inline-size: 0;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 32px;
    padding: 2px 10px;
    border: 1px solid var(--_accent);
    border-radius: 1em;
    background: var(--_tint);
    font-size: 0.875em;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_sunken);
  }
  .chip svg {
    inline-size: 0.875em;
    block-size: 0.875em;
  }
`;
