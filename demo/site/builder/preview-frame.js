/** Inside the preview: makes the widget that the page around it describes, and tells how tall it has become. */
const place = document.getElementById('place');
const root = document.documentElement;

/** @param {{ tag: string, attributes: Record<string, string> }} look */
function show({ tag, attributes }) {
  const widget = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  // What is there keeps its room until the new one has filled it.
  place.style.minHeight = `${Math.min(place.offsetHeight, 600)}px`;
  place.replaceChildren(widget);
  setTimeout(() => (place.style.minHeight = ''), 1500);
}

/** The look of the page around the widget. A look alone changes nothing of what the reader has opened. */
function paint({ tokens, text, background }) {
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(name, value);
  document.body.style.color = text;
  root.style.backgroundColor = background;
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || origin !== location.origin || data?.type !== 'vr-preview') return;
  paint(data);
  if (data.tag) show(data);
});

new ResizeObserver(() => {
  parent.postMessage({ type: 'vr-preview-height', value: Math.ceil(document.body.scrollHeight) }, location.origin);
}).observe(document.body);
parent.postMessage({ type: 'vr-preview-ready' }, location.origin);
