import type { EventsPort, IdeasPort, IdeaVocabulary, PeersPort } from '../../backend/ports.ts';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { AccountController } from '../../internal/account-controller.ts';
import type { StorageKind } from '../../internal/device-store.ts';
import type { LazyPart } from '../../internal/lazy-part.ts';
import type { IdeaFormField } from '../../model/idea-form.ts';
import type { Idea } from '../../model/idea.ts';
import type * as Keeping from './draft-keeper.ts';
import type * as Following from './follow-up-parts.ts';
import type * as Last from './last-parts.ts';
import type * as Later from './later-parts.ts';

/** What the desk asks of its widget. */
export interface DeskHost {
  readonly later: LazyPart<typeof Later>;
  readonly last: LazyPart<typeof Last>;
  readonly following: LazyPart<typeof Following>;
  readonly keeping: LazyPart<typeof Keeping>;
  readonly account: AccountController;
  readonly ideas: () => IdeasPort | undefined;
  readonly events: () => EventsPort | undefined;
  readonly peers: () => PeersPort | undefined;
  readonly vocabulary: () => IdeaVocabulary | undefined;
  readonly shown: () => ReadonlySet<IdeaFormField>;
  readonly words: () => SubmissionMessages;
  readonly today: () => string;
  readonly storage: () => StorageKind;
  /** What tells this form's source from others. */
  readonly endpoint: () => string;
  readonly eventId: () => string;
  readonly onChange: () => void;
  /** The reader shall be led to what is new. */
  readonly onFocus: (to: 'heading' | 'summary' | 'offered') => void;
  readonly onSubmitted: (idea: Idea) => void;
}
