import { fold } from '../../api/organisation/index.ts';

/** Words that begin a thought of its own after "og", "men" and their like: who does something, or a question. */
const beginning =
  'jeg|vi|han|hun|den|det|de|der|min|mit|mine|vores|en|nu|saa|kan|skal|vil|har|nogen|hvad|hvem|hvor|hvornaar|hvordan|' +
  'i|i m|i ve|we|he|she|it|they|my|our|a|now|then|so|can|could|should|someone|somebody|what|who|where|when|how';
/** Before a joining word with a new thought, before a question, and before what the writer has done. */
const joins = new RegExp(
  [
    ` (?:og|men|and|but|because|fordi) (?=(?:${beginning}|\\w+ (?:virker|er|is|does|doesn)) )`,
    ' (?=(?:hvad er|hvad betyder|what is|what s|what does|kan man|kan vi) )',
    '(?<! naar| hvis| at| om| som| der| det| if| when| that) (?=(?:jeg har|jeg er|i have|i ve|i lost) )',
  ].join('|'),
);
const leading = /^(?:og|men|and|but) /;
/** A thought that goes on about what was just named: "men den virker ikke". */
const goesOn = /^(?:saa )?(?:den|det|de|der|it|they|that|nothing) /;

/** The thoughts of a message in order, folded: divided by punctuation, by joining words and before questions. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[?!;,\n]|\.(?=\s|$)|\s[-–—]\s/u)
    .flatMap((part) => fold(part).split(joins))
    .map((clause) => clause.trim().replace(leading, ''))
    .filter((clause) => clause !== '');

/** Whether a clause is about what the clause before it names. */
export const isAboutTheLast = (clause: string): boolean => goesOn.test(`${clause} `);
