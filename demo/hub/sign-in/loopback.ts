import type { FastifyRequest } from 'fastify';

/** Whether a name or an address means this very machine. `0.0.0.0` and `::` do not: they mean every way to it. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(name)
  );
}

/** Headers that a reverse proxy adds: behind one, everybody comes from loopback. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function hostnameOf(origin: string): string {
  try {
    return new URL(origin).hostname;
  } catch {
    // `null`, as sandboxed frames and files send it, and what is no origin at all.
    return '';
  }
}

/**
 * Why a request does not come from a page or program on this machine, or undefined when it does. The header `Host` is
 * asked because a page elsewhere can point a name of its own at 127.0.0.1; `Origin` because it can call us directly.
 */
export function whyNotLocal(request: FastifyRequest): string | undefined {
  if (!isLoopback(request.raw.socket.remoteAddress ?? '')) return 'it comes from another machine';
  if (PROXY_HEADERS.some((name) => request.headers[name] !== undefined)) return 'it comes through a proxy';
  if (!isLoopback(hostnameOf(`http://${request.headers.host ?? ''}`))) return 'its Host header names another machine';
  const { origin } = request.headers;
  if (origin !== undefined && !isLoopback(hostnameOf(origin))) return 'it comes from a page of another machine';
  return undefined;
}
