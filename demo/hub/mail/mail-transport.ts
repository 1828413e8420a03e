import { createTransport, type Transporter } from 'nodemailer';

const TIMEOUT_MS = 20_000;

/**
 * A connection to the mail server that an address names: `smtp://user:password@host:587` (encrypted where the server
 * offers it), `smtps://host:465`; `?tls=required` refuses servers that cannot encrypt, `?tls=off` does not try.
 */
export function openTransport(smtpUrl: string): Transporter {
  const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const tls = searchParams.get('tls');
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'off',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail is made of what we hand over, never of files or addresses that its text might name.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
