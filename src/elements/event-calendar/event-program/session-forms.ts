import { html, nothing, type TemplateResult } from 'lit';
import { usableStorage } from '../../../internal/device-store.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import type { Me } from '../../../model/account.ts';
import type { Session } from '../../../model/calendar-event.ts';
import type { VrSessionSendEvent } from './events.ts';
import type { ProgramContext } from './program-context.ts';
import type { ProgramController, ProgramHost } from './program-controller.ts';
import type { OpenForm } from './session-actions.ts';
import { SessionDraft } from './session-drafts.ts';

export interface FormsHost extends ProgramHost {
  readonly me: Me | undefined;
  readonly storage: string;
  /** Where the focus goes once all is drawn: the first of these that is there. */
  focusOn(...selectors: readonly string[]): void;
}

/** The one form that is open in the programme: opens it, sends what was typed, and leads back. */
export class SessionForms {
  open: OpenForm | undefined;
  readonly #host: FormsHost;
  readonly #program: ProgramController;
  readonly #form: LazyPart<unknown>;

  constructor(host: FormsHost, program: ProgramController) {
    this.#host = host;
    this.#program = program;
    this.#form = new LazyPart(host, () => import('./vr-session-form.define.ts'));
  }

  toggle(form: OpenForm | undefined): void {
    const before = this.open;
    this.open = form;
    // What floats over the page must not lie on the field that takes the focus.
    if (form) this.#program.notice = undefined;
    if (before) this.#program.forget(nameOf(before));
    if (form?.name === 'withdraw') this.#host.focusOn('#withdraw-yes');
    else if (form) this.#host.focusOn('vr-session-form');
    else if (before?.name === 'propose') this.#host.focusOn('#propose');
    else if (before) this.#host.focusOn(`[data-${before.name}="${CSS.escape(before.id)}"]`, '#proposals', '#heading');
  }

  /** The form of a new proposal, or of a session's change. */
  render({ words, program, level, event }: ProgramContext, session?: Session): TemplateResult | typeof nothing {
    if (!this.#form.get()) return nothing;
    const { me, port, storage } = this.#host;
    const name = session ? `edit-${session.id}` : 'propose';
    const draft = SessionDraft.of({
      source: port ?? event,
      storage: usableStorage(storage),
      user: me?.person?.id,
      form: session ? `session/${session.id}` : `session/new/${event.id ?? event.uid}`,
    });
    return html`<vr-session-form
      .session=${session}
      .tracks=${event.programme?.tracks ?? []}
      .draft=${draft}
      .busy=${program.isBusy(name)}
      .failure=${program.failureOf(name)}
      .headingLevel=${Math.min(6, level + 1)}
      .words=${words}
      @vr-session-send=${(sent: VrSessionSendEvent) => void this.#send(sent, session, draft)}
      @vr-session-cancel=${() => this.toggle(undefined)}
    ></vr-session-form>`;
  }

  async #send({ detail }: VrSessionSendEvent, session: Session | undefined, draft: SessionDraft): Promise<void> {
    const { proposals } = this.#host.said;
    const done = (said: string, ...focus: readonly string[]): void => {
      draft.erase();
      this.open = undefined;
      this.#program.say(said);
      this.#host.focusOn(...focus);
    };
    if (session) {
      if (Object.keys(detail.input).length === 0) return this.toggle(undefined);
      await this.#program.update(`edit-${session.id}`, session, detail.input, ({ id, title }) =>
        done(proposals.saved(title), `[data-edit="${CSS.escape(id)}"]`, '#proposals'),
      );
      if (this.#program.clash) this.#host.focusOn('#clash');
      return;
    }
    const made = await this.#program.propose(detail.input);
    if (made) done(proposals.proposed(made.title), `[data-open="${CSS.escape(made.id)}"]`, '#proposals');
  }
}

const nameOf = (form: OpenForm): string => ('id' in form ? `${form.name}-${form.id}` : form.name);
