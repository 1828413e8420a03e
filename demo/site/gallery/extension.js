/* Something that has registered a tag of the same name before, as an extension of a browser may. */
customElements.define('vr-event-calendar', class extends HTMLElement {});
