import { expect } from '@open-wc/testing';
import { BackendError } from '../../src/backend/backend-error.ts';
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
