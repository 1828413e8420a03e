import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SentMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  /** The next mail that arrives, or the first one that nobody has asked for yet. */
  next(): Promise<SentMail>;
  /** Mails that nobody has asked for. */
  readonly waiting: readonly SentMail[];
  close(): Promise<void>;
}

/** A mail server on loopback that keeps what it is given; `options` make it refuse. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const waiting: SentMail[] = [];
  const wanted: ((mail: SentMail) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    ...options,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail: SentMail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        };
        done();
        const taker = wanted.shift();
        if (taker) taker(mail);
        else waiting.push(mail);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    waiting,
    next: () => {
      const first = waiting.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => wanted.push(resolve));
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
