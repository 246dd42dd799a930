import { itemsFrom, type Checklist } from '../shape.ts';

const procedures: Checklist = {
  key: 'procedures',
  version: 1,
  topic: 'procedures',
  title: { da: 'Lokale procedurer i brug', en: 'Local procedures in use' },
  how: {
    da: 'Vælg to procedurer, der gælder her. Spørg tre medarbejdere, der arbejder efter dem, hver for sig.',
    en: 'Choose two procedures that apply here. Ask three employees who work by them, one at a time.',
  },
  items: itemsFrom('procedures', [
    [
      'found',
      'Kan medarbejderne finde jeres procedurer på under et minut?',
      'Procedurerne er til at finde for dem, der skal bruge dem',
      'Can employees find your procedures in less than a minute?',
      'Procedures can be found by those who need them',
      'A.5.37 A.5.1',
    ],
    [
      'known',
      'Kan medarbejderne fortælle, hvad proceduren siger, de skal gøre?',
      'De, der arbejder efter en procedure, kender den',
      'Can employees say what the procedure tells them to do?',
      'Whoever works by a procedure knows it',
      'A.5.37 A.6.3 nis2.6.7',
    ],
    [
      'followed',
      'Bliver arbejdet gjort, som proceduren siger?',
      'Procedurerne beskriver det, der faktisk sker',
      'Is the work done as the procedure says?',
      'Procedures describe what really happens',
      'A.5.36 gdpr.5.2',
    ],
    [
      'current',
      'Er procedurerne set efter inden for det seneste år?',
      'En procedure er gennemgået inden sin frist',
      'Have the procedures been looked over within the last year?',
      'A procedure is reviewed before it is due',
      'A.5.37 A.5.36',
    ],
    [
      'newcomers',
      'Får nye medarbejdere procedurerne vist de første dage?',
      'Nye kender procedurerne, før de arbejder alene',
      'Are newcomers shown the procedures in their first days?',
      'Newcomers know the procedures before they work alone',
      'A.6.3 A.5.4',
    ],
  ]),
};

const course: Checklist = {
  key: 'course',
  version: 1,
  topic: 'course',
  title: { da: 'GDPR-kursus', en: 'GDPR course' },
  how: {
    da: 'Sammenlign kursuslisten med en vagtplan fra denne uge. Spørg tre, der har taget kurset, og en, der lige er begyndt.',
    en: 'Compare the list of the course with a roster of this week. Ask three who have taken it, and one who has just begun.',
  },
  items: itemsFrom('course', [
    [
      'taken',
      'Har alle, der arbejder med persondata, taget årets kursus?',
      'Alle, der behandler persondata, tager kurset hvert år',
      'Has everybody who works with personal data taken this year’s course?',
      'Everybody who handles personal data takes the course every year',
      'A.6.3 gdpr.32.4 nis2.6.7',
    ],
    [
      'newcomers',
      'Har nye taget kurset, før de fik adgang til systemerne?',
      'Nye tager kurset, før de behandler persondata',
      'Have newcomers taken the course before they got access to the systems?',
      'Newcomers take the course before they handle personal data',
      'A.6.3 gdpr.32.4',
    ],
    [
      'temporary',
      'Er vikarer og elever også med?',
      'Kravet gælder også dem, der er her kort tid',
      'Are temps and trainees included too?',
      'The demand holds for those too who are here for a short time',
      'A.6.3 A.5.4',
    ],
    [
      'remembered',
      'Ved medarbejderne, hvad de gør, hvis de sender noget til en forkert?',
      'Det lærte kan bruges i hverdagen',
      'Do employees know what to do when they send something to the wrong person?',
      'What was learnt can be used at work',
      'A.6.8 gdpr.32.4',
    ],
  ]),
};

const contingency: Checklist = {
  key: 'contingency',
  version: 1,
  topic: 'contingency',
  title: { da: 'Beredskabsmappe på plads', en: 'Contingency folder in place' },
  how: {
    da: 'Bed en medarbejder på vagt hente mappen, uden at du siger, hvor den er. Se datoen, og ring til et af numrene.',
    en: 'Ask somebody on duty to fetch the folder without saying where it is. Look at the date, and call one of the numbers.',
  },
  items: itemsFrom('contingency', [
    [
      'place',
      'Ved alle på vagt, hvor beredskabsmappen er?',
      'Mappen kan hentes af dem, der er på arbejde, også om natten',
      'Does everybody on duty know where the contingency folder is?',
      'The folder can be fetched by those at work, at night too',
      'A.5.29 A.5.30 nis2.6.3',
    ],
    [
      'current',
      'Er det den nyeste udgave, der står i mappen?',
      'Det trykte er den version, der gælder nu',
      'Is what stands in the folder the latest version?',
      'What is printed is the version in force',
      'A.5.30 nis2.6.3',
    ],
    [
      'phones',
      'Er numrene i planen rigtige?',
      'Den, man skal ringe til, kan nås',
      'Are the numbers in the plan right?',
      'Whoever is to be called can be reached',
      'A.5.30 A.5.24',
    ],
    [
      'practised',
      'Har I prøvet at arbejde efter planen inden for det seneste år?',
      'Planen er prøvet af, før den skal bruges',
      'Have you practised working by the plan within the last year?',
      'The plan has been tested before it is needed',
      'A.5.30 nis2.6.3',
    ],
  ]),
};

export const peopleChecklists = [procedures, course, contingency];
