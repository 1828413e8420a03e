import { css } from 'lit';

export const pageStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  .notes {
    display: grid;
    gap: 4px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
    font-size: 0.9375em;
  }
  .people {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    gap: 8px 16px;
    list-style: none;
  }
  .people li > * {
    display: block;
  }
  .organiser {
    gap: 16px;
  }
  .organiser,
  vr-event-share {
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_line);
  }
`;
