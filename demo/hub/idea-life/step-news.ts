import type { NotificationKind } from '../../../src/model/account.ts';
import type { IdeaStage } from '../../../src/model/idea.ts';
import type { HubTransaction } from '../database/database.ts';
import type { IdeaRow } from '../ideas/idea-rules.ts';
import { notify } from '../notifications/notify.ts';
import { moderatorsOf, partakersOf } from './idea-people.ts';

/** What authors are told when a moderator, or the hub, moves their idea. */
const TO_AUTHORS: Readonly<Partial<Record<IdeaStage, NotificationKind>>> = {
  returned: 'idea-question',
  open: 'idea-released',
  declined: 'idea-declined',
  parked: 'idea-parked',
};

interface StepNews {
  /** The idea after the step. */
  readonly row: IdeaRow;
  readonly from: IdeaStage;
  /** Id of who took it. */
  readonly by: string | null;
  readonly note?: string | undefined;
  /** It was let out to its readers just now. */
  readonly released: boolean;
}

/** Tells those whom a step concerns: authors, Patin or Pate, team and followers; before it is open, its moderators. */
export async function tellOfStep(transaction: HubTransaction, news: StepNews): Promise<void> {
  const { row, from, by, note, released } = news;
  const rest = { by, ideaId: row.id, ...(note !== undefined && { text: note }) };
  const to = row.stage;
  if (to === 'submitted') {
    const kind = from === 'returned' ? 'idea-answered' : 'idea-submitted';
    return notify(transaction, { kind, to: await moderatorsOf(transaction, row.orgId), ...rest });
  }
  const kind = to === 'open' && !released ? undefined : TO_AUTHORS[to];
  await notify(transaction, { kind: kind ?? 'idea-stage', to: row.authorIds, ...rest });
  const partakers = await partakersOf(transaction, row);
  const patron = to === 'teaming' ? row.patronId : null;
  if (patron) await notify(transaction, { kind: 'patron-named', to: [patron], ...rest });
  await notify(transaction, {
    kind: to === 'parked' ? 'idea-parked' : 'idea-stage',
    to: partakers.filter((id) => id !== patron),
    ...rest,
  });
}
