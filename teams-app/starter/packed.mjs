import { join } from 'node:path';

/** What production needs of the project, beside its packages. */
export const packed = ['api', 'bot', 'manifest', 'teams-app', join('dist', 'tab'), 'package.json', 'package-lock.json'];
/** Only the desk, the build and the tests use these. */
const leftOut = ['desk', 'emulator', 'seed', 'starter'].map((folder) => join('teams-app', folder));

const isWithin = (path, folders) => folders.some((folder) => path === folder || path.startsWith(join(folder, '/')));

/** Whether a file or folder of the project, by its path from the root, belongs to the packed program. */
export const isPacked = (path) => isWithin(path, packed) && !isWithin(path, leftOut);
