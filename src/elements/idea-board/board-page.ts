import './idea-page/vr-idea-page.define.ts';
import { html, type TemplateResult } from 'lit';
import type { AccountPort, IdeasPort, PostsPort } from '../../backend/ports.ts';
import type { Me } from '../../model/account.ts';
import type { Idea } from '../../model/idea.ts';
import type { VrIdeaOpenEvent } from '../shared/idea-events.ts';
import type { VrIdeaChangedEvent } from './idea-page/events.ts';

export interface PageContext {
  readonly idea: Idea;
  readonly port: IdeasPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly headingLevel: number;
  readonly timeZone: string;
  readonly storage: string;
  readonly secret: string | undefined;
  readonly posts: PostsPort | undefined;
  /** Page with the reports. */
  readonly feedUrl: string | undefined;
  readonly onChanged: (event: VrIdeaChangedEvent) => void;
  readonly onOpen: (event: VrIdeaOpenEvent) => void;
  readonly onClose: () => void;
}

/** One idea with everything that is known of it and can be done with it. */
export const renderPage = (context: PageContext): TemplateResult =>
  html`<vr-idea-page
    .idea=${context.idea}
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .headingLevel=${context.headingLevel}
    .timeZone=${context.timeZone}
    .storage=${context.storage}
    .secret=${context.secret}
    .posts=${context.posts}
    .feedUrl=${context.feedUrl}
    @vr-idea-changed=${context.onChanged}
    @vr-idea-open=${context.onOpen}
    @vr-idea-close=${context.onClose}
  ></vr-idea-page>`;
