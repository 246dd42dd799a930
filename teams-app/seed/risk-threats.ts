import type { Dimension } from '../../api/risks/contract.ts';

/** A threat in the municipality: likelihood by stage, consequences, and treatment. */
export interface SeedThreat {
  key: string;
  /** Before controls, now, and after the plan. */
  likelihood: readonly [number, number, number];
  hits: readonly Dimension[];
  vulnerability: string;
  existing: string;
  controls: readonly string[];
  /** The plan if the risk is high. */
  action?: { title: string; effect: string; cost?: number };
}

const [c, i, a] = ['confidentiality', 'integrity', 'availability'] as const;

export const systemThreats: readonly SeedThreat[] = [
  {
    key: 'system.unauthorisedAccess',
    likelihood: [3, 2, 1],
    hits: [c, i],
    controls: ['ktr-totrin', 'ktr-adgange'],
    vulnerability: 'Kodeord deles på vagtskift, fordi det tager tid at logge ind.',
    existing: 'Alle logger ind i to trin, og skærmen låser efter ti minutter.',
    action: {
      title: 'Indfør login med nøglekort på fælles computere',
      effect: 'Ingen grund til at dele kodeord',
      cost: 180_000,
    },
  },
  {
    key: 'system.phishing',
    likelihood: [4, 3, 2],
    hits: [c, i],
    controls: ['ktr-kursus', 'ktr-totrin'],
    vulnerability: 'Mange mails udefra, og travle medarbejdere på telefonen.',
    existing: 'Årligt kursus og advarsel på mails udefra.',
    action: { title: 'Øvelser i falske mails hvert kvartal', effect: 'Halvt så mange trykker på linket', cost: 40_000 },
  },
  {
    key: 'system.tooManyRights',
    likelihood: [3, 2, 2],
    hits: [c],
    controls: ['ktr-adgange'],
    vulnerability: 'Rettigheder følger med, når man skifter job i kommunen.',
    existing: 'Lederen gennemgår adgangene en gang om året.',
    action: { title: 'Gennemgå adgange hvert halve år', effect: 'Højst et halvt år med for mange rettigheder' },
  },
  {
    key: 'system.leaverStillIn',
    likelihood: [3, 1, 1],
    hits: [c],
    controls: ['ktr-fratraedelse'],
    vulnerability: 'Vikarer meldes ikke altid fra.',
    existing: 'Adgangen lukker selv, når ansættelsen slutter i lønsystemet.',
  },
  {
    key: 'system.curiousEmployee',
    likelihood: [3, 2, 2],
    hits: [c],
    controls: ['ktr-log'],
    vulnerability: 'Mange kan slå op i alle sager for at kunne dække for hinanden.',
    existing: 'Opslag logges, og der tages stikprøver.',
    action: { title: 'Stikprøver i loggen hver måned', effect: 'Nysgerrighed bliver opdaget' },
  },
  {
    key: 'system.ransomware',
    likelihood: [3, 2, 2],
    hits: [a, i, c],
    controls: ['ktr-backup', 'ktr-opdatering', 'ktr-overvaagning'],
    vulnerability: 'Ét sted kan ramme det hele, fordi netværket ikke er delt op alle steder.',
    existing: 'Backup, der ikke kan slettes, og overvågning døgnet rundt.',
    action: { title: 'Del netværket op mellem centrene', effect: 'Et angreb standser ved døren', cost: 650_000 },
  },
  {
    key: 'system.unpatched',
    likelihood: [3, 2, 1],
    hits: [i, a],
    controls: ['ktr-opdatering'],
    vulnerability: 'Servicevinduet er kort, så opdateringer venter.',
    existing: 'Kritiske opdateringer inden for 14 dage.',
  },
  {
    key: 'system.supplierDown',
    likelihood: [3, 3, 2],
    hits: [a],
    controls: ['ktr-leverandoer'],
    vulnerability: 'Vi har ingen anden vej til oplysningerne, når leverandøren er nede.',
    existing: 'Aftale om oppetid og telefonnummer til vagten.',
    action: { title: 'Lav en nødprocedure på papir', effect: 'De første 24 timer kan klares uden systemet' },
  },
  {
    key: 'system.networkDown',
    likelihood: [2, 2, 1],
    hits: [a],
    controls: ['ktr-netdrift'],
    vulnerability: 'Én forbindelse til de mindste adresser.',
    existing: 'To forbindelser til Rådhuset og mobilt net som reserve.',
  },
  {
    key: 'system.backupFails',
    likelihood: [2, 1, 1],
    hits: [a, i],
    controls: ['ktr-backup'],
    vulnerability: 'Backup bliver taget, men sjældent prøvet.',
    existing: 'En prøve på genetablering om året.',
  },
  {
    key: 'system.integrationWrong',
    likelihood: [2, 2, 1],
    hits: [i, c],
    controls: ['ktr-leverandoer'],
    vulnerability: 'Data løber mellem fire systemer, uden at nogen kan se det hele.',
    existing: 'Fejl giver besked til systemejeren.',
  },
  {
    key: 'system.noLogging',
    likelihood: [2, 2, 1],
    hits: [c],
    controls: ['ktr-log'],
    vulnerability: 'Loggen gemmes kun i 30 dage.',
    existing: 'Loggen er slået til.',
  },
  {
    key: 'system.keptTooLong',
    likelihood: [3, 3, 1],
    hits: [c],
    controls: ['ktr-sletning'],
    vulnerability: 'Der slettes kun, når nogen husker det.',
    existing: 'Slettefrister er skrevet ned.',
    action: { title: 'Slå automatisk sletning til', effect: 'Oplysninger forsvinder på fristen', cost: 25_000 },
  },
];

export const workThreats: readonly SeedThreat[] = [
  {
    key: 'work.wrongRecipient',
    likelihood: [4, 3, 2],
    hits: [c],
    controls: ['ktr-forsendelse', 'ktr-kursus'],
    vulnerability: 'Modtageren vælges fra en liste med ens navne.',
    existing: 'To ser brevet, når det er følsomt.',
    action: { title: 'Slå advarsel til, før følsomme mails sendes', effect: 'Man ser modtageren en gang til' },
  },
  {
    key: 'work.paperLeft',
    likelihood: [3, 2, 1],
    hits: [c],
    controls: ['ktr-rentbord'],
    vulnerability: 'Lister tages med i bilen.',
    existing: 'Aflåst skab og makulering samme dag.',
  },
  {
    key: 'work.overheard',
    likelihood: [3, 2, 2],
    hits: [c],
    controls: ['ktr-rentbord'],
    vulnerability: 'Åbent kontor tæt på skranken.',
    existing: 'Samtaler om borgere tages i et lukket rum.',
  },
  {
    key: 'work.wrongCitizen',
    likelihood: [3, 2, 1],
    hits: [c, i],
    controls: ['ktr-kursus'],
    vulnerability: 'Søgning på navn giver mange med samme navn.',
    existing: 'CPR-nummer bekræftes, før sagen åbnes.',
  },
  {
    key: 'work.typedWrong',
    likelihood: [3, 2, 2],
    hits: [i],
    controls: ['ktr-fireoejne'],
    vulnerability: 'Oplysninger skrives ind to gange i to systemer.',
    existing: 'Stikprøver hver uge.',
  },
  {
    key: 'work.deadlineMissed',
    likelihood: [3, 2, 1],
    hits: [a, i],
    controls: ['ktr-fireoejne'],
    vulnerability: 'Fristerne står kun i systemet.',
    existing: 'En liste over frister skrives ud hver morgen.',
  },
  {
    key: 'work.noEmergencyProcedure',
    likelihood: [3, 3, 2],
    hits: [a],
    controls: ['ktr-noedprocedure'],
    vulnerability: 'Kun de erfarne ved, hvad man gør uden systemet.',
    existing: 'En mappe på kontoret, men den er ikke opdateret.',
    action: { title: 'Skriv og øv en nødprocedure', effect: 'Alle på vagt kan klare de første 24 timer' },
  },
  {
    key: 'work.photosOnPhone',
    likelihood: [3, 2, 1],
    hits: [c],
    controls: ['ktr-rentbord'],
    vulnerability: 'Private telefoner er lettest at have ved hånden.',
    existing: 'Hvert hus har et kamera.',
  },
  {
    key: 'work.handover',
    likelihood: [3, 2, 2],
    hits: [i, a],
    controls: ['ktr-fireoejne'],
    vulnerability: 'Vagtskiftet er kort.',
    existing: 'Fast skabelon til overlevering.',
  },
  {
    key: 'work.ownLists',
    likelihood: [3, 3, 1],
    hits: [c, i],
    controls: ['ktr-sletning'],
    vulnerability: 'Regneark på fællesdrevet, som ingen ejer.',
    existing: 'Retningslinje om, hvor sager må ligge.',
    action: { title: 'Ryd op i regneark på fællesdrevet', effect: 'Ingen lister uden ejer' },
  },
  {
    key: 'work.untrained',
    likelihood: [3, 2, 2],
    hits: [c, i],
    controls: ['ktr-kursus'],
    vulnerability: 'Vikarer begynder samme dag.',
    existing: 'Kort indføring på første vagt.',
  },
];
