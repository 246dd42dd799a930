import { readFileSync } from 'node:fs';
import { StartRefused } from '../config/start-refused.ts';
import { readProfile, type Answers } from '../questions/index.ts';

const todo =
  'Write it again with npm run isms -- probe --out, or mend these lines; without PROFILE the desk answers as itself.';

/** The answers in the file of PROFILE. Throws StartRefused with everything that is wrong. */
export function answersIn(path: string): Answers {
  try {
    return readProfile(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new StartRefused(`PROFILE ${path} cannot be used:\n${cause.message}\n`, todo, cause);
  }
}
