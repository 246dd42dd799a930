export const cards = {
  /** Shared by all cards. */
  coordinatorLine_one: 'Spørgsmål? Din ISK er {{names}}.',
  coordinatorLine_other: 'Spørgsmål? Dine ISK’er er {{names}}.',
  coordinatorLineNone: 'Spørgsmål? Kontakt Informationssikkerhedsteamet.',
  and: '{{first}} og {{last}}',
  more: 'og {{count}} til',
  openApp: 'Åbn Sikkerhedshjulet',
  tryAgain: 'Prøv igen',
  /** On a card that may have come before. */
  repeat: {
    text: 'Måske har du set det her før. Vi sender det igen, fordi vi ikke ved, om det nåede frem til dig.',
    summary: '{{summary}} (Måske har du set det her før)',
  },
  inDanish: 'Teksten er på dansk, som den blev skrevet.',
  policy: {
    acknowledge: 'Jeg har læst og følger den',
    read: 'Læs politikken',
    version: 'Version {{number}} · gælder fra {{date}}',
    newest: 'Det vigtigste nye:',
    changes: 'Det er ændret:',
    brief: 'Politikken kort fortalt:',
    newestIn: 'Det vigtigste nye i version {{number}}:',
    changesIn: 'Siden er det ændret i version {{number}}:',
    replaced: 'Version {{old}} af politikken er afløst af version {{new}}, som du har fået på et nyt kort.',
    welcome: {
      title: 'Velkommen til {{organisation}}',
      text: 'Her klarer du det, du skal gøre for informationssikkerheden i {{organisation}}. Begynd med politikken.',
      ask: 'Læs og bekræft politikken senest {{date}}. Du bekræfter, at du har læst den og følger den.',
      summary: '{{title}}. Læs og bekræft informationssikkerhedspolitikken senest {{date}}.',
      course: 'Tag også kurset {{title}} senest {{date}}.',
      cards: 'Du får højst ét kort om dagen her i chatten. Skriv hjælp for at se, hvad du kan spørge om.',
    },
    why: 'Du får kortet, fordi politikken gælder alle ansatte i {{organisation}}.',
    known: {
      title: 'Informationssikkerhedspolitikken',
      ask: 'Læs og bekræft senest {{date}}. Du bekræfter, at du har læst den og følger den.',
      summary: 'Læs og bekræft informationssikkerhedspolitikken senest {{date}}.',
    },
    major: {
      title: 'Ny informationssikkerhedspolitik',
      ask: 'Læs og bekræft senest {{date}}. Du bekræfter, at du har læst den og følger den.',
      summary: 'Ny informationssikkerhedspolitik. Læs og bekræft senest {{date}}.',
    },
    minor: {
      title: 'Informationssikkerhedspolitikken er justeret',
      ask: 'Ændringen er lille. Vi mangler din bekræftelse senest {{date}}: at du har læst politikken og følger den.',
      summary: 'Informationssikkerhedspolitikken er justeret. Bekræft senest {{date}}.',
    },
    late: 'Fristen var {{date}}. Du kan stadig bekræfte. Du bekræfter, at du har læst politikken og følger den.',
    lateSummary: '{{title}}. Fristen var {{date}}, og du kan stadig bekræfte.',
    receipt: {
      title: 'Tak, {{name}}',
      text: 'Du bekræftede version {{number}} den {{moment}}.',
      summary: 'Tak, {{name}}. Du bekræftede version {{number}} den {{moment}}.',
      textOnPaper: 'Du bekræftede version {{number}} på papir den {{moment}}.',
      summaryOnPaper: 'Tak, {{name}}. Du bekræftede version {{number}} på papir den {{moment}}.',
      again: 'Du har allerede bekræftet. Det er den første gang, der tæller.',
      carriedOver: 'Din bekræftelse af den forrige version gælder også for version {{number}}. Du skal ikke gøre mere.',
    },
    superseded: {
      text: 'Version {{old}} er afløst af version {{new}}. Her er den, der gælder nu.',
      summary: 'Version {{old}} er afløst af version {{new}}.',
    },
    draft: {
      title: 'Politikken er ikke klar endnu',
      text: 'Versionen er ikke offentliggjort. Du får besked, når den er.',
    },
    none: {
      title: 'Der er ingen politik endnu',
      text: 'Når informationssikkerhedspolitikken er offentliggjort, får du besked her.',
    },
    notAsked: {
      title: 'Du skal ikke bekræfte politikken',
      text: 'Politikken skal bekræftes af dem, der er ansat lige nu. Du kan stadig læse den.',
    },
  },
  error: {
    invalid: {
      title: 'Kortet passer ikke mere',
      text: 'Det, kortet spørger om, er ændret. Åbn Sikkerhedshjulet, så er du på rette sted.',
    },
    forbidden: {
      title: 'Det kan du ikke gøre her',
      text: 'Du har ikke adgang til det. Spørg din ISK, hvis du mener, at du skal have det.',
    },
    missing: {
      title: 'Det findes ikke mere',
      text: 'Det, kortet handler om, er væk eller flyttet.',
    },
    conflict: {
      title: 'Nogen kom før dig',
      text: 'Der er sket noget, siden kortet blev sendt. Åbn Sikkerhedshjulet og se, hvordan det står.',
    },
    unavailable: {
      title: 'Det lykkedes ikke lige nu',
      text: 'Vi kan ikke få fat i SharePoint. Intet er gået tabt. Prøv igen om lidt.',
    },
    unexpected: {
      title: 'Noget gik galt hos os',
      text: 'Prøv igen om lidt. Hjælper det ikke, så nævn nummer {{requestId}} for din ISK.',
    },
  },
  pressedAt: 'Du trykkede den {{moment}}.',
  promised: {
    title: 'Vi har modtaget dit svar',
    text: 'Du trykkede den {{moment}}, og det er skrevet ned. Microsoft 365 svarer ikke lige nu, så det tager lidt længere end normalt.',
    next: 'Vi gør det færdigt, så snart Microsoft 365 svarer, og så ændrer kortet sig. Du skal ikke gøre mere.',
  },
  notReceived: {
    title: 'Vi har ikke modtaget dit svar',
    text: 'Microsoft 365 svarer ikke lige nu, og vi kan ikke gemme dit svar så længe. Tryk igen om lidt.',
  },
  overdue: {
    title: 'Dit svar blev ikke gemt',
    text: 'Du trykkede den {{moment}}, men Microsoft 365 tog ikke imod det i de dage, vi prøvede. Tryk igen.',
  },
  stranger: {
    title: 'Vi kan ikke finde dig endnu',
    text: 'Nye medarbejdere kommer med i løbet af et døgn. Sker det ikke, så sig det til din leder eller ISK.',
  },
} as const;
