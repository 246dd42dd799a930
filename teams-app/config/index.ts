export {
  ConfigError,
  missingIn,
  needed,
  type AppRegistration,
  type Config,
  type Credential,
  type DeskValues,
  type Settings,
  type Site,
} from './config.ts';
export { loadConfig, loadManifestConfig, loadSettings } from './load-config.ts';
export { addressee } from './addressee.ts';
