import { readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { isSecret } from '../../config/index.ts';
import { CommandError } from '../command.ts';
import { problemWith, questions, type Answers } from './answers.ts';

/** The answers of a settings file; none without one. */
export function readAnswers(file: string): Answers {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new CommandError(`${file} cannot be read.`);
  }
  return Object.fromEntries(Object.entries(parseEnv(text)).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** `NAME=value` of the command line. Throws CommandError for an unknown name, a wrong value or a secret. */
export function givenAnswers(lines: readonly string[]): Answers {
  const pairs = lines.map((line) => {
    const at = line.indexOf('=');
    if (at < 1) throw new CommandError(`${line} is no answer: write NAME=value.`);
    const [name, value] = [line.slice(0, at), line.slice(at + 1).trim()];
    if (isSecret(name))
      throw new CommandError(`${name} is a secret: give it to the program by its environment, not by a file.`);
    const problem = problemWith(name, value);
    if (problem !== undefined) throw new CommandError(problem);
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}

/** Writes the answers, known ones in the order of the questions, each with what it is. */
export function writeAnswers(file: string, answers: Answers): void {
  const order = questions.map(({ name }) => name);
  const others = Object.keys(answers).filter((name) => !order.includes(name));
  const lines = [...order, ...others].flatMap((name) => {
    const value = answers[name];
    if (value === undefined || isSecret(name)) return [];
    const ask = questions.find((one) => one.name === name)?.ask;
    return [...(ask === undefined ? [] : [`# ${ask}`]), `${name}=${quoted(value)}`];
  });
  writeFileSync(
    file,
    [
      '# Settings of Sikkerhedshjulet, written by npm run isms -- setup. No secrets: they belong to the environment.',
      ...lines,
      '',
    ].join('\n'),
  );
}

const quoted = (value: string): string => (/^[\w./:@,+-]+$/.test(value) ? value : `"${value.replaceAll('"', '')}"`);
