import '../shared/vr-dialog.define.ts';
import './idea-page/vr-idea-step.define.ts';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { BackendError } from '../../backend/backend-error.ts';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import type { IdeaPageMessages } from '../../i18n/de/idea-page.ts';
import { ideaPageWords } from '../../i18n/idea-page-words.ts';
import { messagesOf } from '../../i18n/language.ts';
import type { LocalizeController } from '../../i18n/localize-controller.ts';
import { randomId } from '../../internal/random-id.ts';
import type { PersonRef } from '../../model/common.ts';
import type { TransitionInput } from '../../model/idea-input.ts';
import type { Idea, IdeaStage } from '../../model/idea.ts';
import type { BoardSource } from './board-source.ts';
import { needsForm } from './idea-moves.ts';
import type { VrIdeaStepEvent } from './idea-page/events.ts';

export interface MoverContext {
  /** Whom to ask, and where the cards are. */
  readonly source: BoardSource;
  readonly localize: Pick<LocalizeController<IdeaBoardMessages>, 'words' | 'lang' | 'locale'>;
  /** Where the cards are seen. */
  readonly view: () => { focusIdea(id: string): boolean } | null;
  readonly say: (text: string) => void;
}

type Host = ReactiveControllerHost & { readonly timeZone: string };

interface Move {
  readonly idea: Idea;
  readonly to: IdeaStage;
  /** Repeated with the same key, the step is taken once. */
  readonly key: string;
  readonly form: boolean;
  readonly busy: boolean;
  readonly failure?: BackendError;
  readonly people: readonly PersonRef[];
}

/** Moves cards: asks for what a step needs, sends it, tells how it went, and puts the card back where it was refused. */
export class IdeaMover {
  readonly #host: Host;
  readonly #context: MoverContext;
  #words: IdeaPageMessages = ideaPageWords.de;
  #move: Move | undefined;

  constructor(host: Host, context: MoverContext) {
    this.#host = host;
    this.#context = context;
  }

  async move(idea: Idea, to: IdeaStage): Promise<void> {
    if (this.#move) return;
    const form = needsForm(idea.stage, to);
    this.#set({ idea, to, key: randomId(), form, busy: false, people: [] });
    if (!form) return this.#send({ to });
    this.#words = await messagesOf(this.#context.localize.lang, ideaPageWords);
    this.#host.requestUpdate();
    const people = await this.#context.source.port?.participants?.(idea.id).catch(noPeople);
    const move = this.#moveOf(idea);
    if (people && move) this.#set({ ...move, people });
  }

  render(): TemplateResult | typeof nothing {
    const move = this.#move;
    if (!move?.form) return nothing;
    const { localize } = this.#context;
    const all = localize.words;
    const label = all.board.moveTitle(all.idea.stages[move.to]);
    return html`<vr-dialog .open=${true} .label=${label} .words=${all} @vr-dialog-closed=${this.#onClosed}>
      <div class="step">
        <p class="heading" role="heading" aria-level="2">${label}</p>
        <p class="quiet">${move.idea.title}</p>
        <vr-idea-step
          .idea=${move.idea}
          .to=${move.to}
          .people=${move.people}
          .find=${this.#find}
          .busy=${move.busy}
          .failure=${move.failure}
          .timeZone=${this.#host.timeZone}
          .locale=${localize.locale}
          .words=${this.#words}
          @vr-idea-step=${(event: VrIdeaStepEvent) => void this.#send(event.detail.input)}
          @vr-idea-step-cancel=${this.#onClosed}
        ></vr-idea-step>
      </div>
    </vr-dialog>`;
  }

  async #send(input: TransitionInput): Promise<void> {
    const move = this.#move;
    const port = this.#context.source.port;
    if (!move || move.busy || !port?.transition) return this.#set(undefined);
    const { board, idea: names } = this.#context.localize.words;
    const { idea, to } = move;
    this.#set({ ...move, busy: true, failure: undefined });
    this.#show({ id: idea.id, to });
    if (!move.form) this.#keepFocus(idea.id);
    this.#context.say(board.moving(idea.title));
    try {
      const moved = await port.transition(idea.id, input, {
        idempotencyKey: move.key,
        ...(idea.etag && { ifMatch: idea.etag }),
      });
      this.#set(undefined);
      this.#show(undefined);
      this.#context.source.change(moved);
      this.#keepFocus(idea.id);
      const told = moved.stage === to ? board.moved : board.movePending;
      this.#context.say(told(idea.title, names.stages[to]));
    } catch (error) {
      this.#show(undefined);
      await this.#refused({ ...move, busy: false }, error as BackendError);
    }
  }

  async #refused(tried: Move, failure: BackendError): Promise<void> {
    // Who closed the form meanwhile is told, and not asked again.
    const move = { ...tried, form: this.#moveOf(tried.idea)?.form ?? false };
    const { localize, source, say } = this.#context;
    const { board, failure: reasons } = localize.words;
    const why = failure.kind === 'denied' ? board.notAllowed : (reasons[failure.kind] ?? reasons.unknown);
    // A form keeps what was written and says itself why it was refused; another try is another request.
    this.#set(move.form ? { ...move, key: failure.kind === 'conflict' ? randomId() : move.key, failure } : undefined);
    if (!move.form) this.#keepFocus(move.idea.id);
    say(board.notMoved(move.idea.title, why));
    if (failure.kind !== 'conflict' && failure.kind !== 'denied') return;
    const now = await source.port?.get?.(move.idea.id, { fresh: true }).catch(noIdea);
    if (!now) return;
    source.change(now);
    const still = this.#moveOf(move.idea);
    if (still) this.#set({ ...still, idea: now });
  }

  readonly #find = async (q: string): Promise<readonly { readonly value: string; readonly label: string }[]> => {
    const page = await this.#context.source.port?.list({ q, limit: 8 });
    const own = this.#move?.idea.id;
    return (page?.items ?? [])
      .filter(({ id }) => id !== own)
      .map(({ id, title, orgs }) => ({ value: id, label: title, ...(orgs[0] && { hint: orgs[0].name }) }));
  };

  readonly #onClosed = (): void => {
    const move = this.#move;
    if (!move) return;
    this.#set(move.busy ? { ...move, form: false } : undefined);
    this.#keepFocus(move.idea.id);
  };

  /** A card that changes its column, and a form that goes, take the focus with them; it goes on at the card. */
  #keepFocus(id: string): void {
    void this.#host.updateComplete.then(() => {
      if (document.activeElement === document.body) this.#context.view()?.focusIdea(id);
    });
  }

  /** The move, if it is still this idea's. */
  #moveOf(idea: Idea): Move | undefined {
    return this.#move?.idea === idea ? this.#move : undefined;
  }

  /** Shows the card where it is going; without it, where it is. */
  #show(moving: { readonly id: string; readonly to: IdeaStage } | undefined): void {
    this.#context.source.ideas.moving = moving;
    this.#host.requestUpdate();
  }

  #set(move: Move | undefined): void {
    this.#move = move;
    this.#host.requestUpdate();
  }
}

/** The form does without names to choose from, and the card without its newest version: the refusal itself is told. */
const noPeople = (): readonly PersonRef[] => [];
const noIdea = (): undefined => undefined;
