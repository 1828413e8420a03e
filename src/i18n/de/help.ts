import type { FailureFacts, FailureHelp } from '../failure-help.ts';

/** What an editor can do about a failure, in German. Loaded when somebody opens the explanation. */
export const help = (facts: FailureFacts): FailureHelp => {
  const { kind, reason, status, url, host, pageOrigin, retryAfter } = facts;
  switch (kind) {
    case 'offline':
      return {
        cause: 'Der Browser meldet keine Netzverbindung.',
        cure: 'Es ist nichts zu tun; nach der Rückkehr ins Netz wird neu geladen.',
      };
    case 'timeout':
      return {
        cause: `Von ${host || 'der Quelle'} kam keine vollständige Antwort in der vorgesehenen Zeit.`,
        cure: 'Öffnen Sie die Adresse selbst im Browser. Kommt dort auch nichts, wenden Sie sich an den Betrieb der Quelle; ist die Datei sehr groß, grenzen Sie sie ein.',
      };
    case 'denied':
      return reason === 'sign-in'
        ? {
            cause:
              'Statt der Daten kam eine Anmeldeseite: Die Quelle verlangt eine Anmeldung, oder sie ist abgelaufen.',
            cure: 'Verwenden Sie die öffentliche Adresse des Kalenders, oder bitten Sie die IT, die Quelle über die Adresse dieser Seite erreichbar zu machen.',
          }
        : {
            cause: `Die Quelle verweigert den Zugriff (${status ?? 401}).`,
            cure: 'Geben Sie den Kalender dort für alle frei, oder verwenden Sie seine öffentliche Adresse.',
          };
    case 'missing':
      return {
        cause: `Unter der Adresse gibt es nichts (${status ?? 404}).`,
        cure: 'Prüfen Sie die Adresse im Attribut src auf Tippfehler, und ob der Kalender umgezogen ist.',
      };
    case 'invalid':
      if (reason === 'html')
        return {
          cause: 'Unter der Adresse liegt eine Webseite, nicht die Daten selbst.',
          cure: 'Kopieren Sie die Adresse der Kalenderdatei. Sie steht dort meist hinter „Abonnieren“ oder „Exportieren“ und endet oft auf .ics.',
        };
      if (reason === 'too-large')
        return { cause: 'Die Datei ist zu groß.', cure: 'Grenzen Sie den Export auf die kommenden Monate ein.' };
      if (reason === 'empty') return { cause: 'Die Datei ist leer.', cure: 'Erzeugen Sie den Export neu.' };
      return {
        cause: 'Die Antwort ist nicht in dem Format, das erwartet wird.',
        cure: 'Setzen Sie die Art der Quelle vor die Adresse, zum Beispiel src="icalendar+https://…", oder prüfen Sie den Export.',
      };
    case 'blocked':
      if (reason === 'mixed-content')
        return {
          cause: 'Diese Seite wird verschlüsselt geladen (https), die Quelle nicht (http). Das verbietet der Browser.',
          cure: `Tragen Sie die Adresse mit https ein${url && `: ${url.replace(/^http:/, 'https:')}`}`,
        };
      if (reason === 'local-network')
        return {
          cause:
            'Die Quelle liegt im internen Netz, die Seite im Internet. Der Browser fragt dafür um Erlaubnis oder lehnt ab.',
          cure: 'Bitten Sie die IT, die Quelle über die Adresse dieser Seite erreichbar zu machen (Reverse Proxy), oder die Browser-Richtlinie LocalNetworkAccessAllowedForUrls zu setzen.',
        };
      return {
        cause: `Der Server ${host || 'der Quelle'} erlaubt dieser Seite den Zugriff nicht, oder die Sicherheitsrichtlinie dieser Seite verbietet ihn, oder es gibt ihn nicht.`,
        cure: `An die IT der Quelle: Kopfzeile „Access-Control-Allow-Origin: ${pageOrigin}“ setzen. An die IT dieser Seite: „connect-src ${host || 'https://…'}“ in der Content-Security-Policy erlauben. Und prüfen Sie die Adresse auf Tippfehler.`,
      };
    case 'busy':
      return {
        cause: `Die Quelle nimmt gerade keine Anfragen an (${status ?? 503}).`,
        cure: retryAfter
          ? `Sie bittet um ${retryAfter} Sekunden Geduld.`
          : 'Hält das an, wenden Sie sich an den Betrieb der Quelle.',
      };
    case 'unsupported':
      return {
        cause:
          'Die Quelle bietet diese Funktion nicht, oder das Attribut src nennt sie so, dass sie sich nicht verwenden lässt.',
        cure: 'Prüfen Sie das Attribut src; was darin nicht stimmt, sagt die technische Meldung. Oder wählen Sie eine andere Quelle für diesen Baustein.',
      };
    case 'conflict':
      return { cause: 'Die Daten wurden gleichzeitig an anderer Stelle geändert.', cure: 'Laden Sie die Seite neu.' };
    default:
      if (host && !status)
        return {
          cause: `Von ${host} kommt keine Antwort: Der Server läuft nicht, ist von hier aus nicht zu erreichen, oder es gibt ihn nicht.`,
          cure: 'Prüfen Sie die Adresse auf Tippfehler, und öffnen Sie sie selbst im Browser. Kommt dort auch nichts, wenden Sie sich an den Betrieb der Quelle.',
        };
      return {
        cause: status
          ? `Die Quelle antwortet mit einem Fehler (${status}).`
          : 'Es ist ein unerwarteter Fehler aufgetreten.',
        cure: 'Hält das an, geben Sie die technische Meldung an den Betrieb der Quelle weiter.',
      };
  }
};

/** Names of the lines of the explanation. */
export const labels = { cause: 'Ursache', cure: 'Abhilfe', address: 'Adresse', technical: 'Technische Meldung' };
