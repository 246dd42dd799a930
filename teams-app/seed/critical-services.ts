import type { ApprovalRequest, StagePlan } from '../../api/approvals/index.ts';
import {
  serviceContent,
  serviceSubjectKind,
  type CriticalService,
  type Recovery,
} from '../../api/critical-services/index.ts';
import { addDays, type CentreId, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { translator } from '../../api/texts/translate.ts';
import { approvedBy, decided, type SeedStage } from './decided.ts';
import type { SeedBodies } from './measures.ts';

type Status = 'accepted' | 'waiting' | 'none';
interface SeedService extends Pick<CriticalService, 'key' | 'title' | 'audience' | 'needs'> {
  centre: string;
  /** Code of a key person. */
  owner: string;
  what: string;
  mtd?: number;
  rto?: number;
  rpo?: number;
  why?: string;
  least?: string;
  /** Harm after 1 h, 4 h, 1 day, 3 days, 1 week: level and words. */
  harm?: readonly (readonly [level: number, words: string])[];
  peaks?: CriticalService['peaks'];
  /** Days since its last review. */
  daysAgo?: number;
  status?: Status;
}

const it = 'oekonomi-personale-og-digitalisering';
const care = 'voksne-og-velfaerd';
const jobs = 'job-og-borgerservice';
const roads = 'park-vej-og-miljoe';
const law = 'politik-jura-og-byudvikling';

const services: readonly SeedService[] = [
  {
    key: 'ydelse-hjemmepleje',
    title: 'Pleje og medicin i borgernes hjem',
    audience: 'citizens',
    centre: care,
    owner: 'mette',
    what: 'Besøg, medicin og sygepleje hos omkring 900 borgere, døgnet rundt.',
    mtd: 4,
    rto: 2,
    rpo: 1,
    needs: ['arb-medicin', 'arb-besoegsplan', 'sys-omsorg'],
    status: 'accepted',
    why: 'Medicin, som gives mere end fire timer for sent, kan skade borgeren.',
    least: 'Livsvigtig medicin og besøg hos borgere, der ikke kan klare sig alene.',
    harm: [
      [1, 'Medarbejderne ringer til hinanden om dagens besøg.'],
      [3, 'Medicin kan blive glemt eller givet to gange.'],
      [4, 'Borgere får ikke livsvigtig medicin.'],
    ],
    peaks: [{ title: 'Sommerferie med mange afløsere', months: [7], mtd: 2 }],
  },
  {
    key: 'ydelse-plejecentre',
    title: 'Pleje og nødkald på plejecentre',
    audience: 'citizens',
    centre: care,
    owner: 'omar',
    what: 'Døgnpleje og nødkald for 210 beboere.',
    mtd: 1,
    rto: 0.5,
    rpo: 1,
    needs: ['sys-noedkald', 'sys-omsorg'],
    status: 'accepted',
    why: 'En beboer, der er faldet, skal have hjælp inden for kort tid.',
    least: 'Runderinger hver halve time i stedet for nødkald.',
    harm: [
      [3, 'Beboere kan ligge på gulvet, uden at nogen ved det.'],
      [4, 'Liv er i fare.'],
    ],
  },
  {
    key: 'ydelse-boern',
    title: 'Hjælp til børn i fare',
    audience: 'citizens',
    centre: 'boern-og-unge',
    owner: 'line',
    what: 'Underretninger vurderes inden for 24 timer, akutte med det samme.',
    mtd: 4,
    rto: 4,
    rpo: 4,
    needs: ['arb-underretning', 'sys-boernesag'],
    status: 'waiting',
    why: 'En akut underretning skal vurderes samme dag.',
    least: 'Telefon og papir: akutte underretninger vurderes af to rådgivere.',
    harm: [
      [1, 'Underretninger tages på papir.'],
      [3, 'Vi kan overse, at et barn er kendt i forvejen.'],
      [4, 'Et barn i fare får ikke hjælp.'],
    ],
  },
  {
    key: 'ydelse-forsoergelse',
    title: 'Udbetaling til borgerne',
    audience: 'citizens',
    centre: jobs,
    owner: 'nadia',
    what: 'Kontanthjælp, sygedagpenge og enkeltydelser.',
    mtd: 72,
    rto: 24,
    rpo: 24,
    needs: ['sys-ydelse', 'arb-sygedagpenge'],
    status: 'accepted',
    why: 'Loven siger, at pengene skal være der den sidste bankdag i måneden.',
    least: 'Acontoudbetaling til borgere uden andre penge.',
    harm: [
      [0, ''],
      [1, 'Sager bliver ikke behandlet.'],
      [2, 'Enkeltydelser kommer for sent.'],
      [3, 'Borgere kan ikke betale husleje.'],
    ],
    peaks: [{ title: 'Sidste bankdage i måneden', months: [], days: { from: 25, to: 31 }, mtd: 8 }],
  },
  {
    key: 'ydelse-borgerservice',
    title: 'Pas, kørekort og henvendelser',
    audience: 'citizens',
    centre: jobs,
    owner: 'peter',
    what: 'Borgere, der møder op eller ringer.',
    mtd: 72,
    rto: 24,
    rpo: 24,
    daysAgo: 210,
    needs: ['sys-borgerbooking', 'sys-esdh'],
    status: 'none',
    why: 'Borgere kan vente nogle dage, men ikke en uge.',
    least: 'Åbent for nødpas og akutte henvendelser.',
    harm: [
      [0, ''],
      [1, 'Kø og ventetid.'],
      [2, 'Borgere får ikke pas til tiden.'],
      [3, 'Lovfrister brydes.'],
    ],
  },
  {
    key: 'ydelse-skybrud',
    title: 'Beskyttelse mod oversvømmelse',
    audience: 'citizens',
    centre: roads,
    owner: 'troels',
    what: 'Pumper og sluser, som leder regnvand væk fra byen.',
    mtd: 4,
    rto: 2,
    needs: ['sys-spildevand'],
    status: 'accepted',
    why: 'Et skybrud kan fylde kældre på under fire timer.',
    least: 'Pumperne betjenes i hånden på stedet.',
    harm: [
      [1, 'Pumperne passes i hånden.'],
      [3, 'Kældre og veje oversvømmes.'],
    ],
    peaks: [{ title: 'Skybrudssæson', months: [6, 7, 8, 9], mtd: 1 }],
  },
  {
    key: 'ydelse-dagtilbud',
    title: 'Åbne dagtilbud hver morgen',
    audience: 'citizens',
    centre: 'dagtilbud',
    owner: 'gitte',
    what: 'Pasning af 1.400 børn.',
    mtd: 24,
    rto: 8,
    needs: ['sys-komogga'],
    status: 'accepted',
    why: 'Vi skal altid vide, hvilke børn der er her, og hvem der må hente dem.',
    least: 'Papirlister over børn og forældres telefonnumre.',
    harm: [
      [1, 'Børn krydses af på papir.'],
      [2, 'Vi kan ikke ringe til forældrene.'],
      [3, 'Vi ved ikke, hvem der må hente et barn.'],
    ],
  },
  {
    key: 'ydelse-skole',
    title: 'Undervisning',
    audience: 'citizens',
    centre: 'skoler-og-laering',
    owner: 'soeren',
    what: 'Skoledagen for 2.100 elever.',
    mtd: 168,
    rto: 72,
    rpo: 24,
    status: 'none',
    needs: ['sys-laering', 'sys-elevadm'],
    daysAgo: 420,
    why: 'Undervisningen kan godt gennemføres uden it i nogle dage.',
    least: 'Undervisning med bøger og papir.',
    harm: [
      [0, ''],
      [0, ''],
      [1, 'Fravær skrives på papir.'],
      [2, 'Planer og beskeder mangler.'],
      [3, 'Elever med særlige behov får ikke den rette støtte.'],
    ],
  },
  {
    key: 'ydelse-loen',
    title: 'Løn til medarbejderne',
    audience: 'operation',
    centre: it,
    owner: 'julie',
    what: 'Løn til 2.300 medarbejdere hver måned.',
    mtd: 168,
    rto: 72,
    rpo: 24,
    status: 'accepted',
    needs: ['sys-loen'],
    why: 'Uden for lønkørslen kan der gå en uge.',
    least: 'Sidste måneds løn udbetales igen.',
    harm: [
      [0, ''],
      [0, ''],
      [1, 'Ændringer når ikke med.'],
      [2, 'Lønnen er forkert.'],
      [3, 'Medarbejdere får ikke løn.'],
    ],
    peaks: [{ title: 'Lønkørsel', months: [], days: { from: 20, to: 28 }, mtd: 24 }],
  },
  {
    key: 'ydelse-regninger',
    title: 'Betaling af regninger',
    audience: 'companies',
    centre: it,
    owner: 'julie',
    what: 'Betaling til 3.000 leverandører.',
    mtd: 168,
    rto: 96,
    rpo: 24,
    needs: ['sys-oekonomi'],
    status: 'accepted',
    why: 'Små virksomheder kan ikke undvære pengene i mere end en uge.',
    least: 'Betaling af de mindste virksomheder gennem banken.',
    harm: [
      [0, ''],
      [0, ''],
      [1, 'Regninger hober sig op.'],
      [2, 'Leverandører rykker.'],
      [3, 'Små virksomheder mangler penge.'],
    ],
  },
  {
    key: 'ydelse-kontakt',
    title: 'Telefon og mail',
    audience: 'operation',
    centre: it,
    owner: 'digitaliseringschef',
    what: 'At borgere og medarbejdere kan få fat i os.',
    mtd: 24,
    rto: 12,
    rpo: 24,
    needs: ['sys-m365', 'sys-netvaerk'],
    status: 'accepted',
    why: 'Uden telefon og mail kan ingen af de andre nødprocedurer bruges.',
    least: 'Mobiltelefoner og en telefonliste på papir.',
    harm: [
      [1, 'Vi ringer i stedet for at skrive.'],
      [2, 'Borgere kan ikke komme igennem.'],
      [3, 'Akutte henvendelser går tabt.'],
    ],
  },
  {
    key: 'ydelse-byraad',
    title: 'Beslutninger i Byrådet',
    audience: 'operation',
    centre: law,
    owner: 'ditte',
    what: 'Dagsordener, møder og referater.',
    needs: ['sys-esdh'],
    status: 'none',
  },
  {
    key: 'ydelse-tilladelser',
    title: 'Tilladelser til virksomheder',
    audience: 'companies',
    centre: law,
    owner: 'ditte',
    what: 'Byggetilladelser og alkoholbevillinger.',
    mtd: 336,
    rto: 168,
    rpo: 24,
    needs: ['sys-esdh', 'sys-kort'],
    status: 'none',
    daysAgo: 400,
    why: 'Fristerne er lange.',
    harm: [
      [0, ''],
      [0, ''],
      [0, ''],
      [1, 'Sager bliver forsinket.'],
      [2, 'Virksomheder venter på svar.'],
    ],
  },
];

const points = [1, 4, 24, 72, 168];
const moment = (day: LocalDate): Instant => `${day}T09:00:00.000Z` as Instant;

/** Critical services, mostly with an accepted downtime. */
export function seedServices(today: LocalDate, byCode: (code: string) => PersonId, bodies: SeedServiceBodies) {
  const requests: ApprovalRequest[] = [];
  const made = services.map((seed): CriticalService => {
    const service = serviceOf(seed, today, byCode);
    if (seed.status === 'accepted' || seed.status === 'waiting')
      requests.push(acceptanceRequest(seed, service, today, bodies));
    return service;
  });
  return { services: made, requests };
}
type SeedServiceBodies = Pick<SeedBodies, 'committee'> & { managerOf(centre: string): PersonId };

function serviceOf(seed: SeedService, today: LocalDate, byCode: (code: string) => PersonId): CriticalService {
  const { key, title, audience, needs, centre, owner, what, mtd, rto, rpo, why = '', least = '' } = seed;
  const at = moment(addDays(today, -(seed.daysAgo ?? 70)));
  return {
    key,
    title,
    audience,
    needs: [...needs],
    description: what,
    state: 'inUse',
    centreId: centre as CentreId,
    ownerId: byCode(owner),
    impacts: (seed.harm ?? []).map(([level, words], place) => ({ hours: points[place] ?? 336, level, words })),
    ...(mtd === undefined ? {} : { mtd }),
    ...(rto === undefined ? {} : { rto }),
    ...(rpo === undefined ? {} : { rpo }),
    mtdReason: why,
    minimumOperation: least,
    peaks: [...(seed.peaks ?? [])],
    reviewMonths: 12,
    reviewedAt: at,
    changedAt: at,
    changedBy: byCode(owner),
  };
}

function acceptanceRequest(
  { centre, status }: SeedService,
  service: CriticalService,
  today: LocalDate,
  { committee, managerOf }: SeedServiceBodies,
): ApprovalRequest {
  const manager: StagePlan = { body: 'centreManager', rule: 'one', days: 7, centreId: centre as CentreId };
  const all: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: 14 };
  const ended = (daysAgo: number) => ({ outcome: 'approved', daysAgo }) as const;
  const boss: SeedStage = { plan: manager, votes: approvedBy([managerOf(centre)], 58), ended: ended(58) };
  const last: SeedStage = { plan: all, votes: approvedBy(committee.slice(0, 4), 50), ended: ended(50) };
  const stages = status === 'waiting' ? [{ plan: manager }, { plan: all }] : [boss, last];
  return decided({
    today,
    subjectKind: serviceSubjectKind,
    subjectKey: service.key,
    by: service.changedBy,
    stages,
    daysAgo: status === 'waiting' ? 3 : 60,
    content: serviceContent(service, translator('da')),
    summary: service.mtdReason,
    centreId: centre,
  });
}

interface SeedRecovery extends Partial<Pick<Recovery, 'promise' | 'backup' | 'redundancy' | 'ownMtd' | 'ownRto'>> {
  key: string;
  note?: string;
  vital?: string;
}
const recovery: readonly SeedRecovery[] = [
  { key: 'sys-netvaerk', promise: 4, backup: 24, redundancy: 'partial', note: 'To linjer, men kun én firewall.' },
  { key: 'sys-brugere', promise: 4, backup: 24, redundancy: 'full' },
  { key: 'sys-m365', promise: 8, backup: 24, redundancy: 'full' },
  { key: 'sys-omsorg', promise: 4, backup: 1, redundancy: 'partial', note: 'Nærcare lover fire timer i aftalen.' },
  { key: 'sys-medicinkort', promise: 8, redundancy: 'none' },
  { key: 'sys-noedkald', promise: 4, backup: 24, redundancy: 'none', note: 'En tekniker kan komme inden fire timer.' },
  { key: 'sys-boernesag', promise: 8, backup: 24, redundancy: 'full' },
  { key: 'sys-ydelse', promise: 24, backup: 24, redundancy: 'full' },
  { key: 'sys-oekonomi', promise: 48, backup: 24, redundancy: 'full' },
  { key: 'sys-loen', promise: 48, backup: 24, redundancy: 'full' },
  { key: 'sys-spildevand', promise: 12, backup: 168, redundancy: 'none' },
  { key: 'sys-komogga', promise: 24, backup: 24, redundancy: 'unknown' },
  { key: 'sys-esdh', promise: 24, backup: 12, redundancy: 'partial' },
  {
    key: 'sys-hjemmeside',
    promise: 8,
    backup: 24,
    redundancy: 'full',
    ownMtd: 24,
    ownRto: 12,
    vital: 'Under en krise er hjemmesiden det sted, hvor borgerne finder ud af, hvad de skal gøre.',
  },
];

/** The systems' capability when they are down. */
export const seedRecovery = (
  today: LocalDate,
  byCode: (code: string) => PersonId,
  titleOf: (assetKey: string) => string,
): Recovery[] =>
  recovery.map(({ key, note = '', vital, redundancy = 'unknown', ...can }) => ({
    key,
    title: titleOf(key),
    redundancy,
    note,
    ...can,
    ...(vital === undefined
      ? {}
      : { vital: { is: true, reason: vital, by: byCode('ciso'), at: moment(addDays(today, -120)) } }),
    changedAt: moment(addDays(today, -64)),
    changedBy: byCode('digitaliseringschef'),
  }));
