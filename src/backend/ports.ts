import type { AccountSettings, Erasure, Me, Notification } from '../model/account.ts';
import type { OrgRef, PersonRef, Topic } from '../model/common.ts';
import type { IdeaInput, TakeOverInput, TransitionInput } from '../model/idea-input.ts';
import type {
  CommentKind,
  HelpOffer,
  IdeaComment,
  IdeaSupport,
  Reaction,
  SupportLevel,
  SupportShown,
} from '../model/idea-participation.ts';
import type { Attachment, HelpKind, HelpSize, Idea, IdeaReach, SimilarItem } from '../model/idea.ts';
import type { Page } from '../model/page.ts';
import type { CallOptions, WriteOptions } from './call-options.ts';
import type { EventsPort } from './events-port.ts';
import type { PeersPort } from './peers-port.ts';
import type { PostsPort } from './posts-port.ts';

export type { CallOptions, WriteOptions } from './call-options.ts';
export type { OffersQuery, PeersPort, PeersQuery, PeerVocabulary, PhotoInput } from './peers-port.ts';
export type { FeedUrls, PostsPort, PostsQuery, PostVocabulary, SourceHealth } from './posts-port.ts';
export type { EventRef, EventsPort, EventsQuery, EventVocabulary, ImpulsesQuery } from './events-port.ts';

export const IDEA_SORTS = ['active', 'new', 'support', 'needs-help'] as const;
export type IdeaSort = (typeof IDEA_SORTS)[number];

/** Several values of one property widen, several properties narrow. */
export interface IdeasQuery {
  /** Words that title, summary, texts, topics, tags or organisations must contain; typing errors are forgiven. */
  readonly q?: string;
  readonly stage?: readonly string[];
  /** Topic ids or labels; topics below them count. */
  readonly topic?: readonly string[];
  /** Organisation ids or names. */
  readonly org?: readonly string[];
  readonly reach?: readonly string[];
  /** Kinds of help that are still needed. */
  readonly need?: readonly string[];
  /** Default `active`. `needs-help`: those that nobody has offered help for yet come first. */
  readonly sort?: IdeaSort;
  /** Ideas of the reader, or those the reader follows. */
  readonly mine?: 'author' | 'following';
  /** What waits for a moderator: new ideas, held comments, open reports. */
  readonly queue?: boolean;
  /** Items a page, at least 1. Without it a source answers all it has. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** What a form needs to know before it asks. */
export interface IdeaVocabulary {
  readonly topics: readonly Topic[];
  readonly orgs: readonly (OrgRef & { readonly id: string; readonly kind?: string })[];
  /** Strangers may submit; somebody reads it before others do. */
  readonly anonymous: boolean;
  /** Files an idea and bytes a file; 0 files: none are taken. */
  readonly attachments: { readonly files: number; readonly bytes: number; readonly mediaTypes: readonly string[] };
}

/** Who will see something. */
export interface Audience {
  readonly public: boolean;
  readonly orgs: readonly OrgRef[];
  /** People with an account in these organisations. */
  readonly people?: number;
}

export interface CreatedIdea {
  readonly idea: Idea;
  /** Of the private link, for anonymous ideas. It is told once and kept nowhere. */
  readonly secret?: string;
}

export interface CreateOptions extends WriteOptions {
  readonly draft?: boolean;
  /** Somebody who is signed in submits without a name, as a stranger would. */
  readonly anonymous?: boolean;
  /** What was typed into a field that people do not see. */
  readonly website?: string;
  /** Milliseconds from the first letter to sending; machines are faster than people. */
  readonly filledIn?: number;
}

export interface SupportInput {
  readonly level: SupportLevel;
  readonly shown: SupportShown;
  readonly note?: string;
}

export interface CommentInput {
  readonly kind: CommentKind;
  readonly body: string;
  readonly parentId?: string;
  /** Ids of persons that are named and told. */
  readonly mentionIds?: readonly string[];
}

export interface HelpInput {
  readonly kinds: readonly HelpKind[];
  readonly hours?: HelpSize;
  readonly text?: string;
}

/** A source of ideas. `list` is the minimum; every other method is a capability, used where `can[]` allows it, too. */
export interface IdeasPort {
  list(query: IdeasQuery, options?: CallOptions): Promise<Page<Idea>>;
  get?(id: string, options?: CallOptions & { readonly secret?: string }): Promise<Idea>;
  vocabulary?(options?: CallOptions): Promise<IdeaVocabulary>;
  /** The best first, at most `limit` (default 5). */
  similar?(
    query: { readonly q: string; readonly without?: string; readonly limit?: number },
    options?: CallOptions,
  ): Promise<readonly SimilarItem[]>;
  audience?(
    query: { readonly reach: IdeaReach; readonly orgId?: string; readonly ideaId?: string },
    options?: CallOptions,
  ): Promise<Audience>;

  create?(input: IdeaInput, options?: CreateOptions): Promise<CreatedIdea>;
  update?(id: string, input: IdeaInput, options?: WriteOptions): Promise<Idea>;
  transition?(id: string, input: TransitionInput, options?: WriteOptions): Promise<Idea>;
  /** Consents to the pending step (merge, adoption), or refuses it with a reason. */
  settle?(
    id: string,
    input: { readonly accept: boolean; readonly note?: string },
    options?: WriteOptions,
  ): Promise<Idea>;
  /** Gives the new idea in the reader's own administration. */
  takeOver?(id: string, input: TakeOverInput, options?: WriteOptions): Promise<Idea>;
  answer?(
    id: string,
    input: { readonly text: string; readonly promisedFor?: string },
    options?: WriteOptions,
  ): Promise<Idea>;
  /** Keeps a file for an idea that will name its id. `onProgress`: share of the bytes sent, 0 to 1. */
  attach?(
    file: File,
    details: { readonly alt?: string },
    options?: WriteOptions & { readonly onProgress?: (share: number) => void },
  ): Promise<Attachment>;

  supports?(id: string, options?: CallOptions): Promise<Page<IdeaSupport>>;
  /** undefined takes the support back. */
  support?(id: string, input: SupportInput | undefined, options?: WriteOptions): Promise<Idea>;
  follow?(id: string, following: boolean, options?: WriteOptions): Promise<Idea>;

  comments?(id: string, options?: CallOptions & { readonly secret?: string }): Promise<Page<IdeaComment>>;
  comment?(id: string, input: CommentInput, options?: WriteOptions): Promise<IdeaComment>;
  editComment?(comment: IdeaComment, body: string, options?: WriteOptions): Promise<IdeaComment>;
  /** `remove` is its author's; `hide` (with a reason) and `show` are the moderators'. */
  moveComment?(
    comment: IdeaComment,
    action: 'remove' | 'hide' | 'show',
    input?: { readonly reason?: string },
    options?: WriteOptions,
  ): Promise<IdeaComment>;
  react?(comment: IdeaComment, reaction: Reaction, on: boolean, options?: WriteOptions): Promise<IdeaComment>;
  /** Persons that take part in an idea and may be named in a comment. */
  participants?(id: string, options?: CallOptions): Promise<readonly PersonRef[]>;

  helpOffers?(id: string, options?: CallOptions): Promise<Page<HelpOffer>>;
  offerHelp?(id: string, input: HelpInput, options?: WriteOptions): Promise<HelpOffer>;
  answerHelp?(
    offer: HelpOffer,
    action: 'accept' | 'decline' | 'done' | 'withdraw',
    input?: { readonly thanks?: string; readonly needIndex?: number },
    options?: WriteOptions,
  ): Promise<HelpOffer>;

  report?(
    object: { readonly type: 'idea' | 'comment'; readonly id: string },
    reason: string,
    options?: WriteOptions,
  ): Promise<void>;
  /** Settles all open reports of an idea and its comments, with a word on what was done. */
  settleReports?(id: string, note: string, options?: WriteOptions): Promise<Idea>;
  /** Atom feed of public ideas. */
  readonly feedUrl?: string;
}

/** Who reads: present where the backend knows people. */
export interface AccountPort {
  me(options?: CallOptions): Promise<Me>;
  /** Lets the reader sign in, as the page allows; true when somebody is signed in afterwards and the page is still here. */
  signIn?(): Promise<boolean>;
  signOut?(): Promise<void>;
  /** Calls back whenever another person may be reading; gives what ends it. */
  subscribe?(listener: () => void): () => void;
  notifications?(
    query: { readonly limit?: number; readonly cursor?: string },
    options?: CallOptions,
  ): Promise<Page<Notification> & { readonly unread: number }>;
  /** Without ids: all. */
  markRead?(ids?: readonly string[], options?: WriteOptions): Promise<void>;
  settings?(options?: CallOptions): Promise<AccountSettings>;
  saveSettings?(settings: AccountSettings, options?: WriteOptions): Promise<AccountSettings>;
  /** Everything held about the reader, as JSON text. */
  exportData?(options?: CallOptions): Promise<string>;
  /** What erasing would do: what is deleted, and what others rely on and stays without the name. */
  erasure?(options?: CallOptions): Promise<Erasure>;
  /** Erases the reader for good and signs them out. */
  erase?(options?: WriteOptions): Promise<void>;
}

/** What an adapter gives: only the ports it has. */
export interface Backend {
  readonly events?: EventsPort;
  readonly ideas?: IdeasPort;
  readonly peers?: PeersPort;
  readonly posts?: PostsPort;
  readonly account?: AccountPort;
}

export type PortName = keyof Backend;
export const PORT_NAMES: readonly PortName[] = ['events', 'ideas', 'peers', 'posts', 'account'];

/** What every adapter takes. Adapters are plain functions over an injected `fetch`: they run in a browser and in Node. */
export interface AdapterOptions {
  /** Absolute address of the source, without its kind. */
  readonly src: string;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** IANA zone in which plain dates, floating times and all-day events are read. Default `Europe/Berlin`. */
  readonly timeZone?: string;
  /** The editor's name for the source. */
  readonly label?: string;
  /** Milliseconds until a request is given up. Default 10,000. */
  readonly timeout?: number;
  /**
   * Gives an access token for `Authorization: Bearer` to the address, or null for none. `refresh`: the last one was
   * refused, a new one is needed.
   */
  readonly getToken?: GetToken;
  /** Whether cookies go along to another origin. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** PUT, PATCH and DELETE go as POST from the first on; a hub's adapter finds out by itself wherever it can. */
  readonly methodOverride?: boolean;
  /** What the page does about signing in; without it a source can only tell that a sign-in is needed. */
  readonly signIn?: SignInPage;
}

export type GetToken = (
  url: string,
  options?: { readonly refresh?: boolean },
) => Promise<string | null> | string | null;

/** How a page lets its reader sign in to a source that knows people. */
export interface SignInPage {
  /**
   * Takes the reader to the source's sign-in page, whose address may still be on its way. True when the page is still
   * here and somebody may have signed in. Absent where the page offers no way.
   */
  readonly open?: (address: Promise<string>) => Promise<boolean>;
  /** A request was refused until somebody signs in. True when the page has seen to it and the request may go again. */
  readonly required?: () => Promise<boolean>;
  /** Calls back when somebody may have signed in or out elsewhere; gives what ends it. */
  readonly watch?: (listener: () => void) => () => void;
  /** Somebody has signed in or out on this page. `signedOut`: what they typed is to be forgotten. */
  readonly changed?: (signedOut: boolean) => void;
}

/** `create<Kind>Backend`. */
export type AdapterFactory = (options: AdapterOptions) => Backend;
