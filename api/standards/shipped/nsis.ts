import type { ShippedStandard } from './shape.ts';

/** National Standard for Identiteters Sikringsniveauer 2.0: its main areas. The numbers are ours. */
export const nsis: ShippedStandard = {
  key: 'nsis',
  prefix: 'nsis',
  title: { da: 'NSIS (hovedområder)', en: 'NSIS (main areas)' },
  version: '2.0',
  selectable: false,
  sections: [
    {
      title: { da: 'Oprettelse af identiteter', en: 'Making identities' },
      requirements: [
        [
          '1',
          'Den, der skal have en identitet, ved hvad det kræver',
          'Whoever is to have an identity knows what it asks',
        ],
        ['2', 'Det er sikret, at personen er den rigtige', 'It is made sure that the person is the right one'],
        ['3', 'Det er sikret, hvilken organisation det gælder', 'It is made sure which organisation it is for'],
        ['4', 'Person og organisation er knyttet sammen', 'Person and organisation are tied together'],
      ],
    },
    {
      title: { da: 'Login-midler', en: 'Means of sign-in' },
      requirements: [
        ['5', 'Login-midlet er stærkt nok til niveauet', 'The means of sign-in is strong enough for the level'],
        ['6', 'Login-midlet når kun den rette', 'The means of sign-in reaches the right one only'],
        ['7', 'Login-midler kan spærres og åbnes igen', 'Means of sign-in can be blocked and opened again'],
        ['8', 'Login-midler fornyes og udskiftes sikkert', 'Means of sign-in are renewed and replaced safely'],
      ],
    },
    {
      title: { da: 'Selve login', en: 'The sign-in itself' },
      requirements: [
        ['9', 'Login er beskyttet mod misbrug', 'Sign-in is protected from misuse'],
        ['10', 'Det, der sendes videre om brugeren, er rigtigt', 'What is passed on about the user is right'],
      ],
    },
    {
      title: { da: 'Organisationen bag', en: 'The organisation behind' },
      requirements: [
        ['11', 'Et ledelsessystem for sikkerheden', 'A management system for security'],
        ['12', 'Brugerne får klare vilkår og oplysninger', 'Users are given clear terms and information'],
        ['13', 'Logge og registreringer gemmes', 'Logs and records are kept'],
        ['14', 'Personale og lokaler lever op til niveauet', 'Staff and premises live up to the level'],
        ['15', 'Teknikken er sikret', 'The technology is secured'],
        ['16', 'Anmeldelse, revision og årlig opfølgning', 'Notification, audit and yearly follow-up'],
      ],
    },
  ],
};
