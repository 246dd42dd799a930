import { isAscii } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { smallBody } from './large-bodies.ts';

/** The deepest thing that anybody sends, a card in an activity of Teams, has some fifteen levels. */
const deepest = 50;
const [quote, backslash, curly, square, endCurly, endSquare] = [...'"\\{[}]'].map((sign) => sign.charCodeAt(0));

/** Whether lists and objects stand deeper in each other than that; what walks such a thing can fall off the stack. */
export function isTooDeep(json: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === quote) at = endOfText(json, at);
    else if (sign === curly || sign === square) depth += 1;
    else if (sign === endCurly || sign === endSquare) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Where a text that begins here ends. Texts are megabytes long where they are files, and are not walked sign by sign. */
function endOfText(json: Uint8Array, begin: number): number {
  for (let end = json.indexOf(quote ?? 0, begin + 1); end !== -1; end = json.indexOf(quote ?? 0, end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === backslash) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return json.length;
}

const part = 65_536;
const mostParts = 4;

/**
 * Whether it can be a file in base64 with some words beside it, which is all that is as large as this. Letters beyond ASCII
 * take ten times as long to read, and nobody else is answered meanwhile.
 */
export function isMostlyAscii(json: Uint8Array): boolean {
  let others = 0;
  for (let begin = 0; begin < json.length && others <= mostParts; begin += part)
    if (!isAscii(json.subarray(begin, begin + part))) others += 1;
  return others <= mostParts;
}

class Refused extends Error {
  readonly status = 400;
}

/**
 * Reads a body as JSON, of so many bytes at most and not compressed, since what is compressed is larger than it says. Its
 * depth, and of a large one its letters, is looked at before it is parsed. Hands on the body parser's errors: 413 too large,
 * 400 not readable, too deep, or large without being a file in base64.
 */
export const jsonBody = (limit: number): RequestHandler =>
  express.json({
    limit,
    inflate: false,
    verify: (_request, _response, bytes) => {
      if (isTooDeep(bytes)) throw new Refused('too deep');
      if (bytes.length > smallBody && !isMostlyAscii(bytes)) throw new Refused('no file in base64');
    },
  });
