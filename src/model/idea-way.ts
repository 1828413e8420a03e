import { IDEA_PATH, type HistoryEntry, type Idea, type IdeaStage } from './idea.ts';

/** A station of the line that shows how far an idea is. */
export interface WayStep {
  readonly stage: IdeaStage;
  /** `now`: it stands here; `left`: it stood here and then left the way. */
  readonly state: 'done' | 'now' | 'left' | 'ahead';
}

export interface IdeaWay {
  readonly steps: readonly WayStep[];
  /** The stage beside the way that it is in. */
  readonly side?: IdeaStage;
}

/** How far an idea got: of one that left the way, the last stage on it that its history knows. */
function lastOnPath(history: readonly HistoryEntry[]): number {
  for (let at = history.length - 1; at >= 0; at--) {
    const { from, to } = history[at]!;
    const index = Math.max(from ? IDEA_PATH.indexOf(from) : -1, to ? IDEA_PATH.indexOf(to) : -1);
    if (index >= 0) return index;
  }
  return -1;
}

/** The line of an idea's stages. Being taken over is its last station, shown where it has come to that. */
export function wayOf({ stage, history = [] }: Pick<Idea, 'stage' | 'history'>): IdeaWay {
  const own = stage === 'returned' ? 0 : IDEA_PATH.indexOf(stage);
  const isSide = own < 0 && stage !== 'draft';
  const at = own >= 0 ? own : isSide ? lastOnPath(history) : -1;
  const last = IDEA_PATH.length - 1;
  const steps = IDEA_PATH.slice(0, own === last ? last + 1 : last).map((each, index): WayStep => ({
    stage: each,
    state: index < at ? 'done' : index > at ? 'ahead' : isSide ? 'left' : 'now',
  }));
  return { steps, ...((isSide || stage === 'returned') && { side: stage }) };
}
