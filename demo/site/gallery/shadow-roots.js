/** The page's own components: each draws into a shadow root, which nobody sees into from outside. */
class TownCard extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    root.append(inner);
    const text = document.querySelector(`template[data-for="${this.id}"]`).content.cloneNode(true);
    if (this.id === 'outer') inner.append(text);
    else inner.attachShadow({ mode: 'open' }).append(text);
    const start = () => globalThis.VR.scan(inner.shadowRoot ?? root);
    if (globalThis.VR) start();
    else addEventListener('load', start);
  }
}
customElements.define('town-card', TownCard);
