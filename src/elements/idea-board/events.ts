import type { Idea, IdeaStage } from '../../model/idea.ts';
import type { BoardFilter } from './board-filter.ts';

/** A view asks that an idea be opened. Stays inside the widget. */
export class VrIdeaSelectEvent extends CustomEvent<{ readonly id: string }> {
  static readonly eventName = 'vr-idea-select';
  constructor(id: string) {
    super(VrIdeaSelectEvent.eventName, { bubbles: true, detail: { id } });
  }
}

/** A view asks for ideas after its last one; with `stage` in that column. Stays inside the widget. */
export class VrIdeasMoreEvent extends CustomEvent<{ readonly stage?: IdeaStage }> {
  static readonly eventName = 'vr-ideas-more';
  constructor(stage?: IdeaStage) {
    super(VrIdeasMoreEvent.eventName, { bubbles: true, detail: stage ? { stage } : {} });
  }
}

/** The reader narrows or orders the ideas. Stays inside the widget. */
export class VrIdeasFilterEvent extends CustomEvent<{ readonly filter: BoardFilter; readonly typing: boolean }> {
  static readonly eventName = 'vr-ideas-filter';
  /** @param typing more letters may follow */
  constructor(filter: BoardFilter, typing = false) {
    super(VrIdeasFilterEvent.eventName, { bubbles: true, detail: { filter, typing } });
  }
}

/** The reader moves a card to another stage. Stays inside the widget. */
export class VrIdeaMoveEvent extends CustomEvent<{ readonly idea: Idea; readonly to: IdeaStage }> {
  static readonly eventName = 'vr-idea-move';
  constructor(idea: Idea, to: IdeaStage) {
    super(VrIdeaMoveEvent.eventName, { bubbles: true, detail: { idea, to } });
  }
}

/** The reader has read news. Stays inside the widget. */
export class VrNewsReadEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-news-read';
  constructor() {
    super(VrNewsReadEvent.eventName, { bubbles: true });
  }
}

/** The reader follows a piece of news to where something else shows it. Stays inside the widget. */
export class VrNewsLeaveEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-news-leave';
  constructor() {
    super(VrNewsLeaveEvent.eventName, { bubbles: true });
  }
}

/** The reader chose another view, order or filter. */
export class VrIdeasFilteredEvent extends CustomEvent<{ readonly view: string; readonly filter: BoardFilter }> {
  static readonly eventName = 'vr-ideas-filtered';
  constructor(view: string, filter: BoardFilter) {
    super(VrIdeasFilteredEvent.eventName, { bubbles: true, composed: true, detail: { view, filter } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-idea-select': VrIdeaSelectEvent;
    'vr-ideas-more': VrIdeasMoreEvent;
    'vr-ideas-filter': VrIdeasFilterEvent;
    'vr-idea-move': VrIdeaMoveEvent;
    'vr-news-read': VrNewsReadEvent;
    'vr-news-leave': VrNewsLeaveEvent;
    'vr-ideas-filtered': VrIdeasFilteredEvent;
  }
}
