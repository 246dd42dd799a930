export {
  ConfigError,
  type AppRegistration,
  type Config,
  type Credential,
  type DeskValues,
  type Site,
} from './config.ts';
export { loadConfig } from './load-config.ts';
