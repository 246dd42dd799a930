import type { Asset } from '../../api/assets/index.ts';
import { addDays, type CentreId, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { seedCentres } from './centres.ts';

/** An asset as the seed writes it down. Suppliers and systems are invented; what is not said is the ordinary. */
interface SeedAsset {
  key: string;
  title: string;
  centre?: string;
  /** Code of a key person. */
  owner?: string;
  what: string;
  criticality: Asset['criticality'];
  supplier?: string;
  hosting?: Asset['hosting'];
  data?: Asset['personalData'];
  whose?: Asset['dataSubjects'];
  needs?: readonly string[];
  /** Centres that use it; `all` of them. */
  usedBy?: readonly string[] | 'all';
  state?: Asset['state'];
  notNeeded?: string;
}

const it = 'oekonomi-personale-og-digitalisering';
const care = 'voksne-og-velfaerd';
const families = 'boern-og-unge';
const schools = 'skoler-og-laering';
const nurseries = 'dagtilbud';
const jobs = 'job-og-borgerservice';
const culture = 'kultur-idraet-og-fritid';
const roads = 'park-vej-og-miljoe';
const law = 'politik-jura-og-byudvikling';

const systems: readonly SeedAsset[] = [
  {
    ...{
      key: 'sys-netvaerk',
      title: 'Kommunens netværk',
      centre: it,
      owner: 'digitaliseringschef',
      criticality: 'vital',
    },
    ...{ what: 'Kabler, trådløst net og firewall på alle adresser.', hosting: 'own', usedBy: 'all' },
  },
  {
    ...{ key: 'sys-brugere', title: 'Brugere og adgange (Entra ID)', centre: it, owner: 'jeppe', criticality: 'vital' },
    ...{ what: 'Hvem der er ansat, og hvad de må logge på.', supplier: 'Microsoft', hosting: 'cloudEu', usedBy: 'all' },
    ...{ data: ['ordinary'], whose: ['employees'], needs: ['sys-netvaerk'] },
  },
  {
    ...{ key: 'sys-m365', title: 'Microsoft 365', centre: it, owner: 'digitaliseringschef', criticality: 'high' },
    ...{ what: 'Mail, Teams og filer.', supplier: 'Microsoft', hosting: 'cloudEu', usedBy: 'all' },
    ...{ data: ['ordinary', 'confidential'], whose: ['citizens', 'employees'], needs: ['sys-brugere', 'sys-netvaerk'] },
  },
  {
    ...{ key: 'sys-omsorg', title: 'Omsorgsjournalen Nærcare', centre: care, owner: 'mette', criticality: 'vital' },
    ...{ what: 'Journal, medicin og besøgsplan for borgere i hjemmepleje og på plejecentre.', supplier: 'Nærcare A/S' },
    ...{
      hosting: 'supplier',
      data: ['ordinary', 'confidential', 'sensitive'],
      whose: ['citizens', 'vulnerable', 'relatives'],
    },
    needs: ['sys-brugere', 'sys-netvaerk', 'sys-medicinkort'],
  },
  {
    ...{
      key: 'sys-medicinkort',
      title: 'Forbindelsen til Fælles Medicinkort',
      centre: care,
      owner: 'omar',
      criticality: 'vital',
    },
    ...{ what: 'Henter borgernes ordinationer til omsorgsjournalen.', hosting: 'supplier', supplier: 'Nærcare A/S' },
    ...{ data: ['confidential', 'sensitive'], whose: ['citizens', 'vulnerable'], needs: ['sys-netvaerk'] },
  },
  {
    ...{ key: 'sys-noedkald', title: 'Nødkald på plejecentre', centre: care, owner: 'omar', criticality: 'vital' },
    ...{ what: 'Kald fra borgernes boliger til personalets telefoner.', supplier: 'Ringeklar', hosting: 'own' },
    ...{ data: ['sensitive'], whose: ['vulnerable'], needs: ['sys-netvaerk'] },
  },
  {
    ...{ key: 'sys-boernesag', title: 'Børnesagen', centre: families, owner: 'line', criticality: 'vital' },
    ...{ what: 'Sager om børn og unge med behov for støtte.', supplier: 'Sagkyndig', hosting: 'cloudEu' },
    ...{
      data: ['ordinary', 'confidential', 'sensitive', 'criminal'],
      whose: ['children', 'relatives'],
      needs: ['sys-brugere'],
    },
  },
  {
    ...{ key: 'sys-tandpleje', title: 'Tandplejens journal', centre: families, criticality: 'high', hosting: 'own' },
    ...{
      what: 'Journaler og røntgenbilleder.',
      data: ['confidential', 'sensitive'],
      whose: ['children'],
      needs: ['sys-netvaerk'],
    },
  },
  {
    ...{
      key: 'sys-sundhedspleje',
      title: 'Sundhedsplejens journal',
      centre: families,
      owner: 'line',
      criticality: 'medium',
    },
    ...{
      what: 'Journal om familier med små børn.',
      supplier: 'Nærcare A/S',
      hosting: 'supplier',
      needs: ['sys-brugere'],
    },
    ...{ data: ['confidential', 'sensitive'], whose: ['children', 'relatives'] },
  },
  {
    ...{
      key: 'sys-laering',
      title: 'Læringsplatformen Skolevejen',
      centre: schools,
      owner: 'soeren',
      criticality: 'medium',
    },
    ...{
      what: 'Årsplaner, opgaver og elevplaner.',
      supplier: 'Skolevejen ApS',
      hosting: 'cloudEu',
      usedBy: [nurseries],
    },
    ...{
      data: ['ordinary', 'sensitive'],
      whose: ['children', 'relatives', 'employees'],
      needs: ['sys-brugere', 'sys-netvaerk'],
    },
  },
  {
    ...{ key: 'sys-elevadm', title: 'Elevadministrationen', centre: schools, owner: 'amina', criticality: 'medium' },
    ...{
      what: 'Indskrivning, fravær og skoleskift.',
      supplier: 'Skolevejen ApS',
      hosting: 'supplier',
      needs: ['sys-brugere'],
    },
    ...{ data: ['ordinary', 'confidential'], whose: ['children', 'relatives'] },
  },
  {
    ...{
      key: 'sys-pladsanvisning',
      title: 'Pladsanvisningen',
      centre: nurseries,
      owner: 'gitte',
      criticality: 'medium',
    },
    ...{ what: 'Opskrivning og plads i dagtilbud.', supplier: 'Sagkyndig', hosting: 'cloudEu', needs: ['sys-brugere'] },
    ...{ data: ['ordinary', 'confidential'], whose: ['children', 'relatives'] },
  },
  {
    ...{
      key: 'sys-komogga',
      title: 'Komme og gå i daginstitutioner',
      centre: nurseries,
      criticality: 'low',
      hosting: 'cloudEu',
    },
    ...{
      what: 'Hvem der er i huset, og hvem der må hente.',
      supplier: 'Børnelinjen',
      data: ['ordinary'],
      whose: ['children', 'relatives'],
    },
  },
  {
    ...{ key: 'sys-jobcenter', title: 'Jobcentersystemet Momentum', centre: jobs, owner: 'nadia', criticality: 'high' },
    ...{
      what: 'Sager om ledige og sygemeldte.',
      supplier: 'Momentum Nord',
      hosting: 'supplier',
      needs: ['sys-brugere'],
    },
    ...{ data: ['ordinary', 'confidential', 'sensitive'], whose: ['citizens', 'vulnerable'] },
  },
  {
    ...{ key: 'sys-ydelse', title: 'Udbetaling af ydelser', centre: jobs, owner: 'nadia', criticality: 'vital' },
    ...{ what: 'Beregner og udbetaler kontanthjælp og sygedagpenge.', supplier: 'Momentum Nord', hosting: 'supplier' },
    ...{
      data: ['ordinary', 'confidential'],
      whose: ['citizens', 'vulnerable'],
      needs: ['sys-jobcenter', 'sys-oekonomi'],
    },
  },
  {
    ...{
      key: 'sys-borgerbooking',
      title: 'Tidsbestilling i Borgerservice',
      centre: jobs,
      owner: 'peter',
      criticality: 'low',
    },
    ...{
      what: 'Borgere vælger selv en tid.',
      supplier: 'Køklar',
      hosting: 'cloudEu',
      data: ['ordinary'],
      whose: ['citizens'],
    },
  },
  {
    ...{ key: 'sys-bibliotek', title: 'Bibliotekssystemet', centre: culture, owner: 'troels', criticality: 'low' },
    ...{
      what: 'Lån, reserveringer og bøder.',
      supplier: 'Bogby',
      hosting: 'cloudEu',
      data: ['ordinary', 'confidential'],
    },
    ...{ whose: ['citizens', 'children'], needs: ['sys-netvaerk'] },
  },
  {
    ...{
      key: 'sys-haller',
      title: 'Booking af haller og lokaler',
      centre: culture,
      owner: 'troels',
      criticality: 'low',
    },
    ...{
      what: 'Foreninger booker tider.',
      supplier: 'Foreningshuset',
      hosting: 'cloudOutsideEu',
      data: ['ordinary'],
      whose: ['citizens', 'partners'],
    },
  },
  {
    ...{
      key: 'sys-spildevand',
      title: 'Styring af pumper og sluser',
      centre: roads,
      owner: 'troels',
      criticality: 'high',
      hosting: 'own',
    },
    ...{ what: 'Overvåger og styrer pumpestationer ved skybrud.', supplier: 'Vandvagt', needs: ['sys-netvaerk'] },
  },
  {
    ...{
      key: 'sys-kort',
      title: 'Kort og ejendomme',
      centre: roads,
      owner: 'troels',
      criticality: 'low',
      hosting: 'cloudEu',
    },
    ...{
      what: 'Kort til sagsbehandling og drift.',
      supplier: 'Kortkant',
      usedBy: [law],
      data: ['ordinary'],
      whose: ['citizens'],
    },
  },
  {
    ...{ key: 'sys-oekonomi', title: 'Økonomisystemet', centre: it, owner: 'julie', criticality: 'high' },
    ...{ what: 'Regnskab, fakturaer og betalinger.', supplier: 'Tal & Tand', hosting: 'supplier', usedBy: 'all' },
    ...{ data: ['ordinary'], whose: ['employees', 'partners'], needs: ['sys-brugere', 'sys-netvaerk'] },
  },
  {
    ...{ key: 'sys-loen', title: 'Løn- og personalesystemet', centre: it, owner: 'julie', criticality: 'high' },
    ...{ what: 'Ansættelser, fravær og løn.', supplier: 'Lønkontoret', hosting: 'supplier', usedBy: 'all' },
    ...{ data: ['ordinary', 'confidential', 'sensitive'], whose: ['employees'], needs: ['sys-brugere'] },
  },
  {
    ...{ key: 'sys-esdh', title: 'Sags- og dokumentsystemet', centre: law, owner: 'ditte', criticality: 'high' },
    ...{ what: 'Journal og dagsordener.', supplier: 'Sagkyndig', hosting: 'cloudEu', usedBy: 'all' },
    ...{
      data: ['ordinary', 'confidential', 'sensitive'],
      whose: ['citizens', 'employees'],
      needs: ['sys-brugere', 'sys-m365'],
    },
  },
  {
    ...{ key: 'sys-hjemmeside', title: 'Kommunens hjemmeside', centre: law, owner: 'ditte', criticality: 'low' },
    ...{ what: 'Oplysninger og selvbetjening.', supplier: 'Netop Nu', hosting: 'cloudEu' },
    notNeeded: 'Hjemmesiden har kun oplysninger, som alle må se. Selvbetjeningen ligger i de systemer, den fører til.',
  },
  {
    ...{
      key: 'sys-gammel-journal',
      title: 'Den gamle omsorgsjournal',
      centre: care,
      owner: 'forhenvaerende',
      criticality: 'low',
    },
    ...{
      what: 'Kun til opslag i sager fra før 2021.',
      hosting: 'own',
      state: 'retired',
      data: ['sensitive'],
      whose: ['citizens'],
    },
  },
  {
    ...{
      key: 'sys-velfaerdsrobot',
      title: 'Skærmbesøg i hjemmeplejen',
      centre: care,
      owner: 'mette',
      criticality: 'medium',
    },
    ...{
      what: 'Besøg over skærm for borgere, der kan klare det.',
      supplier: 'Skærmsund',
      hosting: 'cloudEu',
      state: 'planned',
    },
    ...{ data: ['sensitive'], whose: ['citizens', 'vulnerable'], needs: ['sys-omsorg'] },
  },
];

const workProcesses: readonly SeedAsset[] = [
  {
    ...{ key: 'arb-medicin', title: 'Medicin i hjemmeplejen', centre: care, owner: 'mette', criticality: 'vital' },
    ...{
      what: 'Dosering, udlevering og kvittering hjemme hos borgeren.',
      data: ['confidential', 'sensitive'],
      whose: ['vulnerable'],
    },
    needs: ['sys-omsorg', 'sys-medicinkort'],
  },
  {
    ...{ key: 'arb-besoegsplan', title: 'Dagens kørelister', centre: care, owner: 'omar', criticality: 'high' },
    ...{
      what: 'Hvem kommer hos hvem, og hvornår.',
      data: ['ordinary', 'sensitive'],
      whose: ['vulnerable'],
      needs: ['sys-omsorg'],
    },
  },
  {
    ...{ key: 'arb-visitation', title: 'Visitation af hjælp', centre: care, owner: 'omar', criticality: 'medium' },
    ...{ what: 'Fra ansøgning til afgørelse.', data: ['confidential', 'sensitive'], whose: ['citizens', 'vulnerable'] },
    needs: ['sys-omsorg', 'sys-esdh'],
  },
  {
    ...{
      key: 'arb-underretning',
      title: 'Underretninger om børn',
      centre: families,
      owner: 'line',
      criticality: 'vital',
    },
    ...{ what: 'Modtages døgnet rundt og vurderes inden 24 timer.', data: ['confidential', 'sensitive', 'criminal'] },
    ...{ whose: ['children', 'relatives'], needs: ['sys-boernesag', 'sys-m365'] },
  },
  {
    ...{
      key: 'arb-anbringelse',
      title: 'Anbringelser uden for hjemmet',
      centre: families,
      owner: 'line',
      criticality: 'high',
    },
    ...{
      what: 'Beslutning, handleplan og opfølgning.',
      data: ['sensitive', 'criminal'],
      whose: ['children', 'relatives'],
    },
    needs: ['sys-boernesag', 'sys-esdh'],
  },
  {
    ...{
      key: 'arb-ppr',
      title: 'Vurderinger i PPR',
      centre: families,
      criticality: 'medium',
      data: ['sensitive'],
      whose: ['children'],
    },
    ...{ what: 'Test og udtalelser om børn.', needs: ['sys-boernesag', 'sys-m365'] },
  },
  {
    ...{ key: 'arb-indskrivning', title: 'Indskrivning i skole', centre: schools, owner: 'amina', criticality: 'low' },
    ...{
      what: 'Fra digital post til klasse.',
      data: ['ordinary', 'confidential'],
      whose: ['children', 'relatives'],
      needs: ['sys-elevadm'],
    },
  },
  {
    ...{
      key: 'arb-fravaer',
      title: 'Fravær og bekymring i skolen',
      centre: schools,
      owner: 'soeren',
      criticality: 'medium',
    },
    ...{
      what: 'Fra fraværsliste til samtale.',
      data: ['ordinary', 'sensitive'],
      whose: ['children'],
      needs: ['sys-elevadm', 'sys-laering'],
    },
  },
  {
    ...{
      key: 'arb-fotos',
      title: 'Billeder af børn i dagtilbud',
      centre: nurseries,
      owner: 'gitte',
      criticality: 'low',
    },
    ...{
      what: 'Samtykke, kameraer og deling med forældre.',
      data: ['ordinary'],
      whose: ['children'],
      needs: ['sys-komogga'],
    },
  },
  {
    ...{ key: 'arb-sygedagpenge', title: 'Sygedagpenge', centre: jobs, owner: 'nadia', criticality: 'high' },
    ...{
      what: 'Fra sygemelding til afgørelse og udbetaling.',
      data: ['confidential', 'sensitive'],
      whose: ['citizens'],
    },
    needs: ['sys-jobcenter', 'sys-ydelse'],
  },
  {
    ...{ key: 'arb-legitimation', title: 'Pas og legitimation', centre: jobs, owner: 'peter', criticality: 'medium' },
    ...{
      what: 'Borgere får pas, kørekort og MitID.',
      data: ['confidential'],
      whose: ['citizens'],
      needs: ['sys-borgerbooking', 'sys-netvaerk'],
    },
  },
  {
    ...{ key: 'arb-tilskud', title: 'Tilskud til foreninger', centre: culture, owner: 'troels', criticality: 'low' },
    ...{ what: 'Ansøgning, regnskab og udbetaling.', data: ['ordinary'], whose: ['partners'], needs: ['sys-oekonomi'] },
  },
  {
    ...{ key: 'arb-skybrud', title: 'Vagt ved skybrud', centre: roads, owner: 'troels', criticality: 'high' },
    ...{ what: 'Vagten følger pumperne og kalder ud.', needs: ['sys-spildevand'] },
  },
  {
    ...{ key: 'arb-loenkoersel', title: 'Lønkørsel', centre: it, owner: 'julie', criticality: 'high' },
    ...{ what: 'Den månedlige kørsel og kontrollen af den.', data: ['ordinary', 'confidential'], whose: ['employees'] },
    needs: ['sys-loen', 'sys-oekonomi'],
  },
  {
    ...{
      key: 'arb-ansaettelse',
      title: 'Ansættelse af nye medarbejdere',
      centre: it,
      owner: 'julie',
      criticality: 'medium',
    },
    ...{
      what: 'Fra ansøgning til adgang på første dag.',
      data: ['ordinary', 'criminal'],
      whose: ['employees'],
      usedBy: 'all',
    },
    needs: ['sys-loen', 'sys-brugere'],
  },
  {
    ...{ key: 'arb-aktindsigt', title: 'Aktindsigt', centre: law, owner: 'ditte', criticality: 'medium' },
    ...{
      what: 'Fra anmodning til udlevering.',
      data: ['ordinary', 'confidential'],
      whose: ['citizens'],
      usedBy: 'all',
      needs: ['sys-esdh'],
    },
  },
  {
    ...{ key: 'arb-byraad', title: 'Dagsordener til Byrådet', centre: law, owner: 'ditte', criticality: 'medium' },
    ...{
      what: 'Åbne og lukkede punkter.',
      data: ['ordinary', 'confidential'],
      whose: ['citizens'],
      needs: ['sys-esdh'],
    },
  },
];

/** Every asset of the municipality, with which people answer for them. */
export function seedAssets(today: LocalDate, byCode: (code: string) => PersonId): Asset[] {
  const record = (kind: Asset['kind']) => (one: SeedAsset, place: number) => assetOf(kind, one, place, today, byCode);
  return [...systems.map(record('system')), ...workProcesses.map(record('workProcess'))];
}

function assetOf(
  kind: Asset['kind'],
  one: SeedAsset,
  place: number,
  today: LocalDate,
  byCode: (code: string) => PersonId,
): Asset {
  const {
    key,
    title,
    centre,
    owner,
    what,
    criticality,
    supplier,
    data = [],
    whose = [],
    needs = [],
    usedBy = [],
  } = one;
  const changedAt = `${addDays(today, -(40 + ((place * 37) % 500)))}T10:00:00.000Z` as Instant;
  const users = usedBy === 'all' ? seedCentres.map((found) => found.key).filter((found) => found !== centre) : usedBy;
  return {
    ...{ key, title, kind, description: what, criticality, state: one.state ?? 'inUse' },
    ...(centre === undefined ? {} : { centreId: centre as CentreId }),
    ...(owner === undefined ? {} : { ownerId: byCode(owner) }),
    ...(supplier === undefined ? {} : { supplier }),
    usedBy: users.map((id) => id as CentreId),
    ...{ personalData: data, dataSubjects: whose, dependsOn: [...needs], links: [] },
    hosting: one.hosting ?? (kind === 'workProcess' ? 'manual' : 'unknown'),
    ...(one.notNeeded === undefined
      ? {}
      : { notNeeded: { reason: one.notNeeded, by: byCode('teamleder'), at: changedAt } }),
    ...(one.state === 'retired' ? { retiredReason: 'Afløst af Nærcare. Opslag sker i arkivet.' } : {}),
    ...{ changedAt, changedBy: byCode('fatima') },
  };
}
