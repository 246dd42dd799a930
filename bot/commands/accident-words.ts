import type { Language } from '../../api/kernel/index.ts';

const listed = (words: string): readonly string[] => words.split(',').map((word) => word.trim());

/**
 * Words by meaning, as typed: case and æøå are folded. A word that begins with `*` also matches at the end of a longer
 * one ("arbejdstelefon"), one that ends with it at the beginning ("telefonen"); others whole, with typing errors.
 */
export const meanings = {
  device: listed(`
    *telefon*, *mobil, *mobilen, tlf, tlfen, tlfn, tf, iphone*, smartphone*, ipad*, *tablet*, *computer*, pc,
    pcen, laptop*, *baerbar, baerbare, baerbaren, usb*, harddisk*, phone, phones, macbook*, enhed`),
  papers: listed(`
    *papirer, *papirerne, papir, *mappe, *mappen, mapper, *journal, *journalen, *journaler, koereliste*`),
  papersMore: listed(`
    notesbog*, lommekalender*, dokumentmappe*, udskrift*, print, printet, papers, folder, printout*, files`),
  key: listed(`
    *noegle, *noeglen, *noegler, *noeglerne, *noeglebundt*, *noeglekort*, *noeglebrik*, *adgangskort*, idkort*`),
  keyMore: listed(`
    id kort, *medarbejderkort*, kodeviser*, *brikken, badge*, keycard*, keys, key, access card, id card`),
  lost: listed(`
    mistet, mistede, tabt, tabte, vaek, forsvundet, forsvandt, borte, bortkommet, efterladt, efterlod, forlagt,
    smidt vaek, lost, missing, misplaced, disappeared, gone, kan ikke finde, finder ikke, ikke finde, cant find,
    can t find, cannot find, can not find, mangler min, mangler mit`),
  forgot: listed(`
    glemt, glemte, forgot, forgotten, left my, left the`),
  stolen: listed(`
    stjaalet, stjaalen, stjal, tyveri, hugget, nappet, snuppet, indbrud, roevet, tyv, tyve, stolen, stole, theft,
    burglary, robbed, negle*`),
  send: listed(`
    sendt, sende, sendte, sender, mailet, mailede, videresendt, videresende, delt, delte, dele, udleveret,
    udleverede, afleveret, postet, offentliggjort, vedhaeftet, vedhaeftede, lagt op, sent, emailed, mailed,
    shared, forwarded, attached, posted`),
  wrong: listed(`
    forkert, forkerte, fejlagtigt, fejl, fejlsendt, uvedkommende, uheld, uheldigvis, wrong, mistake,
    accidentally, mistakenly, accident, kom til at, kommet til at, kommer til at, by mistake`),
  receiver: listed(`
    modtager, modtagere, modtageren, borger, borgeren, person, personen, mand, mail, mailen, email, mailadresse,
    adresse, adressen, sted, kollega, familie, paaroerende, brev, brevet, sms, besked, en forkert, den forkerte,
    til forkert, til forkerte, til en, cpr*, *personnumm*, persondata, *oplysninger, recipient, recipients,
    citizen, someone, somebody, address, letter, relative, colleague, the wrong, to wrong, personal data`),
  got: listed(`
    faaet, fik, modtaget, modtog, received, got, gotten`),
  ofAnother: listed(`
    en andens, andres, anden borgers, anden patients, anden persons, andre borgeres, forkert borgers, brev til en anden,
    til en anden borger, mail til en anden, letter for another,
    another citizen s, another citizens, another person s, another patient s, someone else s, somebody else s`),
  handed: listed(`
    brev, brevet, breve, mail, mailen, *journal, *papirer, *oplysninger, afgoerelse, afgoerelsen, *personnumm*, cpr*,
    medicin, letter, letters, email, records, papers, data, decision`),
  citizen: listed(`
    *borger, *borgeren, *borgere, *patient, patienten, paaroerende, citizen, patient, relative, resident`),
  cc: listed(`
    cc, bcc`),
  mail: listed(`
    *mail, *mailen, mails, email*, e mail, sms*, besked, beskeden, beskeder, opkald, opringning, brev, ringet op,
    ringer, ringede, message, messages, text, call, sms, link, linket, attachment, vedhaeftning`),
  strange: listed(`
    maerkelig, maerkelige, maerkeligt, mystisk, mystiske, underlig, underlige, underligt, mistaenkelig,
    mistaenkelige, mistaenkeligt, falsk, falske, svindel, svindlere, svindler, snyd, snyde, fup, skummel, skum,
    skummelt, fusk, fidus, ukendt, utryg, suspicious, strange, weird, fake, dodgy, odd, scam, fraud, fishy`),
  phishing: listed(`
    phishing*, smishing, phishingmail*, svindelmail*, spammail*, fupmail*, phising, svindelsms, scammer,
    svindelopkald, vishing`),
  click: listed(`
    trykket, trykkede, trykkt, trykte, klikket, klikkede, klikkt, klikker, aabnet, aabnede, aabne, trykke,
    klikke, clicked, pressed, opened, tapped, downloadet, downloadede, hentet, downloaded`),
  link: listed(`
    link, linket, links, linken, vedhaeftning*, vedhaeftet, vedhaeftede, bilag, bilaget, attachment*, zip*, exe`),
  gave: listed(`
    givet, gav, oplyst, oplyste, skrevet, skrev, indtastet, indtastede, tastet, tastede, delt, delte, udleveret,
    afsloeret, fortalt, sagt, sendt, godkendt, gave, given, told, entered, typed, shared, sent, approved`),
  others: listed(`
    nogen, andre, fremmed, fremmede, en anden, kollega, somebody, someone, else, stranger, others`),
  knows: listed(`
    kender, har, ved, bruger, brugt, set, faaet, logget, logger, knows, has, used, using, seen, logged`),
  code: listed(`
    *kode, *koden, *koder, kodeord*, *password*, mitid, nemid, *adgangskode*, pinkode*, pin, brugernavn, login,
    passcode, pasword`),
  infected: listed(`
    hacket, hacked, hackede, hacker, hackere, hackerangreb, ransomware, malware, trojaner, spyware,
    computervirus, afpresning, loesesum, cyberangreb, hackers`),
  virus: listed(`
    virus, virusset, virusser`),
  machine: listed(`
    *computer*, pc, pcen, *telefon*, laptop*, skaerm, skaermen, maskine, maskinen, mus, musen, filer, filerne,
    phone, screen, files, mouse, pop up, popup, vindue`),
  odd: listed(`
    krypteret, laast af, bevaeger sig selv, af sig selv, styrer, overtaget, encrypted, by itself, taken over,
    pop up, popup, popper op, overvaaget`),
  breach: listed(`
    sikkerhedsbrud*, databrud*, datalaek*, laekket, laekage, persondatabrud*, sikkerhedshaendelse*, gdpr brud,
    brud paa persondata, brud paa persondatasikkerheden, brud paa sikkerheden, data breach, breach,
    security incident, leaked`),
  something: listed(`
    der er sket noget, sket et uheld, sket en fejl, melde en haendelse, anmelde en haendelse, melde haendelse,
    haendelse, haendelser, noget er gaaet galt, det er gaaet galt, gaaet galt, lavet en fejl, dummet mig,
    melde et brud, anmelde et brud, meld haendelse, uheld, jeg har lavet en fejl, kommet til at goere noget,
    something happened, something has happened, report an incident, incident, something went wrong,
    made a mistake, accident`),
  looked: listed(`
    kigget i, slaaet op, snaget, snager, laest min, laest mine, uden grund, uberettiget, snooping, unauthorised,
    unauthorized`),
} satisfies Readonly<Record<string, readonly string[]>>;
export type Meaning = keyof typeof meanings;

/** Common words one letter away from a significant one. */
export const everyday = listed(`
  nogle, noget, moeder, sendes, skriver, sidder, stille, linje, taget, mister, vejen, mangler, place, phase,
  listen`);

/** Common accident words that indicate the language. */
export const accidentLanguage: Readonly<Record<Language, readonly string[]>> = {
  da: listed(`
    jeg, min, mit, har, er, til, en, nogen, mistet, vaek, sendt, mail, forkert, stjaalet, trykket, paa, sket`),
  en: listed(`
    i, my, have, has, is, the, lost, wrong, stolen, sent, someone, somebody, clicked, on, strange, happened`),
};
