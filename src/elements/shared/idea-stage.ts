import { css, html, svg, type TemplateResult } from 'lit';
import type { IdeaMessages } from '../../i18n/de/ideas.ts';
import { IDEA_PATH, type IdeaStage } from '../../model/idea.ts';

/** Outlines of the stages beside the way, on a 24 by 24 grid. */
const SIDE_ICONS: Readonly<Partial<Record<IdeaStage, string>>> = {
  draft: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  returned: 'M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .8-1 1.700M12 16.500v.2',
  parked: 'M9.500 8.500v7M14.500 8.500v7',
  stopped: 'M8.500 8.500h7v7h-7z',
  declined: 'M8 12h8',
  merged: 'M8 7.500c0 3 4 2.500 4 5v4M16 7.500c0 3-4 2.500-4 5',
  withdrawn: 'M10.500 8l-3 3 3 3M7.500 11h6a3 3 0 0 1 0 6',
};

/**
 * How far along the way a stage is, drawn as a disc that fills; stages beside the way have a sign of their own. It never
 * stands without the stage's word.
 */
export function stageIcon(stage: IdeaStage): TemplateResult {
  const at = IDEA_PATH.indexOf(stage);
  return html`<svg class="stage-icon" viewBox="0 0 24 24" aria-hidden="true">
    ${stage === 'draft' ? '' : svg`<circle cx="12" cy="12" r="9"></circle>`}
    ${at < 0 ? svg`<path d=${SIDE_ICONS[stage] ?? ''}></path>` : sector(at / (IDEA_PATH.length - 1))}
  </svg>`;
}

/** The filled part of the disc, from the top clockwise. */
function sector(share: number): TemplateResult<2> | '' {
  if (share === 0) return '';
  if (share === 1) return svg`<circle class="stage-fill" cx="12" cy="12" r="5.500"></circle>`;
  const angle = 2 * Math.PI * share;
  const x = (12 + 5.5 * Math.sin(angle)).toFixed(2);
  const y = (12 - 5.5 * Math.cos(angle)).toFixed(2);
  return svg`<path class="stage-fill" d=${`M12 12V6.500A5.500 5.500 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`}></path>`;
}

/** The word for a stage: the source's own where it is none of ours. */
export const stageWord = (
  { stage, stageLabel }: { readonly stage: IdeaStage; readonly stageLabel?: string },
  words: IdeaMessages,
): string => stageLabel ?? words.idea.stages[stage];

/** Where an idea stands: sign, word, and a tint that grows along the way. Needs `stageStyles`. */
export const renderStage = (
  idea: { readonly stage: IdeaStage; readonly stageLabel?: string },
  words: IdeaMessages,
): TemplateResult =>
  html`<span class="stage" data-stage=${idea.stage}>${stageIcon(idea.stage)}<span>${stageWord(idea, words)}</span></span>`;

/** One hue, deeper with each stage; text stays what the page has, at more than 4.5:1 on the deepest. */
export const stageStyles = css`
  .stage {
    --_share: 0%;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 1px 10px 1px 6px;
    border-radius: 1em;
    background: color-mix(in oklab, var(--_accent) var(--_share), transparent);
    font-size: 0.875em;
    font-weight: 500;
    line-height: 1.5;
  }
  .stage:not([data-stage]),
  .stage[data-stage='draft'],
  .stage[data-stage='returned'],
  .stage[data-stage='parked'],
  .stage[data-stage='stopped'],
  .stage[data-stage='declined'],
  .stage[data-stage='merged'],
  .stage[data-stage='withdrawn'] {
    background: var(--_sunken);
  }
  .stage[data-stage='submitted'] {
    --_share: 6%;
  }
  .stage[data-stage='open'] {
    --_share: 10%;
  }
  .stage[data-stage='teaming'] {
    --_share: 14%;
  }
  .stage[data-stage='trying'] {
    --_share: 18%;
  }
  .stage[data-stage='evaluated'] {
    --_share: 22%;
  }
  .stage[data-stage='adopted'] {
    --_share: 26%;
  }
  .stage[data-stage='documented'] {
    --_share: 30%;
  }
  .stage[data-stage='transfer'] {
    --_share: 34%;
  }
  .stage-icon {
    vertical-align: -0.2em;
  }
  .stage-fill {
    fill: currentcolor;
    stroke: none;
  }
  @media (forced-colors: active), print {
    .stage {
      padding-inline: 0;
      background: none;
    }
  }
`;
