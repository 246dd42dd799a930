import type { ContingencyPlan, ContingencyPlanVersion } from '../../api/contingency/index.ts';

/** A seeded step: minutes, role, text, and a person's code. */
type Step = readonly [minutes: number, role: string, text: string, who?: string];
/** Role, a person's code or a name, phone. */
type Contact = readonly [role: string, who: string, phone: string];

export interface SeedPlan {
  key: string;
  title: string;
  kind: ContingencyPlan['kind'];
  asset: string;
  /** The responsible centre; absent: the organisation. */
  centre?: string;
  /** For all users of the system. */
  shared?: boolean;
  by: string;
  stage: 'draft' | 'atManager' | 'atCommittee' | 'valid' | 'expired';
  /** Days since approval or submission. */
  daysAgo: number;
  about: string;
  triggers: readonly string[];
  firstHour: readonly Step[];
  steps: readonly Step[];
  workarounds?: readonly (readonly [title: string, text: string, form: string])[];
  contacts: readonly Contact[];
  suppliers?: ContingencyPlanVersion['content']['suppliers'];
  communication?: string;
  back: readonly Step[];
  catchingUp: string;
}

const care = 'voksne-og-velfaerd';
const families = 'boern-og-unge';
const jobs = 'job-og-borgerservice';
const roads = 'park-vej-og-miljoe';
const it = 'oekonomi-personale-og-digitalisering';
const supplier = (name: string, phone: string, agreement: string) => [
  { key: 'l1', name, phone, agreement, hours: 'Døgnet rundt' },
];

/** The centres' plans. People, phones and systems are fictional. */
export const planTexts: readonly SeedPlan[] = [
  {
    key: 'plan-omsorg',
    title: 'Når omsorgsjournalen er nede',
    kind: 'emergencyProcedure',
    asset: 'sys-omsorg',
    centre: care,
    by: 'mette',
    stage: 'valid',
    daysAgo: 130,
    about: 'For hjemmepleje, sygepleje og plejecentre. Vi passer borgerne efter papir, til journalen virker igen.',
    triggers: ['Journalen svarer ikke i 15 minutter', 'Servicedesk har meldt, at Nærcare er nede'],
    firstHour: [
      [5, 'Vagthavende sygeplejerske', 'Ring til Servicedesk, og hør, om det gælder alle.', 'mette'],
      [15, 'Vagthavende sygeplejerske', 'Tag den røde mappe frem: medicinlister og kørelister fra i morges.', 'mette'],
      [30, 'Planlægger', 'Læs dagens kørelister op for grupperne, og notér, hvem der har hvilke borgere.', 'omar'],
      [60, 'Teamleder', 'Afgør, hvilke besøg der kan vente: først livsvigtig medicin, så mad og drikke.'],
    ],
    steps: [
      [120, 'Teamleder', 'Saml op hver anden time: Hvem mangler besøg, og hvem mangler medicin?'],
      [240, 'Teamleder', 'Efter fire timer: Centerchefen indkalder ekstra sygeplejersker.'],
    ],
    workarounds: [
      [
        'Medicin',
        'Giv efter medicinlisten i den røde mappe. Ring til apoteket eller lægen ved tvivl.',
        'Skema A: Medicin',
      ],
      ['Notater', 'Skriv, hvad du har gjort hos borgeren. Husk navn, dato og klokkeslæt.', 'Skema B: Besøg'],
    ],
    contacts: [
      ['Vagthavende sygeplejerske', 'mette', '43 57 10 11'],
      ['Planlægger', 'omar', '43 57 10 12'],
      ['Servicedesk', 'Servicedesk', '43 57 70 00'],
      ['Apoteket', 'Svaneapoteket', '43 57 99 01'],
    ],
    suppliers: supplier('Nærcare A/S', '70 20 90 00', 'Kundenr. 4711'),
    communication:
      'Teamlederen ringer til plejecentrene hver anden time. Centerchefen skriver til pårørende, hvis det varer over et døgn.',
    back: [
      [
        0,
        'Vagthavende sygeplejerske',
        'Kontrollér medicinlisten for tre borgere, før I stoler på journalen igen.',
        'mette',
      ],
    ],
    catchingUp: 'Skema A skrives ind først. To personer sammenligner papir og skærm. Papiret gemmes i 30 dage.',
  },
  {
    key: 'plan-noedkald',
    title: 'Når nødkald er nede',
    kind: 'emergencyProcedure',
    asset: 'sys-noedkald',
    centre: care,
    by: 'omar',
    stage: 'valid',
    daysAgo: 96,
    about: 'For plejecentrene. Beboerne kan ikke kalde, så vi går til dem.',
    triggers: ['Telefonerne ringer ikke ved prøvekald', 'Panelet i vagtrummet er sort'],
    firstHour: [
      [5, 'Vagthavende', 'Fordel gangene: en medarbejder på hver etage går rundt hele tiden.', 'omar'],
      [10, 'Vagthavende', 'Giv håndklokker til beboere, der kan bruge dem. De ligger i skabet ved køkkenet.'],
      [30, 'Alle', 'Rundering hver halve time. Kryds af på Skema N.'],
    ],
    steps: [[60, 'Vagthavende', 'Ring efter ekstra personale. Én mere pr. etage om natten.', 'omar']],
    contacts: [
      ['Vagthavende', 'omar', '43 57 20 10'],
      ['Teknisk vagt', 'Teknisk vagt', '43 57 70 10'],
    ],
    suppliers: supplier('Ringeklar', '70 30 40 50', 'Aftale 88-2'),
    communication: 'Fortæl beboerne, hvad der er sket, ved hver rundering.',
    back: [[0, 'Vagthavende', 'Prøvekald fra tre boliger på hver etage.', 'omar']],
    catchingUp: 'Skema N lægges i beboernes journal.',
  },
  {
    key: 'plan-boernesag',
    title: 'Underretninger uden it',
    kind: 'emergencyProcedure',
    asset: 'sys-boernesag',
    centre: families,
    by: 'line',
    stage: 'valid',
    daysAgo: 230,
    about: 'For Familierådgivningen. Et barn i fare kan ikke vente på et system.',
    triggers: ['Børnesagen kan ikke åbnes i 30 minutter'],
    firstHour: [
      [10, 'Modtager', 'Skriv underretningen på Skema U. Ring den op til vagten med det samme.', 'line'],
      [30, 'Vagt', 'To rådgivere vurderer sammen, om barnet er i fare.', 'fratraadt'],
    ],
    steps: [[120, 'Faglig leder', 'Ring til skolen eller dagtilbuddet, og spørg, om barnet er kendt.']],
    contacts: [
      ['Modtager', 'line', '43 57 30 10'],
      ['Børnevagten', 'fratraadt', '43 57 30 11'],
      ['Politiet', 'Politiet', '114'],
    ],
    suppliers: supplier('Sagkyndig', '70 11 22 33', 'Kunde 900'),
    back: [[0, 'Modtager', 'Slå hvert barn fra papiret op, før sagen oprettes.', 'line']],
    catchingUp: 'Alle Skema U skrives ind samme dag og lægges i det låste skab i 30 dage.',
  },
  {
    key: 'plan-ydelse',
    title: 'Penge til borgerne uden it',
    kind: 'emergencyProcedure',
    asset: 'sys-ydelse',
    centre: jobs,
    by: 'nadia',
    stage: 'expired',
    daysAgo: 410,
    about: 'For Ydelse. Borgere uden penge skal kunne få et acontobeløb.',
    triggers: ['Udbetalingssystemet er nede på en bankdag'],
    firstHour: [
      [30, 'Leder af Ydelse', 'Find listen over borgere, der skal have penge i dag. Den printes hver mandag.', 'nadia'],
      [60, 'Sagsbehandler', 'Udfyld bankens formular til hver borger, der ikke kan vente.'],
    ],
    steps: [[240, 'Leder af Ydelse', 'To underskriver hver udbetaling.', 'peter']],
    contacts: [
      ['Leder af Ydelse', 'nadia', '43 57 40 10'],
      ['Banken', 'Kommunens bank', '70 70 70 71'],
    ],
    back: [[0, 'Sagsbehandler', 'Træk acontobeløbet fra i næste udbetaling.']],
    catchingUp: 'Hver acontoudbetaling skrives på sagen samme dag, som systemet virker igen.',
  },
  {
    key: 'plan-pumper',
    title: 'Pumper og sluser i hånden',
    kind: 'emergencyProcedure',
    asset: 'sys-spildevand',
    centre: roads,
    by: 'troels',
    stage: 'valid',
    daysAgo: 300,
    about: 'For Driftsgården. Pumperne kan betjenes på stedet.',
    triggers: ['Ingen forbindelse til pumpestationerne', 'Varsel om skybrud'],
    firstHour: [
      [20, 'Vagt på Driftsgården', 'Send to biler ud: nord og syd for banen.', 'troels'],
      [60, 'Bilvagt', 'Stil pumpen på HÅND. Åbn slusen, hvis vandet står over den røde streg.'],
    ],
    steps: [[120, 'Bilvagt', 'Ring vandstanden ind hver time.']],
    contacts: [
      ['Vagt på Driftsgården', 'troels', '43 57 60 60'],
      ['Beredskabet', 'Alarmcentralen', '112'],
    ],
    suppliers: supplier('Vandvagt', '70 66 55 44', 'Serviceaftale 12'),
    back: [[0, 'Bilvagt', 'Stil pumpen på AUTO, og se den starte en gang.']],
    catchingUp: 'Vandstanden fra Skema P skrives ind i driftsjournalen.',
  },
  {
    key: 'plan-komogga',
    title: 'Børn ind og ud på papir',
    kind: 'emergencyProcedure',
    asset: 'sys-komogga',
    centre: 'dagtilbud',
    by: 'gitte',
    stage: 'atManager',
    daysAgo: 2,
    about: 'For alle dagtilbud.',
    triggers: ['Skærmen i garderoben er sort'],
    firstHour: [[10, 'Den, der åbner', 'Tag papirlisten i køkkenskabet, og kryds børnene af.', 'gitte']],
    steps: [[60, 'Leder', 'Ring til forældre, der ikke har givet besked.']],
    contacts: [['Leder', 'gitte', '43 57 80 10']],
    back: [[0, 'Leder', 'Skriv dagens børn ind, før I går hjem.', 'gitte']],
    catchingUp: 'Papirlisten makuleres, når den er skrevet ind.',
  },
  {
    key: 'plan-esdh',
    title: 'Sager uden sagssystem',
    kind: 'emergencyProcedure',
    asset: 'sys-esdh',
    centre: 'politik-jura-og-byudvikling',
    by: 'ditte',
    stage: 'atCommittee',
    daysAgo: 6,
    about: 'For alle, der skriver breve og afgørelser.',
    triggers: ['Sagssystemet er nede i mere end to timer'],
    firstHour: [[60, 'Sagsbehandler', 'Skriv i den lokale skabelon, og gem den på den krypterede nøgle.', 'ditte']],
    steps: [[240, 'Journal', 'Giv hvert brev et nummer fra nødlisten.']],
    contacts: [['Journalen', 'ditte', '43 57 90 10']],
    back: [[0, 'Journal', 'Læg alle breve fra nødlisten ind.', 'ditte']],
    catchingUp: 'Nødlisten og journalen sammenlignes af to.',
  },
  {
    key: 'plan-netvaerk',
    title: 'Når netværket er nede',
    kind: 'emergencyProcedure',
    asset: 'sys-netvaerk',
    shared: true,
    by: 'fatima',
    stage: 'valid',
    daysAgo: 88,
    about: 'For alle centre. Uden netværk virker hverken computer, telefon over nettet eller låse på nogle døre.',
    triggers: ['Ingen på adressen kan komme på nettet'],
    firstHour: [
      [5, 'Leder på stedet', 'Ring til Servicedesk fra en mobiltelefon.'],
      [15, 'Leder på stedet', 'Tag den trykte mappe frem, og følg nødproceduren for jeres vigtigste system.'],
      [60, 'Leder på stedet', 'Åbn døre med nøgle. Nøglerne ligger hos pedellen.'],
    ],
    steps: [[240, 'Centerchef', 'Aftal med de andre centre, hvem der kan arbejde et andet sted.']],
    contacts: [
      ['Servicedesk', 'Servicedesk', '43 57 70 00'],
      ['Digitaliseringschef', 'digitaliseringschef', '43 57 70 01'],
      ['Sikkerhedsteamet', 'fatima', '43 57 70 02'],
    ],
    communication: 'Besked gives pr. sms til centerchefer og på opslag ved indgangene.',
    back: [[0, 'Leder på stedet', 'Prøv ét system, før I siger til de andre, at det virker.']],
    catchingUp: 'Følg planen for hvert system.',
  },
  {
    key: 'plan-logon',
    title: 'Når ingen kan logge på',
    kind: 'emergencyProcedure',
    asset: 'sys-brugere',
    shared: true,
    by: 'fatima',
    stage: 'valid',
    daysAgo: 60,
    about: 'For alle centre.',
    triggers: ['Flere kolleger kan ikke logge på', 'Servicedesk har meldt fejl på adgange'],
    firstHour: [
      [5, 'Alle', 'Sluk ikke computere, der allerede er logget på.'],
      [15, 'Leder på stedet', 'Saml arbejdet på de computere, der virker.'],
    ],
    steps: [[120, 'Leder på stedet', 'Følg nødproceduren for jeres vigtigste system.']],
    contacts: [
      ['Servicedesk', 'Servicedesk', '43 57 70 00'],
      ['Sikkerhedsarkitekt', 'jeppe', '43 57 70 05'],
    ],
    back: [[0, 'Alle', 'Skift adgangskode, hvis Servicedesk beder om det.']],
    catchingUp: 'Intet særligt.',
  },
  {
    key: 'plan-m365',
    title: 'Uden mail, Teams og filer',
    kind: 'emergencyProcedure',
    asset: 'sys-m365',
    shared: true,
    by: 'fatima',
    stage: 'valid',
    daysAgo: 75,
    about: 'For alle centre. Denne plan er også trykt, for den kan ikke læses i Teams, når den skal bruges.',
    triggers: ['Hverken mail, Teams eller filer virker'],
    firstHour: [
      [10, 'Leder på stedet', 'Tag den trykte mappe og telefonlisten frem.'],
      [30, 'Leder på stedet', 'Aftal, at vigtige beskeder gives pr. telefon og skrives ned.'],
    ],
    steps: [[240, 'Centerchef', 'Saml op med de andre centerchefer på telefon to gange om dagen.']],
    contacts: [
      ['Servicedesk', 'Servicedesk', '43 57 70 00'],
      ['Sikkerhedsteamet', 'fatima', '43 57 70 02'],
    ],
    back: [[0, 'Leder på stedet', 'Læs det, der kom imens, før I skriver nyt.']],
    catchingUp: 'Aftaler, der blev skrevet på papir, lægges på sagen samme dag.',
  },
  {
    key: 'plan-oekonomi',
    title: 'Indkøb uden økonomisystem',
    kind: 'emergencyProcedure',
    asset: 'sys-oekonomi',
    shared: true,
    by: 'fatima',
    stage: 'valid',
    daysAgo: 40,
    about: 'For alle, der køber ind.',
    triggers: ['Økonomisystemet er nede i mere end et døgn'],
    firstHour: [[60, 'Den, der køber ind', 'Køb kun det, der ikke kan vente, og gem kvitteringen.']],
    steps: [[1440, 'Økonomi', 'Betal de mindste virksomheder gennem banken.', 'julie']],
    contacts: [['Økonomi', 'julie', '43 57 50 10']],
    back: [[0, 'Økonomi', 'Afstem banken med kvitteringerne.', 'julie']],
    catchingUp: 'Kvitteringerne bogføres samlet, ældste først.',
  },
  {
    key: 'genetabler-netvaerk',
    title: 'Netværket op igen',
    kind: 'restorePlan',
    asset: 'sys-netvaerk',
    centre: it,
    by: 'digitaliseringschef',
    stage: 'valid',
    daysAgo: 150,
    about: 'For Digitalisering og It.',
    triggers: ['Firewall eller begge linjer er nede'],
    firstHour: [
      [15, 'Netværksvagt', 'Find ud af, om det er linje, firewall eller strøm.', 'digitaliseringschef'],
      [45, 'Netværksvagt', 'Skift til reservelinjen.', 'jeppe'],
    ],
    steps: [
      [120, 'Netværksvagt', 'Sæt reservefirewall i, og indlæs nattens kopi af opsætningen.', 'jeppe'],
      [180, 'Netværksvagt', 'Åbn i denne rækkefølge: nødkald, omsorgsjournal, telefoni, resten.'],
    ],
    contacts: [
      ['Netværksvagt', 'jeppe', '43 57 70 05'],
      ['Digitaliseringschef', 'digitaliseringschef', '43 57 70 01'],
    ],
    suppliers: supplier('Fibernet Øst', '70 80 80 80', 'Linje 3310'),
    back: [[0, 'Netværksvagt', 'Mål svartid fra tre adresser.', 'jeppe']],
    catchingUp: 'Kontrollér, at nattens kopi er taget.',
  },
  {
    key: 'genetabler-omsorg',
    title: 'Omsorgsjournalen op igen',
    kind: 'restorePlan',
    asset: 'sys-omsorg',
    centre: care,
    by: 'mette',
    stage: 'draft',
    daysAgo: 5,
    about: 'Sammen med Nærcare A/S.',
    triggers: [],
    firstHour: [[15, 'Systemejer', 'Ring til Nærcares vagt, og få et sagsnummer.', 'mette']],
    steps: [],
    contacts: [],
    back: [],
    catchingUp: '',
  },
];
