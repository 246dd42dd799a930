import { isAscii } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { smallBody } from './large-bodies.ts';

/** The deepest real input, a card in a Teams activity, has some fifteen levels. */
const deepest = 50;
const [quote, backslash, curly, square, endCurly, endSquare] = [...'"\\{[}]'].map((sign) => sign.charCodeAt(0));

/** Whether lists and objects nest deeper than that; walking such input can overflow the stack. */
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

/** End of a string that starts here. Found by search: strings of files are megabytes long. */
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
 * Whether it can be a base64 file with some text, the only large body we accept. Non-ASCII takes ten times as long to
 * parse, which blocks all other requests.
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
 * Parses a body as JSON, of limited size and uncompressed (a compressed one exceeds its stated size). Depth, and for
 * large bodies the share of ASCII, is checked before parsing. Passes on the body parser's errors: 413 too large, 400
 * unreadable, too deep, or large without being a base64 file.
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
