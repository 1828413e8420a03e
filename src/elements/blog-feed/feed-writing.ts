import './post-desk/vr-post-desk.define.ts';
import './post-editor/vr-post-editor.define.ts';
import { html, type TemplateResult } from 'lit';
import type { PartContext } from './feed-part.ts';
import type { VrPostSavedEvent } from './post-editor/events.ts';

export interface WritingContext extends PartContext {
  readonly onSaved: (event: VrPostSavedEvent) => void;
  readonly onClose: () => void;
}

export interface EditorContext extends WritingContext {
  readonly postId: string | undefined;
  readonly ideaId: string | undefined;
}

export interface DeskContext extends WritingContext {
  readonly onEdit: (id: string | undefined) => void;
  readonly onRead: (id: string) => void;
}

/** The form of a post. */
export const renderEditor = (context: EditorContext): TemplateResult =>
  html`<vr-post-editor
    .postId=${context.postId}
    .ideaId=${context.ideaId}
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .storage=${context.storage}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
    @vr-post-saved=${context.onSaved}
    @vr-post-editor-close=${context.onClose}
  ></vr-post-editor>`;

/** What the reader has written, and what waits for them. */
export const renderDesk = (context: DeskContext): TemplateResult =>
  html`<vr-post-desk
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
    @vr-post-edit=${({ detail }: { readonly detail: { readonly id: string | undefined } }) => context.onEdit(detail.id)}
    @vr-post-read=${({ detail }: { readonly detail: { readonly id: string } }) => context.onRead(detail.id)}
    @vr-post-saved=${context.onSaved}
  ></vr-post-desk>`;
