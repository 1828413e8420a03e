import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../../model/calendar-event.ts';
import type { ProgramContext } from './program-context.ts';
import { renderInterest } from './program-proposals.ts';

/** The one form that is open in the programme. */
export type OpenForm = { readonly name: 'propose' } | { readonly name: 'edit' | 'withdraw'; readonly id: string };

export interface SessionActions {
  readonly open: OpenForm | undefined;
  readonly toggle: (form: OpenForm | undefined) => void;
  readonly form: (session: Session) => TemplateResult | typeof nothing;
}

/** What the reader may do with a session, under what is known of it. */
export function renderActions(
  session: Session,
  context: ProgramContext,
  { open, toggle, form }: SessionActions,
): TemplateResult | typeof nothing {
  const { port, program, words } = context;
  const { proposals } = words;
  const may = (action: string): boolean => session.can?.includes(action) === true && port?.updateSession !== undefined;
  const isOwn = open !== undefined && 'id' in open && open.id === session.id;
  if (isOwn && open.name === 'edit') return form(session);
  const name = `withdraw-${session.id}`;
  const failure = program.failureOf(name);
  const withdraw = async (): Promise<void> => {
    const done = await program.update(name, session, { state: 'cancelled' }, () => {
      toggle(undefined);
      program.say(proposals.withdrawn(session.title));
    });
    if (!done && program.clash) toggle(undefined);
  };
  return html`${session.state === 'scheduled' && session.can?.includes('interest') ? html`<div class="tools">${renderInterest(session, context)}</div>` : nothing}
  ${
    isOwn && open.name === 'withdraw'
      ? html`<div class="warn" data-form="withdraw">
          <p>${proposals.withdrawAsk(session.title)}</p>
          ${failure ? html`<p class="error" role="alert">${failure.kind === 'denied' ? words.sessionForm.denied : words.failure[failure.kind]}</p>` : nothing}
          <div class="row">
            <button type="button" class="button grave" id="withdraw-yes" @click=${withdraw}>${proposals.withdrawYes}</button>
            <button type="button" class="button" @click=${() => toggle(undefined)}>${words.sessionForm.cancel}</button>
          </div>
        </div>`
      : may('update') || may('cancel')
        ? html`<div class="row">
            ${
              may('update')
                ? html`<button type="button" class="button small" data-edit=${session.id} @click=${() => toggle({ name: 'edit', id: session.id })}>
                    ${proposals.edit}<span class="visually-hidden">: ${session.title}</span>
                  </button>`
                : nothing
            }
            ${
              may('cancel') && session.state !== 'cancelled'
                ? html`<button type="button" class="button small quiet" data-withdraw=${session.id} @click=${() => toggle({ name: 'withdraw', id: session.id })}>
                    ${proposals.withdraw}<span class="visually-hidden">: ${session.title}</span>
                  </button>`
                : nothing
            }
          </div>`
        : nothing
  }`;
}
