/** After a build: records its sources. `--check` exits with 1 when the build is outdated or missing. */
import { isBuilt, stampBuild } from './build-tab.mjs';

if (process.argv.includes('--check')) process.exitCode = isBuilt() ? 0 : 1;
else stampBuild();
