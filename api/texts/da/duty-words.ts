/** What each body must do, as its duty is called and what it means. */
export const dutyWords = {
  councilApprovesPolicy: {
    title: 'Godkender informationssikkerhedspolitikken',
    about: 'Byrådet godkender politikken hvert år. Sekretariatet skriver afgørelsen ind.',
  },
  boardAppointsCommittee: {
    title: 'Udpeger Informationssikkerhedsudvalget',
    about: 'Udvalget har medlemmer, som Direktionen har udpeget, og udpegningen er ikke løbet ud.',
  },
  boardAppointsCiso: {
    title: 'Udpeger CISO’en',
    about: 'CISO’en er udpeget af Direktionen, og udpegningen er ikke løbet ud.',
  },
  boardFollowsUp: {
    title: 'Følger op på informationssikkerheden',
    about:
      'Direktionen ser hvert år på, hvordan det går, og beslutter, hvad der skal ske. Vises af årshjulets opgaver.',
  },
  boardInformsCouncil: {
    title: 'Orienterer Byrådet',
    about: 'Byrådet får hvert år besked om, hvordan det går med informationssikkerheden.',
  },
  managementApprovesPolicy: {
    title: 'Godkender informationssikkerhedspolitikken',
    about: 'Koncernledelsen godkender politikken hvert år, før den kommer i Byrådet.',
  },
  managementFollowsUp: {
    title: 'Følger op hvert år',
    about: 'Koncernledelsen ser på status, ressourcer og tiltag. Vises af årshjulets opgave.',
  },
  managementFunds: {
    title: 'Tager stilling til tiltag og penge',
    about: 'Koncernledelsen afgør de tiltag, som udvalget foreslår, og hvad de må koste.',
  },
  committeePreparesPolicy: {
    title: 'Forbereder politikken',
    about: 'Udvalget godkender udkastet til politikken, før ledelsen ser det.',
  },
  committeeKeepsWheel: {
    title: 'Gennemgår årshjulet',
    about: 'Udvalget ser hvert år på, om årshjulet er rigtigt. Vises af årshjulets opgave.',
  },
  committeePlans: {
    title: 'Lægger en handlingsplan',
    about: 'Udvalget planlægger, hvordan politikken føres ud i livet.',
  },
  committeeFollowsPlan: {
    title: 'Sætter planens opgaver i gang og følger op',
    about: 'Opgaver i handlingsplanerne bliver gjort.',
  },
  committeeGuidelines: {
    title: 'Holder retningslinjerne ved lige',
    about: 'Fælles retningslinjer bliver godkendt eller gennemgået hvert år.',
  },
  committeeReports: {
    title: 'Giver Direktionen en årsrapport',
    about: 'Udvalget skriver en årsrapport til Direktionen. Vises af rapportens godkendelse og årshjulets opgave.',
  },
  committeeInvolvesCentres: {
    title: 'Inddrager centercheferne',
    about: 'Centerchefer har skrevet kommentarer til et udkast til politikken.',
  },
  committeeMeets: {
    title: 'Holder møde',
    about: 'Udvalget holder møde mindst hvert kvartal.',
  },
  committeeDecidesRisks: {
    title: 'Tager stilling til risici',
    about: 'Udvalget afgør, om risici, der ikke bringes ned, kan accepteres.',
  },
  cisoPublishesPolicy: {
    title: 'Udgiver politikken',
    about: 'Politikken bliver udgivet til alle ansatte, når den er godkendt.',
  },
  cisoStatement: {
    title: 'Opdaterer SoA-dokumentet',
    about: 'CISO’en gennemgår hvert år, hvilke krav der gælder, og hvorfor. Vises af årshjulets opgave.',
  },
  cisoAudits: {
    title: 'Får lavet intern audit',
    about: 'Der bliver lavet intern audit hvert år. Vises af årshjulets opgave.',
  },
  teamSupportsCommittee: {
    title: 'Forbereder udvalgets møder',
    about: 'Sikkerhedsteamet laver og sender dagsordener til udvalget.',
  },
  teamReports: {
    title: 'Giver udvalget en status',
    about:
      'Sikkerhedsteamet fortæller udvalget hvert kvartal, hvordan det går. Vises af statusrapporter og årshjulets opgave.',
  },
  teamAdvises: {
    title: 'Rådgiver ISK’er og centerchefer',
    about: 'Sikkerhedsteamet svarer på spørgsmål og skriver rådene ned.',
  },
  teamCarriesOut: {
    title: 'Udfører de fælles opgaver',
    about: 'Sikkerhedsteamet gør sine opgaver i årshjulet.',
  },
  teamInspects: {
    title: 'Holder tilsyn',
    about: 'Der bliver holdt tilsyn hvert år, og rapporten bliver afsluttet.',
  },
  networkMeets: {
    title: 'Mødes i ISK-netværket',
    about: 'Netværket af ISK’er holder møde mindst hvert halve år.',
  },
  managerImplements: {
    title: 'Indfører lokale procedurer',
    about: 'Centerchefen har godkendt en lokal procedure.',
  },
  managerFollowsUp: {
    title: 'Følger op i eget center',
    about: 'Centerchefen har gjort en opgave i årshjulet.',
  },
  managerPlans: {
    title: 'Godkender centrets beredskabsplaner',
    about: 'Centerchefen har godkendt en beredskabsplan.',
  },
  managerImproves: {
    title: 'Sætter lokale initiativer i værk',
    about: 'Et initiativ eller en forbedring i centret er gjort.',
  },
  iskProcedures: {
    title: 'Skriver lokale procedurer',
    about: 'Centret har sendt en lokal procedure til godkendelse.',
  },
  iskChecks: {
    title: 'Kontrollerer lokalt',
    about: 'ISK’en har gjort en opgave i årshjulet.',
  },
  iskNetwork: {
    title: 'Deltager i ISK-netværket',
    about: 'En ISK fra centret har været med til et møde i netværket.',
  },
};
