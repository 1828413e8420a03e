/** Further invented people of the network, who have no account in the demo: others see their words and their help. */
export const SEED_PEOPLE: readonly { readonly id: string; readonly displayName: string; readonly org: string }[] = [
  { id: 'tilda-regenbogen', displayName: 'Tilda Regenbogen', org: 'lindenhafen' },
  { id: 'bruno-salzkorn', displayName: 'Bruno Salzkorn', org: 'lindenhafen' },
  { id: 'svea-haselnuss', displayName: 'Svea Haselnuss', org: 'lindenhafen' },
  { id: 'jana-kiesel', displayName: 'Jana Kiesel', org: 'auental' },
  { id: 'greta-pusteblume', displayName: 'Greta Pusteblume', org: 'auental' },
  { id: 'lotte-sommerwiese', displayName: 'Lotte Sommerwiese', org: 'auental' },
  { id: 'ove-sandbank', displayName: 'Ove Sandbank', org: 'brueckfurt' },
  { id: 'nuri-morgenlicht', displayName: 'Nuri Morgenlicht', org: 'brueckfurt' },
  { id: 'emil-kranich', displayName: 'Emil Kranich', org: 'brueckfurt' },
  { id: 'milo-windrad', displayName: 'Milo Windrad', org: 'impulswerk' },
];
