import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const fileName = 'valid-origins.json';
const constants = /teams-js\/.*\/internal\/constants\.js$/;
const address = /new URL\("https:[^"]*validDomains\.json"\)/;

/**
 * teams-js fetches Microsoft's own host origins from a CDN at every start. Our content security policy forbids external
 * fetches, so the library's own list is served beside the tab instead. The build fails when a new teams-js has it
 * elsewhere.
 */
export function ownValidOrigins(): Plugin {
  let base = '/';
  return {
    name: 'own-valid-origins',
    apply: 'build',
    configResolved: (config) => void (base = config.base),
    transform(code, id) {
      if (!constants.test(id.replaceAll('\\', '/'))) return undefined;
      const carried = /"([^"]*validDomains\.json\.js)"/.exec(code)?.[1];
      const list = carried && /=(\["[^\]]*"\])/.exec(readFileSync(join(dirname(id), carried), 'utf8'))?.[1];
      if (!list || !address.test(code)) return this.error('teams-js keeps its list of valid origins elsewhere now');
      this.emitFile({ type: 'asset', fileName, source: `{"validOrigins":${list}}` });
      return { code: code.replace(address, `new URL(${JSON.stringify(base + fileName)},location.origin)`), map: null };
    },
  };
}
