/** What pages that rebuild themselves do with the nodes they have: Turbo, portals, drag and drop. */
const widget = document.querySelector('vr-event-calendar');
const [first, second] = document.querySelectorAll('.place');
const frame = document.querySelector('iframe');
const other = () => (first.contains(widget) ? second : first);

const acts = {
  move: () => other().append(widget),
  keep: () => {
    if ('moveBefore' in Element.prototype && widget.isConnected) other().moveBefore(widget, null);
    else other().append(widget);
  },
  remove: () => widget.remove(),
  back: () => first.append(widget),
  frame: () => frame.contentDocument.body.append(widget),
};
for (const button of document.querySelectorAll('[data-act]')) {
  button.addEventListener('click', () => acts[button.dataset.act]());
}
