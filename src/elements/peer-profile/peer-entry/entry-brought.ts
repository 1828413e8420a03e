import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import { PROFILE_TEXTS } from '../../../model/profile-form.ts';
import type { EntryContext } from './entry-context.ts';

export interface BroughtContext extends EntryContext {
  /** Refusing has been asked for and waits for a second word. */
  readonly asking: boolean;
  readonly mayRefuse: boolean;
  readonly busy: boolean;
  readonly failure: BackendError | undefined;
  readonly onPublish: () => void;
  readonly onCorrect: () => void;
  readonly onAsk: (asking: boolean) => void;
  readonly onRefuse: () => void;
}

/** Somebody has brought this entry in: what is held, from where, and the three ways on. */
export function renderBrought(context: BroughtContext): TemplateResult {
  const { words, profile, headingLevel, asking, mayRefuse, busy, failure } = context;
  const { brought, failed, fields, lockedSource } = words.entry;
  const held: readonly (readonly [string, string])[] = [
    [fields.displayName, profile.displayName],
    [fields.org, profile.org?.name ?? ''],
    ...PROFILE_TEXTS.map((name) => [fields[name], profile[name] ?? ''] as const),
    [fields.expertise, profile.expertise.map(({ label }) => label).join(', ')],
    [fields.email, profile.channels.email ?? ''],
    [fields.phone, profile.channels.phone ?? ''],
    [fields.chat, profile.channels.chat ?? ''],
  ];
  return html`<div class="brought" role="group" aria-labelledby="brought">
    <div class="section-title" id="brought" role="heading" aria-level=${headingLevel}>${brought.title}</div>
    <p>${brought.from(profile.sourceLabel ?? lockedSource)} ${brought.text}</p>
    <p><strong>${brought.held}</strong></p>
    <dl class="facts">
      ${held.filter(([, value]) => value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    <div class="row">
      <button type="button" class="button primary" @click=${context.onPublish}>${brought.publish}</button>
      <button type="button" class="button" @click=${context.onCorrect}>${brought.correct}</button>
      ${
        mayRefuse
          ? html`<button
              type="button"
              class="button grave"
              aria-expanded=${asking}
              @click=${() => context.onAsk(!asking)}
            >
              ${brought.refuse}
            </button>`
          : nothing
      }
    </div>
    ${
      asking
        ? html`<div class="ask" role="group" aria-labelledby="refuse-ask" tabindex="-1">
            <p id="refuse-ask">${brought.refuseAsk}</p>
            <div class="row">
              <button
                type="button"
                class="button grave"
                aria-disabled=${busy ? 'true' : nothing}
                @click=${context.onRefuse}
              >
                ${busy ? words.form.working : brought.refuseSend}
              </button>
              <button type="button" class="button quiet" @click=${() => context.onAsk(false)}>${words.form.cancel}</button>
            </div>
          </div>`
        : nothing
    }
    <div role="alert">${failure ? html`<p class="failure">${failed(words.failure[failure.kind])}</p>` : nothing}</div>
  </div>`;
}
