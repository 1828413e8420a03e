import './vr-event-jump.define.ts';
import { html, type TemplateResult } from 'lit';
import type { BodyContext } from './calendar-body.ts';

/** The way to any date. */
export const renderJump = (context: BodyContext): TemplateResult =>
  html`<vr-event-jump
    .date=${context.date}
    .today=${context.today}
    .firstDay=${context.firstDay}
    .port=${context.port}
    .query=${context.fixed}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .words=${context.words}
    @vr-day-select=${context.onDay}
  ></vr-event-jump>`;
