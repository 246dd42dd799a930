/** After a build: remembers from which sources. `--check` ends with 1 when what lies built is from others, or not there. */
import { isBuilt, stampBuild } from './build-tab.mjs';

if (process.argv.includes('--check')) process.exitCode = isBuilt() ? 0 : 1;
else stampBuild();
