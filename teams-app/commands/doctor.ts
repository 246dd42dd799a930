import { ConfigError } from '../config/index.ts';
import { onlyOptions, type Command } from './command.ts';
import { checkUp } from './doctor/check-up.ts';
import type { Finding } from './doctor/finding.ts';
import { openMicrosoft365 } from './microsoft365.ts';

const marks: Readonly<Record<Finding['state'], string>> = { good: 'good ', look: 'LOOK ', bad: 'BAD  ' };

/** Checks everything the program needs from its environment, and says what to do. */
export const doctor: Command = {
  usage: 'doctor',
  describe:
    'checks settings, tokens, permissions, site, lists, library, catalog, credential, clock, bot, subscription and public address, and says what to do',
  talks: true,
  async run({ args, print, config: load }) {
    onlyOptions(args);
    const show = ({ state, what, todo }: Finding) => print(`${marks[state]} ${what}${todo ? `\n      → ${todo}` : ''}`);
    try {
      const config = await load();
      const opened = await openMicrosoft365(config);
      try {
        const findings = await checkUp(config, opened, show);
        return findings.some(({ state }) => state === 'bad') ? 1 : 0;
      } finally {
        await opened.close();
      }
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) show({ state: 'bad', what: problem, todo: 'See README.md, "Settings".' });
      return 1;
    }
  },
};
