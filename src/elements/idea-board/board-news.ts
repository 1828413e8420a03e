import '../shared/vr-dialog.define.ts';
import './vr-idea-news.define.ts';
import { html, type TemplateResult } from 'lit';
import type { AccountPort } from '../../backend/ports.ts';
import type { IdeaBoardMessages } from '../../i18n/de/idea-board.ts';
import type { Notification } from '../../model/account.ts';
import type { Page } from '../../model/page.ts';
import type { VrIdeaSelectEvent } from './events.ts';

export interface NewsContext {
  readonly port: AccountPort | undefined;
  readonly page: Page<Notification> | undefined;
  readonly headingLevel: number;
  readonly timeZone: string;
  readonly feedUrl: string | undefined;
  readonly words: IdeaBoardMessages;
  readonly onSelect: (event: VrIdeaSelectEvent) => void;
  readonly onRead: () => void;
  readonly onClosed: () => void;
}

/** What is new for the reader, in a dialog. */
export const renderNews = (context: NewsContext): TemplateResult =>
  html`<vr-dialog
    .open=${true}
    .label=${context.words.board.news(0)}
    .words=${context.words}
    @vr-dialog-closed=${context.onClosed}
  >
    <vr-idea-news
      .port=${context.port}
      .page=${context.page}
      .headingLevel=${context.headingLevel}
      .timeZone=${context.timeZone}
      .feedUrl=${context.feedUrl}
      @vr-idea-select=${context.onSelect}
      @vr-news-read=${context.onRead}
      @vr-news-leave=${context.onClosed}
    ></vr-idea-news>
  </vr-dialog>`;
