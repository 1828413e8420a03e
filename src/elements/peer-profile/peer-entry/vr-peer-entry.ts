import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { peerEntryWords } from '../../../i18n/peer-entry-words.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { PeerProfile, ProfileAudience } from '../../../model/peer-profile.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { conflictStyles } from '../../shared/form/form-conflict.styles.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import type { VrForm } from '../../shared/form/vr-form.ts';
import { VrProfileChangedEvent, VrProfileEndedEvent } from '../events.ts';
import { renderBrought } from './entry-brought.ts';
import { renderEntries } from './entry-conflict.ts';
import { dayWords, type EntryContext } from './entry-context.ts';
import { EntryDesk } from './entry-desk.ts';
import { entryForm } from './entry-fields.ts';
import { renderPreview } from './entry-preview.ts';
import { renderMore, type MorePart } from './entry-more.ts';
import { renderPublish } from './entry-publish.ts';
import { renderState } from './entry-state.ts';
import type { VrPhotoChangedEvent } from './events.ts';
import { ProfileSource } from './profile-source.ts';
import { entryStyles } from './vr-peer-entry.styles.ts';

/**
 * The reader's own entry as a part: `<vr-peer-profile>` loads it once somebody has signed in. It asks for the entry as it
 * is stored, keeps what is typed as `storage` allows, and lays both versions side by side where another device was faster.
 *
 * @summary Form, preview, consent and data of the reader's own entry.
 * @documentation docs/peer-profile.md
 * @status stable
 * @since 0.4
 *
 * @fires {VrProfileChangedEvent} vr-profile-changed - the entry was saved, published, renewed or taken out
 * @fires {VrProfileEndedEvent} vr-profile-ended - the entry, or the whole person, was deleted
 */
export class VrPeerEntry extends StyledElement {
  static override styles = [host, controls, conflictStyles, entryStyles];

  @property({ attribute: false }) port: PeersPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of its title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;
  /** Page with the directory; without it the directory of this page. */
  @property({ attribute: false }) directoryUrl: string | undefined;

  @state() private audience: ProfileAudience = 'organisation';
  @state() private refusing = false;
  @state() private open: readonly MorePart[] = [];

  readonly #localize = new LocalizeController<PeerEntryMessages>(this, peerEntryWords);
  readonly #source = new ProfileSource(this);
  readonly #desk = new EntryDesk({
    source: this.#source,
    words: () => this.#localize.words,
    day: (when) => dayWords(when, this),
    draftsOf: () =>
      this.port && { port: this.port, form: 'peer-profile', user: this.me?.person?.id, storage: this.storage },
    onChange: () => this.requestUpdate(),
    onFocus: (selector) => this.#focusSoon(selector),
    onSubmit: () => this.renderRoot.querySelector<VrForm>('vr-form')?.submit(),
    onProfile: (profile) => this.dispatchEvent(new VrProfileChangedEvent(profile)),
    onEnded: (how) => this.dispatchEvent(new VrProfileEndedEvent(how)),
  });
  readonly #look = new LazyPart(this, () => import('./entry-look.ts'));
  readonly #photo = new LazyPart(this, () => import('../peer-photo/vr-peer-photo.define.ts'));
  readonly #data = new LazyPart(this, () => import('../peer-data/vr-peer-data.define.ts'));
  readonly #import = new LazyPart(this, () => import('../peer-import/vr-peer-import.define.ts'));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.leave();
  }

  protected override async scheduleUpdate(): Promise<void> {
    // Nobody shall see German for a blink where English belongs.
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (!this.isConnected || !this.port) return;
    this.#source.use(this.port, this.me?.person?.id);
    this.#desk.update();
  }

  protected override render(): TemplateResult {
    const { words } = this.#localize;
    const { entry } = words;
    const { state: stand, error, profile } = this.#source;
    return html`<div class="base">
      <div class="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${entry.title}</div>
      ${
        stand === 'failed'
          ? html`<vr-status
              .state=${'failed'}
              .error=${error}
              .words=${words}
              @vr-status-retry=${() => this.#source.load()}
            ></vr-status>`
          : stand === 'ready' && profile
            ? this.#renderEntry(this.#context(profile))
            : html`<div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
                <p class="visually-hidden" role="status">${entry.loading}</p>`
      }
    </div>`;
  }

  #renderEntry(context: EntryContext): TemplateResult {
    const desk = this.#desk;
    const { conflict } = desk;
    if (conflict) {
      return renderEntries(conflict, context, {
        busy: this.#source.busy === 'save',
        onChange: (next) => desk.choose(next),
        onSave: () => void desk.save(desk.resume(conflict)),
        onBack: () => desk.resume(conflict),
      });
    }
    return html`${renderState(context, () => this.#focusSoon('#publish'))} ${this.#renderBrought(context)}
      <div class="work">
        <div class="write">
          <button type="button" class="link to-preview" @click=${() => this.#focusSoon('#look')}>
            ${context.words.entry.preview.to}
          </button>
          ${this.#renderPhoto(context)} ${this.#renderForm(context)}</div>
        <aside>
          ${renderPreview({
            ...context,
            audience: this.audience,
            port: this.port,
            me: this.me,
            look: this.#look.get()?.renderLook,
            onAudience: (audience) => (this.audience = audience),
          })}
        </aside>
      </div>
      ${this.#renderPublish(context)} ${this.#renderMore(context)}`;
  }

  #renderBrought(context: EntryContext): TemplateResult | typeof nothing {
    const { profile } = context;
    if (profile.profileSource === 'self' || profile.state !== 'draft') return nothing;
    const source = this.#source;
    return renderBrought({
      ...context,
      asking: this.refusing,
      mayRefuse: this.port?.removeProfile !== undefined && profile.can.includes('remove'),
      busy: source.busy === 'refuse',
      failure: source.failureOf('refuse'),
      onPublish: () => this.#focusSoon('#publish'),
      onCorrect: () => this.renderRoot.querySelector<VrForm>('vr-form')?.focus(),
      onAsk: (asking) => {
        this.refusing = asking;
        if (asking) this.#focusSoon('.ask');
      },
      onRefuse: () => void this.#desk.refuse(),
    });
  }

  #renderPhoto({ profile, vocabulary, headingLevel }: EntryContext): TemplateResult | typeof nothing {
    const { port } = this;
    if (!port?.setPhoto || !profile.can.includes('photo')) return nothing;
    if (!this.#photo.get()) return html`<div class="photo-place"></div>`;
    return html`<vr-peer-photo
      .port=${port}
      .profile=${profile}
      .limits=${vocabulary.photo}
      .headingLevel=${headingLevel}
      @vr-photo-changed=${({ detail }: VrPhotoChangedEvent) => this.#desk.take(detail.profile)}
    ></vr-peer-photo>`;
  }

  #renderForm(context: EntryContext): TemplateResult {
    const { words, headingLevel } = context;
    const source = this.#source;
    const desk = this.#desk;
    const spec = entryForm(context);
    const failure = source.failureOf('save');
    return html`<div role="status">
        ${
          desk.restored
            ? html`<div class="note">
                <p>${words.entry.restored}</p>
                <button type="button" class="link" @click=${() => desk.discard()}>${words.entry.discard}</button>
              </div>`
            : nothing
        }
      </div>
      <vr-form
        .spec=${{ ...spec, key: `${spec.key} ${desk.round}` }}
        .draft=${desk.values}
        .busy=${source.busy === 'save'}
        .failure=${failure?.status === 412 ? undefined : failure}
        .headingLevel=${headingLevel}
        .words=${words}
        @vr-form-input=${({ detail }: VrFormInputEvent) => desk.input(detail.values)}
        @vr-form-submit=${({ detail }: VrFormSubmitEvent) => void desk.save(detail.values)}
        @vr-form-cancel=${() => desk.discard()}
      ></vr-form>
      <div role="status">${desk.said ? html`<p class="done" tabindex="-1">${desk.said}</p>` : nothing}</div>`;
  }

  #renderPublish(context: EntryContext): TemplateResult | typeof nothing {
    if (!this.port?.consent) return nothing;
    const source = this.#source;
    const desk = this.#desk;
    return renderPublish({
      ...context,
      months: desk.months,
      unsaved: desk.unsaved,
      busy: source.busy === 'consent',
      failure: source.failureOf('consent'),
      said: desk.published,
      onMonths: (months) => {
        desk.months = months;
        this.requestUpdate();
      },
      onPublish: () => desk.publish(),
      onHide: () => void desk.consent(false),
    });
  }

  #renderMore({ words, profile, headingLevel, locale }: EntryContext): TemplateResult {
    const { port, account, me } = this;
    return renderMore({
      words,
      profile,
      headingLevel,
      locale,
      port,
      account,
      me,
      data: this.open.includes('data') && this.#data.get() !== undefined,
      import: this.open.includes('import') && this.#import.get() !== undefined,
      onOpen: (part) => (this.open = [...this.open, part]),
      onEnded: (how) => this.#desk.forget(how === 'erased'),
    });
  }

  #context(profile: PeerProfile): EntryContext {
    const { timeZone, locale, directoryUrl } = this;
    return {
      words: this.#localize.words,
      locale,
      timeZone,
      profile,
      vocabulary: this.#source.vocabulary,
      values: this.#desk.values,
      headingLevel: Math.min(6, this.headingLevel + 1),
      today: plainDateAt(timeZone, Date.now()),
      directoryUrl,
    };
  }

  #focusSoon(selector: string): void {
    // What is to have the focus may stand there only after the next drawing.
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
