import type { NewIdeaLink } from '../../internal/new-idea-link.ts';
import type { IdeaForm } from '../../model/idea-form.ts';
import type { DeskHost } from './desk-host.ts';
import type { SubmissionDesk } from './submission-desk.ts';

type Desk = Pick<SubmissionDesk, 'flow' | 'drafts' | 'sending' | 'clearFiles'>;

/** An idea that a link begins, from the session of a camp: filled in at once where nothing is written, else asked for. */
export class SubmissionOrigin {
  /** What a link would begin, while something else is being written. */
  offered: NewIdeaLink | undefined;
  readonly #host: DeskHost;
  readonly #desk: Desk;

  constructor(host: DeskHost, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
  }

  begin(link: NewIdeaLink): void {
    const { flow, sending } = this.#desk;
    const isHere = link.sessionId !== undefined && flow.form.origin?.sessionId === link.sessionId;
    this.offered = undefined;
    if (!isHere && (sending || !(flow.isEmpty || flow.isGiven))) this.offered = link;
    else if (!isHere) this.#give(link);
    this.#host.onFocus(this.offered ? 'offered' : 'heading');
  }

  /** The person has chosen between what was begun and what the link brings. */
  settle(replace: boolean): void {
    const { offered } = this;
    const { drafts } = this.#desk;
    this.offered = undefined;
    if (offered && replace) {
      drafts.erase();
      this.#desk.clearFiles();
      this.#give(offered);
      drafts.save();
    }
    this.#host.onFocus('heading');
  }

  /** The idea comes from no session after all. */
  detach(): void {
    const { flow, drafts } = this.#desk;
    const { origin: _, ...form } = flow.form;
    flow.form = form;
    drafts.save();
    this.#host.onFocus('heading');
  }

  /** A draft from before is found: it comes first, and whether the link takes its place is asked. */
  yieldTo(draft: IdeaForm): void {
    const { flow } = this.#desk;
    if (!flow.isGiven || flow.form.origin?.sessionId === draft.origin?.sessionId) return;
    const { title, summary, origin } = flow.form;
    this.offered = { ...origin, title, ...(summary && { summary }) };
    this.#host.onFocus('offered');
  }

  #give({ title, summary, eventId, sessionId }: NewIdeaLink): void {
    const origin = { title, ...(eventId && { eventId }), ...(sessionId && { sessionId }) };
    this.#desk.flow.give({ title, ...(summary && { summary }), ...(sessionId && { origin }) });
  }
}
