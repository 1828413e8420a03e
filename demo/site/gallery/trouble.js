/**
 * Stands between the widgets and their source, and troubles it as the reader has chosen (`?art=`). It is what `<vr-backend>`
 * takes in place of the browser's `fetch`.
 */
const kind = new URLSearchParams(location.search).get('art') ?? '';
const choice = document.querySelector('#art');
choice.value = kind;

/** Never an answer, until whoever asks gives up. */
const never = ({ signal } = {}) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

const page = (status, text) =>
  new Response(`<!doctype html><html lang="de"><title>${text}</title><h1>${text}</h1></html>`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });

const TROUBLES = {
  haengt: (_, init) => never(init),
  ausgelastet: async () => new Response('', { status: 503, headers: { 'Retry-After': '30' } }),
  anmeldung: async () => page(200, 'Bitte melden Sie sich an'),
  async abgeschnitten(address, init) {
    const answer = await fetch(address, init);
    const text = await answer.text();
    return new Response(text.slice(0, text.length / 2), { status: answer.status, headers: answer.headers });
  },
  async 'nur-get-und-post'(address, init = {}) {
    const method = init.method ?? 'GET';
    return method === 'GET' || method === 'POST' ? fetch(address, init) : page(405, 'Method Not Allowed');
  },
};

if (Object.hasOwn(TROUBLES, kind)) document.querySelector('vr-backend').fetch = TROUBLES[kind];
