/** The desk that answers for Microsoft's hosts in this process (`npm run practise`), if one does. */
export const practiceDesk = (env = process.env): string | undefined => env['PRACTICE_DESK']?.trim() || undefined;

/**
 * Where desk and program of a practice are. Takes EMULATOR_URL out of the environment: beside a tenant's settings it is
 * refused. Threads, which inherit the environment, find the same.
 */
export function beginPractice(env = process.env): { desk: string; program: string } {
  const desk = env['EMULATOR_URL']?.trim() || practiceDesk(env) || 'http://127.0.0.1:3979';
  delete env['EMULATOR_URL'];
  env['PRACTICE_DESK'] = desk;
  return { desk, program: `http://127.0.0.1:${env['PORT']?.trim() || '3978'}` };
}
