import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import { forgetDrafts } from '../../../internal/device-store.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import { profileChanges, profileFormValues } from '../../../model/profile-form.ts';
import { FormDrafts, type DraftsOf } from '../../shared/form/form-drafts.ts';
import type { ProfileEnd } from '../events.ts';
import { compareEntries, mergedEntry, rebased, type EntryConflict } from './entry-conflict.ts';
import { CONSENT_MONTHS } from './entry-publish.ts';
import type { ProfileSource } from './profile-source.ts';

/** What the desk needs of the element that it works for. */
export interface EntryDeskHost {
  readonly source: ProfileSource;
  readonly words: () => PeerEntryMessages;
  /** 12. März 2026 */
  readonly day: (when: string) => string;
  /** Where drafts belong; undefined while there is no source. */
  readonly draftsOf: () => DraftsOf | undefined;
  readonly onChange: () => void;
  /** Puts the focus on what a selector finds, once it is drawn. */
  readonly onFocus: (selector: string) => void;
  /** Sends the form as its button does. */
  readonly onSubmit: () => void;
  readonly onProfile: (profile: PeerProfile) => void;
  readonly onEnded: (how: ProfileEnd) => void;
}

const DRAFT = 'entry';

/** What somebody types into their entry, until it is saved, published, or gone. */
export class EntryDesk {
  values: FormValues = {};
  conflict: EntryConflict | undefined;
  /** What was typed came from a draft. */
  restored = false;
  /** What was just done with the form. */
  said = '';
  /** What was just done with the entry's place in the directory. */
  published = '';
  months: number = CONSENT_MONTHS[2];
  /** Grows where the form begins anew with other values. */
  round = 0;

  readonly #host: EntryDeskHost;
  readonly #drafts = new FormDrafts();
  /** Id of the entry that the form was filled from. */
  #filled: string | undefined;
  #publishNext = false;

  constructor(host: EntryDeskHost) {
    this.#host = host;
  }

  /** The page is gone; who opens it again finds what was typed. */
  leave(): void {
    this.#drafts.leave();
    this.#filled = undefined;
  }

  /** Fills the form when another entry has come: from what is stored, and from a draft where there is one. */
  update(): void {
    const { source, draftsOf } = this.#host;
    const { profile } = source;
    if (source.state !== 'ready' || !profile || this.#filled === profile.id) return;
    const where = draftsOf();
    if (!where) return;
    this.#filled = profile.id;
    this.#drafts.use(where);
    const draft = this.#drafts.of(DRAFT);
    this.values = { ...profileFormValues(profile), ...draft };
    this.restored = draft !== undefined;
    this.round++;
  }

  /** Whether something typed is not saved yet. */
  get unsaved(): boolean {
    const { profile, vocabulary } = this.#host.source;
    return profile !== undefined && Object.keys(profileChanges(this.values, profile, vocabulary.topics)).length > 0;
  }

  input(values: FormValues): void {
    this.values = values;
    this.said = this.published = '';
    if (this.unsaved) this.#drafts.keep(DRAFT, values);
    else this.#drafts.drop(DRAFT);
    this.#host.onChange();
  }

  discard(): void {
    const { source, words, onChange, onFocus } = this.#host;
    if (!source.profile) return;
    this.#begin(source.profile);
    this.said = words().entry.discarded;
    source.failure = undefined;
    onChange();
    onFocus('.write .done');
  }

  async save(values: FormValues): Promise<void> {
    const { source, words, onFocus } = this.#host;
    const { profile: before, vocabulary } = source;
    if (!before || source.busy) return;
    const { entry } = words();
    const input = profileChanges(values, before, vocabulary.topics);
    this.said = '';
    if (Object.keys(input).length === 0) {
      this.#drafts.drop(DRAFT);
      this.restored = false;
      this.said = entry.nothingChanged;
      this.#host.onChange();
      return;
    }
    const saved = await source.run('save', input, (port, options) => port.saveProfile?.(input, options));
    if (saved) {
      this.#arrived(saved.done);
      this.#begin(saved.done);
      this.said = entry.saved[saved.done.state];
      if (this.#publishNext) await this.consent(true);
      else onFocus('.write .done');
    } else if (source.failureOf('save')?.status === 412) await this.#compare(before, values);
    this.#publishNext = false;
    this.#host.onChange();
  }

  choose(conflict: EntryConflict): void {
    this.conflict = conflict;
    this.#host.onChange();
  }

  /** Goes on from the other version with what was chosen. */
  resume(conflict: EntryConflict): FormValues {
    const values = mergedEntry(conflict);
    this.#host.source.take(conflict.theirs);
    this.conflict = undefined;
    this.values = values;
    this.#drafts.keep(DRAFT, values);
    this.round++;
    this.#host.onChange();
    return values;
  }

  /** Publishes or renews; what is typed is saved before. */
  publish(): void {
    const { source, onSubmit } = this.#host;
    if (source.busy) return;
    if (!this.unsaved) {
      void this.consent(true);
      return;
    }
    this.#publishNext = true;
    onSubmit();
    // What is wrong with the form is told there; nothing is published by a later save.
    if (source.busy !== 'save') this.#publishNext = false;
  }

  /** @param listed false takes the entry out of the directory */
  async consent(listed: boolean): Promise<void> {
    const { source, words, day, onFocus } = this.#host;
    const before = source.profile;
    if (!before || source.busy) return;
    const { publish } = words().entry;
    const input = listed ? { listed, textVersion: before.consentText.version, months: this.months } : { listed };
    this.published = '';
    const given = await source.run('consent', [input, before.consent?.at], (port, { ifMatch: _, ...options }) =>
      port.consent?.(input, options),
    );
    if (!given) {
      if (source.failureOf('consent')?.problem?.['code'] === 'consent-text') await this.#readAnew();
      return;
    }
    const until = day(given.done.consent?.expiresAt ?? '');
    this.take(given.done);
    this.published = !listed
      ? publish.taken
      : before.state === 'listed'
        ? publish.renewed(until)
        : publish.published(until);
    onFocus('.publish .done');
  }

  async refuse(): Promise<void> {
    const { source, onEnded } = this.#host;
    const refused = await source.run('refuse', '', (port, options) => port.removeProfile?.(options));
    if (!refused) return;
    this.forget(false);
    onEnded('refused');
  }

  /** The entry changed beside the form: what was typed stays, what was not touched follows. */
  take(profile: PeerProfile): void {
    const before = this.#host.source.profile;
    if (before) this.values = rebased(this.values, before, profile);
    this.round++;
    this.#arrived(profile);
    this.#host.onChange();
  }

  /** Nothing of what was typed stays. @param all other forms of this page, too */
  forget(all: boolean): void {
    this.#drafts.drop(DRAFT);
    this.values = {};
    if (all) forgetDrafts();
  }

  #begin(profile: PeerProfile): void {
    this.#drafts.drop(DRAFT);
    this.values = profileFormValues(profile);
    this.restored = false;
    this.round++;
  }

  #arrived(profile: PeerProfile): void {
    const { source, onProfile } = this.#host;
    this.#filled = profile.id;
    source.take(profile);
    onProfile(profile);
  }

  async #compare(before: PeerProfile, values: FormValues): Promise<void> {
    const { source, onFocus } = this.#host;
    const theirs = await source.fresh().catch(() => undefined);
    if (!theirs) return;
    this.conflict = compareEntries(before, theirs, values);
    onFocus('.conflict .title');
  }

  /** Another text stands now: it is shown before it is asked for again. */
  async #readAnew(): Promise<void> {
    const { source, onFocus } = this.#host;
    const { failure } = source;
    const now = await source.fresh().catch(() => undefined);
    if (!now) return;
    this.take(now);
    source.failure = failure;
    onFocus('.consent');
  }
}
