import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import type { EventEditorMessages } from '../../../i18n/de/event-editor.ts';
import { eventEditorWords } from '../../../i18n/event-editor-words.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { whenWords } from '../../../i18n/when-words.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import {
  eventChanges,
  eventFormValues,
  eventInput,
  type EditScope,
  type EventFormFrame,
} from '../../../model/event-form.ts';
import type { EventInput } from '../../../model/event-input.ts';
import { textOf, type FormValues } from '../../../model/form-values.ts';
import type { PlainDate } from '../../../model/plain-date.ts';
import { plainDateAt } from '../../../model/time-zone.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { conflictStyles } from '../../shared/form/form-conflict.styles.ts';
import { mergedValues } from '../../shared/form/form-versions.ts';
import { FormDrafts } from '../../shared/form/form-drafts.ts';
import { VrEventChangedEvent, VrEventCloseEvent } from '../event-page/events.ts';
import { compareEvents, renderEvents, type EditorConflict } from './editor-conflict.ts';
import { renderEdit } from './editor-edit.ts';
import { mayEdit, renderDone, renderLocked, renderScope, renderTask, type Done } from './editor-parts.ts';
import { EditorSource } from './editor-source.ts';
import { taskInput, type EditorTask, type ShortTask } from './editor-tasks.ts';
import { keptRuleWords, ownOrg, type EditorFormContext } from './form-context.ts';
import { editorStyles } from './vr-event-editor.styles.ts';

export type { EditorTask } from './editor-tasks.ts';

/**
 * The form of an organiser: a new event, a change of one date or of a whole series, a cancellation. It asks for the event
 * as it is stored before anybody types, keeps what is typed as `storage` allows, and lays both versions side by side where
 * somebody else was faster.
 *
 * @summary Creates, changes and cancels events.
 * @documentation docs/organising-events.md
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventChangedEvent} vr-event-changed - the event was created, changed or cancelled
 * @fires {VrEventCloseEvent} vr-event-close - the organiser is done with the form
 */
export class VrEventEditor extends StyledElement {
  static override styles = [host, controls, conflictStyles, editorStyles];

  /** What is changed; a new event without it. Of a series, the date that was opened. */
  @property({ attribute: false }) event: CalendarEvent | undefined;
  /** Day that a new event was asked for. */
  @property({ attribute: false }) date: PlainDate | undefined;
  /** What the organiser came to do with the event. */
  @property({ attribute: false }) task: EditorTask = 'edit';
  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Level of the form's title, 1 to 6. */
  @property({ attribute: false }) headingLevel = 2;

  @state() private scope: EditScope | undefined;
  @state() private now: EditorTask = 'edit';
  @state() private values: FormValues = {};
  @state() private conflict: EditorConflict | undefined;
  @state() private done: Done | undefined;
  @state() private restored = false;
  @state() private unchanged = false;
  @state() private previewing = false;
  @state() private ruleWords = '';
  /** Grows where the form begins anew with other values. */
  @state() private round = 0;

  readonly #localize = new LocalizeController<EventEditorMessages>(this, eventEditorWords);
  readonly #source = new EditorSource(this);
  readonly #drafts = new FormDrafts();
  readonly #preview = new LazyPart(this, () => import('./editor-preview.ts'));
  #filled: CalendarEvent | null | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drafts.leave();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#localize.pending;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { event, port } = this;
    if (!this.isConnected) return;
    // What was saved comes back by the property; the word on it stays until the organiser is done.
    if (changed.has('event') && event?.id !== changed.get('event')?.id) this.#begin();
    if (changed.has('task')) this.now = this.task;
    if (!this.done) this.scope ??= event?.recurrence || event?.recurrenceId ? undefined : 'single';
    if (port && this.scope && !this.done && !this.#isLocked()) this.#source.use({ port, event, scope: this.scope });
    if (this.#source.state === 'ready' && this.#filled !== (this.#source.event ?? null)) this.#fill();
  }

  protected override render(): TemplateResult {
    return html`<div class="base">
      ${this.#renderHead()} ${this.done ? this.#renderDone(this.done) : this.#renderWork()}
    </div>`;
  }

  #renderHead(): TemplateResult {
    const { editor } = this.#localize.words;
    const { event, now } = this;
    const title = now !== 'edit' ? editor.taskTitle[now] : event ? editor.editTitle : editor.newTitle;
    return html`<div class="head">
      <div class="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${title}</div>
      ${event ? html`<p class="about">${event.title} · ${this.#when(this.#source.event ?? event)}</p>` : nothing}
    </div>`;
  }

  #renderWork(): TemplateResult | typeof nothing {
    const words = this.#localize.words;
    const { editor } = words;
    const { state, error, event } = this.#source;
    if (this.#isLocked()) return renderLocked(this.account, words);
    if (!this.scope && this.event)
      return renderScope(this.event, this.#when(this.event), words, (scope) => this.#choose(scope));
    if (state === 'failed')
      return html`<vr-status .state=${'failed'} .error=${error} .words=${words} @vr-status-retry=${() => this.#source.load()}></vr-status>`;
    if (state !== 'ready') return html`<p role="status">${editor.loading}</p>`;
    if (!mayEdit(this.port, this.#source, this.now))
      return html`<p>${this.event ? editor.notAllowed : editor.noOrgs}</p>`;
    if (this.conflict) {
      return renderEvents(this.conflict, this.#context(), {
        busy: this.#source.busy,
        headingLevel: this.#level(),
        onChange: (conflict) => (this.conflict = conflict),
        onSave: (conflict) => void this.#settle(conflict),
        onBack: (conflict) => void this.#resume(conflict),
      });
    }
    const { now } = this;
    if (now !== 'edit' && event) {
      return renderTask(now, event, this.scope ?? 'single', words, {
        source: this.#source,
        draft: this.#drafts.of(now),
        onInput: (values) => this.#drafts.keep(now, values),
        onSend: (values) => void this.#run(now, values),
        onCancel: () => (this.task === now ? this.#close() : this.#turnTo('edit')),
      });
    }
    return this.#renderForm();
  }

  #renderForm(): TemplateResult {
    const { locale, timeZone, values, restored, unchanged, round } = this;
    return renderEdit({
      ...this.#context(),
      source: this.#source,
      timeZone,
      locale,
      values,
      restored,
      unchanged,
      round,
      headingLevel: this.#level(),
      preview: this.previewing ? this.#preview.get() : undefined,
      onInput: (typed) => this.#onInput(typed),
      onSave: (typed) => void this.#save(typed),
      onCancel: () => this.#close(),
      onDiscard: () => this.#discard(),
      onTask: (task) => this.#turnTo(task),
      onPreview: (open) => (this.previewing = open),
    });
  }

  #renderDone(done: Done): TemplateResult {
    return renderDone(done, this.#localize.words, {
      onClose: () => this.#close(),
      ...(done.task === 'create' && { onAnother: () => this.#begin() }),
      ...(done.task === 'cancel' && { onUndo: () => void this.#send('restore', taskInput('restore', {})) }),
    });
  }

  #level(): number {
    return Math.min(6, this.headingLevel + 1);
  }

  #frame(): EventFormFrame {
    const { timeZone, scope = 'single' } = this;
    const date = this.date ?? plainDateAt(timeZone, Date.now());
    const own = ownOrg(this.#source.vocabulary, this.me);
    return { timeZone, scope, date, ...(own && { orgId: own.id }) };
  }

  #context(): EditorFormContext {
    const { words } = this.#localize;
    const { vocabulary, event } = this.#source;
    return {
      words,
      locale: this.locale,
      frame: this.#frame(),
      event,
      vocabulary,
      values: this.values,
      ruleWords: this.ruleWords,
    };
  }

  #when(event: CalendarEvent): string {
    return whenWords(event, this.timeZone, this.locale, this.#localize.words);
  }

  #isLocked(): boolean {
    return this.me?.anonymous === true;
  }

  /** Begins with another event, or with a new one. */
  #begin(): void {
    this.scope = this.conflict = this.done = this.#filled = undefined;
    this.now = this.task;
    this.restored = this.unchanged = false;
    this.#source.forget();
  }

  #choose(scope: EditScope): void {
    this.scope = scope;
    this.#focusSoon('.title');
  }

  /** Fills the form from what is stored, and from a draft where there is one. */
  #fill(): void {
    const { port, me, storage, scope } = this;
    const { event } = this.#source;
    this.#filled = event ?? null;
    if (!port || this.done) return;
    const form = `event/${event ? `${event.id ?? event.uid}/${event.recurrenceId ?? ''}` : 'new'}/${scope ?? ''}`;
    this.#drafts.use({ port, form, user: me?.person?.id, storage });
    const draft = this.#drafts.of('edit');
    this.values = { ...eventFormValues(event, this.#frame()), ...draft };
    this.restored = draft !== undefined;
    this.round++;
    void this.#findRuleWords(event);
  }

  async #findRuleWords(event: CalendarEvent | undefined): Promise<void> {
    this.ruleWords = '';
    if (textOf(this.values, 'repeat') !== 'kept') return;
    this.ruleWords = await keptRuleWords(event, this.timeZone, this.locale, this.#localize.words.lang);
  }

  #onInput(values: FormValues): void {
    this.values = values;
    this.unchanged = false;
    this.#drafts.keep('edit', values);
  }

  #discard(): void {
    this.#drafts.drop('edit');
    this.values = eventFormValues(this.#source.event, this.#frame());
    this.restored = false;
    this.round++;
  }

  #turnTo(task: EditorTask): void {
    this.now = task;
    this.#source.failure = undefined;
    this.#focusSoon('.title');
  }

  async #save(values: FormValues): Promise<void> {
    const { event } = this.#source;
    const frame = this.#frame();
    if (!event) {
      await this.#send('create', eventInput(values, frame));
      return;
    }
    const changes = eventChanges(values, event, frame);
    const message = textOf(values, 'message');
    this.unchanged = Object.keys(changes).length === 0;
    if (this.unchanged) return;
    await this.#send('edit', { ...changes, ...(message && { message }) });
    if (this.#source.failure?.status === 412) await this.#compare(values);
  }

  async #compare(values: FormValues): Promise<void> {
    const theirs = await this.#source.fresh().catch(() => undefined);
    if (!theirs) return;
    this.conflict = compareEvents(theirs, values, this.#context());
    this.#focusSoon('.conflict .title');
  }

  /** Goes on from the other version with what was chosen. */
  #resume(conflict: EditorConflict): FormValues {
    const values = mergedValues(conflict);
    this.#source.take(conflict.theirs);
    this.#filled = conflict.theirs;
    this.conflict = undefined;
    this.values = values;
    this.#drafts.keep('edit', values);
    this.round++;
    return values;
  }

  async #settle(conflict: EditorConflict): Promise<void> {
    if (this.#source.busy) return;
    const values = this.#resume(conflict);
    const event = this.#source.event;
    // Where the saved version was chosen throughout, there is nothing left to send.
    if (event && Object.keys(eventChanges(values, event, this.#frame())).length === 0) this.#arrived('edit', event);
    else await this.#save(values);
  }

  async #run(task: ShortTask, values: FormValues): Promise<void> {
    await this.#send(task, taskInput(task, values));
    // Nothing but the state is at stake: what others changed besides stays theirs.
    if (this.#source.failure?.status !== 412) return;
    const theirs = await this.#source.fresh().catch(() => undefined);
    if (!theirs) return;
    this.#source.take(theirs);
    await this.#send(task, taskInput(task, values));
  }

  async #send(task: Done['task'], input: EventInput): Promise<void> {
    const event = await this.#source.send(input);
    if (event) this.#arrived(task, event);
  }

  #arrived(task: Done['task'], event: CalendarEvent): void {
    this.#drafts.drop('edit');
    this.#drafts.drop(task);
    this.#source.take(event);
    this.#filled = event;
    this.restored = false;
    this.done = { task, event, scope: this.scope ?? 'single' };
    this.dispatchEvent(new VrEventChangedEvent(event));
    this.#focusSoon('.done');
  }

  readonly #close = (): boolean => this.dispatchEvent(new VrEventCloseEvent());

  #focusSoon(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
