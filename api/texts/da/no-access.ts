/**
 * What somebody reads who has come to a page that is of others or not there: what it is, and the way to what is one’s
 * own.
 */
export const noAccess = {
  home: 'Gå til Mit overblik',
  go: 'Gå til {{page}}',
  page: {
    mine: 'Når det er nede',
    tasks: 'Mine opgaver',
    procedures: 'Procedurer og retningslinjer',
    wishes: 'Hvornår vil du mindes om det?',
    incidents: 'Hændelser',
    appointments: 'Udpegninger',
  },
  unknown: 'Vi kan ikke finde dig endnu',
  missing: { title: 'Siden findes ikke' },
  over: 'Det findes ikke mere',
  ask: 'Mangler du adgang, så spørg din ISK eller sikkerhedsteamet.',
  other: 'Siden er for dem, der har opgaven.',
  part: 'Siden er for dem, der har opgaven. Resten kan du godt se.',
  edit: { text: 'Du kan læse den, men det er andre, der retter i den.', go: 'Læs den uden at rette' },
  contingency:
    'Siden er for dem, der holder styr på beredskabet. Det, du selv skal bruge, når et system ikke virker, har du i Når det er nede.',
  handOvers:
    'Siden er for dem, der giver opgaver videre, og dem, der har fået dem. Det, du selv har fået, står i Mine opgaver.',
  risks: 'Siden er for dem, der holder styr på risici. Skal du selv vurdere eller gøre noget, står det i Mine opgaver.',
  standards:
    'Siden er for dem, der holder styr på krav og kontroller. Skal du selv gøre noget, står det i Mine opgaver.',
  approvals:
    'Siden er for dem, der godkender og sender til godkendelse. Skal du selv tage stilling til noget, står det i Mine opgaver.',
  inspections:
    'Tilsynet kan ses af dem, der fører det, og af enhedens ISK og leder. Skal du selv rette op på noget, står det i Mine opgaver.',
  wheel: 'Siden er for dem, der holder styr på årets arbejde. Dine egne opgaver står i Mine opgaver.',
  measures: 'Siden er for dem, der foreslår og beslutter tiltag. Skal du selv gøre noget, står det i Mine opgaver.',
  figures: 'Siden er for dem, der følger op på informationssikkerheden. Dit eget står i Mine opgaver.',
  operations: 'Siden er for dem, der passer Sikkerhedshjulet. Dit eget står i Mit overblik.',
  reminders:
    'Siden er for dem, der bestemmer, hvor tit der bliver mindet. Hvornår du selv bliver mindet, vælger du under Mine opgaver.',
  centre: 'Siden er for centerchefer og ISK’er. Hvem du kan spørge i dit center, ser du i Organisation.',
  policy: 'Siden er for dem, der skriver politikken og følger op på den. Selve politikken kan du læse.',
  procedures:
    'Siden er for dem, der skriver procedurer og følger op på dem. De procedurer, der gælder for dig, kan du læse.',
  learning: 'Siden er for dem, der holder styr på kurserne. Dine egne kurser står i E-læring.',
  organisation: 'Siden er for dem, der udpeger folk til roller. Hvem der har hvilken opgave, ser du i Organisation.',
  incidents:
    'Siden er for CISO’en og sikkerhedsteamet, der bestemmer, hvad botten svarer. Det, du selv har meldt, ser du under Hændelser.',
};
