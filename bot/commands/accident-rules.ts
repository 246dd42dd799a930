import type { IncidentKind } from '../../api/incidents/index.ts';
import type { Meaning } from './accident-words.ts';

/** Requirements of a kind: one meaning of each row. */
interface Rule {
  kind: IncidentKind | 'menu';
  all: readonly (readonly Meaning[])[];
  /**
   * Words that give their clause another meaning, and the one before it when it goes on about that ("men den virker
   * ikke").
   */
  not?: readonly string[];
  /** Words that give only their own clause another meaning. */
  notHere?: readonly string[];
}

/** Said of things without any accident, in all rules: the clause that says it is none. */
export const notAtAll: readonly string[] = [
  'ikke mistet',
  'ikke tabt',
  'ikke vaek',
  'ikke stjaalet',
  'ikke sendt',
  'ikke trykket',
  'ikke klikket',
  'not lost',
  'not stolen',
  'haven t lost',
  'hvad er',
  'hvad betyder',
  'what is',
  'what does',
  'kan man',
  'kan vi blive',
  'can we be',
  'kursus',
  'kurset',
  'course',
  'quiz',
  'noedprocedure',
  'noedprocedurer',
];

const screens = [
  'forbindelse',
  'forbindelsen',
  'signal',
  'signalet',
  'daekning',
  'lyden',
  'lyd',
  'internet',
  'nettet',
  'wifi',
  'stroem',
  'batteri',
  'overblikket',
  'overblik',
  'kontakten',
  'connection',
  'sound',
  'battery',
];
const extras = [
  '*oplader*',
  '*cover*',
  '*kabel*',
  'headset*',
  'tastatur*',
  '*nummer',
  '*nummeret',
  '*numre',
  'charger',
  'cable',
  'koden',
  'kode',
  'adgangskode',
  'password',
  'pinkode',
  'pin',
];
const athome = [
  'derhjemme',
  'hjemme i dag',
  'hjemme hos mig',
  'at home',
  'glemt at',
  'forgot to',
  'glemte at',
  'glemt hvordan',
];
const onScreen = [
  'sharepoint',
  'onedrive',
  'teams',
  'drev',
  'drevet',
  'outlook',
  'skrivebordet',
  'skrivebord',
  'appen',
  'listen',
  'kladde',
  'kladden',
  'trash',
  'drive',
  'omsorgsjournal*',
];
const ofOurs = [
  'kursus',
  'kurset',
  'course',
  'virker ikke',
  'virker det ikke',
  'sker ikke',
  'sker der ikke',
  'politik',
  'politikken',
  'opgave',
  'opgaven',
  'moede',
  'moedet',
  'does not work',
  'doesn t work',
  'knappen',
  'kortet',
];

/** In order: the first match applies. */
export const rules: readonly Rule[] = [
  { kind: 'stolenDevice', all: [['device'], ['stolen']], not: ['noegle*'] },
  {
    kind: 'lostKey',
    all: [
      ['key', 'keyMore'],
      ['lost', 'forgot', 'stolen'],
    ],
    not: ['glemt at', 'forgot to', 'usb*'],
  },
  {
    kind: 'lostPapers',
    all: [
      ['papers', 'papersMore'],
      ['lost', 'forgot', 'stolen'],
    ],
    not: ['glemt at', 'forgot to'],
    notHere: onScreen,
  },
  {
    kind: 'lostDevice',
    all: [['device'], ['lost']],
    not: [
      ...screens,
      '*oplader*',
      '*cover*',
      'headset*',
      '*kabel*',
      '*nummer',
      '*nummeret',
      '*numre',
      'charger',
      'data',
      'kontakter',
    ],
    notHere: onScreen,
  },
  { kind: 'lostDevice', all: [['device'], ['forgot']], not: [...screens, ...extras, ...athome] },
  {
    kind: 'gaveCode',
    all: [['gave'], ['code']],
    not: [
      'forkert kode',
      'forkert adgangskode',
      'forkert password',
      'forkert pin',
      'forkert brugernavn',
      'wrong password',
      'wrong code',
      'glemt',
      'forgot',
      'gange',
      'times',
      'virker ikke',
      'skrevet ned',
      'i mail',
      'ikke givet',
      'hvor',
    ],
  },
  {
    kind: 'gaveCode',
    all: [['others'], ['knows'], ['code']],
    not: ['glemt', 'forgot', 'virker ikke', 'hvordan', 'how'],
  },
  { kind: 'clickedLink', all: [['click'], ['link']], not: ofOurs },
  { kind: 'clickedLink', all: [['click'], ['strange', 'phishing']], not: ofOurs },
  { kind: 'infected', all: [['infected']], not: ['hvordan undgaar'] },
  { kind: 'infected', all: [['virus'], ['machine', 'device']] },
  { kind: 'infected', all: [['odd'], ['machine', 'device']] },
  {
    kind: 'wrongRecipient',
    all: [['send'], ['wrong'], ['receiver']],
    not: ['faar', 'fik', 'modtaget', 'skal jeg', 'maa jeg', 'may i', 'can i', 'ordning'],
  },
  { kind: 'wrongRecipient', all: [['got'], ['ofAnother'], ['handed']], not: ['hvordan', 'maa jeg', 'how'] },
  { kind: 'wrongRecipient', all: [['citizen'], ['got'], ['wrong'], ['handed']], not: ['hvordan', 'how'] },
  { kind: 'wrongRecipient', all: [['send'], ['cc']], not: ['maa jeg', 'skal jeg', 'hvordan'] },
  { kind: 'suspiciousMail', all: [['phishing']] },
  { kind: 'suspiciousMail', all: [['mail'], ['strange']], not: ['ukendt mailadresse'] },
  { kind: 'other', all: [['breach']] },
  { kind: 'other', all: [['looked']], not: ['hvor', 'where'] },
  { kind: 'menu', all: [['something']] },
];
