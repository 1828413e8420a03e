import type { Place } from '../../../../src/model/calendar-event.ts';

export const RATHAUS: Place = {
  name: 'Rathaus Lindenhafen, Sitzungssaal 2',
  address: 'Marktplatz 1, 99010 Lindenhafen',
  lat: 53.9012,
  lon: 10.2031,
};
export const SPEICHER: Place = {
  name: 'Alter Speicher am Hafen',
  address: 'Kaistraße 14, 99010 Lindenhafen',
  lat: 53.9047,
  lon: 10.2102,
};
export const WERKRAUM: Place = {
  name: 'Werkraum des Impulswerks',
  address: 'Lindenallee 7, 99012 Lindenhafen',
  lat: 53.8991,
  lon: 10.1957,
};
export const KREISHAUS: Place = {
  name: 'Kreishaus Auental, Raum Aue',
  address: 'Kreisstraße 20, 99200 Auenstadt',
  lat: 52.4411,
  lon: 9.8123,
};
export const GRUENDERHAUS: Place = {
  name: 'Gründerhaus Auenstadt',
  address: 'Bahnhofstraße 3, 99200 Auenstadt',
  lat: 52.4389,
  lon: 9.8077,
};
export const VHS: Place = {
  name: 'Volkshochschule Brückfurt, Aula',
  address: 'Brückenstraße 42, 99300 Brückfurt',
  lat: 50.9723,
  lon: 8.5541,
};
export const BIBLIOTHEK: Place = {
  name: 'Stadtbibliothek Brückfurt, Lesecafé',
  address: 'Am Wehr 5, 99300 Brückfurt',
  lat: 50.9705,
  lon: 8.5502,
};
export const STADTHALLE: Place = {
  name: 'Stadthalle Brückfurt',
  address: 'Festplatz 1, 99300 Brückfurt',
  lat: 50.9751,
  lon: 8.561,
};

/** Video rooms of the demo; they lead nowhere. */
export const room = (name: string): string => `https://video.verwaltungsnetz.example/${name}`;
