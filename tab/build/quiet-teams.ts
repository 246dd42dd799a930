import type { Plugin } from 'vite';

const logger = /teams-js\/.*\/debug\/src\/browser\.js$/;
const exported = /export\{\w+ as b\}/;
const quiet = `const quiet = Object.assign(() => undefined, { extend: () => quiet });
export const b = { debug: Object.assign(() => quiet, { formatArgs: () => undefined }) };`;

/**
 * Removes the logger of teams-js, which writes to the console when a key is set in the browser: two kilobytes of the
 * first load. The build fails when a new teams-js has another.
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
