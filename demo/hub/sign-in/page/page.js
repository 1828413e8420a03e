/** The two moments at which the sign-in pages need a script: a link's secret in the fragment, and the end of a popup. */
const form = document.querySelector('form[data-link]');
if (form) {
  // The secret stays in the fragment, which no server, log or referrer sees, until the button is pressed.
  const secret = location.hash.slice(1);
  const answer = await fetch(form.dataset.check, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  const { valid, known, held = [] } = answer.ok ? await answer.json() : { valid: false, known: true };
  const name = form.querySelector('[data-name]');
  form.elements.secret.value = secret;
  if (known) name?.remove();
  else name.querySelector('input').required = true;
  for (const pair of held) {
    const parts = ['dt', 'dd'].map((tag, index) => {
      const part = document.createElement(tag);
      part.textContent = pair[index];
      return part;
    });
    document.querySelector('[data-held]').append(...parts);
  }
  // Who changes their mind takes the secret along.
  const keep = document.querySelector('[data-keep]');
  if (keep) keep.hash = secret;
  history.replaceState(null, '', location.pathname);
  document.querySelector(valid ? '[data-valid]' : '[data-invalid]').hidden = false;
  document.querySelector('[data-waiting]').hidden = true;
}

const done = document.querySelector('[data-popup-origin]');
if (done && window.opener) {
  window.opener.postMessage({ type: 'vr-signed-in' }, done.dataset.popupOrigin);
  window.close();
}
