import { AppError } from '../../../api/kernel/index.ts';
import {
  groups,
  NotAsked,
  Odd,
  type Asking,
  type Otherwise,
  type Profile,
  type Question,
} from '../../questions/index.ts';

/** What became of one question. */
export type Outcome =
  | { is: 'same'; answer: string }
  | { is: 'differs'; answer: string; otherwise: Otherwise }
  | { is: 'odd'; said: string }
  | { is: 'notAsked'; why: string; isFailure: boolean };

export interface Result {
  id: string;
  question: Question;
  outcome: Outcome;
}

/** Asks one question after the other, by default all. After `stop` the rest is left out. */
export async function* askAll(
  asking: Asking,
  stop: AbortSignal,
  isWanted: (id: string) => boolean = () => true,
): AsyncGenerator<Result> {
  for (const { questions } of groups)
    for (const [id, question] of Object.entries(questions)) {
      if (stop.aborted) return;
      if (!isWanted(id)) continue;
      yield { id, question, outcome: await outcomeOf(question, asking) };
    }
}

async function outcomeOf(question: Question, asking: Asking): Promise<Outcome> {
  try {
    const answer = await question.ask(asking);
    if (answer instanceof Odd) return { is: 'odd', said: answer.said };
    if (answer === question.desk) return { is: 'same', answer };
    return {
      is: 'differs',
      answer,
      otherwise: question.otherwise[answer] ?? { lacks: 'This answer is not declared.' },
    };
  } catch (thrown) {
    if (thrown instanceof NotAsked) return { is: 'notAsked', why: thrown.message, isFailure: thrown.isFailure };
    if (thrown instanceof AppError) return { is: 'notAsked', why: thrown.message, isFailure: true };
    throw thrown;
  }
}

/** Whether everything asked has an answer that the program can live with. */
export const isWell = ({ outcome }: Result): boolean => {
  switch (outcome.is) {
    case 'same':
      return true;
    case 'differs':
      return typeof outcome.otherwise === 'string';
    case 'odd':
      return false;
    case 'notAsked':
      return !outcome.isFailure;
  }
};

/** The results as a profile that the desk reads. */
export function profileOf(results: readonly Result[], now: Date): Profile {
  const profile: Profile = { version: 1, askedAt: now.toISOString(), answers: {}, odd: {}, notAsked: {} };
  for (const { id, outcome } of results) {
    if (outcome.is === 'odd') profile.odd[id] = outcome.said;
    else if (outcome.is === 'notAsked') profile.notAsked[id] = outcome.why;
    else profile.answers[id] = outcome.answer;
  }
  return profile;
}
