import type { PortHost } from './port-controller.ts';
import { runtime } from './runtime.ts';
import { warnOnce } from './warn.ts';

/** Tells the editor why a widget has no source (VR001). A source that was named has told its own mistakes. */
export function explainMissingSource(host: PortHost): void {
  const { backend, src, localName, ownerDocument } = host;
  if (src?.trim() || (typeof backend === 'object' && backend)) return;
  let cause = 'it has no src, and there is no <vr-backend> with such data';
  if (!customElements.get('vr-backend') && ownerDocument.querySelector('vr-backend')) {
    cause = 'the script of <vr-backend> is not loaded';
  } else if (backend) cause = `there is no <vr-backend id="${backend.replace(/^#/, '')}">`;
  else if (runtime().backends.size > 1) {
    cause = 'there are several <vr-backend>, and none around it: name one by backend="#id"';
  }
  warnOnce('VR001', `<${localName}> has nowhere to get its data from: ${cause}.`, host);
}
