/** What each figure is called, and what it counts. */
export const figureWords = {
  policyCoverage: {
    name: 'Har læst politikken',
    explain:
      'Hvor stor en del af medarbejderne har bekræftet den politik, der gælder nu. Folk på orlov tæller ikke med.',
  },
  courseCoverage: {
    name: 'Har taget kurset',
    explain: 'Hvor stor en del af dem, der skal tage et kursus i den nyeste runde, har taget det.',
  },
  coursesLate: {
    name: 'Mangler kurset og er over fristen',
    explain: 'Medarbejdere, der skulle have taget kurset, og hvor fristen er gået.',
  },
  procedureReceipts: {
    name: 'Har læst procedurerne',
    explain: 'Af alle bekræftelser, som procedurer beder om: hvor stor en del er givet.',
  },
  tasksLate: {
    name: 'Opgaver over tiden',
    explain: 'Alle opgaver, hvor fristen er gået.',
  },
  unreachable: {
    name: 'Kan ikke nås i Teams',
    explain:
      'Medarbejdere, som botten ikke kan skrive til eller ikke nåede om noget, der stadig er åbent. De skal have besked på en anden måde.',
  },
  procedureCoverage: {
    name: 'Lokale procedurer på plads',
    explain: 'Af de procedurer, som hvert center skal have: hvor stor en del gælder og er set efter til tiden.',
  },
  proceduresInForce: {
    name: 'Procedurer og retningslinjer',
    explain: 'Hvor mange procedurer og retningslinjer der gælder i dag.',
  },
  procedureReviewsLate: {
    name: 'Procedurer, der skulle være set efter',
    explain: 'Procedurer og retningslinjer, hvor dagen for næste eftersyn er gået.',
  },
  risks: {
    name: 'Risici',
    explain: 'Hvor mange risici registret har.',
  },
  risksWorst: {
    name: 'Risici på højeste niveau',
    explain: 'Risici, der med de kontroller, I har i dag, står på skalaens højeste niveau.',
  },
  risksSecond: {
    name: 'Risici på næsthøjeste niveau',
    explain: 'Risici, der med de kontroller, I har i dag, står på skalaens næsthøjeste niveau.',
  },
  assetsAssessed: {
    name: 'Risikovurderede aktiver',
    explain: 'Af systemer og arbejdsgange i brug, der skal risikovurderes: hvor stor en del er det.',
  },
  assessmentsLate: {
    name: 'Risikovurderinger over tiden',
    explain: 'Systemer og arbejdsgange, der skulle have været vurderet igen.',
  },
  treatmentsLate: {
    name: 'Handlinger mod risici over tiden',
    explain: 'Handlinger mod risici, hvor fristen er gået.',
  },
  acceptancesOver: {
    name: 'Accepter, der er løbet ud',
    explain: 'Risici, som nogen har accepteret til en dag, der er gået.',
  },
  risksUntreated: {
    name: 'Risici uden valgt håndtering',
    explain: 'Risici, hvor ingen har valgt, hvad der skal ske med dem.',
  },
  'standard-iso27001': {
    name: 'ISO 27001 opfyldt',
    explain: 'Af de krav i ISO 27001, der gælder her: hvor stor en del er opfyldt.',
  },
  'standard-iso27001-a': {
    name: 'ISO 27001, bilag A opfyldt',
    explain: 'Af de krav i bilag A, der ikke er valgt fra: hvor stor en del er opfyldt.',
  },
  'standard-gdpr': {
    name: 'GDPR opfyldt',
    explain: 'Af de krav i databeskyttelsesforordningen, der gælder her: hvor stor en del er opfyldt.',
  },
  'standard-nis2': {
    name: 'NIS 2 opfyldt',
    explain: 'Af de krav i NIS 2, der gælder her: hvor stor en del er opfyldt.',
  },
  'standard-nsis': {
    name: 'NSIS opfyldt',
    explain: 'Af de krav i NSIS, der gælder her: hvor stor en del er opfyldt.',
  },
  controlsLate: {
    name: 'Kontroller, der skulle være set efter',
    explain: 'Kontroller i drift, hvor dagen for næste eftersyn er gået.',
  },
  vital: {
    name: 'Vitale systemer og arbejdsgange',
    explain: 'Det, som kritiske opgaver for borgerne ikke kan undvære.',
  },
  vitalWithPlan: {
    name: 'Vitale med nødprocedure',
    explain:
      'Af det vitale: hvor stor en del har en nødprocedure, der gælder, i alle centre, der bruger det. En, der skal gennemgås, gælder stadig.',
  },
  vitalRestorable: {
    name: 'Vitale med genetableringsplan',
    explain: 'Af de vitale systemer: hvor stor en del har en plan for at komme i gang igen.',
  },
  vitalTested: {
    name: 'Vitale med afprøvet plan',
    explain: 'Af det vitale: hvor stor en del har planer, der alle er afprøvet til tiden og bestået.',
  },
  vitalInTime: {
    name: 'Kom i gang i tide ved afprøvning',
    explain: 'Af det vitale, hvor tiden er målt: hvor stor en del kom i gang inden for den tid, det må være nede.',
  },
  vitalWithGaps: {
    name: 'Vitale med mangler',
    explain: 'Vitale systemer og arbejdsgange, hvor der mangler noget i beredskabet.',
  },
  downtimes: {
    name: 'Nedbrud i år',
    explain: 'Nedbrud, der er begyndt i år. Falske alarmer tæller ikke med.',
  },
  downtimesKept: {
    name: 'Nedbrud klaret i tide',
    explain: 'Af de nedbrud i år, der er afsluttet: hvor stor en del varede ikke længere, end det var aftalt.',
  },
  improvementsLate: {
    name: 'Forbedringer over tiden',
    explain: 'Forbedringer efter afprøvninger, nedbrud og tilsyn og centrenes egne tiltag, hvor fristen er gået.',
  },
  inspectionsHeld: {
    name: 'Tilsyn holdt',
    explain: 'Af de tilsyn, der skulle være holdt i år indtil i dag: hvor stor en del er det.',
  },
  findingsOpen: {
    name: 'Åbne fund fra tilsyn',
    explain: 'Fund fra tilsyn, der ikke er lukket.',
  },
  findingsLate: {
    name: 'Fund uden handling til tiden',
    explain: 'Fund, hvor handlingen mangler eller er over fristen.',
  },
  wheelDone: {
    name: 'Årshjulet: gjort',
    explain: 'Af de opgaver i årshjulet, der skulle være gjort i år indtil i dag: hvor stor en del er det.',
  },
  wheelLate: {
    name: 'Årshjulet: over tiden',
    explain: 'Opgaver i årshjulet, hvor fristen er gået.',
  },
  wheelMissed: {
    name: 'Årshjulet: glemt',
    explain: 'Opgaver i årshjulet, der er mere end 60 dage over fristen.',
  },
  wheelDoneLate: {
    name: 'Årshjulet: gjort for sent',
    explain: 'Opgaver i år, der blev gjort efter fristen.',
  },
  wheelCancelled: {
    name: 'Årshjulet: aflyst',
    explain: 'Opgaver i år indtil i dag, som nogen har aflyst.',
  },
  networkAttendance: {
    name: 'Fremmøde i netværket',
    explain:
      'Af dem, der var inviteret til netværksmøderne det seneste år: hvor stor en del kom. Møder, hvor fremmødet ikke er skrevet ind, er ikke med.',
  },
  approvalsWaiting: {
    name: 'Venter på en afgørelse',
    explain: 'Sager, der er sendt til godkendelse og ikke afgjort.',
  },
  approvalsLate: {
    name: 'Afgørelser over fristen',
    explain: 'Sager, hvor fristen for at tage stilling er gået.',
  },
  approvalDays: {
    name: 'Dage til en afgørelse',
    explain:
      'Hvor mange dage der i snit går, fra noget er sendt, til det er afgjort. Det seneste år. Sager, som for få kunne stemme om, er ikke med.',
  },
  measuresAsked: {
    name: 'Tiltag: bedt om',
    explain: 'Hvad alle tiltag, der er sendt til godkendelse, koster i deres første år.',
  },
  measuresApproved: {
    name: 'Tiltag: godkendt',
    explain: 'Hvad de godkendte tiltag koster i deres første år.',
  },
  measuresSpent: {
    name: 'Tiltag: gennemført',
    explain: 'Hvad de tiltag, der er gennemført, har kostet i deres første år, efter det, der blev godkendt.',
  },
  measuresUnfunded: {
    name: 'Tiltag: mangler penge',
    explain: 'Hvad de tiltag, der venter på en afgørelse eller er sendt tilbage, koster i deres første år.',
  },
  peopleWithoutCentre: {
    name: 'Medarbejdere uden center',
    explain: 'Ansatte, som intet center i kataloget har, så ingen ISK eller centerchef følger op.',
  },
  centresWithoutIsk: {
    name: 'Centre uden ISK',
    explain: 'Centre, hvor ingen er ISK i dag.',
  },
  incidents: {
    name: 'Hændelser i år',
    explain: 'Hændelser, som nogen har meldt i år.',
  },
  incidentsOpen: {
    name: 'Åbne hændelser',
    explain: 'Hændelser, der ikke er afsluttet.',
  },
  incidentHours: {
    name: 'Timer til nogen tager hændelsen',
    explain: 'Hvor mange timer der i snit går, fra en hændelse er meldt, til nogen tager den. I år.',
  },
};
