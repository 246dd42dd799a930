/**
 * A municipality's year, ready to take from (docs/domain.md). Keys of steps are those of api/annual-wheel/catalogue.ts.
 */
export const wheelCatalogue = {
  policyReview: {
    title: 'Gennemgå informationssikkerhedspolitikken',
    why: 'Politikken skal passe til kommunen, lovene og truslerne, som de er nu. Udvalget forbereder den hvert år, før den bliver godkendt.',
    steps: {
      collect: 'Saml det, der er sket siden sidst',
      write: 'Ret teksten',
      hear: 'Hør centercheferne og ISK’erne',
      recommend: 'Indstil politikken til Koncernledelsen',
    },
    evidence: 'Link til udvalgets referat med indstillingen',
  },
  policyManagementApproval: {
    title: 'Koncernledelsen godkender politikken',
    why: 'Ledelsen står bag politikken og godkender den hvert år.',
    steps: { agenda: 'Sæt politikken på dagsordenen', decide: 'Tag beslutningen' },
    evidence: 'Dato og punkt i Koncernledelsens referat',
  },
  policyCouncilApproval: {
    title: 'Byrådet godkender politikken',
    why: 'Politikken gælder først, når Byrådet har godkendt den. Det sker hvert år.',
    steps: { case: 'Skriv sagen til mødet', decide: 'Behandl sagen på mødet', record: 'Skriv beslutningen ned' },
    evidence: 'Dato og punkt i Byrådets referat',
  },
  policyCommunication: {
    title: 'Gør politikken kendt for alle ansatte',
    why: 'Alle, også de nye, er bundet af politikken og skal have læst den.',
    steps: {
      publish: 'Udgiv politikken i appen',
      tell: 'Fortæl om den på intranettet',
      follow: 'Følg op på dem, der mangler at bekræfte',
    },
  },
  implementationPlan: {
    title: 'Lav næste års handlingsplan',
    why: 'Politikken skal omsættes til handling: hvad sættes i gang, hvem gør det, og hvornår.',
    steps: {
      evaluate: 'Se på, hvad der blev til noget i år',
      plan: 'Vælg næste års indsatser',
      share: 'Del planen med centrene',
    },
    evidence: 'Link til planen',
  },
  wheelReview: {
    title: 'Gennemgå årshjulet for næste år',
    why: 'Årshjulet skal passe til det, kommunen faktisk skal nå.',
    steps: { evaluate: 'Se på, hvad der blev forsinket i år', change: 'Ret aktiviteter og datoer' },
  },
  guidelineReview: {
    title: 'Gennemgå de fælles retningslinjer',
    why: 'Retningslinjerne skal sige det samme som politikken og være til at bruge i hverdagen.',
    steps: { read: 'Læs dem igennem', write: 'Ret dem', tell: 'Fortæl ISK’erne, hvad der er nyt' },
  },
  committeeMeeting: {
    title: 'Hold møde i Informationssikkerhedsudvalget',
    why: 'Udvalget styrer arbejdet og følger op på planen.',
    steps: { agenda: 'Send dagsorden', meet: 'Hold mødet', minutes: 'Send referat' },
    evidence: 'Link til referatet',
  },
  teamStatus: {
    title: 'Skriv status til udvalget',
    why: 'Udvalget skal vide, hvordan det går, før det mødes.',
    steps: { numbers: 'Hent tallene', write: 'Skriv status' },
    evidence: 'Link til status',
  },
  yearlyReport: {
    title: 'Skriv årsrapport til Direktionen',
    why: 'Direktionen får hvert år at vide, hvordan det står til, og hvad der skal ske.',
    steps: { numbers: 'Saml årets tal', write: 'Skriv rapporten', approve: 'Godkend den i udvalget' },
    evidence: 'Link til rapporten',
  },
  executiveFollowUp: {
    title: 'Direktionen følger op på informationssikkerheden',
    why: 'Direktionen har ansvaret for, at arbejdet bliver gjort.',
    steps: { read: 'Læs årsrapporten', decide: 'Beslut, hvad der skal ske' },
    evidence: 'Dato og punkt i Direktionens referat',
  },
  councilInformation: {
    title: 'Direktionen orienterer Byrådet',
    why: 'Byrådet skal vide, hvordan kommunen passer på borgernes oplysninger.',
    steps: { write: 'Skriv orienteringen', inform: 'Giv den til Byrådet' },
    evidence: 'Dato og punkt i Byrådets referat',
  },
  managementFollowUp: {
    title: 'Koncernledelsen følger op og sikrer ressourcer',
    why: 'Arbejdet kræver tid og penge. Koncernledelsen ser hvert år på, om der er nok.',
    steps: {
      status: 'Se på status og risici',
      resources: 'Beslut tid og penge',
      measures: 'Tag stilling til udvalgets forslag',
    },
    evidence: 'Dato og punkt i Koncernledelsens referat',
  },
  managementReview: {
    title: 'Gennemgå ledelsessystemet i Direktionen',
    why: 'ISO 27001 kræver, at øverste ledelse ser på, om systemet virker og stadig passer.',
    steps: {
      inputs: 'Saml audits, hændelser, mål og risici',
      review: 'Gennemgå dem på et møde',
      decide: 'Beslut forbedringer',
    },
    evidence: 'Link til referatet af gennemgangen',
  },
  appointmentCheck: {
    title: 'Tjek udpegningerne til udvalget og CISO',
    why: 'Direktionen udpeger udvalget og CISO’en. CISO’en og lederen af teamet er fødte medlemmer.',
    steps: { committee: 'Tjek udvalgets medlemmer', ciso: 'Tjek CISO og leder af teamet' },
  },
  coordinatorCheck: {
    title: 'Tjek, at alle centre har en ISK og en centerchef',
    why: 'Uden en ISK har kollegerne ingen at spørge, og opgaverne falder til andre.',
  },
  statementOfApplicability: {
    title: 'Gennemgå SoA-dokumentet',
    why: 'Det viser, hvilke krav kommunen følger, og hvorfor. Det samme krav klares én gang for alle standarder.',
    steps: {
      controls: 'Gå kontrollerne igennem',
      reasons: 'Skriv begrundelser for til- og fravalg',
      approve: 'Godkend dokumentet',
    },
    evidence: 'Link til den godkendte udgave',
  },
  internalAudit: {
    title: 'Gennemfør intern audit',
    why: 'Nogen, der ikke selv har lavet arbejdet, ser efter, om det bliver gjort, som vi siger.',
    steps: {
      plan: 'Læg en plan, og vælg hvem',
      carryOut: 'Gennemfør audit',
      report: 'Skriv rapporten',
      follow: 'Aftal opfølgning',
    },
    evidence: 'Link til auditrapporten',
  },
  centreRiskReview: {
    title: 'Gennemgå centrets risici',
    why: 'Centret kender sine arbejdsgange bedst. Risici for borgerne skal ses, før de bliver til skade.',
    steps: {
      processes: 'Se, om arbejdsgangene har ændret sig',
      assess: 'Vurder fortrolighed, integritet og tilgængelighed',
      plan: 'Aftal, hvad der skal gøres',
    },
    evidence: 'Link til risikovurderingen',
  },
  systemRiskReview: {
    title: 'Gennemgå it-systemernes risici',
    why: 'Systemer og trusler ændrer sig. Hvert system, der betyder noget, vurderes hvert år.',
    steps: {
      systems: 'Se, hvilke systemer der er nye eller ændrede',
      assess: 'Vurder dem med systemejerne',
      report: 'Giv udvalget de største risici',
    },
    evidence: 'Link til risikovurderingen',
  },
  treatmentFollowUp: {
    title: 'Følg op på planerne for at nedbringe risici',
    why: 'En plan virker kun, når den bliver til noget.',
    steps: { status: 'Spørg dem, der har en plan', late: 'Løft det, der er forsinket' },
  },
  impactAssessments: {
    title: 'Gennemgå konsekvensanalyserne',
    why: 'Behandlinger med høj risiko for borgerne skal have en konsekvensanalyse, der passer til i dag.',
    steps: { list: 'Find behandlinger med høj risiko', update: 'Opdater analyserne' },
  },
  inspection: {
    title: 'Hold internt tilsyn i centret',
    why: 'Et tilsyn viser, om reglerne bliver fulgt i hverdagen, og hvad der er svært.',
    steps: {
      prepare: 'Vælg steder og spørgsmål',
      visit: 'Besøg stederne',
      write: 'Skriv observationerne ned',
      follow: 'Aftal opfølgning med centerchefen',
    },
    evidence: 'Link til notatet om tilsynet',
  },
  recordsOfProcessing: {
    title: 'Gennemgå centrets del af artikel 30-fortegnelsen',
    why: 'Kommunen skal kunne vise, hvilke oplysninger den behandler, og hvorfor.',
    steps: { read: 'Læs centrets behandlinger igennem', correct: 'Ret det, der har ændret sig' },
  },
  processorOversight: {
    title: 'Før tilsyn med databehandlerne',
    why: 'Kommunen har ansvaret, også når andre behandler oplysningerne for den.',
    steps: {
      choose: 'Vælg, hvem der skal ses på i år',
      ask: 'Hent erklæringer og svar',
      judge: 'Vurder dem, og følg op',
    },
    evidence: 'Link til årets oversigt over tilsyn',
  },
  supplierReview: {
    title: 'Gennemgå kravene til it-leverandører',
    why: 'En leverandørs fejl kan ramme kommunen. Kravene skal følge truslerne.',
    steps: { choose: 'Find de leverandører, vi er mest afhængige af', judge: 'Se, om kravene er nok' },
  },
  contingencyOverview: {
    title: 'Gennemgå oversigten over vitale systemer',
    why: 'Vi skal vide, hvilke systemer borgerne ikke kan undvære, og hvor længe de højst må være nede.',
    steps: {
      systems: 'Tjek, at alle vitale systemer er med',
      downtime: 'Tjek den længste nedetid for hvert',
      approve: 'Godkend oversigten',
    },
    evidence: 'Link til den godkendte oversigt',
  },
  contingencyTest: {
    title: 'Afprøv centrets beredskabsplan',
    why: 'En plan, der ikke er prøvet, virker sjældent, når it er nede. Regnes fra sidste gang, den blev prøvet.',
    steps: { plan: 'Vælg, hvad der skal prøves', test: 'Prøv uden it', learn: 'Ret planen' },
    evidence: 'Link til notatet om afprøvningen',
  },
  restoreTest: {
    title: 'Prøv at genskabe data fra en sikkerhedskopi',
    why: 'En sikkerhedskopi er først noget værd, når den kan læses tilbage.',
    steps: { choose: 'Vælg et system', restore: 'Genskab data', compare: 'Sammenlign tiden med kravet' },
    evidence: 'Link til notatet med tiden',
  },
  incidentDrill: {
    title: 'Øv håndtering af et sikkerhedsbrud',
    why: 'Et brud på datasikkerheden skal anmeldes inden for 72 timer. Det skal sidde på rygraden.',
    steps: { plan: 'Skriv en hændelse', play: 'Spil den igennem', learn: 'Ret vejledningen' },
    evidence: 'Link til notatet om øvelsen',
  },
  courseOpens: {
    title: 'Åbn årets GDPR-kursus',
    why: 'Alle, der arbejder med personoplysninger, tager kurset hvert år.',
    steps: { content: 'Gennemgå indholdet', open: 'Åbn runden', tell: 'Fortæl centercheferne om den' },
  },
  courseCentreFollowUp: {
    title: 'Følg op på GDPR-kurset i centret',
    why: 'Centerchefen har ansvaret for, at alle i centret får taget kurset.',
  },
  courseCloses: {
    title: 'Luk årets GDPR-kursus, og gør status',
    why: 'Udvalget skal vide, hvem der mangler, og hvad der gøres ved det.',
    steps: { close: 'Luk runden', report: 'Giv udvalget tallene' },
    evidence: 'Andel, der har gennemført, eller link til status',
  },
  newEmployees: {
    title: 'Tjek, at nye ansatte har fået politik og kursus',
    why: 'Nye kolleger skal vide fra dag ét, hvordan vi passer på oplysningerne.',
  },
  networkMeeting: {
    title: 'Hold netværksmøde for ISK’erne',
    why: 'ISK’erne lærer af hinanden, og teamet hører, hvad der rører sig.',
    steps: { agenda: 'Send dagsorden', meet: 'Hold mødet', minutes: 'Send referat' },
    evidence: 'Link til referatet',
  },
  centreMeeting: {
    title: 'Tal om informationssikkerhed på et møde i centret',
    why: 'Alle deler ansvaret. Det bliver kun til noget, når vi taler om det.',
  },
  procedureReview: {
    title: 'Gennemgå centrets lokale procedurer',
    why: 'Procedurerne skal passe til den måde, I arbejder på nu.',
    steps: { read: 'Læs dem igennem', write: 'Ret dem', tell: 'Fortæl kollegerne, hvad der er nyt' },
  },
  centreAccessReview: {
    title: 'Gennemgå adgange i centret',
    why: 'Folk skifter opgaver og rejser. Ingen skal kunne se mere, end de har brug for.',
    steps: { list: 'Hent listerne over adgange', remove: 'Fjern dem, der ikke skal være der' },
  },
  privilegedAccessReview: {
    title: 'Gennemgå administratorrettigheder',
    why: 'Den, der kan alt, kan også ødelægge alt. Der skal være så få som muligt.',
    steps: { list: 'Hent listen over administratorer', remove: 'Fjern dem, der ikke skal være der' },
    evidence: 'Link til listen efter gennemgangen',
  },
  logReview: {
    title: 'Gennemgå logge for usædvanlig adgang',
    why: 'Loggen viser, om nogen har set oplysninger, de ikke skulle se.',
  },
} as const;
