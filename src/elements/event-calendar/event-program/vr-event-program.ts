import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AccountPort, EventsPort } from '../../../backend/ports.ts';
import { eventProgramWords } from '../../../i18n/event-program-words.ts';
import type { EventProgramMessages } from '../../../i18n/de/event-program.ts';
import { LocalizeController } from '../../../i18n/localize-controller.ts';
import { LazyPart } from '../../../internal/lazy-part.ts';
import { NarrowController } from '../../../internal/narrow-controller.ts';
import { PrintController } from '../../../internal/print-controller.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent, Session } from '../../../model/calendar-event.ts';
import type { PlainDate } from '../../../model/plain-date.ts';
import { sessionClashes } from '../../../model/session-conflicts.ts';
import { sessionGrid, timedSessions, type GridDay } from '../../../model/session-grid.ts';
import { boundToInstant, plainDateAt, toInstantString } from '../../../model/time-zone.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { viewSwitch } from '../../../styles/view-switch.styles.ts';
import { VrEventChangedEvent, VrEventCloseEvent } from '../event-page/events.ts';
import type { Arranger } from './arranger.ts';
import { NowController } from './now-controller.ts';
import { OwnController } from './own-controller.ts';
import type { OwnProgramme } from './own-programme.ts';
import { renderClash } from './program-clash.ts';
import type { ProgramContext } from './program-context.ts';
import { ProgramController } from './program-controller.ts';
import { renderBar, renderDays, renderFailed, renderKept, renderNotice, type ShownSessions } from './program-head.ts';
import { renderList, renderTable } from './program-plan.ts';
import { renderProposals } from './program-proposals.ts';
import { renderActions } from './session-actions.ts';
import { ideaAddress, isThisPage, newIdeaAddress } from './session-links.ts';
import { SessionForms } from './session-forms.ts';
import { arrangeStyles } from './vr-event-program.arrange.styles.ts';
import { planStyles } from './vr-event-program.plan.styles.ts';
import { programStyles } from './vr-event-program.styles.ts';

/** Narrower than this, in em, times by rooms become a list. */
const NARROW = 40;

/**
 * The programme of a camp: what is on when and where, the reader's own programme, and, where people propose sessions,
 * the proposals and their way onto the plan. It asks the port itself; only what `can[]` names and the source is able to
 * do is offered.
 *
 * @summary The programme of one event inside the calendar.
 * @status stable
 * @since 0.3
 *
 * @fires {VrEventChangedEvent} vr-event-changed - the event has other sessions now
 * @fires {VrEventCloseEvent} vr-event-close - the reader follows a link to another part of this page
 */
export class VrEventProgram extends StyledElement {
  static override styles = [host, controls, fields, viewSwitch, programStyles, planStyles, arrangeStyles];

  @property({ attribute: false }) event: CalendarEvent | undefined;
  @property({ attribute: false }) port: EventsPort | undefined;
  @property({ attribute: false }) account: AccountPort | undefined;
  @property({ attribute: false }) me: Me | undefined;
  /** What may be kept on the reader's device: `none`, `session` or `local`. */
  @property({ attribute: false }) storage = 'none';
  /** Level of the programme's heading, 1 to 6. */
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) timeZone = 'Europe/Berlin';
  @property({ attribute: false }) locale = 'de-DE';
  /** Address of a page with the form for ideas, to which a session leads. */
  @property({ attribute: false }) ideaUrl: string | undefined;

  @state() private shown: ShownSessions = 'all';
  @state() private day: PlainDate | undefined;
  @state() private arranging = false;

  readonly #localize = new LocalizeController<EventProgramMessages>(this, eventProgramWords);
  readonly #program = new ProgramController(this);
  readonly #print = new PrintController(this);
  readonly #narrow = new NarrowController(this, NARROW);
  readonly #now = new NowController(this, () => this.#moments());
  readonly #arrange = new LazyPart(this, () => import('./arrange-parts.ts'));
  readonly #own = new OwnController(this);
  readonly #forms = new SessionForms(this, this.#program);
  #opened: ReadonlySet<string> = new Set();
  #arranger: Arranger | undefined;
  #focus: readonly string[] | undefined;
  #shownId: string | undefined;

  get said(): EventProgramMessages {
    return this.#localize.words;
  }

  get narrow(): boolean {
    return this.#narrow.narrow;
  }

  /** Tells the calendar around that the event has other sessions now. */
  programChanged(event: CalendarEvent): void {
    this.dispatchEvent(new VrEventChangedEvent(event));
  }

  /** Shows the plan of a day. */
  showDay(day: PlainDate): void {
    this.day = day;
  }

  /** Puts the focus on the first of these that is there once all is drawn. */
  focusOn(...selectors: readonly string[]): void {
    this.#focus = selectors;
    this.requestUpdate();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#localize.pending) await this.#localize.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const { event } = this;
    const id = event && `${event.uid} ${event.recurrenceId ?? ''}`;
    if (id === this.#shownId) return;
    this.#shownId = id;
    this.#opened = new Set();
    this.day = this.#forms.open = this.#arranger = undefined;
    this.arranging = false;
    this.shown = 'all';
  }

  protected override updated(): void {
    const wanted = this.#focus;
    if (!wanted) return;
    for (const selector of wanted) {
      const found = this.renderRoot.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(selector);
      if (!found) continue;
      this.#focus = undefined;
      void Promise.resolve(found.updateComplete).then(() => found.focus());
      return;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { event } = this;
    const own = this.#own.programme;
    if (!event || !own) return nothing;
    const context = this.#context(event, own);
    const { words, program } = context;
    return html`<section class="base" aria-labelledby="heading" aria-busy=${program.state === 'loading'} @click=${this.#onClick}>
      ${renderBar(context, {
        headingLevel: this.headingLevel,
        shown: this.shown,
        onShow: (shown) => (this.shown = shown),
        mayArrange: event.can?.includes('arrange') === true && this.port?.updateSession !== undefined,
        onArrange: () => this.#toggleArranging(),
        onTake: (how) => void this.#take(how, context),
      })}
      ${renderFailed(context)} ${renderClash(context)} ${this.#renderArranging(context)} ${this.#renderPlan(context)}
      ${this.shown === 'own' ? renderKept(context) : nothing} ${this.arranging ? nothing : this.#renderProposals(context)}
      <div class="notice-line" role="status">${renderNotice(context)}</div>
      <p class="visually-hidden" role="status">
        ${program.state === 'loading' && program.sessions.length === 0 ? words.program.loading : nothing}
      </p>
    </section>`;
  }

  #renderPlan(context: ProgramContext): TemplateResult {
    const { days, words, program, printing, narrow } = context;
    if (days.length === 0) {
      if (program.state === 'loading') return html`<div class="skeleton" aria-hidden="true"></div>`;
      return html`<p class="quiet">${words.program.empty}</p>`;
    }
    const own = this.shown === 'own';
    const plan = (grid: GridDay): TemplateResult =>
      own
        ? renderList(grid, context, ({ session }) => context.own.has(session.id))
        : narrow && !printing
          ? renderList(grid, context)
          : renderTable(grid, context);
    return renderDays(context, this.#dayOf(days), plan, (day) => (this.day = day));
  }

  #renderProposals(context: ProgramContext): TemplateResult | typeof nothing {
    const { event, account, me, port } = this;
    if (!event) return nothing;
    const over = boundToInstant(event.end, this.timeZone) <= this.#now.now || event.status === 'cancelled';
    const isOpen = event.programme?.proposals === 'open' && !over;
    return renderProposals(context, {
      over,
      mayPropose: event.can?.includes('propose') === true && port?.proposeSession !== undefined && !over,
      maySignIn: isOpen && account?.signIn !== undefined && me?.anonymous !== false,
      proposing: this.#forms.open?.name === 'propose',
      onPropose: () => this.#forms.toggle({ name: 'propose' }),
      onSignIn: () => void this.#signIn(),
      form: this.#forms.open?.name === 'propose' ? this.#forms.render(context) : nothing,
    });
  }

  #renderArranging(context: ProgramContext): TemplateResult | typeof nothing {
    const parts = this.arranging && this.#arrange.get();
    const { arranger } = context;
    if (!parts || !arranger) return nothing;
    return html`<p class="quiet">${context.words.arrange.explain}</p>
      ${parts.renderPlaceForm(context, arranger)} ${arranger.picked && !arranger.dragging ? nothing : this.#renderProposals(context)}`;
  }

  #context(event: CalendarEvent, own: OwnProgramme): ProgramContext {
    const { port, timeZone, ideaUrl, arranging } = this;
    const program = this.#program;
    const words = this.said;
    const parts = arranging ? this.#arrange.get() : undefined;
    if (parts) this.#arranger ??= new parts.Arranger(this, program);
    const arranger = arranging ? this.#arranger : undefined;
    const slots = arranger?.times.map(({ start, end }) => ({
      start: toInstantString(start),
      end: toInstantString(end),
    }));
    const programme = slots && { rooms: [], proposals: 'closed' as const, ...event.programme, slots };
    const days = sessionGrid({ sessions: program.sessions, programme: programme ?? event.programme }, { timeZone });
    const context: ProgramContext = {
      event,
      port,
      program,
      own,
      arranger,
      words,
      locale: this.#localize.locale,
      timeZone,
      level: Math.min(6, this.headingLevel + 1),
      now: this.#now.now,
      days,
      narrow: this.narrow,
      printing: this.#print.printing,
      arranging,
      clashes: sessionClashes(
        timedSessions(program.sessions).flatMap(({ session }) => (own.has(session.id) ? [session] : [])),
      ),
      isOpen: (id) => this.#opened.has(id),
      toggleOpen: (id) => this.#toggleOpened(id),
      remember: (session) => this.#remember(session, own),
      showPlace: ({ start }) => (this.day = plainDateAt(timeZone, start)),
      newIdea: (session) => newIdeaAddress(session, event, ideaUrl),
      ideaAddress: (id) => ideaAddress(id, ideaUrl),
      pickButton: (session) =>
        (arranger && parts?.renderPick(session, arranger, this.renderRoot as ShadowRoot, words)) ?? nothing,
      arrangeTable:
        arranger?.picked && parts
          ? {
              onKeydown: (key) => this.#onKeydown(key, context),
              spot: (row, cell, column, grid) =>
                parts.renderSpot(row, cell, column, parts.tabKey(grid, arranger), context),
            }
          : undefined,
      takeTheirs: () => {
        const { session } = program.clash ?? {};
        if (session) arranger?.leave(session);
        void program.settle(false);
        if (session) this.focusOn(`[data-pick="${CSS.escape(session.id)}"]`, `[data-open="${CSS.escape(session.id)}"]`);
      },
      actions: (session) =>
        renderActions(session, context, {
          open: this.#forms.open,
          toggle: (form) => this.#forms.toggle(form),
          form: (each) => this.#forms.render(context, each),
        }),
    };
    return context;
  }

  #dayOf(days: readonly GridDay[]): GridDay {
    const today = plainDateAt(this.timeZone, this.#now.now);
    return days.find(({ day }) => day === this.day) ?? days.find(({ day }) => day === today) ?? days[0]!;
  }

  /** When something begins, ends, or another day does. */
  #moments(): readonly number[] {
    return timedSessions(this.#program.sessions).flatMap(({ start, end }) => [start, end]);
  }

  #toggleArranging(): void {
    this.arranging = !this.arranging;
    this.shown = 'all';
    this.#forms.open = this.#arranger = undefined;
    this.#program.notice = undefined;
  }

  #toggleOpened(id: string): void {
    const opened = new Set(this.#opened);
    if (!opened.delete(id)) opened.add(id);
    this.#opened = opened;
    this.requestUpdate();
  }

  #remember(session: Session, own: OwnProgramme): void {
    const { program: says } = this.said;
    const isIn = own.toggle(session.id);
    const note = own.refused ? says.kept.refused : own.kind === 'none' && own.ids.length === 1 ? says.kept.none : '';
    const said = (isIn ? says.remembered : says.forgotten)(session.title);
    this.#program.say(isIn && note ? `${said} ${note}` : said);
  }

  async #signIn(): Promise<void> {
    const isSignedIn = (await this.account?.signIn?.().catch(() => false)) ?? false;
    if (isSignedIn) void this.#program.load();
  }

  async #take(how: 'save' | 'print', context: ProgramContext): Promise<void> {
    const { saveSessions, printProgramme } = await import('./take-along.ts');
    const { program, own, event, words } = context;
    const ownOnly = this.shown === 'own';
    if (how === 'print') {
      if (!printProgramme(context, ownOnly)) program.say(words.program.cannotPrint, 'bad');
      return;
    }
    const sessions = ownOnly ? program.sessions.filter(({ id }) => own.has(id)) : program.sessions;
    saveSessions(event, sessions, ownOnly ? words.program.ownName : words.program.title);
  }

  #onKeydown(event: KeyboardEvent, context: ProgramContext): void {
    const turn = (by: number): void => {
      const { days } = context;
      const next = days[days.indexOf(this.#dayOf(days)) + by];
      if (!next) return;
      this.day = next.day;
      this.focusOn('.spot[tabindex="0"]');
    };
    if (!this.#arrange.get()?.moveBetweenSpots(event, context, turn)) return;
    // Around it a dialog would close, and the page scroll.
    event.preventDefault();
    event.stopPropagation();
  }

  /** A link to another part of this page: whatever is open over it has to go. */
  readonly #onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.idea');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link && isPlain && isThisPage(link.href)) this.dispatchEvent(new VrEventCloseEvent());
  };
}
