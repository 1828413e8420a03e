import { css, type CSSResultGroup } from 'lit';
import { viewSwitch } from '../../styles/view-switch.styles.ts';

const own = css`
  .base {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .heading {
    flex: 1 1 auto;
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
  }
  .steps {
    display: flex;
    gap: 4px;
  }
  /* The filters come after the month; their place is kept. */
  .filters {
    flex: 1 1 26em;
    min-inline-size: 0;
    min-block-size: 4em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 4px 24px;
  }
  /* What stands in here comes a moment later, and is too wide for most columns beside the filters: a line of its own. */
  .entries {
    flex: 1 1 100%;
    min-block-size: 40px;
    min-inline-size: 0;
  }
  .place {
    inline-size: 40px;
  }
  .camp select {
    max-inline-size: 100%;
    min-block-size: 40px;
    padding: 4px 10px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .label {
    display: block;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  [hidden] {
    display: none;
  }
  .day {
    padding-block-start: 8px;
  }
  .quiet {
    color: var(--_muted);
  }
  /* No paler text while it loads: it must stay legible. */
  [aria-busy='true'] vr-event-month {
    box-shadow: 0 -2px var(--_accent);
    cursor: progress;
  }
  .skeleton {
    display: grid;
    gap: 24px;
    padding-block: 16px;
  }
  .skeleton i {
    block-size: 3.5em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  /* The programme is offered once a camp is there: what the views need then is theirs from the start. */
  @container (inline-size < 46em) {
    .views {
      flex: 1 1 100%;
    }
  }
  @container (inline-size < 34em) {
    .heading {
      flex-basis: 100%;
    }
    .toolbar {
      justify-content: space-between;
      gap: 8px;
    }
    .toolbar .button {
      padding-inline: 10px;
    }
    .views {
      flex: 1 1 100%;
      flex-wrap: wrap;
    }
    .views .button {
      flex: 1 1 auto;
      padding-inline: 4px;
      font-size: 0.875em;
    }
    .tools {
      gap: 8px;
    }
    .filters {
      flex-basis: 6em;
      min-block-size: 2.5em;
    }
    .entries {
      display: contents;
    }
  }
  @media print {
    .entries,
    .steps,
    .filters {
      display: none;
    }
  }
`;

export const calendarStyles: CSSResultGroup = [viewSwitch, own];
