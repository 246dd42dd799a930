import { itemsFrom, type Checklist } from '../shape.ts';

const cleanDesk: Checklist = {
  key: 'cleanDesk',
  version: 1,
  topic: 'cleanDesk',
  title: { da: 'Ryddeligt skrivebord og papir', en: 'Clean desk and paper' },
  how: {
    da: 'Gå en runde efter lukketid sammen med en herfra. Se på borde, printere, tavler, skabe og affald. Læs ikke mere, end du behøver.',
    en: 'Walk round after hours with somebody from here. Look at desks, printers, boards, cupboards and waste. Read no more than you need to.',
  },
  items: itemsFrom('cleanDesk', [
    [
      'desks',
      'Er bordene ryddet for papir om borgere, når folk går hjem?',
      'Papir med persondata ligger aflåst, når ingen er ved det',
      'Are desks cleared of papers about citizens when people go home?',
      'Papers with personal data are locked away when nobody is with them',
      'A.7.7 gdpr.32.1.b',
    ],
    [
      'screens',
      'Låser alle skærmen, når de rejser sig?',
      'En skærm, ingen sidder ved, er låst',
      'Does everybody lock the screen when they get up?',
      'A screen that nobody sits at is locked',
      'A.7.7 A.8.1',
    ],
    [
      'printers',
      'Er printere og kopirum tomme for glemte udskrifter?',
      'Udskrifter bliver hentet med det samme',
      'Are printers and copy rooms free of forgotten prints?',
      'Prints are fetched at once',
      'A.7.7 A.5.10',
    ],
    [
      'waste',
      'Bliver papir med persondata makuleret?',
      'Papir ødelægges, så ingen kan læse det',
      'Is paper with personal data shredded?',
      'Paper is destroyed so that nobody can read it',
      'A.7.10 A.7.14',
    ],
    [
      'doors',
      'Er rum og skabe med journaler aflåst?',
      'Kun de, der skal bruge journalerne, kan komme til dem',
      'Are rooms and cupboards with records locked?',
      'Only those who need the records can get to them',
      'A.7.2 A.7.3',
    ],
  ]),
};

const deletion: Checklist = {
  key: 'deletion',
  version: 1,
  topic: 'deletion',
  title: { da: 'Sletning', en: 'Deletion' },
  how: {
    da: 'Vælg to slags sager. Find de ældste i systemet, på fællesdrevet, i postkassen og i arkivskabet, og hold dem op mod fristen.',
    en: 'Choose two kinds of cases. Find the oldest in the system, on the shared drive, in the mailbox and in the archive, and hold them against the period.',
  },
  items: itemsFrom('deletion', [
    [
      'periods',
      'Er det skrevet ned, hvor længe I gemmer hver slags oplysninger?',
      'Hver slags oplysninger har en slettefrist',
      'Is it written down how long you keep each kind of information?',
      'Each kind of information has a period after which it is deleted',
      'A.5.33 gdpr.5.1.e',
    ],
    [
      'done',
      'Er det, der er ældre end fristen, slettet?',
      'Oplysninger gemmes ikke længere end nødvendigt',
      'Has what is older than the period been deleted?',
      'Information is kept no longer than needed',
      'A.8.10 gdpr.5.1.e',
    ],
    [
      'besides',
      'Bliver der også slettet i mails, på drev, i Teams og på telefoner?',
      'Sletning gælder alle de steder, oplysningerne ligger',
      'Is there deletion in mail, on drives, in Teams and on phones too?',
      'Deletion covers every place where the information lies',
      'A.8.10 A.8.12 gdpr.5.1.e',
    ],
    [
      'who',
      'Er det aftalt, hvem der sletter, og hvornår?',
      'Sletning er en opgave, som nogen har',
      'Is it agreed who deletes, and when?',
      'Deletion is a task that somebody has',
      'A.5.2 gdpr.5.2',
    ],
  ]),
};

export const roomChecklists = [cleanDesk, deletion];
