/* What frameworks and page builders do: they set up tags that nobody has registered yet, each in a way of its own. */
const calendar = document.querySelector('vr-event-calendar');
calendar.src = 'hub+/';
calendar.view = 'agenda';
calendar.headingLevel = 3;

const board = document.createElement('vr-idea-board');
document.querySelector('#ideas').append(board);
board.setAttribute('limit', '3');
board.headingLevel = 3;
board.src = 'hub+/';

document.querySelector('#posts').innerHTML = '<vr-blog-feed src="hub+/" limit="2" heading-level="3"></vr-blog-feed>';
