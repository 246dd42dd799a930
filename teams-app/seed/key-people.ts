import type { AssignableRole } from '../../api/kernel/index.ts';

export interface SeedRole {
  role: AssignableRole;
  /** Key of the centre, for centre roles. */
  centre?: string;
  chair?: boolean;
  /** First and last day, relative to seeding; default two years ago. */
  from?: number;
  to?: number;
}
export interface KeyPerson {
  /** Short name, for tests and references. */
  code: string;
  name: string;
  jobTitle: string;
  department: string;
  /** The manager's `code`; default the department's leader. */
  manager?: string;
  roles?: readonly SeedRole[];
  group?: 'securityTeam' | 'auditor';
  language?: 'en';
  /** Days since the hire date; random when absent. */
  hiredDaysAgo?: number;
  /** Whether the policy in force is acknowledged; random when absent. */
  acknowledged?: boolean;
}

const board = (code: string, name: string, jobTitle: string, more: readonly SeedRole[] = []): KeyPerson => ({
  code,
  name,
  jobTitle,
  department: 'Direktionen',
  ...(code === 'kommunaldirektoer' ? {} : { manager: 'kommunaldirektoer' }),
  roles: [
    { role: 'executiveBoard', ...(code === 'kommunaldirektoer' ? { chair: true } : {}) },
    { role: 'corporateManagement', ...(code === 'kommunaldirektoer' ? { chair: true } : {}) },
    ...more,
  ],
  acknowledged: true,
});
const chief = (centre: string, name: string, department: string, manager: string, more: readonly SeedRole[] = []) => ({
  code: `chef-${centre}`,
  name,
  jobTitle: 'Centerchef',
  department,
  manager,
  roles: [{ role: 'centreManager', centre }, { role: 'corporateManagement' }, ...more] as const,
  acknowledged: true,
});
const coordinator = (code: string, name: string, jobTitle: string, department: string, ...centres: string[]) => ({
  code,
  name,
  jobTitle,
  department,
  roles: centres.map((centre): SeedRole => ({ role: 'coordinator', centre })),
  acknowledged: true,
});

/** Key people. All are fictional. */
export const keyPeople: readonly KeyPerson[] = [
  board('kommunaldirektoer', 'Henrik Bay Mortensen', 'Kommunaldirektør'),
  board('lone', 'Lone Friis Albrechtsen', 'Direktør', [{ role: 'securityCommittee', chair: true }]),
  board('mads', 'Mads Ravn Jespersen', 'Direktør'),
  board('birgitte', 'Birgitte Skov Andreasen', 'Direktør'),

  chief('voksne-og-velfaerd', 'Hanne Toft Lauridsen', 'Visitation og Hjælpemidler', 'birgitte', [
    { role: 'securityCommittee' },
  ]),
  chief('boern-og-unge', 'Jakob Engell Simonsen', 'Familierådgivningen', 'birgitte'),
  chief('skoler-og-laering', 'Pernille Dahl Kristoffersen', 'Skolesekretariatet', 'mads'),
  chief('dagtilbud', 'Annette Juul Mikkelsen', 'Pladsanvisningen', 'mads'),
  chief('job-og-borgerservice', 'Bilal Hussain', 'Jobcenter', 'birgitte'),
  chief('kultur-idraet-og-fritid', 'Marianne Winther', 'Kultur og Foreninger', 'mads'),
  chief('park-vej-og-miljoe', 'Steen Brandt Frederiksen', 'Miljø og Natur', 'lone'),
  chief('oekonomi-personale-og-digitalisering', 'Kirsten Vang Poulsen', 'Økonomi og Indkøb', 'lone', [
    { role: 'securityCommittee' },
  ]),
  chief('politik-jura-og-byudvikling', 'Anders Hedegaard Lund', 'Plan og Byg', 'kommunaldirektoer'),

  {
    code: 'ciso',
    name: 'Camilla Holm Vestergaard',
    jobTitle: 'CISO',
    department: 'Digitalisering og It',
    manager: 'lone',
    roles: [{ role: 'ciso' }, { role: 'securityCommittee' }],
    acknowledged: true,
  },
  {
    code: 'teamleder',
    name: 'Rasmus Krogh Damgaard',
    jobTitle: 'Leder af Informationssikkerhedsteamet',
    department: 'Digitalisering og It',
    manager: 'ciso',
    roles: [{ role: 'securityCommittee' }, { role: 'securityTeam', chair: true }],
    group: 'securityTeam',
    acknowledged: true,
  },
  ...(
    [
      ['fatima', 'Fatima El-Sayed', 'Informationssikkerhedskonsulent'],
      ['jeppe', 'Jeppe Dahlgaard', 'Sikkerhedsarkitekt'],
      ['signe', 'Signe Thorup Bach', 'GDPR-konsulent'],
    ] as const
  ).map(([code, name, jobTitle]): KeyPerson => ({
    code,
    name,
    jobTitle,
    department: 'Digitalisering og It',
    manager: 'teamleder',
    group: 'securityTeam',
    acknowledged: true,
  })),
  {
    code: 'jurist',
    name: 'Vibeke Ørum Clausen',
    jobTitle: 'Chefjurist',
    department: 'Jura og Udbud',
    roles: [{ role: 'securityCommittee' }],
    acknowledged: true,
  },
  {
    code: 'digitaliseringschef',
    name: 'Emre Aydın',
    jobTitle: 'Digitaliseringschef',
    department: 'Digitalisering og It',
    roles: [{ role: 'securityCommittee', from: -210 }],
    acknowledged: true,
  },
  {
    code: 'sekretaer',
    name: 'Pia Lundsgaard',
    jobTitle: 'Byrådssekretær',
    department: 'Byrådssekretariatet',
    roles: [{ role: 'councilSecretary' }],
    acknowledged: true,
  },
  {
    code: 'dpo',
    name: 'Thomas Egeskov',
    jobTitle: 'Databeskyttelsesrådgiver',
    department: 'Jura og Udbud',
    group: 'auditor',
  },
  {
    code: 'revisor',
    name: 'Ulla Stenbæk Iversen',
    jobTitle: 'Intern revisor',
    department: 'Økonomi og Indkøb',
    group: 'auditor',
  },

  coordinator('mette', 'Mette Sørensen', 'Teamleder', 'Hjemmeplejen Nord', 'voksne-og-velfaerd'),
  coordinator('omar', 'Omar Hassan', 'Faglig koordinator', 'Handicap og Psykiatri', 'voksne-og-velfaerd'),
  coordinator('line', 'Line Bach Eriksen', 'Socialrådgiver', 'Familierådgivningen', 'boern-og-unge'),
  coordinator('soeren', 'Søren Kjær Nørgaard', 'Viceskoleleder', 'Strandvejsskolen', 'skoler-og-laering'),
  coordinator('amina', 'Amina Yılmaz', 'Skolesekretær', 'Gildbroskolen', 'skoler-og-laering'),
  coordinator('gitte', 'Gitte Rosenlund Madsen', 'Dagtilbudsleder', 'Børnehuset Bølgen', 'dagtilbud'),
  coordinator('nadia', 'Nadia Khan', 'Jobkonsulent', 'Jobcenter', 'job-og-borgerservice'),
  coordinator('peter', 'Peter Lund Svendsen', 'Borgervejleder', 'Borgerservice', 'job-og-borgerservice'),
  coordinator(
    'troels',
    'Troels Winther Bruun',
    'Administrativ koordinator',
    'Kultur og Foreninger',
    'kultur-idraet-og-fritid',
    'park-vej-og-miljoe',
  ),
  coordinator('julie', 'Julie Nørgaard', 'HR-konsulent', 'Personale og Løn', 'oekonomi-personale-og-digitalisering'),
  coordinator('ditte', 'Ditte Brandt Olsen', 'Jurist', 'Jura og Udbud', 'politik-jura-og-byudvikling'),
  {
    code: 'forhenvaerende',
    name: 'Allan Falk Thomsen',
    jobTitle: 'Socialrådgiver',
    department: 'Ungeindsatsen',
    roles: [{ role: 'coordinator', centre: 'boern-og-unge', from: -1200, to: -95 }],
  },
  {
    code: 'kommende',
    name: 'Yasmin Polat',
    jobTitle: 'Pædagog',
    department: 'Dagplejen',
    roles: [{ role: 'coordinator', centre: 'dagtilbud', from: 14 }],
  },

  {
    code: 'anne',
    name: 'Anne Jensen',
    jobTitle: 'Social- og sundhedshjælper',
    department: 'Hjemmeplejen Nord',
    acknowledged: false,
  },
  {
    code: 'tomasz',
    name: 'Tomasz Kowalski',
    jobTitle: 'Specialarbejder',
    department: 'Driftsgården',
    language: 'en',
    acknowledged: false,
  },
  {
    code: 'nyansat',
    name: 'Freja Lykke Andersen',
    jobTitle: 'Pædagogmedhjælper',
    department: 'Børnehuset Mælkevejen',
    hiredDaysAgo: 1,
    acknowledged: false,
  },
];

/** Directory phone numbers of people in plans, equal to the plans'. Omar has a duty phone too. */
export const keyPhones: Readonly<Record<string, string>> = {
  mette: '43 57 10 11',
  omar: '43 57 10 12',
  line: '43 57 30 10',
  nadia: '43 57 40 10',
  troels: '43 57 60 60',
  gitte: '43 57 80 10',
  ditte: '43 57 90 10',
  julie: '43 57 50 10',
  fatima: '43 57 70 02',
  jeppe: '43 57 70 05',
  digitaliseringschef: '43 57 70 01',
};
