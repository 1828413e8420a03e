import type { FailureFacts, FailureHelp } from '../failure-help.ts';

/** What an editor can do about a failure, in English. Loaded when somebody opens the explanation. */
export const help = (facts: FailureFacts): FailureHelp => {
  const { kind, reason, status, url, host, pageOrigin, retryAfter } = facts;
  switch (kind) {
    case 'offline':
      return {
        cause: 'The browser reports no network.',
        cure: 'Nothing needs to be done; it loads again once the network is back.',
      };
    case 'timeout':
      return {
        cause: `No complete answer came from ${host || 'the source'} in time.`,
        cure: 'Open the address in the browser yourself. If nothing comes there either, ask those who run the source; if the file is very large, narrow it down.',
      };
    case 'denied':
      return reason === 'sign-in'
        ? {
            cause: 'A sign-in page came in place of the data: the source wants a sign-in, or it has expired.',
            cure: "Use the calendar's public address, or ask IT to make the source available under the address of this page.",
          }
        : {
            cause: `The source refuses access (${status ?? 401}).`,
            cure: 'Make the calendar public there, or use its public address.',
          };
    case 'missing':
      return {
        cause: `There is nothing at the address (${status ?? 404}).`,
        cure: 'Check the address in the attribute src for typing errors, and whether the calendar has moved.',
      };
    case 'invalid':
      if (reason === 'html')
        return {
          cause: 'There is a web page at the address, not the data themselves.',
          cure: 'Copy the address of the calendar file. It usually stands behind “Subscribe” or “Export” and often ends in .ics.',
        };
      if (reason === 'too-large')
        return { cause: 'The file is too large.', cure: 'Limit the export to the coming months.' };
      if (reason === 'empty') return { cause: 'The file is empty.', cure: 'Export it again.' };
      return {
        cause: 'The answer is not in the expected format.',
        cure: 'Put the kind of the source before the address, as in src="icalendar+https://…", or check the export.',
      };
    case 'blocked':
      if (reason === 'mixed-content')
        return {
          cause: 'This page is loaded encrypted (https), the source is not (http). The browser forbids that.',
          cure: `Enter the address with https${url && `: ${url.replace(/^http:/, 'https:')}`}`,
        };
      if (reason === 'local-network')
        return {
          cause:
            'The source is in the internal network, the page on the Internet. The browser asks for permission or refuses.',
          cure: 'Ask IT to make the source available under the address of this page (reverse proxy), or to set the browser policy LocalNetworkAccessAllowedForUrls.',
        };
      return {
        cause: `The server ${host || 'of the source'} does not allow this page access, or the security policy of this page forbids it, or it does not exist.`,
        cure: `To those who run the source: set the header “Access-Control-Allow-Origin: ${pageOrigin}”. To those who run this page: allow “connect-src ${host || 'https://…'}” in the Content-Security-Policy. And check the address for typing errors.`,
      };
    case 'busy':
      return {
        cause: `The source takes no requests at the moment (${status ?? 503}).`,
        cure: retryAfter
          ? `It asks for ${retryAfter} seconds of patience.`
          : 'If it lasts, ask those who run the source.',
      };
    case 'unsupported':
      return {
        cause: 'The source does not offer this, or the attribute src names it in a way that cannot be used.',
        cure: 'Check the attribute src; the technical message says what is wrong in it. Or choose another source for this element.',
      };
    case 'conflict':
      return { cause: 'The data were changed elsewhere at the same time.', cure: 'Reload the page.' };
    default:
      if (host && !status)
        return {
          cause: `No answer comes from ${host}: the server is down, cannot be reached from here, or does not exist.`,
          cure: 'Check the address for typing errors, and open it in the browser yourself. If nothing comes there either, ask those who run the source.',
        };
      return {
        cause: status ? `The source answers with an error (${status}).` : 'An unexpected error occurred.',
        cure: 'If it lasts, hand the technical message to those who run the source.',
      };
  }
};

export const labels = { cause: 'Cause', cure: 'Cure', address: 'Address', technical: 'Technical message' };
