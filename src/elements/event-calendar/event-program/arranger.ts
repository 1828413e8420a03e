import type { BackendError } from '../../../backend/backend-error.ts';
import type { Session } from '../../../model/calendar-event.ts';
import type { PlainDate } from '../../../model/plain-date.ts';
import {
  sessionConflicts,
  sessionSpan,
  type SessionConflict,
  type SessionSpan,
} from '../../../model/session-conflicts.ts';
import { endOfPlace, placeTimes, type SessionPlace } from '../../../model/session-places.ts';
import { plainDateAt, toInstantString } from '../../../model/time-zone.ts';
import { codeOf, type ProgramController, type ProgramHost } from './program-controller.ts';
import { dayOf, rangeOf } from './program-context.ts';

/** What the element gives who arranges its plan. */
export interface ArrangerHost extends ProgramHost {
  readonly timeZone: string;
  readonly locale: string;
  readonly narrow: boolean;
  /** Shows the plan of a day. */
  showDay(day: PlainDate): void;
  /** Where the focus goes once all is drawn: the first of these that is there. */
  focusOn(...selectors: readonly string[]): void;
}

/** A place, as a text that spots and fields share. */
export const placeKey = ({ start, room }: Pick<SessionPlace, 'start' | 'room'>): string => `${start}|${room ?? ''}`;

export const spotSelector = (place: Pick<SessionPlace, 'start' | 'room'>): string =>
  `[data-spot="${CSS.escape(placeKey(place))}"]`;

/**
 * Puts sessions onto the plan: one is picked, a place is chosen by keys, pointer or fields, what stands against it is
 * shown, and then it is sent.
 */
export class Arranger {
  picked: Session | undefined;
  place: SessionPlace | undefined;
  /** What stands against the place was shown, and the organiser is asked what to do. */
  asking = false;
  /** A pointer leads: what is around the plan stays as it is until it lets go. */
  dragging = false;
  /** What the source alone knew to stand against it. */
  reported: readonly string[] = [];
  /** What was wrong with the place that was typed. */
  wrong = '';

  readonly #host: ArrangerHost;
  readonly #program: ProgramController;

  constructor(host: ArrangerHost, program: ProgramController) {
    this.#host = host;
    this.#program = program;
  }

  get times(): readonly SessionSpan[] {
    const { event, timeZone } = this.#host;
    return event ? placeTimes(event, timeZone) : [];
  }

  /** The programme says when sessions are; else any time can be typed. */
  get hasSlots(): boolean {
    return (this.#host.event?.programme?.slots?.length ?? 0) > 0;
  }

  get rooms(): readonly string[] {
    const rooms = [...(this.#host.event?.programme?.rooms ?? [])];
    for (const { room } of this.#program.sessions) if (room && !rooms.includes(room)) rooms.push(room);
    return rooms;
  }

  /** There are fields on the plan that something can be dragged to. */
  get takesDrags(): boolean {
    return !this.#host.narrow;
  }

  get busy(): boolean {
    return this.picked !== undefined && this.#program.isBusy(`place-${this.picked.id}`);
  }

  get failure(): BackendError | undefined {
    return this.picked && this.#program.failureOf(`place-${this.picked.id}`);
  }

  /** Takes a session to put it somewhere. `quietly`: the pointer leads, the focus stays. */
  pick(session: Session, quietly = false): void {
    this.picked = session;
    this.dragging = quietly;
    this.#settle();
    const span = sessionSpan(session);
    this.place = span ? { ...span, room: session.room } : this.#firstFree(session);
    if (this.place) this.#host.showDay(plainDateAt(this.#host.timeZone, this.place.start));
    if (quietly) this.#host.requestUpdate();
    else if (this.#host.narrow || !this.place) this.#host.focusOn('#place-when', '#place-title');
    else this.#host.focusOn(spotSelector(this.place), '#place-when');
  }

  /** Looks at a place; nothing is sent. */
  lookAt(start: number, room: string | undefined, end?: number): void {
    const { picked, place } = this;
    if (!picked) return;
    const next = { start, room, end: end ?? endOfPlace(start, this.#asks(picked), this.times) };
    if (place && placeKey(place) === placeKey(next) && place.end === next.end) return;
    this.place = next;
    this.#settle();
    this.#host.requestUpdate();
  }

  /** What stands against the place, in sentences. */
  objections(): readonly string[] {
    const { picked, place } = this;
    const { arrange } = this.#host.said;
    if (!picked || !place) return [];
    const found = sessionConflicts(this.#program.sessions, {
      ...picked,
      ...this.#times(place),
      room: place.room ?? '',
    });
    const said = found.map(({ kind, name, session }) =>
      (kind === 'room' ? arrange.roomTaken : arrange.hostTaken)(name, session.title),
    );
    return said.length > 0 ? said : this.reported;
  }

  /** Puts it there; what stands against it is shown first. */
  put(): void {
    const { picked, place } = this;
    if (!picked || this.busy) return;
    this.dragging = false;
    if (!place || !(place.end > place.start)) {
      this.wrong = this.#host.said.arrange.badTime;
      this.#host.focusOn('#place-when');
    } else if (!this.asking && this.objections().length > 0) {
      this.asking = true;
      this.#host.focusOn('#despite');
    } else void this.#send(picked, place, this.asking);
  }

  /** Another place is chosen after all. */
  reconsider(): void {
    this.#settle();
    const { place } = this;
    if (this.#host.narrow || !place) this.#host.focusOn('#place-when');
    else this.#host.focusOn(spotSelector(place), '#place-when');
  }

  /** Everything stays as it was. */
  cancel(): void {
    const { picked } = this;
    if (!picked) return;
    this.#program.forget(`place-${picked.id}`);
    this.#end();
    this.#program.say(this.#host.said.arrange.cancelled);
    this.#focusSession(picked);
  }

  /** Puts a session back among the proposals. */
  async unplace(session: Session): Promise<void> {
    const { arrange } = this.#host.said;
    const name = `place-${session.id}`;
    await this.#program.update(name, session, { start: null, state: 'proposed' }, (changed) => {
      this.#end();
      this.#program.say(arrange.unplaced(session.title), 'good', this.#wayBack(session, changed));
      this.#focusSession(session);
    });
    this.#tellFailure(session);
  }

  /** A place in words: day, time and room. */
  words(place: SessionPlace): string {
    const { said, timeZone, locale } = this.#host;
    const worded = { words: said, timeZone, locale };
    return said.arrange.at(dayOf(place.start, worded), rangeOf(place, worded), place.room ?? said.arrange.noRoom);
  }

  async #send(session: Session, place: SessionPlace, despite: boolean): Promise<void> {
    const { arrange } = this.#host.said;
    const input = { ...this.#times(place), room: place.room ?? null, ...(despite && { despiteConflicts: true }) };
    const name = `place-${session.id}`;
    await this.#program.update(name, session, input, (changed) => {
      this.#end();
      this.#program.say(arrange.placed(session.title, this.words(place)), 'good', this.#wayBack(session, changed));
      this.#focusSession(session);
    });
    if (this.picked?.id !== session.id) return;
    // Both versions are shown: who decides for the own one sends it from there.
    if (this.#program.clash) this.#host.focusOn('#clash');
    else await this.#refused(session);
  }

  /** The source knows of something that was not here yet, or the place is none. */
  async #refused(session: Session): Promise<void> {
    const { failure } = this;
    if (!failure) return;
    if (codeOf(failure) !== 'session-conflict') {
      this.#host.requestUpdate();
      return;
    }
    await this.#program.load();
    this.#program.forget(`place-${session.id}`);
    this.picked = this.#program.byId(session.id) ?? session;
    this.reported = this.#reportOf(failure);
    this.asking = true;
    this.#host.focusOn('#despite');
  }

  #reportOf({ problem }: BackendError): readonly string[] {
    const { arrange } = this.#host.said;
    const listed = Array.isArray(problem?.['conflicts']) ? (problem['conflicts'] as readonly unknown[]) : [];
    const said = listed.map((each) => {
      const { sessionId, kind, name } = (each ?? {}) as Readonly<Record<string, unknown>>;
      const title = this.#program.byId(String(sessionId))?.title ?? '–';
      return (kind === 'host' ? arrange.hostTaken : arrange.roomTaken)(String(name), title);
    });
    return said.length > 0 ? said : [arrange.conflictTitle];
  }

  #tellFailure(session: Session): void {
    const failure = this.#program.failureOf(`place-${session.id}`);
    const { failure: why, sessionForm } = this.#host.said;
    if (failure) this.#program.say(failure.kind === 'denied' ? sessionForm.denied : why[failure.kind], 'bad');
  }

  /** What takes a placing back: to the place before, or to the proposals. */
  #wayBack(before: Session, changed: Session): () => void {
    const { arrange } = this.#host.said;
    const { start, end, room } = before;
    return () => {
      const back = start && before.state === 'scheduled';
      const input = back
        ? { start, end: end ?? null, room: room ?? null, despiteConflicts: true }
        : { start: null, state: 'proposed' as const };
      const span = sessionSpan(before);
      void this.#program
        .update(`place-${before.id}`, this.#program.byId(before.id) ?? changed, input, () => {
          this.#program.say(
            back && span ? arrange.placed(before.title, this.words({ ...span, room })) : arrange.unplaced(before.title),
          );
          this.#focusSession(before);
        })
        .then(() => this.#tellFailure(before));
    };
  }

  #conflicts(session: Session, place: SessionPlace): readonly SessionConflict[] {
    return sessionConflicts(this.#program.sessions, { ...session, ...this.#times(place), room: place.room ?? '' });
  }

  #times({ start, end }: SessionSpan): { readonly start: string; readonly end: string } {
    return { start: toInstantString(start), end: toInstantString(end) };
  }

  /** Minutes a session asks for, or has already where it stands on the plan. */
  #asks(session: Session): Pick<Session, 'minutes'> {
    if (session.minutes) return session;
    const span = session.state === 'scheduled' ? sessionSpan(session) : undefined;
    return span ? { minutes: Math.round((span.end - span.start) / 60_000) } : {};
  }

  #firstFree(session: Session): SessionPlace | undefined {
    const rooms = this.rooms.length > 0 ? this.rooms : [undefined];
    const places = this.times.flatMap(({ start }) =>
      rooms.map((room) => ({ start, room, end: endOfPlace(start, session, this.times) })),
    );
    const forAll = this.#program.sessions.filter(({ room, state }) => !room && state === 'scheduled');
    const isFree = (place: SessionPlace): boolean =>
      this.#conflicts(session, place).length === 0 &&
      !forAll.some((other) => {
        const span = other.id === session.id ? undefined : sessionSpan(other);
        return span !== undefined && span.start < place.end && place.start < span.end;
      });
    return places.find(isFree) ?? places[0];
  }

  /** The reader goes with what somebody else has made of a session. */
  leave({ id }: Session): void {
    if (this.picked?.id === id) this.#end();
  }

  #focusSession({ id }: Session): void {
    this.#host.focusOn(`[data-pick="${CSS.escape(id)}"]`, '#arrange');
  }

  #settle(): void {
    this.asking = false;
    this.reported = [];
    this.wrong = '';
    if (this.failure && this.picked) this.#program.forget(`place-${this.picked.id}`);
  }

  #end(): void {
    this.picked = this.place = undefined;
    this.dragging = false;
    this.asking = false;
    this.reported = [];
    this.wrong = '';
    this.#host.requestUpdate();
  }
}
