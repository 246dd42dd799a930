/** The seeded municipality's guidelines and procedures, in our own words. */
export interface SeedText {
  key: string;
  title: string;
  area: string;
  areaTitle: string;
  summary: string;
  body: string;
}

const body = (purpose: string, how: readonly string[], wrong: string): string =>
  [
    `## Formål\n\n${purpose}`,
    `## Sådan gør du\n\n${how.map((step) => `- ${step}`).join('\n')}`,
    `## Hvis noget går galt\n\n${wrong}`,
    '## Hvem kan du spørge\n\nDin ISK svarer på spørgsmål. Er det om aftenen, så ring til vagten på Rådhuset.',
  ].join('\n\n');

export const guidelineTexts: readonly (SeedText & { needsLocal: boolean; monthsAgo: number })[] = [
  {
    key: 'retningslinje-adgang',
    title: 'Adgang og koder',
    area: 'area-access',
    areaTitle: 'Adgang og koder',
    needsLocal: true,
    monthsAgo: 4,
    summary: 'Fælles regler for koder, kort og låste skærme.',
    body: body(
      'Kun den, der har brug for det i sit arbejde, kommer ind i systemer og lokaler med oplysninger om borgere.',
      [
        'Lås skærmen, hver gang du går fra den.',
        'Del aldrig din kode, heller ikke med en kollega, der har travlt.',
        'Aflever kort og nøgler den dag, du skifter arbejde.',
        'Centret skriver ned, hvem der opretter og lukker adgange.',
      ],
      'Skift koden med det samme, og sig det til din leder, hvis en anden kan have set den.',
    ),
  },
  {
    key: 'retningslinje-mobil',
    title: 'Mobile enheder på arbejde',
    area: 'area-mobile',
    areaTitle: 'Mobile enheder',
    needsLocal: true,
    monthsAgo: 7,
    summary: 'Sådan bruger vi telefoner og tablets ude hos borgerne.',
    body: body(
      'Telefoner og tablets er det sted, hvor flest oplysninger bliver glemt.',
      [
        'Brug kun kommunens enheder til oplysninger om borgere.',
        'Lad aldrig enheden ligge synligt i bilen.',
        'Tag kun billeder, når der er en grund, og læg dem i journalen samme dag.',
        'Centret beskriver, hvor enhederne opbevares og lades op.',
      ],
      'Meld tabt enhed til it-vagten inden for en time. De kan slette den på afstand.',
    ),
  },
  {
    key: 'retningslinje-papir',
    title: 'Papir, print og makulering',
    area: 'area-paper',
    areaTitle: 'Papir og fysisk sikkerhed',
    needsLocal: true,
    monthsAgo: 10,
    summary: 'Papir med personoplysninger har et sted at være, til det makuleres.',
    body: body(
      'Papir kan hverken låses med kode eller slettes på afstand.',
      [
        'Hent dit print med det samme.',
        'Læg papir i skuffen, når du går hjem.',
        'Smid aldrig papir med navne i den almindelige papirkurv.',
      ],
      'Finder du papir, der ligger fremme, så læg det i den låste beholder og sig det til din ISK.',
    ),
  },
  {
    key: 'retningslinje-noed',
    title: 'Når it er nede',
    area: 'area-contingency',
    areaTitle: 'Nødprocedurer',
    needsLocal: true,
    monthsAgo: 2,
    summary: 'Hvert center kan klare det vigtigste uden it i et døgn.',
    body: body(
      'Borgerne skal have hjælp, også når systemerne er nede.',
      [
        'Centret har en liste på papir over det, der ikke kan vente.',
        'Listen er højst en måned gammel.',
        'Alle ved, hvor den ligger, og hvem der bestemmer.',
      ],
      'Ring til vagten på Rådhuset, når et system har været nede i en halv time.',
    ),
  },
  {
    key: 'retningslinje-mail',
    title: 'Mail, deling og Teams',
    area: 'area-mail',
    areaTitle: 'Mail og deling',
    needsLocal: false,
    monthsAgo: 5,
    summary: 'Fortrolige oplysninger sendes sikkert, eller slet ikke.',
    body: body(
      'De fleste fejl sker, når noget sendes til den forkerte.',
      [
        'Læs modtageren højt for dig selv, før du sender.',
        'Brug sikker mail til CPR-numre.',
        'Del en mappe med navngivne personer, aldrig med alle.',
      ],
      'Har du sendt til den forkerte, så ring til din ISK med det samme. Der er 72 timer til at melde det.',
    ),
  },
];

export interface SeedProcedure extends SeedText {
  centre: string;
  guideline: string;
  /** Code of its author, an ISK. */
  by: string;
  mustAcknowledge?: boolean;
  stage: 'valid' | 'expired' | 'atCommittee' | 'atManager' | 'returned' | 'draft';
  daysAgo: number;
}

const access = { area: 'area-access', areaTitle: 'Adgang og koder', guideline: 'retningslinje-adgang' } as const;
const mobile = { area: 'area-mobile', areaTitle: 'Mobile enheder', guideline: 'retningslinje-mobil' } as const;
const paper = { area: 'area-paper', areaTitle: 'Papir og fysisk sikkerhed', guideline: 'retningslinje-papir' } as const;
const emergency = { area: 'area-contingency', areaTitle: 'Nødprocedurer', guideline: 'retningslinje-noed' } as const;
const care = { centre: 'voksne-og-velfaerd', by: 'mette' } as const;

export const procedureTexts: readonly SeedProcedure[] = [
  {
    ...care,
    ...mobile,
    key: 'procedure-hjemmeplejens-telefoner',
    title: 'Telefoner i hjemmeplejen',
    mustAcknowledge: true,
    stage: 'valid',
    daysAgo: 40,
    summary: 'Telefonerne hentes og afleveres i skabet ved vagtskifte.',
    body: body(
      'Telefonen giver adgang til borgernes journaler, så den skal altid være hos dig eller i skabet.',
      [
        'Hent telefonen i det låste skab, når du møder.',
        'Skriv dit navn på listen.',
        'Aflever den opladet, når din vagt slutter.',
      ],
      'Ring til vagtcentralen, hvis telefonen er væk. De spærrer den.',
    ),
  },
  {
    ...care,
    ...access,
    key: 'procedure-noegler-til-borgere',
    title: 'Nøgler til borgernes hjem',
    stage: 'valid',
    daysAgo: 120,
    summary: 'Nøglebokse og numre, der aldrig står sammen med adressen.',
    body: body(
      'En nøgle med adresse på er en åben dør.',
      ['Nøgler bærer kun et nummer.', 'Listen over numre ligger i journalen.', 'Meld en tabt nøgle samme dag.'],
      'Lås skiftes inden for et døgn, når en nøgle er tabt.',
    ),
  },
  {
    ...care,
    ...emergency,
    key: 'procedure-koerelister',
    title: 'Kørelister på papir, når it er nede',
    stage: 'atCommittee',
    daysAgo: 8,
    summary: 'Ny nødprocedure: kørelister printes hver fredag og ligger i den røde mappe.',
    body: body(
      'Borgerne skal have medicin og mad, også når vi ikke kan se journalen.',
      [
        'Teamlederen printer kørelister hver fredag.',
        'Den røde mappe ligger i vagtrummet.',
        'Gamle lister makuleres, når de nye lægges ind.',
      ],
      'Mangler listen, så ring til teamlederen, som har en kopi.',
    ),
  },
  {
    ...paper,
    centre: 'boern-og-unge',
    by: 'line',
    key: 'procedure-sagsmapper',
    title: 'Sagsmapper ved møder ude af huset',
    stage: 'atManager',
    daysAgo: 3,
    summary: 'Mapper tages kun med i lukket taske, og kun det, mødet handler om.',
    body: body(
      'Sager om børn må aldrig ligge fremme.',
      ['Tag kun det med, mødet handler om.', 'Brug den aflåste taske.'],
      'Ring til din leder, hvis noget bliver glemt.',
    ),
  },
  {
    ...access,
    centre: 'boern-og-unge',
    by: 'line',
    key: 'procedure-adgang-boern',
    title: 'Adgang til børnesager',
    stage: 'valid',
    daysAgo: 200,
    summary: 'Lederen godkender adgang til hver sagstype.',
    body: body(
      'Kun den, der har sagen, må se den.',
      ['Lederen bestiller adgang.', 'Adgange gennemgås hvert kvartal.'],
      'Meld det til din ISK, hvis du kan se for meget.',
    ),
  },
  {
    ...mobile,
    centre: 'skoler-og-laering',
    by: 'soeren',
    key: 'procedure-elevbilleder',
    title: 'Billeder af elever på tablets',
    stage: 'expired',
    daysAgo: 420,
    summary: 'Billeder lægges på skolens drev og slettes fra tabletten samme uge.',
    body: body(
      'Billeder af børn er personoplysninger.',
      ['Spørg, om der er samtykke.', 'Slet fra tabletten hver fredag.'],
      'Sig det til kontoret, hvis et billede er delt ved en fejl.',
    ),
  },
  {
    ...access,
    centre: 'skoler-og-laering',
    by: 'amina',
    key: 'procedure-vikarkoder',
    title: 'Koder til vikarer',
    stage: 'returned',
    daysAgo: 12,
    summary: 'Vikarer får en kode, der gælder en dag.',
    body: body(
      'Vikarer skal kunne arbejde uden at låne en kode.',
      ['Kontoret laver koden om morgenen.', 'Koden lukker kl. 17.'],
      'Ring til it-vagten, hvis koden ikke virker.',
    ),
  },
  {
    ...paper,
    centre: 'dagtilbud',
    by: 'gitte',
    key: 'procedure-fremmoedelister',
    title: 'Fremmødelister og stamkort',
    stage: 'valid',
    daysAgo: 90,
    summary: 'Stamkort ligger i låst skuffe på kontoret.',
    body: body(
      'Forældre skal kunne stole på, at andre ikke læser med.',
      ['Lister hænger aldrig på døren.', 'Stamkort ligger i låst skuffe.'],
      'Sig det til lederen, hvis en liste er væk.',
    ),
  },
  {
    ...access,
    centre: 'job-og-borgerservice',
    by: 'nadia',
    key: 'procedure-skranken',
    title: 'Skærme og samtaler ved skranken',
    stage: 'draft',
    daysAgo: 2,
    summary: 'Udkast til, hvordan skærme vender, og hvad der siges højt.',
    body: body(
      'Borgere i køen må ikke høre eller se andres sager.',
      ['Vend skærmen væk fra køen.', 'Tag følsomme samtaler i boksen.'],
      'Sig det til din leder, hvis det ikke kan lade sig gøre.',
    ),
  },
  {
    ...emergency,
    centre: 'job-og-borgerservice',
    by: 'peter',
    key: 'procedure-udbetaling-noed',
    title: 'Akut hjælp til borgere, når it er nede',
    stage: 'valid',
    daysAgo: 35,
    summary: 'Nødblanketter og telefonliste ligger i Borgerservice.',
    body: body(
      'Borgere uden penge kan ikke vente på et system.',
      ['Brug den blå nødblanket.', 'To medarbejdere skriver under.'],
      'Ring til Økonomi, hvis beløbet er over 2.000 kr.',
    ),
  },
];
