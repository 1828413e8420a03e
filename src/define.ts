/** Registers every tag. */
import './elements/backend/vr-backend.define.ts';
import './elements/blog-feed/vr-blog-feed.define.ts';
import './elements/event-calendar/vr-event-calendar.define.ts';
import './elements/idea-board/vr-idea-board.define.ts';
import './elements/idea-submission/vr-idea-submission.define.ts';
import './elements/peer-directory/vr-peer-directory.define.ts';
import './elements/peer-profile/vr-peer-profile.define.ts';
