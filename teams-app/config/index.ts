export {
  ConfigError,
  type AppRegistration,
  type Config,
  type Credential,
  type DeskValues,
  type Site,
} from './config.ts';
export { loadConfig, loadManifestConfig, type ManifestConfig } from './load-config.ts';
export { addressee } from './addressee.ts';
