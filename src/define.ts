/** Registers every tag. */
import './elements/backend/vr-backend.define.ts';
import './elements/event-calendar/vr-event-calendar.define.ts';
