/* What a script of an ad server does: it writes into the page that is still being read, and its script runs at once. */
document.write(
  '<vr-event-calendar src="hub+/" heading-level="3">' +
    '<a href="/calendar.ics">Alle Termine als Kalenderdatei</a>' +
    '</vr-event-calendar>' +
    '<script src="/dist/bausteine.js"><\/script>',
);
