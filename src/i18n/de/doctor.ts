import { shortDate } from '../doctor-dates.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const NAMES = { events: 'Termine', ideas: 'Ideen', peers: 'Menschen', posts: 'Beiträge', account: 'Konten' };
const ONE = { events: 'Termin', ideas: 'Idee', peers: 'Mensch', posts: 'Beitrag', account: 'Konto' };

/** What the doctor says to those who put a page together, in German. */
export const de = {
  lang: 'de',
  kindOfData: NAMES,
  /** What a source has: how many, and of when. */
  found: (
    port: keyof typeof NAMES,
    count: number,
    more: boolean,
    first: string | undefined,
    zone: string,
    past: boolean,
  ): string => {
    const number = `${more ? 'mehr als ' : ''}${plural(count, ONE[port], NAMES[port])}`;
    if (!first) return number;
    const day = shortDate('de-DE', first, zone);
    if (port === 'posts') return `${number}, der neueste vom ${day}`;
    return past ? `${number} im vergangenen Jahr, der letzte am ${day}` : `${number}, der nächste am ${day}`;
  },
  source: {
    name: (address: string, kind?: string) => (kind ? `Quelle ${address} (${kind})` : `Quelle ${address}`),
    found: (what: string) => ({ cause: `Die Quelle antwortet: ${what}.`, cure: '' }),
    none: {
      cause: 'Es ist keine Adresse angegeben.',
      cure: 'Tragen Sie die Adresse der Daten ein, zum Beispiel https://…/kalender.ics.',
    },
    empty: (what: string) => ({
      cause: `Die Quelle antwortet, hat aber keine ${what}.`,
      cure: 'Prüfen Sie dort, ob etwas veröffentlicht ist, und ob die Adresse zum richtigen Kalender oder Blog führt.',
    }),
    past: (what: string) => ({
      cause: `Die Quelle antwortet, hat aber keine kommenden Termine: ${what}.`,
      cure: 'Prüfen Sie, ob der Kalender noch gepflegt wird, und ob der Export auch kommende Monate umfasst.',
    }),
    lacks: (what: string, has: string) => ({
      cause: `Diese Art von Quelle hat keine ${what}; sie hat: ${has}.`,
      cure: 'Wählen Sie eine Quelle, die zum Baustein passt, oder einen Baustein, der zur Quelle passt.',
    }),
    unreadable: (count: number) => ({
      cause: `${plural(count, 'Eintrag ließ', 'Einträge ließen')} sich nicht lesen; die übrigen werden gezeigt.`,
      cure: 'Geben Sie dem Betrieb der Quelle Bescheid. Welche es sind, steht am Baustein unter „Für die Redaktion“.',
    }),
    html: (port: keyof typeof NAMES | undefined) => ({
      cause: 'Unter der Adresse liegt eine Webseite, nicht die Daten selbst.',
      cure:
        port === 'posts'
          ? 'Tragen Sie die Adresse des Feeds ein (RSS oder Atom); sie endet oft auf /feed oder .xml.'
          : 'Tragen Sie die Adresse der Datei ein. Sie steht dort meist hinter „Abonnieren“ oder „Exportieren“ und endet oft auf .ics.',
    }),
    csp: (directive: string, host: string) => ({
      cause: `Die Sicherheitsrichtlinie dieser Seite (Content-Security-Policy, Direktive ${directive}) verbietet Anfragen an ${host}.`,
      cure: 'Geben Sie diese Zeile der IT, die diese Seite betreibt. Sie ersetzt die Direktive gleichen Namens.',
    }),
    cors: (host: string, origin: string) => ({
      cause: `Der Server ${host} antwortet, erlaubt der Seite ${origin} aber nicht, die Antwort zu lesen (CORS).`,
      cure: 'Stimmt die Adresse, geben Sie diese Kopfzeile der IT, die die Quelle betreibt. Oder lassen Sie die Quelle durch den Hub sammeln.',
    }),
    mixed: (url: string) => ({
      cause: `Diese Seite wird verschlüsselt geladen (https), die Quelle nicht (${url}). Das verbietet der Browser.`,
      cure: 'Tragen Sie die Adresse mit https ein. Kommt dort nichts, braucht der Server der Quelle ein Zertifikat.',
    }),
    local: (host: string) => ({
      cause: `${host} liegt im internen Netz, diese Seite im Internet. Der Browser fragt dafür um Erlaubnis oder lehnt ab.`,
      cure: 'Bitten Sie die IT, die Quelle unter der Adresse dieser Seite erreichbar zu machen (Reverse Proxy), oder diese Richtlinie für die Browser des Hauses zu setzen.',
    }),
  },
  grammar: {
    VR004: {
      cause: 'Vor der Adresse steht eine Art von Quelle, die es nicht gibt.',
      cure: 'Schreiben Sie eine der Arten davor, die die technische Meldung nennt, zum Beispiel icalendar+https://…, oder keine.',
    },
    VR006: {
      cause:
        'In der Adresse stehen Zugangsdaten. Alle, die die Seite öffnen, könnten sie lesen; sie wird nicht verwendet.',
      cure: 'Verwenden Sie eine öffentliche Adresse, oder lassen Sie die Quelle durch den Hub sammeln. Ändern Sie das Passwort, wenn die Seite schon öffentlich war.',
    },
    VR007: {
      cause: 'Ein Teil des Attributs src ist keine Adresse.',
      cure: 'Schreiben Sie https://…, webcal://… oder einen Pfad dieser Website wie /kalender.ics. Mehrere trennt ein Leerzeichen; ein Leerzeichen in der Adresse wird als %20 geschrieben.',
    },
    VR013: {
      cause: 'Es gibt mehr Namen (labels) als Adressen.',
      cure: 'Geben Sie jeder Adresse einen Namen, durch Semikolon getrennt.',
    },
  },
  pageName: 'Diese Seite',
  widgetName: (tag: string, number: number) => `<${tag}>, Nummer ${number}`,
  page: {
    library: (version: string, how: string) => ({
      cause: `Die Bausteine laufen in Fassung ${version}, ${how}.`,
      cure: '',
    }),
    builds: {
      modules: 'geladen Stück für Stück (autoload.js)',
      classic: 'geladen als eine Datei (bausteine.js)',
      own: 'im Bündel oder mit einzelnen Dateien dieser Seite',
    },
    noLibrary: {
      cause: 'Auf dieser Seite läuft kein Skript der Bausteine; zu sehen sind nur die Links.',
      cure: 'Binden Sie autoload.js (type="module") oder bausteine.js (defer) einmal in die Vorlage der Website ein.',
    },
    noLoader: {
      cause: 'Die Bausteine sind angemeldet, aber niemand sucht auf dieser Seite nach Platzhaltern und Links.',
      cure: 'Für <div class="vr-mount"> und <a class="vr-embed"> binden Sie autoload.js oder bausteine.js ein.',
    },
    copies: (files: string) => ({
      cause: `Das Skript ist mehrfach eingebunden: ${files}. Die erste Fassung gilt, die übrigen werden umsonst geladen.`,
      cure: 'Binden Sie es einmal je Seite ein, am besten in der Vorlage der Website.',
    }),
    versions: (versions: string) => ({
      cause: `Auf der Seite treffen verschiedene Fassungen zusammen: ${versions}. Je Baustein gilt die erste.`,
      cure: 'Binden Sie überall dieselbe Fassung ein, und leeren Sie die Zwischenspeicher der Website.',
    }),
    taken: (tags: string) => ({
      cause: `Ein anderes Skript hat ${tags} vor den Bausteinen angemeldet, zum Beispiel eine Erweiterung des Browsers.`,
      cure: 'Öffnen Sie die Seite in einem Browser ohne Erweiterungen. Bleibt es dabei, suchen Sie das Skript auf der Seite.',
    }),
    platform: (who: string) => ({
      cause: `${who || 'Ein Skript dieser Seite'} ersetzt Teile des Browsers, die Bausteine brauchen, oder der Browser ist zu alt. Es startet nichts, die Links bleiben.`,
      cure: 'Aktualisieren oder entfernen Sie das Skript, oder betten Sie als Rahmen (iframe) ein.',
    }),
    switchedOff: {
      cause: 'Die Notabschaltung ist eingeschaltet: Jeder Baustein bleibt der Link, der in ihm steht.',
      cure: 'Nehmen Sie data-vr-disabled vom Skript-Tag, sobald die Bausteine wieder laufen sollen.',
    },
    lang: {
      cause:
        'Die Seite sagt nicht, in welcher Sprache sie geschrieben ist. Bausteine sprechen dann Deutsch, Vorlesehilfen raten.',
      cure: 'Setzen Sie das Attribut lang am Element html.',
    },
    notSecure: {
      cause:
        'Die Seite wird unverschlüsselt geladen (http). Damit fehlt das Teilen-Menü des Geräts, und zum Kopieren dient der alte Weg über die Auswahl. Alles Übrige geht.',
      cure: 'Stellen Sie die Seite auf https um, sobald es geht; Anmeldungen sollten nie über http laufen.',
    },
    policy: (directive: string, blocked: string) => ({
      cause: `Die Sicherheitsrichtlinie dieser Seite (Content-Security-Policy, Direktive ${directive}) hat etwas von den Bausteinen verhindert: ${blocked}.`,
      cure: 'Geben Sie diese Zeile der IT, die diese Seite betreibt. Sie ersetzt die Direktive gleichen Namens.',
    }),
    trustedTypes: {
      cause:
        'Die Sicherheitsrichtlinie dieser Seite verbietet die Trusted-Types-Richtlinien der Bausteine. Ohne sie zeichnet kein Baustein, die Links bleiben.',
      cure: 'Geben Sie diese Zeile der IT, die diese Seite betreibt.',
    },
    nothing: {
      cause: 'Auf dieser Seite stehen keine Bausteine.',
      cure: 'Prüfen Sie den Quelltext der veröffentlichten Seite: Hat das System den Tag entfernt, nehmen Sie <div class="vr-mount"> oder einen Link.',
    },
  },
  rungs: { tag: 'als Tag', mount: 'als Platzhalter (div)', link: 'als Link', frame: 'als Rahmen (iframe)' },
  ways: {
    property: 'von der Seite übergeben',
    src: (source: string) => `aus dem eigenen Attribut src: ${source}`,
    id: (source: string) => `aus dem benannten <vr-backend>: ${source}`,
    nearest: (source: string) => `aus dem <vr-backend> ringsum: ${source}`,
    only: (source: string) => `aus dem einzigen <vr-backend> der Seite: ${source}`,
    script: (source: string) => `aus data-vr-src am Skript: ${source}`,
    none: 'von nirgends',
  },
  widget: {
    runs: (rung: string, way: string) => ({ cause: `Eingebunden ${rung}; Daten ${way}.`, cure: '' }),
    frame: (address: string) => ({ cause: `Eingebunden als Rahmen (iframe): ${address}.`, cure: '' }),
    frameTitle: {
      cause: 'Der Rahmen hat keinen Namen; Vorlesehilfen sagen nur „Rahmen“.',
      cure: 'Sagen Sie mit title, was darin steht.',
    },
    notStarted: {
      cause: 'Der Tag steht auf der Seite, aber seine Datei ist nicht angekommen; zu sehen ist der Link darin.',
      cure: 'Kopieren Sie den ganzen Ordner der Bausteine auf den Server, mit chunks, und erlauben Sie ihn in script-src.',
    },
    unknownTag: (known: string) => ({
      cause: 'Diesen Tag kennt diese Fassung nicht; zu sehen ist, was darin steht.',
      cure: `Berichtigen Sie die Schreibweise. Es gibt: ${known}.`,
    }),
    unknownMount: (name: string, known: string) => ({
      cause: `data-vr-widget="${name}" nennt keinen Baustein.`,
      cure: `Es gibt: ${known}.`,
    }),
    unnamedMount: {
      cause: 'Der Platzhalter sagt nicht, welcher Baustein hier stehen soll.',
      cure: 'Ergänzen Sie data-vr-widget, zum Beispiel data-vr-widget="event-calendar".',
    },
    linkUnknown: {
      cause: 'Die Adresse dieses Links verrät nicht, welcher Baustein hier stehen soll.',
      cure: 'Ergänzen Sie data-vr-widget, oder verweisen Sie auf /embed/… des Hubs.',
    },
    attribute: (name: string, meant?: string) => ({
      cause: `Das Attribut ${name} kennt dieser Baustein nicht; es bewirkt nichts.`,
      cure: meant
        ? `Gemeint ist vermutlich ${meant}.`
        : 'Entfernen Sie es, oder sehen Sie in der Anleitung nach, wie es heißt.',
    }),
    swallowed: {
      cause:
        'Der Tag ist nicht geschlossen: Was auf der Seite nach ihm kommt, steht in ihm. Die Kurzform mit /> kennt HTML hier nicht.',
      cure: 'Schreiben Sie den schließenden Tag.',
    },
    heading: (level: number, before: number) => ({
      cause: `Die Überschrift des Bausteins hat Ebene ${level}, die davor Ebene ${before}. Wer nach Überschriften liest, vermutet dazwischen eine Lücke.`,
      cure: 'Setzen Sie das Attribut.',
    }),
    noSource: {
      nothing: {
        cause:
          'Der Baustein findet keine Quelle: Er hat kein src, und auf der Seite steht kein <vr-backend> mit solchen Daten.',
        cure: 'Geben Sie ihm src="…", oder stellen Sie ihn in ein <vr-backend src="…">.',
      },
      several: {
        cause:
          'Auf der Seite stehen mehrere <vr-backend> mit solchen Daten, und keines ringsum; welches gemeint ist, ist offen.',
        cure: 'Nennen Sie eines mit backend="#id".',
      },
      id: (name: string) => ({
        cause: `Ein <vr-backend id="${name}"> steht nicht auf der Seite.`,
        cure: 'Prüfen Sie die Schreibweise; das id gehört an das <vr-backend>.',
      }),
      script: {
        cause: 'Auf der Seite steht ein <vr-backend>, aber seine Datei ist nicht geladen.',
        cure: 'Laden Sie autoload.js, bausteine.js oder elements/vr-backend.js.',
      },
    },
    portMissing: (what: string) => ({
      cause: `Die Quelle hat keine ${what}.`,
      cure: 'Wählen Sie eine Quelle, die zum Baustein passt.',
    }),
  },
  warnings: {
    VR002: {
      cause:
        'Ein Tag war schon angemeldet, von einer anderen Kopie der Bausteine oder von etwas anderem. Die erste Anmeldung gilt.',
      cure: 'Binden Sie die Bausteine einmal je Seite ein, in einer Fassung.',
    },
    VR005: {
      cause: 'Ein Attribut hat einen Wert, den es nicht kennt; es gilt der übliche.',
      cure: 'Wählen Sie einen Wert aus der Anleitung des Bausteins.',
    },
    VR014: {
      cause: 'Eine Datei der Bausteine ließ sich nicht laden; der Link bleibt.',
      cure: 'Kopieren Sie den ganzen Ordner auf den Server, mit chunks, und erlauben Sie ihn in script-src.',
    },
    VR015: {
      cause: 'Bilder von Beiträgen werden nicht geladen, weil das Attribut images ihre Herkunft nicht erlaubt.',
      cure: 'Setzen Sie images="listed" und nennen Sie die Server in image-hosts, wenn Browser sie aufrufen dürfen. Oder lassen Sie den Hub die Bilder holen.',
    },
    VR016: {
      cause: 'Bilder von Beiträgen haben keine Beschreibung und gelten als Schmuck.',
      cure: 'Ergänzen Sie Alternativtexte dort, wo die Beiträge geschrieben werden.',
    },
    other: {
      cause: 'Die Bausteine melden etwas in der Konsole.',
      cure: 'Die technische Meldung sagt, was zu tun ist.',
    },
  },
  severity: { fault: 'Fehler', hint: 'Hinweis', ok: 'In Ordnung' },
  text: {
    title: 'Bausteine: Prüfung einer Seite',
    page: 'Seite',
    version: 'Fassung',
    browser: 'Browser',
    cure: 'Abhilfe',
    copy: 'Zeile',
    technical: 'Technische Meldung',
  },
  panel: {
    title: 'Bausteine auf dieser Seite',
    checking: 'Die Seite wird geprüft …',
    summary: (faults: number, hints: number, fine: number) =>
      [
        faults === 0 ? 'Keine Fehler' : plural(faults, 'Fehler', 'Fehler'),
        hints === 0 ? 'keine Hinweise' : plural(hints, 'Hinweis', 'Hinweise'),
        `${fine} in Ordnung`,
      ].join(', '),
    again: 'Erneut prüfen',
    copyAll: 'Als Text kopieren',
    copyLine: (line: string) => `Zeile kopieren: ${line}`,
    copyShort: 'Kopieren',
    copied: 'Kopiert.',
    byHand: 'Der Browser lässt das Kopieren nicht zu. Der Text ist unten ausgewählt; kopieren Sie ihn mit Strg+C.',
    textLabel: 'Bericht als Text',
    close: 'Schließen',
    failed: 'Die Prüfung ist abgebrochen. Laden Sie die Seite neu, und prüfen Sie erneut.',
    quiet: 'Nichts davon wird gesendet oder gespeichert. Adressen sind gekürzt, Namen kommen nicht vor.',
  },
};

export type DoctorWords = typeof de;
