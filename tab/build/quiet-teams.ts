import type { Plugin } from 'vite';

const logger = /teams-js\/.*\/debug\/src\/browser\.js$/;
const exported = /export\{\w+ as b\}/;
const quiet = `const quiet = Object.assign(() => undefined, { extend: () => quiet });
export const b = { debug: Object.assign(() => quiet, { formatArgs: () => undefined }) };`;

/**
 * teams-js carries a logger, which writes to the console when somebody has set a key of it in the browser: two kilobytes of
 * the first load that nobody reads. The build fails when a new teams-js carries another.
 */
export function quietTeams(): Plugin {
  let isFound = false;
  return {
    name: 'quiet-teams',
    apply: 'build',
    transform(code, id) {
      if (!logger.test(id.replaceAll('\\', '/'))) return undefined;
      if (!exported.test(code)) return this.error('teams-js carries another logger now');
      isFound = true;
      return { code: quiet, map: null };
    },
    buildEnd(error) {
      if (!error && !isFound) this.error('teams-js carries its logger elsewhere now');
    },
  };
}
