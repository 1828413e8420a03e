/**
 * Time zone names of Windows as IANA zones: the entries for the whole world of CLDR's windowsZones (version 45), packed
 * as `Area/Windows name=City;…|…`, where `~` stands for " Standard Time".
 */
const PACKED =
  'Asia/Afghanistan~=Kabul;Altai~=Barnaul;Arab~=Riyadh;Arabian~=Dubai;Arabic~=Baghdad;Azerbaijan~=Baku;' +
  'Bangladesh~=Dhaka;Caucasus~=Yerevan;Central Asia~=Bishkek;China~=Shanghai;Ekaterinburg~=Yekaterinburg;' +
  'Georgian~=Tbilisi;India~=Calcutta;Iran~=Tehran;Israel~=Jerusalem;Jordan~=Amman;Korea~=Seoul;' +
  'Magadan~=Magadan;Middle East~=Beirut;Myanmar~=Rangoon;N. Central Asia~=Novosibirsk;Nepal~=Katmandu;' +
  'North Asia East~=Irkutsk;North Asia~=Krasnoyarsk;North Korea~=Pyongyang;Omsk~=Omsk;Pakistan~=Karachi;' +
  'Qyzylorda~=Qyzylorda;Russia Time Zone 10=Srednekolymsk;Russia Time Zone 11=Kamchatka;Sakhalin~=Sakhalin;' +
  'SE Asia~=Bangkok;Singapore~=Singapore;Sri Lanka~=Colombo;Syria~=Damascus;Taipei~=Taipei;Tokyo~=Tokyo;' +
  'Tomsk~=Tomsk;Transbaikal~=Chita;Ulaanbaatar~=Ulaanbaatar;Vladivostok~=Vladivostok;W. Mongolia~=Hovd;' +
  'West Asia~=Tashkent;West Bank~=Hebron;Yakutsk~=Yakutsk|' +
  'America/Alaskan~=Anchorage;Aleutian~=Adak;Argentina~=Buenos_Aires;Atlantic~=Halifax;Bahia~=Bahia;' +
  'Canada Central~=Regina;Central America~=Guatemala;Central Brazilian~=Cuiaba;Central~=Chicago;' +
  'Central~ (Mexico)=Mexico_City;Cuba~=Havana;E. South America~=Sao_Paulo;Eastern~=New_York;' +
  'Eastern~ (Mexico)=Cancun;Greenland~=Godthab;Haiti~=Port-au-Prince;Magallanes~=Punta_Arenas;' +
  'Montevideo~=Montevideo;Mountain~=Denver;Mountain~ (Mexico)=Mazatlan;Newfoundland~=St_Johns;' +
  'Pacific SA~=Santiago;Pacific~=Los_Angeles;Pacific~ (Mexico)=Tijuana;Paraguay~=Asuncion;SA Eastern~=Cayenne;' +
  'SA Pacific~=Bogota;SA Western~=La_Paz;Saint Pierre~=Miquelon;Tocantins~=Araguaina;' +
  'Turks And Caicos~=Grand_Turk;US Eastern~=Indianapolis;US Mountain~=Phoenix;Venezuela~=Caracas;' +
  'Yukon~=Whitehorse|' +
  'Europe/Astrakhan~=Astrakhan;Belarus~=Minsk;Central Europe~=Budapest;Central European~=Warsaw;' +
  'E. Europe~=Chisinau;FLE~=Kiev;GMT~=London;GTB~=Bucharest;Kaliningrad~=Kaliningrad;Romance~=Paris;' +
  'Russia Time Zone 3=Samara;Russian~=Moscow;Saratov~=Saratov;Turkey~=Istanbul;Volgograd~=Volgograd;' +
  'W. Europe~=Berlin|' +
  'Australia/AUS Central~=Darwin;Aus Central W.~=Eucla;AUS Eastern~=Sydney;Cen. Australia~=Adelaide;' +
  'E. Australia~=Brisbane;Lord Howe~=Lord_Howe;Tasmania~=Hobart;W. Australia~=Perth|' +
  'Atlantic/Azores~=Azores;Cape Verde~=Cape_Verde;Greenwich~=Reykjavik|' +
  'Pacific/Bougainville~=Bougainville;Central Pacific~=Guadalcanal;Chatham Islands~=Chatham;' +
  'Easter Island~=Easter;Fiji~=Fiji;Hawaiian~=Honolulu;Line Islands~=Kiritimati;Marquesas~=Marquesas;' +
  'New Zealand~=Auckland;Norfolk~=Norfolk;Samoa~=Apia;Tonga~=Tongatapu;West Pacific~=Port_Moresby|' +
  'Etc/Dateline~=GMT+12;UTC=UTC;UTC-02=GMT+2;UTC-08=GMT+8;UTC-09=GMT+9;UTC-11=GMT+11;UTC+12=GMT-12;' +
  'UTC+13=GMT-13|' +
  'Africa/E. Africa~=Nairobi;Egypt~=Cairo;Libya~=Tripoli;Morocco~=Casablanca;Namibia~=Windhoek;' +
  'Sao Tome~=Sao_Tome;South Africa~=Johannesburg;South Sudan~=Juba;Sudan~=Khartoum;W. Central Africa~=Lagos|' +
  'Indian/Mauritius~=Mauritius';

let table: ReadonlyMap<string, string> | null = null;

function unpack(): ReadonlyMap<string, string> {
  const zones = new Map<string, string>();
  for (const group of PACKED.split('|')) {
    const slash = group.indexOf('/');
    for (const entry of group.slice(slash + 1).split(';')) {
      const [name = '', city = ''] = entry.split('=');
      zones.set(name.replace('~', ' Standard Time').toLowerCase(), `${group.slice(0, slash)}/${city}`);
    }
  }
  return zones;
}

/** IANA zone of a Windows name in any case ("W. Europe Standard Time"), also of its daylight form. */
export function windowsZone(name: string): string | undefined {
  table ??= unpack();
  return table.get(name.toLowerCase().replace(/ (daylight|summer) time/, ' standard time'));
}
