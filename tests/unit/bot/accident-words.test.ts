import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { accidentIn, type Accident } from '../../../bot/commands/accidents.ts';
import { understand } from '../../../bot/commands/understand.ts';

/** An employee's text at 22.40, with typing errors. */
const told: readonly (readonly [Accident, readonly string[]])[] = [
  [
    'lostDevice',
    [
      ...[
        'jeg har mistet min telefon',
        'min tlf er væk',
        'min telefon er væk',
        'har tabt min mobil',
        'jeg har glemt min ipad i bussen',
      ],
      ...[
        'jeg kan ikke finde min arbejdstelefon',
        'mitset min telefon',
        'jeg har mistet min telfon',
        'min mobil er forsvundet!!',
        'arbejdscomputeren er væk',
      ],
      ...[
        'glemte min bærbare i toget',
        'har efterladt tabletten hos en borger',
        'usb nøgle tabt',
        'hjælp jeg har mistet min telefon',
        'mangler min telefon, tror den ligger i bilen',
      ],
      ...[
        'I have lost my phone',
        'lost my laptop',
        'my ipad is missing',
        'i left my phone on the bus',
        "can't find my work phone",
      ],
    ],
  ],
  [
    'stolenDevice',
    [
      'nogen har stjålet min computer',
      'min telefon er blevet stjålet',
      'indbrud i bilen, computeren er taget',
      'min cykel og min ipad er stjålet',
      'someone stole my phone',
      'my laptop was stolen',
      'min tlf er stjålet',
    ],
  ],
  [
    'lostPapers',
    [
      'jeg har mistet nogle papirer med borgernes navne',
      'har glemt min mappe i bussen',
      'mappen med journaler er væk',
      'jeg har tabt kørelisten',
      'lost a folder with papers',
    ],
  ],
  [
    'lostKey',
    [
      'jeg har mistet mit adgangskort',
      'nøglerne til en borger er væk',
      'har tabt mine nøgler',
      'jeg har glemt nøglebundtet hos fru Hansen',
      'mit nøglekort er stjålet',
      'I lost my keys',
      'lost my access card',
    ],
  ],
  [
    'wrongRecipient',
    [
      ...[
        'sendt til forkert modtager',
        'kom til at sende cpr til en forkert',
        'jeg har sendt en mail til den forkerte',
        'mail sendt til forkert person',
        'jeg kom til at sende persondata til en borger',
      ],
      ...[
        'har sendt et brev til forkert adresse',
        'fejlsendt mail med cpr, har sendt den ved en fejl',
        'jeg har sent en mail til en forkert',
        'brugte cc i stedet for bcc da jeg sendte til alle',
        'kom til at dele borgerens oplysninger',
      ],
      ...[
        'jeg har sendt til frkert modtager',
        'sent to the wrong recipient',
        'I accidentally emailed it to the wrong person',
      ],
    ],
  ],
  [
    'suspiciousMail',
    [
      ...[
        'mærkelig mail',
        'jeg har fået en mærkelig mail',
        'maerkelig mail',
        'mistænkelig besked',
        'underlig sms fra chefen',
        'tror det er phishing',
        'fup mail',
        'en svindler ringede, det var et mærkeligt opkald',
      ],
      ...[
        'falsk mail fra banken',
        'mystisk email',
        'mærklig mail',
        'strange email',
        'suspicious message',
        'I think this is a phishing mail',
      ],
    ],
  ],
  [
    'clickedLink',
    [
      ...[
        'jeg har trykket på et link',
        'har klikket på et link i en mail',
        'kom til at åbne en vedhæftet fil',
        'jeg klikkede på linket',
        'jeg har trykke på et link',
        'åbnede en mærkelig mail',
      ],
      ...['I clicked on a link', 'opened an attachment from someone i dont know'],
    ],
  ],
  [
    'gaveCode',
    [
      ...[
        'jeg har givet min kode til en der ringede',
        'har skrevet min adgangskode på en side',
        'nogen har min kode',
        'en anden kender mit kodeord',
        'jeg har godkendt en mitid jeg ikke selv bad om',
      ],
      ...['someone has my password', 'I gave my password to somebody'],
    ],
  ],
  [
    'infected',
    [
      'jeg tror jeg er blevet hacket',
      'virus på min computer',
      'musen bevæger sig af sig selv',
      'mine filer er krypteret',
      'ransomware',
      'my computer has been hacked',
    ],
  ],
  [
    'other',
    ['der er sket et databrud', 'sikkerhedsbrud', 'en kollega har kigget i en journal uden grund', 'data breach'],
  ],
  ['menu', ['der er sket et uheld', 'jeg vil melde en hændelse', 'jeg har lavet en fejl', 'something went wrong']],
];
/** With a second wish, a question or a word that elsewhere means something harmless. */
const alsoSaid: readonly (readonly [Accident, readonly string[]])[] = [
  [
    'lostDevice',
    [
      'jeg har mistet min telefon, og så vil jeg også gerne tage GDPR-kurset',
      'jeg har mistet min telefon på kurset i går',
      'jeg har mistet min telefon under et kursus',
      'jeg har mistet min telefon. Hvad er det første jeg skal gøre?',
      'jeg har mistet min telefon hvad er nummeret',
      'hvad er det første jeg skal gøre jeg har mistet min telefon',
      'jeg har mistet min telefon, den er ikke blevet fundet',
      'jeg mistede min telefon på vej til kurset',
      'er der nogen der har fundet min telefon, jeg har tabt den',
      'jeg har mistet min telefon og teams virker ikke',
      'min telefon er væk og er endnu ikke fundet',
      'jeg har lige fundet ud af at min telefon er væk',
      'jeg har mistet min telefon, har nogen fundet den?',
      'jeg har mistet min telefon og kan ikke komme på teams',
      'jeg har mistet min telefon, den har outlook og teams på',
      'omsorgsjournalen virker ikke, og jeg har mistet min telefon',
      'min telefon er væk men jeg har taget quizzen og kurset',
      'i lost my phone, what is the number to call',
      'i lost my phone what is the number',
      'I lost my phone on the course yesterday',
      'I have lost my phone and I also want to take the course',
      'my laptop is missing, it has not been found',
      'i lost my phone and i cannot get on teams',
      'jeg har ikke mistet min computer, men jeg har mistet min telefon',
    ],
  ],
  [
    'stolenDevice',
    [
      'min telefon er stjålet, kan man spærre den',
      'min telefon er stjålet kan man spærre den',
      'my phone was stolen. What is the first thing to do?',
      'min computer er stjålet. Mit kursus må vente',
    ],
  ],
  ['lostKey', ['jeg har mistet mit adgangskort, hvad er nummeret til vagten', 'I lost my keys, what is the number']],
  ['lostPapers', ['jeg har tabt kørelisten, og omsorgsjournalen er også langsom']],
  [
    'wrongRecipient',
    [
      'en borger har fået en anden borgers brev',
      'en borger har fået et brev til en anden',
      'borgeren fik en andens afgørelse',
      'en pårørende har modtaget et forkert brev',
      "a citizen received another citizen's letter",
      'a citizen got the wrong letter',
      'jeg har sendt en mail til den forkerte, hvad er det første jeg skal gøre',
    ],
  ],
  ['clickedLink', ['jeg har klikket på et link i en mail. kan man se om det var farligt?']],
  ['gaveCode', ['jeg har givet min kode til en der ringede, og nu har jeg ikke tid til kurset']],
];
const down = [
  ...[
    'det er nede',
    'systemet virker ikke',
    'omsorgsjournalen er nede',
    'alt er nede',
    'systemet er gået ned',
    'det hele virker ikke',
    'jeg kan ikke logge på omsorgssystemet',
  ],
  ...['nettet er nede', 'the system is down', 'nothing works, everything is down', 'the journal is not working'],
];

/** The same words on harmless subjects: must not alarm anybody. */
const harmless = [
  ...[
    'min telefon ringer ikke op til mødet',
    'min telefon har mistet forbindelsen',
    'jeg har mistet overblikket',
    'jeg har glemt min adgangskode',
    'jeg har glemt koden til min telefon',
  ],
  ...[
    'jeg har glemt min telefon derhjemme',
    'jeg har glemt at oplade min telefon',
    'min telefonoplader er væk',
    'hvad er telefonnummeret til servicedesk',
    'jeg har mistet et telefonnummer',
  ],
  ...[
    'jeg har fundet min telefon igen, den var ikke væk',
    'jeg har ikke mistet min telefon',
    'jeg skal have en ny telefon',
    'min computer er langsom',
    'min computer virker ikke',
    'min telefon virker ikke',
  ],
  ...[
    'hvor sender jeg mine timer til',
    'jeg har sendt dig en mail',
    'har du sendt politikken',
    'skal jeg sende noget til en borger',
    'må jeg sende cpr på mail',
    'hvorfor får jeg sendt forkerte opgaver',
  ],
  ...[
    'jeg har valgt forkert center',
    'jeg har tastet forkert kode',
    'jeg har trykket på linket til kurset men der sker ikke noget',
    'jeg har trykket på knappen',
    'linket virker ikke',
    'knappen virker ikke',
    'hvad er phishing',
  ],
  ...[
    'kan man blive hacket',
    'vi har virus på afdelingen',
    'mit møde er væk fra kalenderen',
    'mit dokument er væk fra sharepoint',
    'mette er nede i kælderen',
    'jeg er nede med influenza',
    'jeg har tabt mig',
    'jeg mangler en opgave',
  ],
  ...[
    'hvor mange mangler',
    'tak for i dag',
    'hvornår er mødet',
    'jeg har taget kurset',
    'nøglen ligger på kontoret',
    'hvem har nøglen til skabet',
    'mine papirer er klar',
    'hvem har min opgave',
  ],
  ...[
    'my phone has no signal',
    'i forgot my password',
    'i forgot to charge my phone',
    'where is the link to the course',
    'can i send cpr by mail',
    'sit down',
  ],
  ...[
    'hvad er et kursus om mistet udstyr',
    'hvad er et kursus om en mistet telefon',
    'hvad er forskellen på mistet og stjålet telefon',
    'telefonen er fundet',
    'telefonen var væk, men er fundet',
    'min telefon var væk. Den er fundet igen',
    'jeg har mistet min telefon men nu er den fundet',
    'min telefon var stjålet og politiet har fundet den',
    'my phone was lost but it has been found',
    'i lost my phone but found it',
    'kan man miste sin telefon',
    'kan man spærre en mistet telefon',
    'what is a course about a lost phone',
    'kurset om mistet telefon virker ikke',
    'jeg kan ikke finde kurset på min telefon',
    'i cannot find the course on my phone',
    'jeg har glemt min telefon, den ligger derhjemme',
    'jeg har skrevet min kode, men den virker ikke',
    'jeg har trykket på linket på kurset',
    'mine filer er væk fra drevet, min computer er ny',
    'jeg har fået en andens opgave',
    'jeg har fået en mail',
  ],
];

describe('what has happened', () => {
  it.each([...told, ...alsoSaid].flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))(
    '"%s" is %s',
    (text, kind) => {
      expect(accidentIn(text)).toBe(kind);
      expect(understand(text)).toMatchObject({ command: 'accident' });
    },
  );
  it.each(down)('"%s" is down', (text) => {
    expect(understand(text)?.command).toBe('emergency');
  });
  it.each(harmless)('"%s" is no accident', (text) => {
    expect(accidentIn(text)).toBeUndefined();
    expect(['accident', 'emergency']).not.toContain(understand(text)?.command);
  });

  test('the tables are as long as they are said to be', () => {
    expect(told.flatMap(([, texts]) => texts).length + down.length).toBeGreaterThanOrEqual(80);
    expect(harmless.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ['jeg har mistet min telefon', 'da'],
    ['sendt til forkert modtager', 'da'],
    ['I have lost my phone', 'en'],
    ['sent to the wrong recipient', 'en'],
  ])('"%s" is answered in %s', (text, language) => expect(understand(text)?.language).toBe(language));

  /** One letter wrong, in a word long enough to recognise. */
  const slips = (word: string): string[] =>
    [...word].flatMap((letter, place) => [
      word.slice(0, place) + word.slice(place + 1),
      word.slice(0, place) + letter + word.slice(place),
      ...(place > 0 ? [word.slice(0, place - 1) + letter + word[place - 1] + word.slice(place + 1)] : []),
    ]);
  test('one typing error in a long word changes nothing', () => {
    const missed = [
      ...slips('telefon').map((word) => [`jeg har mistet min ${word}`, 'lostDevice'] as const),
      ...slips('mistet').map((word) => [`jeg har ${word} min telefon`, 'lostDevice'] as const),
      ...slips('forkert').map((word) => [`sendt til ${word} modtager`, 'wrongRecipient'] as const),
      ...slips('mærkelig').map((word) => [`en ${word} mail`, 'suspiciousMail'] as const),
      ...slips('trykket').map((word) => [`jeg har ${word} på et link`, 'clickedLink'] as const),
      ...slips('stjålet').map((word) => [`min telefon er ${word}`, 'stolenDevice'] as const),
    ].filter(([text, kind]) => accidentIn(text) !== kind);
    expect(missed).toEqual([]);
  });

  test('whatever is typed is read in time that grows with it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void accidentIn(text)));
  });
});

test.each([
  ['kursus', 'courses', 'da'],
  ['kurssus', 'courses', 'da'],
  ['hvor finder jeg kurset', 'courses', 'da'],
  ['my course', 'courses', 'en'],
  ['gdpr kursus', 'courses', 'da'],
])('"%s" asks for %s', (text, command, language) => {
  expect(understand(text)).toEqual({ command, language });
});
