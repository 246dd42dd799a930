/** A job and its percentage in the department. */
interface Department {
  name: string;
  /** Share of all employees, per thousand. */
  share: number;
  jobs: readonly string[];
}
export interface SeedCentre {
  key: string;
  title: string;
  departments: readonly Department[];
}

/** Nine centres; names and houses are fictional. The directory has the department, which maps to the centre. */
export const seedCentres: readonly SeedCentre[] = [
  {
    key: 'voksne-og-velfaerd',
    title: 'Center for Voksne og Velfærd',
    departments: [
      { name: 'Hjemmeplejen Nord', share: 48, jobs: ['Social- og sundhedshjælper', 'Social- og sundhedsassistent'] },
      { name: 'Hjemmeplejen Syd', share: 46, jobs: ['Social- og sundhedshjælper', 'Social- og sundhedsassistent'] },
      {
        name: 'Plejecenter Strandgården',
        share: 55,
        jobs: ['Social- og sundhedsassistent', 'Sygeplejerske', 'Køkkenassistent'],
      },
      {
        name: 'Plejecenter Torsbo',
        share: 42,
        jobs: ['Social- og sundhedsassistent', 'Sygeplejerske', 'Aktivitetsmedarbejder'],
      },
      { name: 'Hjemmesygeplejen', share: 22, jobs: ['Sygeplejerske', 'Social- og sundhedsassistent'] },
      { name: 'Træning og Rehabilitering', share: 16, jobs: ['Fysioterapeut', 'Ergoterapeut'] },
      { name: 'Visitation og Hjælpemidler', share: 9, jobs: ['Visitator', 'Ergoterapeut', 'Sagsbehandler'] },
      { name: 'Handicap og Psykiatri', share: 24, jobs: ['Socialpædagog', 'Bostøtte', 'Socialrådgiver'] },
    ],
  },
  {
    key: 'boern-og-unge',
    title: 'Center for Børn og Unge',
    departments: [
      { name: 'Familierådgivningen', share: 18, jobs: ['Socialrådgiver', 'Familierådgiver'] },
      { name: 'PPR', share: 14, jobs: ['Psykolog', 'Tale-hørekonsulent', 'Støttepædagog'] },
      { name: 'Sundhedsplejen', share: 9, jobs: ['Sundhedsplejerske', 'Klinikassistent'] },
      { name: 'Tandplejen', share: 13, jobs: ['Tandlæge', 'Tandplejer', 'Klinikassistent'] },
      { name: 'Ungeindsatsen', share: 16, jobs: ['Ungevejleder', 'Pædagog', 'Gademedarbejder'] },
      { name: 'Døgninstitution Havnehuset', share: 14, jobs: ['Socialpædagog', 'Nattevagt'] },
    ],
  },
  {
    key: 'skoler-og-laering',
    title: 'Center for Skoler og Læring',
    departments: [
      { name: 'Strandvejsskolen', share: 44, jobs: ['Lærer', 'Lærer', 'Pædagog', 'Skolesekretær'] },
      { name: 'Vejlebroskolen', share: 40, jobs: ['Lærer', 'Lærer', 'Pædagog', 'Teknisk servicemedarbejder'] },
      { name: 'Gildbroskolen', share: 42, jobs: ['Lærer', 'Lærer', 'Pædagog', 'Skolesekretær'] },
      { name: 'Torslundeskolen', share: 28, jobs: ['Lærer', 'Lærer', 'Pædagog'] },
      { name: 'Specialskolen Kirkebæk', share: 22, jobs: ['Lærer', 'Pædagog', 'Ergoterapeut'] },
      { name: 'SFO og Klub', share: 30, jobs: ['Pædagog', 'Pædagogmedhjælper', 'Klubmedarbejder'] },
      { name: 'Skolesekretariatet', share: 6, jobs: ['Pædagogisk konsulent', 'Skolekonsulent'] },
    ],
  },
  {
    key: 'dagtilbud',
    title: 'Center for Dagtilbud',
    departments: [
      { name: 'Børnehuset Bølgen', share: 26, jobs: ['Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper'] },
      { name: 'Børnehuset Mælkevejen', share: 24, jobs: ['Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper'] },
      { name: 'Børnehuset Elverhøj', share: 22, jobs: ['Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper'] },
      { name: 'Vuggestuen Spirerne', share: 18, jobs: ['Pædagog', 'Pædagogmedhjælper', 'Køkkenassistent'] },
      { name: 'Naturbørnehaven Engen', share: 16, jobs: ['Pædagog', 'Pædagogmedhjælper'] },
      { name: 'Børnehuset Tranen', share: 24, jobs: ['Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper'] },
      { name: 'Dagplejen', share: 24, jobs: ['Dagplejer', 'Dagplejer', 'Dagplejepædagog'] },
      { name: 'Pladsanvisningen', share: 3, jobs: ['Pladskonsulent'] },
    ],
  },
  {
    key: 'job-og-borgerservice',
    title: 'Center for Job og Borgerservice',
    departments: [
      { name: 'Jobcenter', share: 34, jobs: ['Jobkonsulent', 'Socialrådgiver', 'Virksomhedskonsulent'] },
      { name: 'Ydelse', share: 16, jobs: ['Sagsbehandler', 'Ydelsesmedarbejder'] },
      { name: 'Borgerservice', share: 16, jobs: ['Borgerservicemedarbejder', 'Borgervejleder'] },
      { name: 'Integration', share: 9, jobs: ['Integrationskonsulent', 'Mentor'] },
    ],
  },
  {
    key: 'kultur-idraet-og-fritid',
    title: 'Center for Kultur, Idræt og Fritid',
    departments: [
      { name: 'Biblioteket', share: 15, jobs: ['Bibliotekar', 'Formidler', 'Biblioteksassistent'] },
      {
        name: 'Idrætsanlæg og Svømmehal',
        share: 18,
        jobs: ['Halinspektør', 'Livredder', 'Teknisk servicemedarbejder'],
      },
      { name: 'Kulturskolen', share: 12, jobs: ['Musiklærer', 'Billedkunstlærer'] },
      { name: 'Kultur og Foreninger', share: 5, jobs: ['Kulturkonsulent', 'Fritidskonsulent'] },
    ],
  },
  {
    key: 'park-vej-og-miljoe',
    title: 'Center for Park, Vej og Miljø',
    departments: [
      { name: 'Driftsgården', share: 30, jobs: ['Gartner', 'Specialarbejder', 'Mekaniker'] },
      { name: 'Genbrug og Affald', share: 10, jobs: ['Genbrugsmedarbejder', 'Affaldskonsulent'] },
      { name: 'Miljø og Natur', share: 8, jobs: ['Miljømedarbejder', 'Biolog', 'Tilsynsførende'] },
      { name: 'Ejendomme', share: 20, jobs: ['Servicemedarbejder', 'Rengøringsassistent', 'Bygningskonstruktør'] },
    ],
  },
  {
    key: 'oekonomi-personale-og-digitalisering',
    title: 'Center for Økonomi, Personale og Digitalisering',
    departments: [
      { name: 'Økonomi og Indkøb', share: 15, jobs: ['Økonomikonsulent', 'Controller', 'Indkøbskonsulent'] },
      { name: 'Personale og Løn', share: 13, jobs: ['HR-konsulent', 'Lønkonsulent'] },
      {
        name: 'Digitalisering og It',
        share: 17,
        jobs: ['It-konsulent', 'Systemadministrator', 'Digitaliseringskonsulent'],
      },
      { name: 'Servicedesk', share: 6, jobs: ['It-supporter', 'It-elev'] },
    ],
  },
  {
    key: 'politik-jura-og-byudvikling',
    title: 'Center for Politik, Jura og Byudvikling',
    departments: [
      { name: 'Direktionen', share: 0, jobs: ['Direktionssekretær'] },
      { name: 'Byrådssekretariatet', share: 7, jobs: ['Byrådskonsulent', 'Sekretær'] },
      { name: 'Jura og Udbud', share: 6, jobs: ['Jurist', 'Udbudskonsulent'] },
      { name: 'Plan og Byg', share: 13, jobs: ['Byggesagsbehandler', 'Planlægger', 'Arkitekt'] },
      { name: 'Kommunikation', share: 5, jobs: ['Kommunikationskonsulent', 'Webredaktør'] },
    ],
  },
];
