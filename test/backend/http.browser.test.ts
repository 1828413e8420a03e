import { expect } from '@open-wc/testing';
import { BackendError } from '../../src/backend/backend-error.ts';
import { createWritingHttp } from '../../src/backend/http-write.ts';
import { createHttp } from '../../src/backend/http.ts';

const failure = async (url: string): Promise<BackendError> => {
  try {
    await createHttp().get(url);
  } catch (error) {
    expect(error).to.be.instanceOf(BackendError);
    return error as BackendError;
  }
  throw new Error('should have been rejected');
};
/** The test server under its other name is another origin, and sends no CORS headers. */
const other = location.origin.replace('localhost', '127.0.0.1');

describe('http in a page', () => {
  it('reads from its own origin', async () => {
    const { bytes } = await createHttp().get('/package.json');
    expect(new TextDecoder().decode(bytes)).to.contain('bausteine');
  });

  it('tells an answer that CORS hides from a server that is away', async function () {
    if (other === location.origin) this.skip();
    const { kind, reason } = await failure(`${other}/package.json`);
    expect([kind, reason]).to.deep.equal(['blocked', 'cors-or-csp']);
  });

  it('tells a server that is away as unknown, so that it is asked again', async () => {
    const { kind } = await failure('http://127.0.0.1:9/');
    expect(kind).to.equal('unknown');
  });

  it('tells what a policy of the page forbids', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">
      <script type="module">
        import { createHttp } from '${new URL('../../src/backend/http.ts', import.meta.url).href}';
        createHttp().get('${location.origin}/package.json').catch(({ kind, reason }) => parent.postMessage({ kind, reason }, '*'));
      </script>`;
    const told = new Promise((resolve) => {
      addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow) resolve(data);
      });
    });
    document.body.append(frame);
    expect(await told).to.deep.equal({ kind: 'blocked', reason: 'cors-or-csp' });
    frame.remove();
  });

  it('tells when the device is offline, at once', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect((await failure('http://127.0.0.1:9/')).kind).to.equal('offline');
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });
});

describe('an upload in a page', () => {
  const formOf = (bytes: number): FormData => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), 'plan.bin');
    return form;
  };

  it('tells how far it is, up to the answer', async () => {
    const told: number[] = [];
    // The test server refuses a POST: the bytes have left all the same.
    const error = await createWritingHttp()
      .upload('/package.json', formOf(3_000_000), { onProgress: (share) => told.push(share) })
      .catch((cause: unknown) => cause);
    expect(told.length).to.be.greaterThan(0);
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
    expect(told.every((share) => share > 0 && share <= 1)).to.equal(true);
    if (error instanceof BackendError) expect(error.status).to.be.greaterThan(399);
  });

  it('stops when it is called off', async () => {
    const abort = new AbortController();
    const upload = createWritingHttp().upload('/package.json', formOf(5_000_000), {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    let name = '';
    await upload.catch((error: Error) => (name = error.name));
    expect(name).to.equal('AbortError');
  });

  it('tells a server that is away as unknown', async () => {
    const upload = createWritingHttp().upload('http://127.0.0.1:9/', formOf(10), { onProgress: () => undefined });
    const error = await upload.catch((cause: unknown) => cause);
    expect((error as BackendError).kind).to.equal('unknown');
  });
});
